import { describe, expect, test } from 'vitest';
import { bottomOf, sumBad, sumRatings, type BadCase, type Counted } from './rating-figures.ts';
import type { WorkCalendar } from './workdays.ts';

const counted = (over: Partial<Counted>): Counted => ({
	...{ grade: null, mistaken: 0, n: 1, shown: 0, efficiency_n: 0, efficiency: null, competence_n: 0, competence: null },
	...{ attitude_n: 0, attitude: null },
	...over
});

describe('W-12 ratings in figures', () => {
	test('shares and means of what was asked, rated and graded', () => {
		const sums = sumRatings([
			counted({ n: 4, shown: 1 }),
			counted({ grade: 5, n: 3, shown: 3, attitude_n: 2, attitude: 9 }),
			counted({ grade: 3, n: 1 }),
			counted({ grade: 1, n: 2, shown: 2, attitude_n: 1, attitude: '1' })
		]);
		expect(sums).toMatchObject({ asked: 10, shown: 6, rated: 6, answered: 0.6, bad: 2, mistaken: 0 });
		expect(sums.grades).toEqual({ 5: 3, 4: 0, 3: 1, 2: 0, 1: 2 });
		expect(sums.satisfied).toBeCloseTo(4 / 6);
		expect([sums.mean, sums.attitude, sums.efficiency]).toEqual([20 / 6, 10 / 3, null]);
	});

	test('what a review found mistaken was asked, and counts as nothing else', () => {
		const sums = sumRatings([counted({ grade: 5 }), counted({ grade: 1, mistaken: 1, attitude_n: 1, attitude: 1 })]);
		expect(sums).toMatchObject({ asked: 2, rated: 1, bad: 0, mistaken: 1, satisfied: 1, attitude: null });
	});

	test('nothing to divide is no share', () => {
		expect(sumRatings([])).toMatchObject({ asked: 0, answered: null, satisfied: null, mean: null });
	});

	test('the bottom of a month needs enough ratings, and others to be below', () => {
		const means = (...all: [string, number | null, number][]): Map<string, { mean: number | null; rated: number }> =>
			new Map(all.map(([key, mean, rated]) => [key, { mean, rated }]));
		expect(bottomOf(means(['a', 4.9, 9], ['b', 4, 9], ['c', 4.5, 9]))).toEqual(new Set(['b']));
		expect(bottomOf(means(['a', 4.9, 9], ['b', 4, 9], ['c', 4, 9]))).toEqual(new Set(['b', 'c']));
		expect(bottomOf(means(['a', 4.9, 9], ['b', 1, 4], ['c', 4.5, 9], ['d', 4.6, 9]))).toEqual(new Set(['c']));
		expect(bottomOf(means(['a', 4.9, 9], ['b', 4, 9]))).toEqual(new Set());
		expect(bottomOf(means(['a', 5, 9], ['b', 5, 9], ['c', 5, 9]))).toEqual(new Set());
		expect(bottomOf(means(['a', null, 0]))).toEqual(new Set());
	});
});

const MONDAY = Date.UTC(2026, 10, 23, 2);
const DAY_MS = 86_400_000;
const CALENDAR: WorkCalendar = {
	timeZone: 'Asia/Shanghai',
	week: new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
	holidays: new Set(),
	makeUps: new Set()
};

const bad = (acts: Record<string, number>, over: Partial<BadCase> = {}): BadCase => ({
	...{ named: true, state: 'open', outcome: null, opened_at: MONDAY, given_at: MONDAY + 7 * DAY_MS, closed_at: null },
	acts: new Map(Object.entries(acts).map(([act, days]) => [act, MONDAY + days * DAY_MS])),
	...over
});
const closed = (outcome: string): Partial<BadCase> => ({ state: 'closed', outcome, closed_at: MONDAY + 2 * DAY_MS });

describe('W-12 bad ratings in figures', () => {
	test('contacted within one working day; who is still within it is not counted', () => {
		const cases = [bad({ contacted: 1 }), bad({ contacted: 3 }), bad({ unreached: 0.5 }), bad({})];
		expect(sumBad(cases, MONDAY + DAY_MS / 2, CALENDAR).contactInTime).toBeCloseTo(2 / 3);
		expect(sumBad(cases, MONDAY + 4 * DAY_MS, CALENDAR).contactInTime).toBeCloseTo(2 / 4);
		expect(sumBad([bad({}, { named: false })], MONDAY + 9 * DAY_MS, CALENDAR).contactInTime).toBeNull();
	});

	test('called back: of the named ones that are closed, but for mistaken ones', () => {
		const cases = [
			bad({ 'called-back': 2 }, closed('justified')),
			bad({ unreached: 2 }, closed('complex')),
			bad({ uphold: 2 }, closed('mistaken')),
			bad({ 'called-back': 2 })
		];
		expect(sumBad(cases, MONDAY, CALENDAR)).toMatchObject({ bad: 4, open: 1, named: 4, calledBack: 0.5 });
	});

	test('put right by the day that was set, of what is done or overdue', () => {
		const cases = [bad({ rectified: 3 }), bad({ rectified: 8 }), bad({ 'no-ground': 1 }), bad({})];
		expect(sumBad(cases, MONDAY + 4 * DAY_MS, CALENDAR).rectifiedInTime).toBeCloseTo(2 / 3);
		expect(sumBad(cases, MONDAY + 9 * DAY_MS, CALENDAR).rectifiedInTime).toBeCloseTo(2 / 4);
	});

	test('the four classes of outcome are told apart', () => {
		const cases = ['justified', 'complex', 'no-ground', 'mistaken', 'justified'].map((one) => bad({}, closed(one)));
		const outcomes = { justified: 2, complex: 1, 'no-ground': 1, mistaken: 1 };
		expect(sumBad(cases, MONDAY, CALENDAR).outcomes).toEqual(outcomes);
	});
});
