import type { Page } from '@playwright/test';
import type { CasesView, FiguresView } from '#server/views.ts';
import { clean, expect, openHouse, PHONE, signInAs, signInByLink, test, touch, type House } from './people.ts';

const TABLET = { viewport: { width: 1280, height: 800 }, hasTouch: true };
const SMALL = { viewport: { width: 1024, height: 768 }, hasTouch: true };
const UPRIGHT = { viewport: { width: 800, height: 1280 }, hasTouch: true };
const GRADES = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];

let house: House;
test.beforeEach(async () => {
	// A tablet whose turn comes late on a busy machine still asks.
	house = await openHouse({ 'askSeconds: 60': 'askSeconds: 300' });
});
test.afterEach(async () => {
	await house.close();
});

const shows = (tablet: Page, screen: string): Promise<void> =>
	expect(tablet.getByTestId('tablet')).toHaveAttribute('data-screen', screen);

/** Keys are pressed when the last one has been answered. */
async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
	}
	await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
}

async function serve(window: string): Promise<string> {
	const { id, number } = await house.issue();
	await house.clerk.ask('POST', `/windows/${window}/next`, {});
	for (const act of ['start', 'finish']) {
		const done = await house.clerk.ask('POST', `/tickets/${String(id)}/${act}`, {});
		expect(done.status, JSON.stringify(done.body)).toBe(200);
	}
	return number;
}

/** The row of the whole hall in the table of bad ratings of a day: bad, open, named. */
async function answered(day: string): Promise<unknown[]> {
	const { body } = await house.supervisor.ask<FiguresView>('GET', `/figures/${day}/${day}`);
	const table = body.tables.find(({ id }) => id === 'ratings-answered');
	return table?.rows.at(-1)?.slice(1, 4) ?? [];
}

test('W-12 a service ends at the console, the tablet asks by itself, and a bad grade opens a case', async ({
	open
}) => {
	const tablet = await open(`${house.url}/rate/1`, TABLET);
	await expect(tablet.getByTestId('idle')).toContainText('1号窗口');
	const desk = await signInByLink(open, house, '1');
	const { number, day } = await house.issue();
	await press(desk, 'o', 'Space', 's');
	await expect(tablet.getByTestId('idle')).toContainText('工号 1001');
	await press(desk, 'f');
	await shows(tablet, 'grades');
	await expect(tablet.getByTestId('service')).toContainText(number);
	await expect(tablet.locator('.grades button')).toHaveText(GRADES);
	await expect(tablet.locator('[aria-pressed=true]:not(.quiet)')).toHaveCount(0);
	const looks = new Set<string>();
	for (const grade of await tablet.locator('.grades button').all()) {
		const box = await grade.boundingBox();
		looks.add(
			`${(await grade.getAttribute('class')) ?? ''} ${String(Math.round(box?.width ?? 0))} ${String(Math.round(box?.height ?? 0))}`
		);
	}
	expect(looks.size).toBe(1);
	await expect(desk.getByTestId('asked')).toHaveText(`${number} 已请来宾评价`);

	await touch(tablet, 'grade-1');
	await touch(tablet, 'reason-slow');
	await touch(tablet, 'reason-unfriendly');
	await touch(tablet, 'next');
	await touch(tablet, 'attitude-1');
	await touch(tablet, 'leave-phone');
	await expect(tablet.getByTestId('take-phone')).toBeDisabled();
	for (const digit of '13900000000') await tablet.getByTestId(`key-${digit}`).tap();
	await touch(tablet, 'take-phone');
	await expect(tablet.getByTestId('phone-kept')).toContainText('0000');
	await touch(tablet, 'send');
	await expect(tablet.getByTestId('thanks')).toHaveText('谢谢您的评价');
	await expect(desk.getByTestId('asked')).toHaveText(`${number} 已请来宾评价`);
	await expect(desk.locator('body')).not.toContainText(/不满意|差评/);
	expect(await answered(day)).toEqual([1, 1, 1]);
	const { body } = await house.supervisor.ask<CasesView>('GET', '/cases/list/all');
	expect(body.cases).toMatchObject([{ kind: 'rating', stage: 'contact' }]);
	expect(body.cases[0]?.owner).toMatch(/^900[12]$/);
	await shows(tablet, 'idle');
	await expect(tablet.locator('body')).not.toContainText('不满意');
	await tablet.reload();
	await shows(tablet, 'idle');
});

