import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperAfter, paperForecast, rollMetres, spread, type RollFacts } from './paper.ts';

const HOUR = 3_600_000;
const CLOSES = 17 * HOUR;
const roll = (change: Partial<RollFacts> = {}): RollFacts => ({
	whole: 80,
	used: { metres: 30, slips: 250 },
	sensor: 'ok',
	pace: null,
	told: false,
	...change
});

describe('the end of a roll', () => {
	test('is foretold from metres printed and the pace of the day, before any sensor says it', () => {
		// 0.12 m a slip; 100 slips in 2 hours; 6 m are 50 slips, so an hour.
		const pace = { slips: 100, since: 9 * HOUR };
		const late = roll({ used: { metres: 74, slips: 617 }, pace });
		const told = paperForecast(late, 11 * HOUR, CLOSES);
		expect(told).toMatchObject({ metres: 6, slips: 50, soon: false });
		expect((told.endsAt ?? 0) / HOUR).toBeCloseTo(12, 1);
		expect(paperForecast(roll({ used: { metres: 76, slips: 633 }, pace }), 11 * HOUR, CLOSES).soon).toBe(true);
		expect(paperForecast(roll({ used: { metres: 77.5, slips: 645 } }), 11 * HOUR, CLOSES).soon).toBe(true);
	});

	test('once told is taken back only when there is clearly more, however the pace trembles', () => {
		const at = (hour: number): number => hour * HOUR;
		const soon = (facts: Partial<RollFacts>, now = at(11)): boolean => paperForecast(roll(facts), now, CLOSES).soon;
		const left = (metres: number) => ({ used: { metres: 80 - metres, slips: Math.round((80 - metres) / 0.12) } });
		const told = [soon(left(3.5)), soon({ ...left(3.5), told: true }), soon({ ...left(6.5), told: true })];
		expect(told).toEqual([false, true, false]);
		// 50 slips an hour: 6.6 m last for 66 minutes, 12 m for two hours.
		const pace = { slips: 100, since: at(9) };
		expect([soon({ ...left(6.6), pace }), soon({ ...left(6.6), pace, told: true })]).toEqual([false, true]);
		expect(soon({ ...left(12), pace, told: true })).toBe(false);
		// An end that steps over closing time and back again; long after it, it is no matter of today.
		const evening = { ...left(6.6), pace: { slips: 350, since: at(9.5) } };
		expect([soon(evening, at(16.5)), soon({ ...evening, told: true }, at(16.5))]).toEqual([false, true]);
		expect(soon({ ...left(6.6), pace: { slips: 60, since: at(9.5) }, told: true }, at(16.5))).toBe(false);
	});

	test('is not foretold from so few slips that they say nothing of the day', () => {
		const pace = { slips: 4, since: 10 * HOUR };
		const late = roll({ used: { metres: 79, slips: 658 }, pace });
		expect(paperForecast(late, 11 * HOUR, CLOSES).endsAt).toBeNull();
		expect(paperForecast({ ...late, pace: { ...pace, slips: 5 } }, 11 * HOUR, CLOSES).endsAt).not.toBeNull();
	});

	test('is not told of a roll that lasts beyond the day, nor before any change of it was seen', () => {
		expect(paperForecast(roll({ pace: { slips: 10, since: 9 * HOUR } }), 11 * HOUR, CLOSES).endsAt).toBeNull();
		const never = paperForecast(roll({ used: null }), 11 * HOUR, CLOSES);
		expect(never).toEqual({ metres: null, slips: null, endsAt: null, soon: false });
	});

	test('comes with what the sensor says, whatever was counted', () => {
		expect(paperForecast(roll({ sensor: 'low' }), 0, CLOSES)).toMatchObject({ metres: 5, soon: true });
		expect(paperForecast(roll({ sensor: 'low', used: null }), 0, CLOSES)).toMatchObject({ metres: 5, soon: true });
		expect(paperForecast(roll({ sensor: 'out' }), 0, CLOSES)).toMatchObject({ metres: 0, slips: 0, soon: true });
	});

	test('comes never later for having printed more, and nothing is ever less than nothing', () => {
		const metres = fc.double({ min: 0, max: 200, noNaN: true });
		fc.assert(
			fc.property(metres, metres, fc.integer({ min: 1, max: 3000 }), (a, b, slips) => {
				const of = (used: number) => paperForecast(roll({ used: { metres: used, slips } }), 11 * HOUR, CLOSES);
				const [less, more] = [of(Math.min(a, b)), of(Math.max(a, b))];
				expect(more.metres).toBeLessThanOrEqual(less.metres ?? 0);
				expect(more.metres).toBeGreaterThanOrEqual(0);
				expect(Number.isSafeInteger(more.slips)).toBe(true);
				expect(less.soon && !more.soon).toBe(false);
			})
		);
	});

	test('a roll has what the hall file says, else what rolls of that width have', () => {
		expect([rollMetres(58, null), rollMetres(80, null), rollMetres(80, 300)]).toEqual([25, 70, 300]);
	});
});

describe('a change of the roll', () => {
	test.each([
		['paper again after none', 'out', 'ready', 30, 'ok', 'changed'],
		['the near end is gone', 'low', 'ready', 30, 'ok', 'changed'],
		['an old roll instead of none', 'out', 'paper-low', 30, 'low', 'changed'],
		['a cover that is open says nothing', 'out', 'cover-open', 30, 'out', 'same'],
		['nor does a link that is gone', 'low', 'unreachable', 30, 'low', 'same'],
		['the near end comes in its time', 'ok', 'paper-low', 60, 'low', 'same'],
		['a near end that is back at once was no change', 'ok', 'paper-low', 0.5, 'low', 'trembled'],
		['the roll ends', 'low', 'paper-out', 5, 'out', 'same']
	] as const)('%s', (...[, before, state, since, paper, change]) => {
		expect(paperAfter(before, state, since)).toEqual({ paper, roll: change });
	});
});

describe('how long visitors wait for a slip', () => {
	test('is the middle and the slow end of what was measured', () => {
		expect(spread([])).toBeNull();
		expect(spread([7])).toEqual({ p50: 7, p95: 7, count: 1 });
		expect(spread(Array.from({ length: 100 }, (_, i) => 100 - i))).toEqual({ p50: 50, p95: 95, count: 100 });
	});

	test('is always one of the times, and half of them are no longer', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1 }), (times) => {
				const { p50, p95 } = spread(times) ?? { p50: -1, p95: -1 };
				expect(times).toContain(p50);
				expect(times).toContain(p95);
				expect(times.filter((one) => one <= p50).length).toBeGreaterThanOrEqual(times.length / 2);
				expect(times.filter((one) => one <= p95).length).toBeGreaterThanOrEqual(times.length * 0.95);
			})
		);
	});
});
