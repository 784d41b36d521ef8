import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf } from '../day.ts';
import { Random } from '../random.ts';
import { erlangC } from './erlang.ts';
import { backTest, countDays, forecastFrom, meanServiceMinutes, type Work } from './history.ts';
import { planDay, slotText, type Target } from './plan.ts';

const ZONE = 'Asia/Shanghai';
const TARGET: Target = { minutes: 15, exceptShare: 0.1, patience: null, most: 20 };
const MINUTE = 60_000;

function came(day: string, minute: number, service = 8): Work {
	const at = momentOf(day, minute, ZONE);
	return { day, queue: 'q', enqueued_at: at, started_at: at, ended_at: at + service * MINUTE, parked_ms: 0 };
}

describe('S-04 visitors by half hour and weekday', () => {
	test('are counted on the wall clock of the hall, days on which nobody came included', () => {
		const work = [came('2026-11-23', 9 * 60), came('2026-11-23', 9 * 60 + 29), came('2026-11-23', 9 * 60 + 30)];
		const counts = countDays(work, ['2026-11-16', '2026-11-23'], ZONE);
		expect(counts.map((one) => [one.day, one.weekday, [...one.slots]])).toEqual([
			['2026-11-16', 'monday', []],
			[
				'2026-11-23',
				'monday',
				[
					[18, 2],
					[19, 1]
				]
			]
		]);
		expect(forecastFrom(counts).get('monday')).toEqual(
			new Map([
				[18, 1],
				[19, 0.5]
			])
		);
	});

	test('services are counted without pauses, and none is null', () => {
		const paused = { ...came('2026-11-23', 600, 20), parked_ms: 10 * MINUTE };
		expect(meanServiceMinutes([came('2026-11-23', 540, 6), paused])).toBe(8);
		expect(meanServiceMinutes([{ ...paused, started_at: null }])).toBeNull();
	});

	test('the back-test says how far the held-back days are off', () => {
		const days = ['2026-11-09', '2026-11-16', '2026-11-23'];
		const slots = [4, 6, 10].flatMap((count, i) =>
			Array.from({ length: count }, (_, n) => came(days[i] ?? '', 9 * 60 + n))
		);
		// learnt: 5 on a Monday at nine; came: 10
		expect(backTest(countDays(slots, days, ZONE), 1)).toEqual({ days: 1, slots: 1, mape: 0.5, wape: 0.5 });
		expect(backTest(countDays(slots, days.slice(2), ZONE), 1)).toBeNull();
	});

	test('days that are alike are forecast as well as chance allows', () => {
		const random = new Random(3);
		const days = Array.from(
			{ length: 50 },
			(_, i) => `2026-${i < 25 ? '09' : '10'}-${String((i % 25) + 1).padStart(2, '0')}`
		);
		const work = days.flatMap((day) =>
			[18, 19, 20, 21].flatMap((slot) => Array.from({ length: random.poisson(20) }, () => came(day, slot * 30 + 1)))
		);
		const found = backTest(countDays(work, days, ZONE), 5);
		// a Poisson count of 20 is off by √(2·20/π) ÷ 20 = 18 % on average
		expect(found?.mape).toBeGreaterThan(0.1);
		expect(found?.mape).toBeLessThan(0.3);
	});
});

describe('S-04 windows to open', () => {
	test('are the fewest that keep the promise, and the tide is named', () => {
		const arrivals = new Map([
			[18, 10],
			[19, 22],
			[20, 22],
			[21, 22],
			[22, 10],
			[23, 10],
			[24, 10],
			[25, 10]
		]);
		const plan = planDay(arrivals, 8, TARGET);
		for (const { arrivals: expected, windows, p90, needed } of plan.slots.slice(1, 4)) {
			expect(needed).toBe(windows);
			expect(p90).toBeLessThanOrEqual(15);
			const load = { arrivals: expected * 2, minutes: 8 };
			expect(erlangC({ ...load, windows }).waitsLongerThan(15)).toBeLessThanOrEqual(0.1);
			expect(erlangC({ ...load, windows: windows - 1 }).waitsLongerThan(15)).toBeGreaterThan(0.1);
		}
		expect(plan.usual).toBe(4);
		expect(plan.tides).toEqual([{ from: 19, until: 23, more: 3 }]);
		expect(slotText(19)).toBe('09:30');
	});

	test('when there are not enough it says so, and opens all', () => {
		const [slot] = planDay(new Map([[18, 60]]), 20, { ...TARGET, most: 6 }).slots;
		expect(slot).toMatchObject({ windows: 6, needed: 43, p90: Infinity });
		const [patient] = planDay(new Map([[18, 60]]), 20, { ...TARGET, most: 6, patience: 30 }).slots;
		expect(patient?.p90).toBeLessThan(Infinity);
	});

	test('nobody expected needs no window, and no day needs no plan', () => {
		expect(planDay(new Map([[18, 0]]), 8, TARGET).slots).toEqual([
			{ slot: 18, arrivals: 0, windows: 0, needed: 0, p90: 0 }
		]);
		expect(planDay(new Map(), 8, TARGET)).toEqual({ slots: [], usual: 0, tides: [] });
	});

	test('more visitors never need fewer windows', () => {
		const day = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 16 });
		fc.assert(
			fc.property(day, fc.double({ min: 2, max: 40, noNaN: true }), (counts, minutes) => {
				const plan = (more: number): number[] =>
					planDay(new Map(counts.map((n, i) => [18 + i, n + more])), minutes, { ...TARGET, most: 200 }).slots.map(
						(one) => one.windows
					);
				const [few, many] = [plan(0), plan(3)];
				few.forEach((windows, i) => expect(many[i]).toBeGreaterThanOrEqual(windows));
			}),
			{ numRuns: 40 }
		);
	});
});
