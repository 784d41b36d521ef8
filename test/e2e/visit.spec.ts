import type { Page } from '@playwright/test';
import {
	DESK,
	expect,
	ITEM,
	KIOSK,
	openHouse,
	SCREEN,
	signIn,
	signInByLink,
	tabTo,
	test,
	touch,
	type House
} from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});

/** A key is pressed when the last one has been answered: until then the console lets it pass, whatever other screens show. */
async function press(desk: Page, key: string): Promise<void> {
	await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
	await desk.keyboard.press(key);
}

/** What stands on the papers of the bench, one text a slip. */
async function papersOn(bench: Page): Promise<string[]> {
	const pictures = await bench
		.getByTestId('paper')
		.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('src')));
	return pictures.map((address) => decodeURIComponent(address ?? '').replace(/<[^>]*>/g, ''));
}

test('K-01 D-01 D-02 D-03 D-04 W-01 W-13 a visitor takes a number by touch, a clerk calls it by keys: paper, screens, LED and voice have it', async ({
	open
}) => {
	const hall = await open(`${house.url}/display/social?screen=screen-social`, SCREEN);
	const above = await open(`${house.url}/display/window/1`, SCREEN);
	const bench = await open(`${house.url}/dev/devices`, DESK);
	const kiosk = await open(`${house.url}/kiosk?kiosk=kiosk-1`, KIOSK);

	for (const id of ['zone-social', `item-${ITEM}`, 'take']) await touch(kiosk, id);
	await expect(kiosk.getByTestId('number')).toContainText('A001');
	await expect(kiosk.locator('.facts')).toContainText('0 人');
	await expect(kiosk.locator('.facts')).toContainText(/\d+–\d+ 分钟/);
	await expect(kiosk.locator('.facts')).toContainText('请在一楼西侧等候');
	await expect(kiosk.getByTestId('qr')).toBeVisible();
	await expect(kiosk.getByTestId('slip')).toHaveText('请取走小票');

	const printed = bench.locator('[data-testid=printer] [data-testid=slip]').filter({ hasText: 'A001' }).first();
	await expect(printed).toHaveAttribute('data-state', 'printed');
	const papers = (await papersOn(bench)).filter((text) => text.includes('A001'));
	expect(papers).toEqual([expect.stringContaining('用人单位参保登记')]);
	await expect(hall.locator('[data-testid=queue][data-queue=enroll]')).toContainText('A001');

	const desk = await signInByLink(open, house, '1');
	await expect(desk.getByTestId('window-state')).toHaveText('未开放');
	await press(desk, 'o');
	await expect(desk.getByTestId('window-state')).toHaveAttribute('data-state', 'open');
	await expect(above.getByTestId('window-screen')).toContainText('1001');
	await press(desk, 'Space');

	await expect(desk.getByTestId('current').getByTestId('number')).toContainText('A001');
	const called = hall.getByTestId('call').filter({ hasText: 'A001' });
	await expect(called).toContainText('1');
	await expect(called).toHaveClass(/current/);
	await expect(above.getByTestId('number')).toHaveText('A001');
	await expect(above.getByTestId('window-screen')).toContainText('请到本窗口办理');
	const board = bench.locator('[data-testid=board][data-device=board-1]');
	await expect(board.getByTestId('shown')).toContainText('A001');
	await expect(board).toHaveAttribute('data-outcome', 'acked');
	await expect(desk.getByTestId('receipts')).toHaveText(/屏幕 2，语音 1，LED [12]/, { timeout: 60_000 });
	const speaker = bench.locator('[data-testid=screen][data-device=screen-social]');
	await expect(speaker).toHaveAttribute('data-sound', 'on');
	await expect(speaker.getByTestId('last-spoken')).toContainText('A001');

	await press(desk, 's');
	await expect(above.getByTestId('window-screen')).toHaveAttribute('data-state', 'serving');
	await expect(hall.locator('[data-testid=queue][data-queue=enroll]')).not.toContainText('A001');
	await expect(desk.getByTestId('current')).toContainText('办理中');
	await press(desk, 'f');
	await expect(desk.getByTestId('current')).toContainText('当前没有来宾');
	await expect(desk.getByTestId('today')).toContainText('已办 1 人');
	await expect(above.getByTestId('window-screen')).toHaveAttribute('data-state', 'free');
	await expect(board.getByTestId('shown')).not.toContainText('A001');

	await tabTo(desk, desk.getByRole('button', { name: '签退' }));
	await desk.keyboard.press('Enter');
	await desk.waitForURL('**/sign-in');
	await expect(above.getByTestId('window-screen')).toHaveAttribute('data-state', 'closed');
	await desk.goto(`${house.url}/window`);
	await desk.waitForURL('**/sign-in');
	// Once it is awake it offers the window of last time; what was chosen before would be lost.
	await expect(desk.locator('select[name=window]')).toHaveValue('1');
	await signIn(desk, '1001', '2');
	await expect(desk.getByRole('heading', { level: 1 })).toHaveText('2号窗口');
});
