import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHAIN_HALL } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { Scanners } from './scanners.ts';

const wire = 'wire: { kind: virtual }';
const WITH_SCANNERS = CHAIN_HALL.replace(
	'  buses:\n',
	`  scanners:
    - { code: scanner-kiosk, kiosk: kiosk-1, ${wire}, start: [{ send: '00', waitMs: 50 }, { send: '04 E4 04 00 FF 14' }] }
    - { code: scanner-window, window: 1, ${wire}, encoding: gb18030 }
    - { code: scanner-desk, desk: main, ${wire} }
  buses:
`
);

describe('K-06 the scanners of a hall', () => {
	let here: TestHall;
	let scanners: Scanners;
	const heard: string[] = [];
	let changes = 0;
	beforeAll(async () => {
		here = await testHall('sqlite', WITH_SCANNERS);
		scanners = new Scanners(here.hall, {
			onScan: ({ room, key }, text) => void heard.push(`${room}:${key} ${text}`),
			onChanged: () => (changes += 1)
		});
		await here.clock.advance(200);
	});
	afterEach(() => {
		heard.length = 0;
	});
	afterAll(async () => {
		await scanners.close();
		await here.close();
	});

	const scan = async (code: string, text: string): Promise<string[]> => {
		expect(scanners.scan(code, text)).toBe(true);
		await here.clock.advance(300);
		return heard.splice(0);
	};
	const of = (code: string) => scanners.view().find((one) => one.code === code);

	test('each tells the page of its place and no other', async () => {
		expect(await scan('scanner-kiosk', '12345678')).toEqual(['kiosk:kiosk-1 12345678']);
		expect(await scan('scanner-window', 'A001')).toEqual(['console:1 A001']);
		expect(await scan('scanner-desk', 'A002')).toEqual(['desk:main A002']);
	});

	test('the device page sees where it is, when it last read and what it could not read; never what', async () => {
		const before = changes;
		await scan('scanner-desk', 'A003');
		expect(of('scanner-desk')).toMatchObject({ kiosk: null, window: null, desk: 'main', up: true, virtual: true });
		expect(of('scanner-desk')).toMatchObject({ scans: 2, unread: 0, lastAt: here.clock.now() - 300 });
		expect(JSON.stringify(scanners.view())).not.toContain('A003');
		expect(changes).toBeGreaterThan(before);
		// Noise before a code is no text.
		expect(scanners.setFault('scanner-window', 'noise', true)).toBe(true);
		expect(await scan('scanner-window', 'A004')).toEqual(['console:1 A004']);
		expect(of('scanner-window')).toMatchObject({ unread: 1 });
	});

	test('a fault is one code all the same, and a scanner without its cable is down until it is back', async () => {
		for (const fault of ['split', 'no-end', 'noise'])
			expect(scanners.setFault('scanner-kiosk', fault, true)).toBe(true);
		expect(await scan('scanner-kiosk', '87654321')).toEqual(['kiosk:kiosk-1 87654321']);
		scanners.setFault('scanner-kiosk', 'unplugged', true);
		await here.clock.advance(100);
		expect([of('scanner-kiosk')?.up, await scan('scanner-kiosk', '11111111')]).toEqual([false, []]);
		for (const fault of of('scanner-kiosk')?.faults ?? []) scanners.setFault('scanner-kiosk', fault, false);
		await here.clock.advance(10_000);
		expect(await scan('scanner-kiosk', '22222222')).toEqual(['kiosk:kiosk-1 22222222']);
	});

	test('what is no scanner, or no fault of one, is told', () => {
		expect([scanners.scan('scanner-9', 'x'), scanners.setFault('scanner-9', 'split', true)]).toEqual([false, false]);
		expect(scanners.setFault('scanner-desk', 'on-fire', true)).toBe(false);
	});
});
