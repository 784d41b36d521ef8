import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaScore, dueOfRound, isPlannedOn, marksFit, roundScore, type InspectionPlan } from './inspection.ts';

const PLAN: InspectionPlan = {
	areas: [{ code: 'hall' }, { code: 'toilet' }],
	criteria: [
		{ code: 'floor', weight: 3, kind: 'score', areas: null },
		{ code: 'lights', weight: 1, kind: 'ok', areas: null },
		{ code: 'soap', weight: 2, kind: 'ok', areas: ['toilet'] }
	]
};
const mark = (criterion: string, score: number): { criterion: string; score: number } => ({ criterion, score });

describe('S-05 how a round is scored', () => {
	test('an area by the weights of its criteria', () => {
		expect(areaScore(PLAN, [mark('floor', 5), mark('lights', 5)])).toBe(100);
		expect(areaScore(PLAN, [mark('floor', 2), mark('lights', 5)])).toBe(55);
		expect(areaScore(PLAN, [mark('floor', 0), mark('lights', 0), mark('soap', 5)])).toBe(33);
		expect(roundScore([{ score: 55 }, { score: 100 }])).toBe(78);
	});

	test('a score never leaves 0 to 100, and a better mark never makes it worse', () => {
		const score = fc.integer({ min: 0, max: 5 });
		fc.assert(
			fc.property(score, score, score, (floor, soap, better) => {
				const of = (one: number): number => areaScore(PLAN, [mark('floor', one), mark('soap', soap)]);
				expect(of(floor)).toBeGreaterThanOrEqual(0);
				expect(of(floor)).toBeLessThanOrEqual(100);
				expect(of(Math.max(floor, better))).toBeGreaterThanOrEqual(of(floor));
			})
		);
	});

	test('an area is scored by all of its criteria, each within its scale, and by no other', () => {
		expect(marksFit(PLAN, 'hall', [mark('floor', 3), mark('lights', 0)])).toBe(true);
		expect(marksFit(PLAN, 'hall', [mark('floor', 3)])).toBe(false);
		expect(marksFit(PLAN, 'hall', [mark('floor', 3), mark('lights', 4)])).toBe(false);
		expect(marksFit(PLAN, 'hall', [mark('floor', 3), mark('lights', 0), mark('soap', 5)])).toBe(false);
		expect(marksFit(PLAN, 'hall', [mark('floor', 3), mark('floor', 3)])).toBe(false);
		expect(marksFit(PLAN, 'toilet', [mark('soap', 5), mark('floor', 3), mark('lights', 0)])).toBe(true);
	});

	test('a round is planned on its weekdays, and due at its time of the hall', () => {
		expect(isPlannedOn({ days: ['monday'] }, '2026-11-23')).toBe(true);
		expect(isPlannedOn({ days: ['monday'] }, '2026-11-24')).toBe(false);
		expect(isPlannedOn({ days: null }, '2026-11-24')).toBe(true);
		expect(dueOfRound({ by: '09:30' }, '2026-11-24', 'Asia/Shanghai')).toBe(Date.parse('2026-11-24T09:30+08:00'));
	});
});
