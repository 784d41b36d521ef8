import type { Page } from '@playwright/test';
import { clean, DESK, expect, openHouse, PHONE, signInAs, signInByLink, test, type House, visit } from './people.ts';

let house: House;
test.beforeEach(async () => {
	house = await openHouse();
});
test.afterEach(async () => {
	await house.close();
});

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
		await page.keyboard.press(key);
	}
}

test('W-07 W-08 W-14 by keys alone: accepted with a promise, sent home, handed over, decided, told', async ({
	open
}) => {
	const desk = await signInByLink(open, house, '3');
	const { token } = await house.issue();
	const phone = await open(`${house.url}/t/${token}`, PHONE);
	await press(desk, 'o', 'Space', 's', 'a');
	await expect(desk.getByTestId('promise')).toContainText('工作日');
	await press(desk, 'd');
	await expect(desk.getByTestId('home-name')).toBeFocused();
	await desk.keyboard.type('王小明');
	await press(desk, 'Tab');
	await desk.keyboard.type('13800001234');
	await press(desk, 'Tab');
	await desk.keyboard.type('某某市某某区某某路12号');
	await press(desk, 'Tab', 'Space');
	await clean(desk, 'the sheet that accepts');
	await press(desk, 'Enter');
	await expect(desk.getByTestId('accept-panel')).toHaveCount(0);
	await expect(phone.getByTestId('matter-state')).toContainText('正在办理');
	await expect(phone.getByTestId('matter-delivery')).toContainText('已登记寄送');
	await clean(phone, 'the matter on the phone');

	await press(desk, '0');
	await desk.waitForURL('**/cases');
	await expect(desk.getByTestId('case')).toHaveCount(1);
	await press(desk, 'Enter');
	await expect(desk.getByTestId('person')).toContainText('138****1234');
	await expect(desk.getByTestId('person')).not.toContainText('王小明');
	await clean(desk, 'one case');
	await press(desk, 'p', 'Enter');
	await expect(desk.getByTestId('person')).toContainText('王小明');
	await press(desk, 'd');
	await clean(desk, 'the form that hands over');
	await desk.getByTestId('case-form').locator('select').selectOption('1002');
	await press(desk, 'Enter');
	await expect(desk.getByTestId('owner')).toContainText('1002');
	await expect(desk.getByTestId('history')).toContainText('移交，待接收');

	const other = await signInByLink(open, house, '2', await house.linkFor('1002'));
	await press(other, '0');
	await other.waitForURL('**/cases');
	await press(other, '2');
	await other.waitForURL('**/cases?list=offered');
	await expect(other.getByTestId('case')).toHaveCount(1);
	await press(other, 'Enter');
	await expect(other.getByTestId('one-case')).toBeVisible();
	await press(other, 'a');
	await expect(other.getByTestId('owner')).toHaveText('1002');
	await press(other, '1', 'Enter');
	await expect(other.getByTestId('stands')).toHaveText('已办好，待告知');
	await expect(phone.getByTestId('matter-state')).toContainText('已办好');
	await press(other, 's', 'Tab');
	await other.keyboard.type('EZ0001');
	await press(other, 'Enter');
	await expect(phone.getByTestId('matter-delivery')).toContainText('EZ0001');
	await press(other, '3', 'Enter');
	await expect(other.getByTestId('stands')).toHaveText('已办结 · 寄送告知');
	await expect(phone.getByTestId('matter-state')).toContainText('结果已告知');
});

test('S-01 C-05 a supervisor sees every case, steps in, and finds the figures', async ({ open }) => {
	await house.seat('1', '1001');
	const { id } = await house.issue();
	await house.clerk.ask('POST', '/windows/1/next', {});
	await house.clerk.ask('POST', `/tickets/${String(id)}/start`, {});
	expect((await house.clerk.ask('POST', `/tickets/${String(id)}/accept`, {})).status).toBe(200);
	const page = await signInAs(open, house, 'supervisor');
	await visit(page, `${house.url}/cases?list=all`);
	await press(page, 'Enter');
	await expect(page.getByTestId('owner')).toHaveText('1001');
	await press(page, 't');
	await page.keyboard.type('责任人请假');
	await press(page, 'Enter');
	await expect(page.getByTestId('owner')).not.toHaveText('1001');
	await expect(page.getByTestId('history')).toContainText('责任人请假');
	await page.goto(`${house.url}/supervise/figures`);
	await expect(page.getByTestId('figures-matters')).toContainText('承诺办件');
});

test('T-05 a phone is enough: the list, then one case, and back', async ({ open }) => {
	await house.seat('1', '1001');
	for (let visitors = 0; visitors < 3; visitors += 1) {
		const { id } = await house.issue();
		await house.clerk.ask('POST', '/windows/1/next', {});
		await house.clerk.ask('POST', `/tickets/${String(id)}/start`, {});
		await house.clerk.ask('POST', `/tickets/${String(id)}/accept`, {});
	}
	const page = await signInAs(open, house, 'supervisor');
	await page.setViewportSize(PHONE.viewport);
	await visit(page, `${house.url}/cases?list=all`);
	await clean(page, 'the list on a phone');
	await page.getByTestId('case').first().click();
	await expect(page.getByTestId('one-case')).toBeVisible();
	await expect(page.getByTestId('cases')).toBeHidden();
	await clean(page, 'one case on a phone');
	await page.getByTestId('to-list').click();
	await expect(page.getByTestId('cases')).toBeVisible();
	await page.setViewportSize(DESK.viewport);
	await clean(page, 'the list at a desk');
});
