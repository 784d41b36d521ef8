import type { Page } from '@playwright/test';
import { DESK, expect, ITEM, openHouse, SCREEN, signIn, signInByLink, test, type House, visit } from './people.ts';

let house: House;
test.beforeEach(async () => {
	// Calls count at once: nobody waits a minute for a no-show. What was done can be taken back however slow the machine is.
	house = await openHouse({
		'everySeconds: 20, assistedSeconds: 60': 'everySeconds: 0, assistedSeconds: 0',
		'undoSeconds: 10': 'undoSeconds: 600'
	});
});
test.afterEach(async () => {
	await house.close();
});

const current = (desk: Page, number: string, step: string): Promise<void> =>
	expect(desk.getByTestId('current')).toContainText(new RegExp(`${step}[^]*${number}`));
const nobody = (desk: Page): Promise<void> => expect(desk.getByTestId('current')).toContainText('当前没有来宾');
const state = (desk: Page, is: string): Promise<void> =>
	expect(desk.getByTestId('window-state')).toHaveAttribute('data-state', is);

/** Keys are pressed when the last one has been answered. */
async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
	}
}

test('W-13 T-04 a whole morning is worked with keys alone', async ({ open }) => {
	const hall = await open(`${house.url}/display/social`, SCREEN);
	const desk = await signInByLink(open, house, '1');
	for (let visitors = 0; visitors < 5; visitors++) await house.issue();
	await expect(desk.locator('aside')).toContainText('5 人');

	await press(desk, 'o');
	await state(desk, 'open');
	await press(desk, 'Space');
	await current(desk, 'A001', '已叫号');
	await press(desk, 'r');
	await expect(desk.getByTestId('current')).toContainText('已呼叫 2 次');
	await press(desk, 's');
	await current(desk, 'A001', '办理中');

	await press(desk, 'f');
	await nobody(desk);
	await expect(desk.getByTestId('today')).toContainText('已办 1 人');
	await press(desk, 'z');
	await current(desk, 'A001', '办理中');

	await press(desk, 'p', '2');
	await nobody(desk);
	await expect(desk.getByTestId('parked')).toContainText('A001');
	await expect(desk.getByTestId('parked')).toContainText('材料已留存');
	await press(desk, 'e', 'Enter');
	await current(desk, 'A001', '办理中');

	await press(desk, 't');
	await desk.keyboard.type('社会保障卡');
	await expect(desk.getByTestId('option')).toHaveCount(1);
	await press(desk, 'Enter');
	await nobody(desk);
	await expect(hall.locator('[data-testid=queue][data-queue=card]')).toContainText('A001');
	await press(desk, 'Space');
	await current(desk, 'A001', '已叫号');
	await press(desk, 'z');
	await nobody(desk);
	await expect(hall.locator('[data-testid=queue][data-queue=card]')).toContainText('A001');
	await press(desk, 'Space', 's', 'f');
	await nobody(desk);

	await press(desk, 'Space');
	await current(desk, 'A002', '已叫号');
	await expect(desk.getByTestId('receipts')).toContainText('屏幕 1');
	await expect(desk.getByTestId('miss')).toBeDisabled();
	await expect(desk.getByTestId('no-show')).toContainText('还需 2 次有效呼叫');
	await press(desk, 'r', 'l');
	await expect(desk.getByTestId('no-show')).toContainText('还需 1 次有效呼叫');
	await press(desk, 'r', 'l');
	await expect(desk.getByTestId('no-show')).toHaveText('来宾没有到，可记过号');
	await press(desk, 'm');
	await expect(desk.getByTestId('missed')).toContainText('A002');
	await expect(desk.getByTestId('missed')).toContainText('前可恢复排队');
	await press(desk, 'k', '1');
	await expect(desk.getByTestId('missed')).not.toContainText('A002');
	await press(desk, 'Space', 'x', '1');
	await nobody(desk);

	await press(desk, 'b', '2');
	await state(desk, 'paused');
	await expect(desk.getByTestId('window-state')).toContainText('用餐');
	await press(desk, 'o');
	await state(desk, 'open');
	await press(desk, '?');
	await expect(desk.getByRole('heading', { name: '快捷键' })).toBeVisible();
	await press(desk, 'Escape', 'c');
	await state(desk, 'closed');
});

