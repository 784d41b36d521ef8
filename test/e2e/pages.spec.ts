import { clean, DESK, expect, openHouse, PHONE, SCREEN, signInByLink, test, type House } from './people.ts';

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
	await house.seat('2', '1002');
	await house.seat('3', '1003');
});
test.afterAll(async () => {
	await house.close();
});

test('D-05 the screens can be read by everybody: empty, calling, serving, paused, closed', async ({ open }) => {
	const empty = await open(`${house.url}/display/police`, SCREEN);
	await clean(empty, 'a hall screen without calls');
	for (let visitors = 0; visitors < 6; visitors++) await house.issue();
	const hall = await open(`${house.url}/display/social`, SCREEN);
	const above = await open(`${house.url}/display/window/2`, SCREEN);
	await clean(above, 'a window that waits');
	for (const window of ['2', '3']) await house.clerk.ask('POST', `/windows/${window}/next`, {});
	await expect(hall.getByTestId('call')).toHaveCount(2);
	await clean(hall, 'a hall screen with calls');
	await expect(above.getByTestId('window-screen')).toHaveAttribute('data-state', 'calling');
	await clean(above, 'a window that calls');
	await clean(await open(`${house.url}/display/window/12`, SCREEN), 'a window that is closed');
});

test('D-05 W-13 the console can be read by everybody: closed, calling, with a menu, the keys, dark, English', async ({
	open
}) => {
	const desk = await signInByLink(open, house, '1');
	await clean(desk, 'closed');
	await house.issue();
	for (const key of ['o', 'Space']) {
		await desk.keyboard.press(key);
		await expect(desk.locator('[aria-busy=true]')).toHaveCount(0);
	}
	await expect(desk.getByTestId('current').getByTestId('number')).toBeVisible();
	await clean(desk, 'calling');
	await desk.keyboard.press('t');
	await clean(desk, 'transfer');
	await desk.keyboard.press('Escape');
	await desk.getByRole('button', { name: '深色' }).click();
	await desk.getByRole('button', { name: 'English' }).click();
	await clean(desk, 'dark, English');
	await desk.keyboard.press('?');
	await clean(desk, 'the keys');
});

test('D-05 K-08 the phone can be read by everybody: waiting, called, leaving, over, its record, unknown', async ({
	open,
	faults
}) => {
	const mine = await house.issue('card-new');
	const phone = await open(`${house.url}/t/${mine.token}`, PHONE);
	await clean(phone, 'waiting');
	await phone.getByTestId('lang-en').tap();
	await clean(phone, 'waiting, English');
	await phone.getByTestId('leave').tap();
	await clean(phone, 'leaving');
	await phone.getByTestId('leave-no').tap();
	await house.seat('8', '1008');
	await house.clerk.ask('POST', '/windows/8/next', {});
	await expect(phone.getByTestId('window')).toBeVisible();
	await clean(phone, 'called');
	await phone.getByTestId('leave').tap();
	await phone.getByTestId('leave-yes').tap();
	await expect(phone.getByTestId('standing')).toHaveText('This number was cancelled');
	await clean(phone, 'over');
	await clean(await open(`${house.url}/t/${mine.token}/proof`, { ...PHONE, line: false }), 'its record');
	await clean(
		await open(`${house.url}/t/${mine.token}/proof`, { ...PHONE, line: false, locale: 'en-GB' }),
		'its record, English'
	);
	await clean(await open(`${house.url}/t/nobody`, { ...PHONE, line: false }), 'unknown');
	await clean(await open(`${house.url}/nowhere`, { ...PHONE, line: false }), 'no such page');
	// The browser itself notes that these two are not there.
	expect(faults.splice(0)).toEqual([expect.stringContaining('404'), expect.stringContaining('404')]);
});

test('D-05 D-03 the desk pages can be read by everybody: all pages, sign in, the bench', async ({ open }) => {
	for (const path of ['/', '/sign-in', house.link])
		await clean(await open(house.url + path, { ...DESK, line: false }), path);
	const bench = await open(`${house.url}/dev/devices`, DESK);
	await clean(bench, 'the bench');
	const printer = bench.locator('[data-testid=printer][data-device=printer-police]');
	await printer.getByTestId('fault-paper-out').click();
	await expect(printer).toHaveAttribute('data-state', 'paper-out');
	for (const name of ['深色', 'English']) await bench.getByRole('button', { name }).click();
	await clean(bench, 'the bench, dark, English, with a fault');
});
