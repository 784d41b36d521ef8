import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeviceState } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { moment } from '#test/fixtures/booking.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { monthsOf } from './hours.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PRINTER = { kind: 'printer', code: 'printer-1' } as const;

/* A hall that is always open, on Monday 2026-11-23, 09:00 by the clock of Shanghai. */
describe.each(ENGINES)('%s: D-12 how long a device could do its job, by months', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, liveHall());
	});
	afterAll(() => here.close());

	async function changed(at: string, from_state: DeviceState, to_state: DeviceState): Promise<void> {
		const event = { hall: here.hall.id, kind: PRINTER.kind, device: PRINTER.code, act: 'state' } as const;
		const when = { at: moment(at), reason: null, by_whom: null };
		await here.hall.write(({ k }) =>
			k
				.insertInto('device_event')
				.values({ ...event, ...when, from_state, to_state })
				.execute()
		);
	}
	const months = (): ReturnType<typeof monthsOf> => monthsOf(here.hall, PRINTER);

	test('none before its history begins', async () => {
		expect(await months()).toEqual([]);
	});

	test('each month has its own hours, begun as the one before ended; the last six, the newest first', async () => {
		const now = here.clock.now();
		await changed('2026-09-30 12:00', 'unknown', 'ready');
		await changed('2026-10-31 18:00', 'ready', 'paper-out');
		await changed('2026-11-02 06:00', 'paper-out', 'ready');
		const began = now - moment('2026-11-01 00:00');
		expect(await months()).toEqual([
			{
				month: '2026-11',
				share: (began - 30 * HOUR) / began,
				up: began - 30 * HOUR,
				down: 30 * HOUR,
				unknown: 0,
				off: 0
			},
			{
				month: '2026-10',
				share: (31 * 24 - 6) / (31 * 24),
				up: 31 * DAY - 6 * HOUR,
				down: 6 * HOUR,
				unknown: 0,
				off: 0
			},
			{ month: '2026-09', share: 1, up: 12 * HOUR, down: 0, unknown: 0, off: 0 }
		]);
		await changed('2025-01-05 00:00', 'unknown', 'ready');
		expect((await months()).map(({ month }) => month)).toEqual([
			...['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06']
		]);
	});
});