test('W-12 the page keeps to its service while its visitor is at it, and asks for the next one then', async ({
	open
}) => {
	await house.seat('1', '1001');
	const tablet = await open(`${house.url}/rate/1`, TABLET);
	const first = await serve('1');
	await touch(tablet, 'grade-5');
	const second = await serve('1');
	await shows(tablet, 'more');
	await touch(tablet, 'change');
	await expect(tablet.getByTestId('service')).toContainText(first);
	await touch(tablet, 'grade-4');
	await touch(tablet, 'send');
	await expect(tablet.getByTestId('thanks')).toBeVisible();
	await expect(tablet.getByTestId('service')).toContainText(second);
	await expect(tablet.locator('[aria-pressed=true]:not(.quiet)')).toHaveCount(0);
	await touch(tablet, 'not-now');
	await shows(tablet, 'idle');
});

test('W-12 a browser at which somebody of the staff is signed in is no tablet', async ({ open, faults }) => {
	const desk = await signInByLink(open, house, '1');
	const answer = await desk.goto(`${house.url}/rate/1`);
	expect(answer?.status()).toBe(403);
	expect(faults.splice(0)).toEqual([expect.stringContaining('403')]);
});

test('D-05 W-12 the tablet can be read by everybody, lying, small and upright, in both languages', async ({ open }) => {
	await house.seat('1', '1001');
	const pages = [
		await open(`${house.url}/rate/1`, TABLET),
		await open(`${house.url}/rate/1`, SMALL),
		await open(`${house.url}/rate/1`, UPRIGHT)
	];
	for (const page of pages) await clean(page, 'idle');
	await serve('1');
	for (const [i, page] of pages.entries()) {
		const at = `page ${String(i)}`;
		await shows(page, 'grades');
		await clean(page, `grades, ${at}`);
		await touch(page, 'lang-en');
		await clean(page, `grades, English, ${at}`);
		await touch(page, 'grade-2');
		await clean(page, `why, ${at}`);
		await expect(page.getByTestId('next')).toBeInViewport({ ratio: 1 });
		await touch(page, 'next');
		await clean(page, `more, ${at}`);
		await expect(page.getByTestId('send')).toBeInViewport({ ratio: 1 });
		await touch(page, 'leave-phone');
		await clean(page, `phone, ${at}`);
		await expect(page.getByTestId('take-phone')).toBeInViewport({ ratio: 1 });
		await touch(page, 'drop-phone');
	}
});

test('W-12 the phone takes reasons and words with a bad grade; the paper form is entered by keys', async ({ open }) => {
	await house.seat('1', '1001');
	const mine = await house.issue();
	await house.clerk.ask('POST', '/windows/1/next', {});
	for (const act of ['start', 'finish']) await house.clerk.ask('POST', `/tickets/${String(mine.id)}/${act}`, {});
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await phone.getByTestId('grade-2').tap();
	await phone.getByTestId('reason-unclear').tap();
	await phone.getByTestId('remark').fill('讲得太快');
	await phone.getByTestId('phone').fill('123');
	await expect(phone.getByTestId('rate')).toBeDisabled();
	await phone.getByTestId('phone').fill('');
	await clean(phone, 'a bad grade on the phone');
	await phone.getByTestId('rate').tap();
	await expect(phone.getByTestId('rated')).toContainText('不满意');
	expect(await answered(mine.day)).toEqual([1, 1, 0]);

	const number = await serve('1');
	const desk = await signInAs(open, house, 'guide');
	await desk.goto(`${house.url}/ratings`);
	await expect(desk.getByTestId('number')).toBeFocused();
	await desk.keyboard.type(number);
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('row-grade')).toBeVisible();
	await desk.keyboard.press('1');
	await desk.keyboard.press('2');
	await clean(desk, 'a paper form');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('told')).toContainText('请另一人再录一遍');
	await expect(desk.getByTestId('waiting')).toContainText(number);
	await clean(desk, 'paper forms');
});
