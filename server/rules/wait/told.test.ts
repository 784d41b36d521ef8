import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plannedWait, told } from './told.ts';

describe('K-03 the wait that is told', () => {
	test('is a range in steps of five minutes, the lower end rounded down and the upper end up', () => {
		expect(told(11, 21)).toEqual({ from: 10, to: 25 });
		expect(told(10, 25)).toEqual({ from: 10, to: 25 });
	});

	test('is never narrower than one step, and never begins before now', () => {
		expect(told(10, 10)).toEqual({ from: 10, to: 15 });
		expect(told(-7, -3)).toEqual({ from: 0, to: 5 });
	});

	test('with nobody ahead is the least that is told', () => {
		expect(plannedWait(0, 8, 2)).toEqual({ from: 0, to: 5 });
	});

	test('is people ahead times planned minutes by open windows, give or take', () => {
		// 8 ahead at 10 minutes and 2 windows: 40 minutes, 0.84 · 0.8 · 10 · √8 / 2 = 9.5 either way.
		expect(plannedWait(8, 10, 2)).toEqual({ from: 30, to: 50 });
	});
});

const hallState = fc.record({
	ahead: fc.nat(300),
	planned: fc.integer({ min: 1, max: 240 }).map((halves) => halves / 2),
	windows: fc.integer({ min: 1, max: 30 })
});

describe('K-03 however full the hall is', () => {
	test('what is told holds the mean, in whole steps', () => {
		fc.assert(
			fc.property(hallState, ({ ahead, planned, windows }) => {
				const { from, to } = plannedWait(ahead, planned, windows);
				const mean = (ahead * planned) / windows;
				expect(from % 5).toBe(0);
				expect(to % 5).toBe(0);
				expect(from).toBeLessThanOrEqual(mean);
				expect(to).toBeGreaterThanOrEqual(mean);
				expect(to).toBeGreaterThan(from);
			})
		);
	});

	test('one more ahead never makes it shorter, one more window never longer', () => {
		fc.assert(
			fc.property(hallState, ({ ahead, planned, windows }) => {
				const now = plannedWait(ahead, planned, windows).to;
				expect(plannedWait(ahead + 1, planned, windows).to).toBeGreaterThanOrEqual(now);
				expect(plannedWait(ahead, planned, windows + 1).to).toBeLessThanOrEqual(now);
			})
		);
	});
});
