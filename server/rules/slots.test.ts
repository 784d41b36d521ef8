import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localText, momentOf, stretchesOf, type Span } from './day.ts';
import { arrivedAt, commonSpans, punctuality, slotsOf } from './slots.ts';

const MINUTE_MS = 60_000;
/** The clocks go forward on the first and back on the second. */
const DAYS = ['2026-03-29', '2026-10-25', '2026-11-23'] as const;

const spans = fc
	.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 8 })
	.map((cuts) => cuts.toSorted((a, b) => a - b).map((cut) => cut * 15))
	.map((cuts): Span[] =>
		cuts.flatMap((from, i) => {
			const to = cuts[i + 1];
			return i % 2 === 0 && to !== undefined ? [{ from, to }] : [];
		})
	);

describe('K-06 the slots of a day', () => {
	test('any opening times, any length, any day: equal, in order, none overlapping, all inside, no room for one more', () => {
		const length = fc.integer({ min: 5, max: 240 });
		fc.assert(
			fc.property(spans, length, fc.constantFrom(...DAYS), (open, minutes, day) => {
				const stretches = stretchesOf(open, day, 'Europe/Berlin').filter(({ from, until }) => from < until);
				const slots = slotsOf(stretches, minutes);
				for (const [i, { from, until }] of slots.entries()) {
					expect(until - from).toBe(minutes * MINUTE_MS);
					expect(stretches.some((one) => one.from <= from && until <= one.until)).toBe(true);
					const before = slots[i - 1];
					if (before) expect(before.until).toBeLessThanOrEqual(from);
				}
				for (const one of stretches) {
					const inside = slots.filter(({ from }) => one.from <= from && from < one.until);
					const end = inside.at(-1)?.until ?? one.from;
					expect(one.until - end).toBeLessThan(minutes * MINUTE_MS);
				}
			})
		);
	});

	test('a morning of slots, and what is left over is none', () => {
		const slots = slotsOf(stretchesOf([{ from: 540, to: 625 }], '2026-11-23', 'Asia/Shanghai'), 20);
		expect(slots.map(({ from }) => localText(from, 'Asia/Shanghai').slice(11))).toEqual([
			'09:00',
			'09:20',
			'09:40',
			'10:00'
		]);
	});

	test('in the night the clocks go forward no slot is at an hour that is not there; going back it has an hour more', () => {
		const night = [{ from: 60, to: 240 }];
		const count = (day: string): number => slotsOf(stretchesOf(night, day, 'Europe/Berlin'), 30).length;
		expect([count('2026-03-29'), count('2026-10-25'), count('2026-11-23')]).toEqual([4, 8, 6]);
	});

	test('only what both lists of times have is offered', () => {
		const day = [
			{ from: 540, to: 720 },
			{ from: 810, to: 1020 }
		];
		expect(commonSpans(day, [{ from: 600, to: 840 }])).toEqual([
			{ from: 600, to: 720 },
			{ from: 810, to: 840 }
		]);
		expect(commonSpans(day, [{ from: 720, to: 810 }])).toEqual([]);
	});
});

describe('K-06 early, late, lapsed', () => {
	const slot = momentOf('2026-11-23', 600, 'Asia/Shanghai');
	const grace = { earlyMinutes: 60, lateMinutes: 30 };
	const at = (minutes: number): number => slot + minutes * MINUTE_MS;

	test('both ends of the time in which one may come belong to it', () => {
		const when = (minutes: number): string => punctuality(slot, at(minutes), grace);
		expect([-61, -60, 0, 30, 31].map(when)).toEqual(['too-early', 'in-time', 'in-time', 'in-time', 'lapsed']);
	});

	test('T-02 early counts from the slot, late from the arrival, and nobody from before he came', () => {
		expect(arrivedAt(slot, at(-40))).toBe(slot);
		expect(arrivedAt(slot, at(20))).toBe(at(20));
		expect(arrivedAt(null, at(20))).toBe(at(20));
	});
});
