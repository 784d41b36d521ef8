import { KIOSK, PHONE, openHouse, test, touch, type House } from './people.ts';
let house: House;
test.beforeAll(async () => {
	house = await openHouse();
});
test.afterAll(async () => {
	await house.close();
});
const OUT = '/tmp/h1/shots';
for (const [n, viewport] of [
	['p', { width: 1080, height: 1920 }],
	['l', { width: 1366, height: 768 }]
] as const) {
	test(`shots ${n}`, async ({ open }) => {
		const page = await open(`${house.url}/kiosk`, { ...KIOSK, viewport });
		await page.getByTestId('by-theme').waitFor();
		const shot = (name: string) => page.screenshot({ path: `${OUT}/${n}-${name}.png` });
		await shot('first');
		await touch(page, 'by-theme');
		await page.waitForTimeout(300);
		await shot('themes');
		await touch(page, 'find');
		await page.waitForTimeout(600);
		await shot('find');
		for (const k of 'sbk') await page.getByTestId(`key-${k}`).tap();
		await page.waitForTimeout(300);
		await shot('find-sbk');
		await page.getByTestId('candidate').first().tap();
		await page.waitForTimeout(200);
		await touch(page, 'key-figures');
		await page.waitForTimeout(200);
		await shot('figures');
		await touch(page, 'key-letters');
		await touch(page, 'clear');
		for (const k of 'fuzao') await page.getByTestId(`key-${k}`).tap();
		await page.waitForTimeout(300);
		await shot('near');
		await touch(page, 'key-done');
		await page.waitForTimeout(200);
		await shot('near-done');
		await touch(page, 'elder');
		await page.waitForTimeout(300);
		await page.getByTestId('query').tap();
		await page.waitForTimeout(300);
		await shot('elder');
		await touch(page, 'elder');
		await touch(page, 'comforts');
		await page
			.getByTestId('low')
			.tap()
			.catch(() => undefined);
		await page.keyboard.press('Escape');
		await page.waitForTimeout(300);
		await shot('low');
		await touch(page, 'key-done');
		await page.locator('[data-testid^=item-]').first().tap();
		await page.waitForTimeout(500);
		await shot('item');
		await touch(page, 'print-guide');
		await page.waitForTimeout(2500);
		await shot('guide');
		await page.goto(`${house.url}/say?kiosk=kiosk-1&kind=complaint&lang=zh-CN`);
		await page.waitForTimeout(500);
		await page.getByTestId('words-text').tap();
		await page.waitForTimeout(500);
		for (const k of 'womendengletaijiu') await page.getByTestId(`key-${k}`).tap();
		await page.waitForTimeout(300);
		await shot('say');
	});
}
test('phone', async ({ open }) => {
	const page = await open(`${house.url}/i/employee-enrolment`, { ...PHONE, line: false });
	await page.screenshot({ path: `${OUT}/i.png`, fullPage: true });
	await page.goto(`${house.url}/i/passport-first?lang=en`);
	await page.screenshot({ path: `${OUT}/i-en.png`, fullPage: true });
});
