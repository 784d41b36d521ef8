import type { Page } from '@playwright/test';
import { clean, expect, KIOSK, openHouse, signInAs, signInByLink, test, touch, type House, visit } from './people.ts';

/* A whole service as the norm asks of a window, by keys alone: greeted, told what is missing, back, done, rated, answered. */

const TABLET = { viewport: { width: 1280, height: 800 }, hasTouch: true };

let house: House;
test.beforeEach(async () => {
	house = await openHouse();
});
test.afterEach(async () => {
	await house.close();
});

/** Every key that the clerk has pressed. */
const pressed: string[] = [];

async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
		pressed.push(key);
	}
	await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
}

/** The milliseconds from a key to the number that it brings about, by the page itself: who asks it again and again is late. */
async function timed(desk: Page, key: string, number: string): Promise<number> {
	const shown = desk.evaluate(
		(expected) =>
			new Promise<number>((resolve) => {
				let from = 0;
				window.addEventListener('keydown', (event) => (from = event.timeStamp), { capture: true, once: true });
				new MutationObserver((_, observer) => {
					if (document.querySelector('[data-testid=number]')?.textContent.includes(expected) !== true) return;
					observer.disconnect();
					resolve(performance.now() - from);
				}).observe(document.body, { subtree: true, childList: true, characterData: true });
			}),
		number
	);
	await press(desk, key);
	return shown;
}

test('W-02 W-03 W-05 W-12 W-13 a service with a notice, the return, the end and a bad rating', async ({ open }) => {
	const tablet = await open(`${house.url}/rate/1`, TABLET);
	const desk = await signInByLink(open, house, '1');
	const { number } = await house.issue();
	await press(desk, 'o');

	// Call next to ready: one key.
	const ready = await timed(desk, 'Space', number);
	expect(ready).toBeLessThan(2000);
	await press(desk, 's', '1', '2');
	await expect(desk.getByTestId('welcomed')).toContainText('✓');

	// A notice with three missing papers: at most eight keys.
	const before = pressed.length;
	const [told] = await Promise.all([
		desk.waitForResponse((answer) => answer.url().endsWith('/notice')),
		press(desk, 'q', '1', '2', '3', 'Enter')
	]);
	expect(pressed.length - before).toBeLessThanOrEqual(8);
	const { notice } = (await told.json()) as { notice: { code: string } };
	await press(desk, '3');
	await expect(desk.getByTestId('own-day')).toContainText('迎 1 答 1 送 1');

	const kiosk = await open(`${house.url}/kiosk`, KIOSK);
	await touch(kiosk, 'check-in');
	for (const key of notice.code) await kiosk.getByTestId(`key-${key}`).tap();
	await touch(kiosk, 'arrive');
	const back = /[A-Z]\d{3}/.exec((await kiosk.getByTestId('number').textContent()) ?? '')?.[0] ?? '';
	await press(desk, 'Space');
	await expect(desk.getByTestId('number')).toContainText(back);
	await press(desk, 's', '1', 'q', '1', '2', '3', 'Enter');
	await expect(desk.getByTestId('told-before')).toContainText('材料已齐');
	await clean(desk, 'the console with a visitor who is back');
	await press(desk, 'f', '3');

	await expect(tablet.getByTestId('service')).toContainText(back);
	await touch(tablet, 'grade-1');
	await touch(tablet, 'next');
	await touch(tablet, 'send');
	await expect(tablet.getByTestId('thanks')).toBeVisible();
	await expect(desk.locator('body')).not.toContainText(/不满意|差评/);

	const supervisor = await signInAs(open, house, 'supervisor');
	await visit(supervisor, `${house.url}/cases?list=all`);
	await expect(supervisor.locator('main')).toContainText('差评');
	await clean(supervisor, 'the page of cases');
});

test('W-13 no row of a list moves under the pointer, and after a break the console is right again by itself', async ({
	open
}) => {
	const desk = await signInByLink(open, house, '1');
	const { number } = await house.issue();
	await press(desk, 'o', 'Space', 's', 'p', '1');
	const row = desk.getByTestId('parked').locator('li').first();
	await row.hover();
	const at = await row.boundingBox();
	await house.issue();
	await expect(desk.locator('aside')).toContainText('1 人');
	expect(await row.boundingBox()).toEqual(at);
	await house.stop();
	await expect(desk.getByTestId('line-down')).toBeVisible();
	await desk.keyboard.press('e');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('unconfirmed')).toBeVisible();
	await house.restart();
	await expect(desk.getByTestId('line-down')).toHaveCount(0);
	await expect(desk.getByTestId('parked')).toContainText(number);
});
