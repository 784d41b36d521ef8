import type { Page } from '@playwright/test';
import { clean, DESK, expect, KIOSK, openHouse, PHONE, SCREEN, signInAs, test, type House, visit } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
	await house.seat('1', '1001');
});
test.afterAll(() => house.close());

/** Keys are pressed when the last one has been answered. */
async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
		await page.keyboard.press(key);
	}
}

/** How often in a second the frame of an alert flashes, measured over some seconds of real frames. */
function flashesPerSecond(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const frame = document.querySelector('[data-testid=flash]');
				const began = performance.now();
				let [changes, last] = [0, ''];
				const look = (): void => {
					const now = frame === null ? '' : getComputedStyle(frame).borderTopColor;
					if (last !== '' && now !== last) changes += 1;
					last = now;
					const ms = performance.now() - began;
					if (ms < 4000) requestAnimationFrame(look);
					else resolve(changes / 2 / (ms / 1000));
				};
				look();
			})
	);
}

test('G-04 G-06 G-09 two keys record an incident, a third person is called and comes; a loan and a service by keys', async ({
	open
}) => {
	const desk = await signInAs(open, house, 'guide');
	const lead = await signInAs(open, house, 'supervisor');

	await press(desk, 's', '1');
	await expect(desk.getByTestId('incident-done')).toContainText('已登记');
	await clean(desk, 'the sheet of an incident');
	await expect(lead.getByTestId('alarms')).toContainText('突发疾病');
	await press(desk, '2');
	await expect(desk.getByTestId('severity-2')).toHaveAttribute('aria-pressed', 'true');

	await visit(lead, `${house.url}/incidents`);
	await lead.getByTestId('incident-row').click();
	await expect(lead.getByTestId('stands')).toHaveText('待响应');
	await clean(lead, 'the page of incidents');
	await press(lead, '1');
	await expect(lead.getByTestId('stands')).toContainText('已响应');
	await expect(lead.getByTestId('time-acknowledged')).toHaveText(/^\d\d:\d\d$/);
	await expect(desk.getByTestId('acknowledge')).toHaveCount(0);
	await press(desk, 'Escape', 'Escape');
	await expect(desk.getByTestId('alarms')).toHaveCount(0);
	// How it stands comes by the line, what can be done now with an answer of its own.
	await expect(lead.getByTestId('act-acknowledge')).toHaveCount(0);
	await press(lead, '1');
	await expect(lead.getByTestId('stands')).toHaveText('现场处置');

	await press(desk, 'l', '1');
	await desk.keyboard.type('T7');
	await press(desk, 'Enter');
	await expect(desk.getByTestId('loan-done')).toContainText('T7');
	await clean(desk, 'the sheet of loans');
	await press(desk, 'r');
	await expect(desk.getByTestId('loan-line')).toHaveCount(1);
	await press(desk, '1', '1');
	await expect(desk.getByTestId('loan-done')).toContainText('已归还');
	await press(desk, 'Escape', 'f', '1', 'x');
	await expect(desk.getByTestId('state-out-of-order')).toHaveAttribute('aria-pressed', 'true');
	await clean(desk, 'the sheet of free services');
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	await expect(kiosk.getByTestId('services')).toContainText('免费复印 暂停使用');
	await press(desk, 'w');
	await expect(kiosk.getByTestId('services')).toContainText('免费复印 可用');
});

test('G-04 an alert is on every screen and phone, flashes no more than three times a second, and two persons end it', async ({
	open,
	faults
}) => {
	const { token } = await house.issue();
	const desk = await open(house.url + (await house.linkFor('8002')), { ...DESK, line: false });
	await signUp(desk, '**/desk');
	const lead = await open(house.url + (await house.linkFor('9002')), { ...DESK, line: false });
	await signUp(lead, '**/supervise');
	const hall = await open(`${house.url}/display/social`, SCREEN);
	const window = await open(`${house.url}/display/window/1`, SCREEN);
	const text = await open(`${house.url}/display/window/1/text`, SCREEN);
	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	const phone = await open(`${house.url}/t/${token}`, PHONE);
	const calm = await open(`${house.url}/display/social`, { ...SCREEN, reducedMotion: 'reduce' });
	const pages = { hall, window, text, kiosk, phone, calm };

	await press(desk, 's', 'b', '1');
	await expect(desk.getByTestId('broadcast-confirm')).toContainText('真实情况');
	for (const page of Object.values(pages)) await expect(page.getByTestId('broadcast')).toHaveCount(0);
	await press(desk, 'y');
	// By the line, all at once: what a page asks for by itself it asks for once a minute.
	const told = Object.entries(pages).map(([name, page]) =>
		expect(page.getByTestId('broadcast'), name).toContainText('请保持镇静')
	);
	await Promise.all(told);
	const rates: number[] = [];
	// Frames that a busy machine leaves out hide a flash, and never make one.
	const measured = async (): Promise<number> => {
		const rate = await flashesPerSecond(hall);
		rates.push(rate);
		return rate;
	};
	await expect.poll(measured).toBeGreaterThan(0.5);
	expect(Math.max(...rates)).toBeLessThanOrEqual(3);
	expect(await flashesPerSecond(calm)).toBe(0);
	for (const [name, page] of Object.entries({ hall, kiosk, phone })) await clean(page, `an alert on the ${name}`);
	await expect(kiosk.locator('.kiosk')).toHaveAttribute('inert', '');
	const next = await house.clerk.ask('POST', '/windows/1/next', {});
	expect([next.status, (next.body as { code: string }).code]).toEqual([409, 'broadcast-live']);
	await phone.getByTestId('fold').tap();
	await expect(phone.getByTestId('standing')).toBeVisible();

	// It is a row: a server that was killed tells it again.
	await house.stop();
	await house.restart();
	await expect(hall.getByTestId('stale')).toHaveCount(0);
	const late = await open(`${house.url}/display/window/2`, SCREEN);
	await expect(late.getByTestId('broadcast')).toContainText('请保持镇静');

	await press(desk, 'e');
	await expect(desk.getByTestId('asked')).toContainText('8002');
	await expect(desk.getByTestId('end-confirm')).toHaveCount(0);
	await press(desk, 'e');
	await expect(hall.getByTestId('broadcast')).toBeVisible();
	await visit(lead, `${house.url}/incidents`);
	await expect(lead.getByTestId('on-air')).toContainText('8002');
	await press(lead, 'e');
	for (const [name, page] of Object.entries(pages)) await expect(page.getByTestId('broadcast'), name).toHaveCount(0);
	await expect(lead.getByTestId('recent-broadcasts')).toContainText('两人确认结束');

	await press(desk, 'b', 'd', '2', 'y');
	// A kiosk says it before any words but its own have come.
	for (const page of [window, kiosk]) await expect(page.getByTestId('broadcast')).toContainText('演练 DRILL');
	await expect(hall.locator('[data-drill=true]').first()).toContainText('演练');
	// A server that goes away is told in the console of a page, and is no fault of it.
	faults.splice(0);
});

/** Chooses a password at a one-time link, with keys alone. */
async function signUp(page: Page, leadsTo: string): Promise<void> {
	await page.locator('input[name=password]').focus();
	await page.keyboard.type('a-long-enough-one');
	await page.keyboard.press('Tab');
	await page.keyboard.type('a-long-enough-one');
	const awake = page.waitForEvent('websocket');
	await page.keyboard.press('Enter');
	await page.waitForURL(leadsTo);
	await awake;
}