test('W-13 what is refused says why and what to do, and changes nothing', async ({ open }) => {
	const desk = await signInByLink(open, house, '1');
	await press(desk, 'o');
	await state(desk, 'open');
	await press(desk, 'Space');
	await expect(desk.getByTestId('refusal')).toHaveText('叫下一位: 没有等候的来宾，有人取号后再叫。');
	await nobody(desk);
	await press(desk, 'Escape');
	await expect(desk.getByTestId('refusal')).toHaveCount(0);

	await house.issue();
	await press(desk, 'Space');
	await current(desk, 'A001', '已叫号');
	await desk.getByRole('button', { name: '签退' }).click();
	await expect(desk.getByTestId('refusal')).toContainText('窗口还有来宾');
	await expect(desk).toHaveURL(/\/window$/);
});

test('W-01 two tabs of one clerk tell the same, a press in both is done once, and signing out gives the window back', async ({
	open
}) => {
	const desk = await signInByLink(open, house, '3');
	const second = await desk.context().newPage();
	await visit(second, `${house.url}/window`);
	for (let visitors = 0; visitors < 3; visitors++) await house.issue();
	await press(second, 'o');
	await state(desk, 'open');
	await expect(desk.locator('aside')).toContainText('3 人');
	await Promise.all([desk.keyboard.press('Space'), second.keyboard.press('Space')]);
	await current(desk, 'A001', '已叫号');
	await current(second, 'A001', '已叫号');
	const { body } = await house.clerk.ask<{ code: string; waiting: number }[]>('GET', '/queues');
	expect(body.find(({ code }) => code === 'enroll')?.waiting).toBe(2);
	await press(second, 's', 'f');
	await nobody(desk);

	const other = await open(`${house.url}/sign-in`, { ...DESK, line: false });
	await expect(other.locator('select option[value="3"]')).toContainText('工号 1001');
	await desk.getByRole('button', { name: '签退' }).click();
	await desk.waitForURL('**/sign-in');
	await other.reload();
	await expect(other.locator('select option[value="3"]')).toHaveText('3号窗口');
	await other.waitForLoadState('networkidle');
	await signIn(other, '1001', '3');
	await state(other, 'closed');
});

test('T-05 W-10 a claim is confirmed at the window; a visitor is sent to a colleague and comes back', async ({
	open
}) => {
	const desk = await signInByLink(open, house, '1');
	await house.seat('2', '1002');
	const wish = { item: ITEM, intent: 'veteran-at-the-kiosk', class: 'service' };
	await fetch(`${house.url}/api/v1/tickets`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(wish)
	});
	await press(desk, 'o');
	await state(desk, 'open');
	await press(desk, 'Space');
	await current(desk, 'A001', '已叫号');
	await expect(desk.getByTestId('priority')).toContainText('待确认：请查看后按 V');
	await press(desk, 'v', '1');
	await expect(desk.getByTestId('priority')).toHaveAttribute('data-claim', 'confirmed');

	await press(desk, 's', 't', 'F2');
	await desk.keyboard.type('1002');
	await expect(desk.getByTestId('option')).toHaveCount(1);
	await press(desk, 'Enter');
	await nobody(desk);
	await house.clerk.ask('POST', '/windows/2/next', {});
	const { body } = await house.clerk.ask<{ code: string; number: string | null }[]>('GET', '/windows');
	expect(body.find(({ code }) => code === '2')?.number).toBe('A001');
});

test('T-04 who needs help is looked for before the number is given up', async ({ open }) => {
	const desk = await signInByLink(open, house, '1');
	const wish = { item: ITEM, intent: 'frail-at-the-kiosk', class: 'frail' };
	await fetch(`${house.url}/api/v1/tickets`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(wish)
	});
	await press(desk, 'o');
	await state(desk, 'open');
	await press(desk, 'Space');
	await current(desk, 'A001', '已叫号');
	await expect(desk.getByTestId('priority')).toContainText('须由导询台查看');
	await press(desk, 'l', 'r', 'l', 'r', 'l');
	await expect(desk.getByTestId('no-show')).toHaveText('先到等候区找一找，再记过号');
	await press(desk, 'm');
	await expect(desk.getByTestId('option')).toHaveCount(1);
	await press(desk, '1');
	await expect(desk.getByTestId('missed')).toContainText('A001');
});
