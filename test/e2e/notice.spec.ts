import type { Page } from '@playwright/test';
import { api } from '../api.ts';
import { clean, expect, KIOSK, openHouse, PHONE, signInByLink, test, touch, type House } from './people.ts';

let house: House;
test.beforeEach(async () => {
	// What the first item of the first window asks for is asked of elders in person too.
	house = await openHouse({ '- code: employer-enrolment': '- code: employer-enrolment\n    trueWill: true' });
});
test.afterEach(async () => {
	await house.close();
});

const current = (desk: Page, number: string, step: string): Promise<void> =>
	expect(desk.getByTestId('current')).toContainText(new RegExp(`${step}[^]*${number}`));
const nobody = (desk: Page): Promise<void> => expect(desk.getByTestId('current')).toContainText('当前没有来宾');

/** Keys are pressed when the last one has been answered. */
async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
	}
}

/** The window is open and somebody is served there. */
async function serving(desk: Page, number: string): Promise<void> {
	await press(desk, 'Space');
	await current(desk, number, '已叫号');
	await press(desk, 's');
	await current(desk, number, '办理中');
}

test('W-03 W-05 three missing papers in five keys; back by the code at a kiosk, before who came since; done', async ({
	open
}) => {
	const first = await house.issue();
	const desk = await signInByLink(open, house, '1');
	await press(desk, 'o');
	await serving(desk, first.number);
	await press(desk, 'i');
	await expect(desk.getByTestId('received')).toContainText('已收件');
	await press(desk, 'q', '1', '2', '3');
	await expect(desk.getByTestId('notice-panel').locator('[aria-checked=true]')).toHaveCount(3);
	await clean(desk, 'the notice');
	const [told] = await Promise.all([
		desk.waitForResponse((answer) => answer.url().endsWith('/notice')),
		press(desk, 'Enter')
	]);
	await nobody(desk);
	const { notice } = (await told.json()) as { notice: { code: string } };

	const phone = await open(`${house.url}/n/${notice.code}`, { ...PHONE, line: false });
	await expect(phone.getByTestId('lines').locator('li')).toHaveCount(3);
	await expect(phone.getByTestId('take')).toBeVisible();
	await clean(phone, 'the page of the notice');

	const since = await house.issue();
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	await touch(kiosk, 'check-in');
	for (const key of notice.code) await kiosk.getByTestId(`key-${key}`).tap();
	await touch(kiosk, 'arrive');
	await expect(kiosk.getByTestId('number')).toContainText('A003');
	await phone.reload();
	await expect(phone.getByTestId('number')).toContainText('A003');

	await serving(desk, 'A003');
	await expect(desk.getByTestId('told-before')).toContainText('尚缺 3 项');
	await press(desk, 'q');
	await expect(desk.getByTestId('earlier')).toContainText('凭告知单返回');
	await press(desk, '1', '2', '3', 'Enter');
	await expect(desk.getByTestId('told-before')).toContainText('材料已齐');
	await press(desk, 'f');
	await nobody(desk);
	await phone.reload();
	await expect(phone.getByTestId('gone')).toContainText('已经办结');
	await serving(desk, since.number);
});

test('W-04 a second notice asks for its reason, and the supervisor hears of it', async ({ open }) => {
	const first = await house.issue();
	const desk = await signInByLink(open, house, '1');
	await press(desk, 'o');
	await serving(desk, first.number);
	const [told] = await Promise.all([
		desk.waitForResponse((answer) => answer.url().endsWith('/notice')),
		press(desk, 'q', '1', 'Enter')
	]);
	const { notice } = (await told.json()) as { notice: { code: string } };
	const back = { intent: 'back-with-everything' };
	const { body } = await api(house.url).ask<{ number: string }>('POST', `/notices/${notice.code}/return`, back);
	await serving(desk, body.number);
	await press(desk, 'q', '3', 'Enter');
	await expect(desk.getByTestId('second')).toBeVisible();
	await press(desk, '2');
	await desk.getByTestId('second-words').fill('共有人情况有变');
	await clean(desk, 'the reason of a second notice');
	await press(desk, 'Enter');
	await nobody(desk);
	const alarms = await house.supervisor.ask<{ kind: string }[]>('GET', '/alarms');
	expect(JSON.stringify(alarms.body)).toContain('second-notice');
	const phone = await open(`${house.url}/n/${notice.code}`, { ...PHONE, line: false });
	await expect(phone.locator('main')).toContainText('本单代替此前的告知单');
});

test('W-06 a refusal by keys; an elder is asked in person before anything is done', async ({ open }) => {
	const first = await house.issue(undefined, 'elder');
	const desk = await signInByLink(open, house, '1');
	await press(desk, 'o');
	await serving(desk, first.number);
	await expect(desk.getByTestId('will')).toContainText('须先当面询问');
	await press(desk, 'f');
	await expect(desk.getByTestId('refusal')).toContainText('本人真实意愿');
	await press(desk, 'Escape', 'u');
	await press(desk, '2');
	await expect(desk.getByTestId('will')).toContainText('不是本人真实意愿');
	await press(desk, 'j', '1');
	await clean(desk, 'the refusal');
	await press(desk, 'g');
	await expect(desk.getByTestId('what')).toBeFocused();
	await clean(desk, 'another no');
	await desk.keyboard.press('Escape');
	const [told] = await Promise.all([
		desk.waitForResponse((answer) => answer.url().endsWith('/refuse')),
		press(desk, 'Enter')
	]);
	await nobody(desk);
	const { notice } = (await told.json()) as { notice: { code: string } };
	const phone = await open(`${house.url}/n/${notice.code}`, { ...PHONE, line: false });
	await expect(phone.getByTestId('appeal')).toContainText('行政复议');
	await clean(phone, 'the page of a refusal');
	const nothing = await open(`${house.url}/n/${notice.code}?lang=en`, { ...PHONE, line: false });
	await expect(nothing.locator('h1')).toHaveText('Refusal notice');
});
