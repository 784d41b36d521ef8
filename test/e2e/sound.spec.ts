import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium.ts';
import { DESK, expect, openHouse, SCREEN, test, type House } from './people.ts';

// A trace looks into the page by itself, and the browser takes that for a touch.
test.use({ trace: 'off' });

let house: House;
test.beforeAll(async () => {
	house = await openHouse({ 'repeat: 2': 'repeat: 1' });
	await house.seat('8', '1008');
});
test.afterAll(async () => {
	await house.close();
});

/** Reads a page without touching it: what Playwright itself asks a page counts as a touch, and lets it sound. */
async function looker(page: Page): Promise<(expression: string) => Promise<string>> {
	const glass = await page.context().newCDPSession(page);
	return async (expression) => {
		const { result } = await glass.send('Runtime.evaluate', { expression, userGesture: false });
		return String(result.value);
	};
}

test('D-02 a screen whose browser refuses sound says so there and at the desk, and goes on showing', async ({
	open
}) => {
	const executablePath = findChromium();
	const args = CHROMIUM_ARGS.map((arg) => arg.replace('no-user-gesture-required', 'document-user-activation-required'));
	const mute = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
	const hall = await mute.newPage(SCREEN);
	const look = await looker(hall);
	const bench = await open(`${house.url}/dev/devices`, DESK);
	const atDesk = bench.locator('[data-testid=screen][data-device=mute]');
	await hall.goto(`${house.url}/display/social?screen=mute`);

	await expect(atDesk).toHaveAttribute('data-sound', 'refused');
	await expect(atDesk).toContainText('浏览器禁止声音');
	await expect.poll(() => look('document.body.innerText')).toContain('本屏没有声音');
	const ticket = await house.issue('card-new');
	await house.clerk.ask('POST', '/windows/8/next', {});
	await expect.poll(() => look('document.querySelector("[data-call]").innerText')).toContain(ticket.number);
	await expect(atDesk).toHaveAttribute('data-sound', 'refused');
	expect(await look('document.body.innerText')).toContain('本屏没有声音');

	await hall.getByTestId('enable-sound').click();
	await expect(hall.getByTestId('sound')).toHaveCount(0);
	await expect(atDesk).toHaveAttribute('data-sound', 'on');
	await expect(atDesk.getByTestId('last-spoken')).toContainText(ticket.number);
	await mute.close();
});
