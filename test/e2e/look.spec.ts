import { mkdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openHouse, test, type House } from './people.ts';
let house: House;
test.beforeAll(async () => {
	house = await openHouse({
		'repeat: 2': 'repeat: 1',
		'recentCalls: 8': 'recentCalls: 12',
		'  screens:\n': '  media:\n    - { file: a.png, seconds: 5 }\n    - { file: broken.png }\n  screens:\n'
	});
	mkdirSync(join(house.folder, 'media'), { recursive: true });
	copyFileSync('/tmp/m/a.png', join(house.folder, 'media/a.png'));
	for (let n = 1; n <= 6; n++) {
		await house.seat(String(n), String(1000 + n));
		await house.issue();
		await house.clerk.ask('POST', `/windows/${n}/next`, {});
	}
});
test.afterAll(async () => house.close());
const shots: [string, number, number, number | null, number | null, string | null][] = [
	['hd-plain', 1920, 1080, null, null, null],
	['hd-3m-55', 1920, 1080, 55, 3, null],
	['hd-5m-55', 1920, 1080, 55, 5, 'light'],
	['hd-8m-55', 1920, 1080, 55, 8, null],
	['hd-10m-55', 1920, 1080, 55, 10, null],
	['hd-15m-55', 1920, 1080, 55, 15, null],
	['hd-30m-32', 1920, 1080, 32, 30, null],
	['720-5m-43', 1280, 720, 43, 5, null],
	['4k-8m-86', 3840, 2160, 86, 8, 'light'],
	['up-3m-55', 1080, 1920, 55, 3, null],
	['up-5m-55', 1080, 1920, 55, 5, 'light'],
	['up-8m-55', 1080, 1920, 55, 8, null],
	['led-8m', 1920, 960, 160, 15, null]
];
test('look', async ({ open }) => {
	test.setTimeout(300_000);
	const page = await open(`${house.url}/display/social?screen=${process.env['SCR'] ?? 'other'}`, {
		viewport: { width: 1920, height: 1080 }
	});
	for (const [name, width, height, inches, metres, theme] of shots) {
		await page.setViewportSize({ width, height });
		await page.evaluate((o) => localStorage.setItem('guidedesk:glass', JSON.stringify(o)), { inches, metres, theme });
		await page.reload();
		await page.waitForTimeout(900);
		await page.screenshot({ path: `/tmp/m/${name}.png` });
		console.log(
			name,
			await page.evaluate(() => [
				screen.width,
				screen.height,
				document.querySelector('[data-testid=stage]')?.getAttribute('style'),
				document.querySelector('[data-testid=stage]')?.getAttribute('data-fits')
			])
		);
	}
	expect(1).toBe(1);
});
