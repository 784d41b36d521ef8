import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { LONG_HALL, until } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { KioskItem, KioskView } from '../views.ts';
import { kioskView } from './kiosk.ts';

/** With clerks for each window, and closed when the small hall is. */
const HALL = LONG_HALL.replace('  demo: always-open\n', '');

describe.each(ENGINES)('%s: what a kiosk offers', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	afterAll(() => here.close());

	const view = (device = 'kiosk-1'): Promise<KioskView> =>
		kioskView(here.hall, device, { paper: 'ready', printer: null });
	const item = async (code: string): Promise<KioskItem | undefined> =>
		(await view('any')).zones.flatMap((zone) => zone.items).find((one) => one.code === code);

	test('K-01 the zones of its own, and every zone where it is none of the hall file', async () => {
		expect((await view()).zones.map((zone) => zone.code)).toEqual(['east']);
		expect((await view('a-browser')).zones.map((zone) => zone.code)).toEqual(['east', 'west']);
		expect(await view()).toMatchObject({ device: 'kiosk-1', paper: 'ready', headStartMinutes: 25, idleSeconds: 60 });
	});

	test('K-03 of an item what to bring, what it costs, how long it takes, and where', async () => {
		expect(await item('enrol')).toMatchObject({
			name: { zh: '参保登记', en: 'Enrolment' },
			department: { zh: '人社局' },
			materials: [
				{ name: { zh: '身份证' }, kind: 'copy', copies: 2 },
				{ name: { zh: '登记表' }, kind: 'form', copies: 1 }
			],
			fee: { zh: '免费' },
			legalDays: 15,
			promisedDays: 1,
			windows: ['1', '2'],
			hours: '09:00–12:00, 13:30–17:00'
		});
	});

	test('K-03 how many are ahead, and the wait as a range, which more open windows shorten', async () => {
		expect(await item('enrol')).toMatchObject({ ahead: 0, wait: { from: 0, to: 5 } });
		for (let i = 0; i < 8; i += 1) await here.take('enrol');
		const alone = await item('enrol');
		expect(alone).toMatchObject({ ahead: 8, wait: { from: 45, to: 80 } });
		await here.open('1');
		expect((await item('enrol'))?.wait).toEqual(alone?.wait);
		await here.open('2');
		expect((await item('enrol'))?.wait).toEqual({ from: 20, to: 40 });
	});

	test('K-09 what is closed now says why, and when it is open', async () => {
		expect(await item('enrol')).toMatchObject({ open: true, closedBecause: null, nextOpening: null });
		expect(await item('sale')).toMatchObject({
			...{ open: false, closedBecause: 'queue-closed', hours: '' },
			nextOpening: { day: '2026-11-28', time: '09:00' }
		});
		await until(here, '2026-11-29T02:00Z');
		expect(await item('enrol')).toMatchObject({
			...{ open: false, closedBecause: 'hall-closed', hours: '' },
			nextOpening: { day: '2026-11-30', time: '09:00' }
		});
	});

	test('K-04 the classes one may claim', async () => {
		expect((await view()).classes.map(({ code, policy }) => [code, policy])).toEqual([
			['elder', 'self'],
			['service', 'window']
		]);
	});
});
