import type { Page } from '@playwright/test';
import { clean, expect, openHouse, SCREEN, signInAs, signInByLink, test, type House } from './people.ts';

let house: House;
test.beforeEach(async () => {
	house = await openHouse();
});
test.afterEach(async () => {
	await house.close();
});

async function press(desk: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) {
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
		await desk.keyboard.press(key);
	}
}

test('D-05 what the clerk types stands on the screen that faces the visitor, and is gone with him', async ({
	open
}) => {
	const facing = await open(`${house.url}/display/window/3/text`, SCREEN);
	const desk = await signInByLink(open, house, '3');
	await house.issue();
	await press(desk, 'o', 'Space', 's', 'w');
	await desk.keyboard.type('请您在这里签字');
	await expect(facing.getByTestId('text')).toHaveText('请您在这里签字');
	await expect(desk.getByTestId('say-shown')).toHaveText('请您在这里签字');
	await clean(facing, 'the text screen');
	await clean(desk, 'the console with its sheet');
	await desk.keyboard.press('Escape');
	await press(desk, 'f');
	await expect(facing.getByTestId('text-screen')).toHaveCount(0);
	await expect(facing.getByTestId('window-screen')).toBeVisible();
});

test('W-01 a shift is handed over: the window stays open, and the former console says who sits there', async ({
	open
}) => {
	const first = await signInByLink(open, house, '3');
	await press(first, 'o', 'd');
	await first.getByTestId('option').filter({ hasText: '1002' }).click();
	await expect(first.getByTestId('offered')).toContainText('1002');
	const second = await signInByLink(open, house, '3', await house.linkFor('1002'));
	await expect(second.getByTestId('window-state')).toHaveAttribute('data-state', 'open');
	await expect(second.locator('header')).toContainText('1002');
	await expect(first.getByTestId('signed-out')).toBeVisible();
});

test('W-01 wrap-up is a state of its own, and the keys can be printed', async ({ open }) => {
	const screen = await open(`${house.url}/display/window/3`, SCREEN);
	const desk = await signInByLink(open, house, '3');
	await press(desk, 'o', 'g');
	await expect(desk.getByTestId('window-state')).toHaveAttribute('data-state', 'wrap-up');
	await expect(screen.getByTestId('window-screen')).toContainText('整理中');
	await press(desk, '?');
	await expect(desk.getByTestId('print-keys')).toBeVisible();
	await desk.emulateMedia({ media: 'print' });
	await expect(desk.getByTestId('keys')).toBeVisible();
	await expect(desk.getByTestId('current')).toBeHidden();
});

test('S-01 the figures of a day are counted on a page of their own', async ({ open }) => {
	await house.seat('2', '1002');
	const supervisor = await signInAs(open, house, 'supervisor');
	await supervisor.goto(`${house.url}/supervise/figures`);
	await expect(supervisor.getByTestId('figures-windows')).toContainText('2号窗口');
	await clean(supervisor, 'the figures');
});
