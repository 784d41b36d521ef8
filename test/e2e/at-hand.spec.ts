import { clean, expect, openHouse, signInAs, test, type House } from './people.ts';

/* What a desk has at hand: goods that it lends, and free services. */

let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(() => house.close());

test('G-06 G-09 glasses are lent by three keys and come back; the eleventh who waits for copies calls for somebody', async ({
	open
}) => {
	const desk = await signInAs(open, house, 'guide');
	await desk.keyboard.press('l');
	await desk.keyboard.press('1');
	await expect(desk.getByTestId('tag')).toBeFocused();
	await desk.keyboard.type('12');
	await desk.keyboard.press('Enter');
	await expect(desk.getByTestId('loan-done')).toContainText('12');
	await clean(desk, 'the goods that are lent');
	await desk.keyboard.press('r');
	await expect(desk.getByTestId('loan-line')).toHaveCount(1);
	await desk.getByTestId('loan-line').click();
	await desk.getByTestId('as-returned').click();
	// A key that comes before the answer is let pass.
	await expect(async () => {
		await desk.keyboard.press('r');
		await expect(desk.getByTestId('loans-out')).toContainText('没有借出', { timeout: 500 });
	}).toPass();

	await desk.keyboard.press('Escape');
	await desk.keyboard.press('Escape');
	await desk.keyboard.press('f');
	await desk.keyboard.press('1');
	await house.supervisor.ask('POST', '/services/copying', { waiting: 10 });
	await expect(desk.getByTestId('sheet').getByTestId('waiting')).toContainText('10');
	await desk.keyboard.press('+');
	await expect(desk.getByTestId('sheet').getByTestId('waiting')).toContainText('11');
	await clean(desk, 'the free services');
	await desk.keyboard.press('Escape');
	await expect(desk.getByTestId('alarms')).toContainText('免费复印等候 11 人');
});
