import type { Page } from '@playwright/test';
import { DESK, expect, openHouse, PHONE, SCREEN, signInByLink, test, touch, KIOSK, type House } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse({ 'repeat: 2': 'repeat: 1' });
	for (const window of ['2', '3']) await house.seat(window, `100${window}`);
});
test.afterAll(async () => {
	await house.close();
});

const row = (hall: Page, number: string): ReturnType<Page['locator']> =>
	hall.getByTestId('call').filter({ hasText: number });

/** What a screen has marked as being spoken, in order. */
async function listen(hall: Page): Promise<() => Promise<string[]>> {
	await hall.evaluate(() => {
		const heard: string[] = [];
		Object.assign(globalThis, { heard });
		new MutationObserver(() => {
			const now = document.querySelector('.speaking')?.closest('[data-call]')?.getAttribute('data-call') ?? '';
			if (now !== '' && now !== heard.at(-1)) heard.push(now);
		}).observe(document.body, { subtree: true, childList: true });
	});
	return () => hall.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

test('D-01 D-02 two calls in the same second are both seen, and both spoken one after the other', async ({ open }) => {
	const hall = await open(`${house.url}/display/social?screen=screen-social`, SCREEN);
	const bench = await open(`${house.url}/dev/devices`, DESK);
	const spoken = bench.locator('[data-device=screen-social]').getByTestId('last-spoken');
	await expect(bench.locator('[data-testid=screen][data-device=screen-social]')).toHaveAttribute('data-sound', 'on');
	const heard = await listen(hall);
	const [first, second] = [await house.issue(), await house.issue()];
	await Promise.all(['2', '3'].map((window) => house.clerk.ask('POST', `/windows/${window}/next`, {})));
	for (const { number } of [first, second]) {
		await expect(row(hall, number)).toBeVisible();
		await expect(row(hall, number)).toHaveClass(/current/);
	}
	const calls = await hall.getByTestId('call').evaluateAll((rows) => rows.map((one) => one.getAttribute('data-call')));
	const inOrder = calls
		.map(Number)
		.sort((a, b) => a - b)
		.map(String);
	await expect(spoken).toContainText(second.number);
	expect(await heard()).toEqual(inOrder);
	await expect(row(hall, first.number).locator('.speaking')).toHaveCount(0);
});

test('D-01 K-12 K-08 W-01 when the server is gone every page says so, and each comes back by itself', async ({
	open
}) => {
	const ticket = await house.issue();
	const hall = await open(`${house.url}/display/social?screen=screen-social`, SCREEN);
	const above = await open(`${house.url}/display/window/2`, SCREEN);
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	const phone = await open(`${house.url}/t/${ticket.token}`, PHONE);
	const bench = await open(`${house.url}/dev/devices`, DESK);
	const desk = await signInByLink(open, house, '7');
	await desk.keyboard.press('o');
	await expect(desk.getByTestId('window-state')).toHaveAttribute('data-state', 'open');
	const shown = await hall.getByTestId('call').count();

	await house.stop();
	for (const screen of [hall, above])
		await expect(screen.getByTestId('stale')).toContainText(/画面停在 \d\d:\d\d:\d\d/);
	await expect(hall.getByTestId('call')).toHaveCount(shown);
	await expect(phone.getByTestId('stale')).toContainText('您的号码仍然有效');
	await expect(bench.getByTestId('stale')).toBeVisible();
	await expect(desk.getByTestId('line-down')).toBeVisible();
	await expect(kiosk.getByTestId('out-of-order')).toContainText('已经取到的号码仍然有效');
	await expect(kiosk.locator('.kiosk')).toContainText('总导询台');
	await desk.keyboard.press('Space');
	await expect(desk.getByTestId('unconfirmed')).toBeVisible();

	await house.restart();
	for (const page of [hall, above, phone, bench]) await expect(page.getByTestId('stale')).toHaveCount(0);
	await expect(desk.getByTestId('line-down')).toHaveCount(0);
	await expect(bench.locator('[data-testid=screen][data-device=screen-social]')).toHaveAttribute('data-sound', 'on');
	await touch(kiosk, 'zone-social');
	await desk.keyboard.press('Space');
	await expect(desk.getByTestId('current').getByTestId('number')).toContainText(ticket.number);
	await expect(row(hall, ticket.number)).toBeVisible();
	await expect(phone.getByTestId('window')).toHaveText('请到 7号窗口');
});
