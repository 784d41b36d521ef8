import { describe, expect, test } from 'vitest';
import { backBy, placeOnReturn } from './parking.ts';

const MINUTE = 60_000;
const RULES = {
	'papers-missing': { withinMinutes: 240, headStartMinutes: 0 },
	'papers-kept': { withinMinutes: 30, headStartMinutes: 0 },
	'other-step': { withinMinutes: 60, headStartMinutes: 25 }
};
/** Came at minute 0, is parked at window 3 since minute 40. */
const leg = (park_kind: keyof typeof RULES): Parameters<typeof placeOnReturn>[0] => ({
	park_kind,
	parked_at: 40 * MINUTE,
	rank_at: 0,
	head_start_ms: 0,
	window: '3'
});

describe('T-04 W-05 the way back of who stands aside', () => {
	test('with the missing papers: the time of the first leg, at any window', () => {
		const place = placeOnReturn(leg('papers-missing'), 0, RULES, 200 * MINUTE);
		expect(place).toEqual({ rankAt: 0, headStartMs: 0, window: null });
	});

	test('with the missing papers, too late: as if just come', () => {
		const place = placeOnReturn(leg('papers-missing'), 0, RULES, 281 * MINUTE);
		expect(place).toEqual({ rankAt: 281 * MINUTE, headStartMs: 0, window: null });
	});

	test('from another step: to the same window, with a head start', () => {
		const place = placeOnReturn(leg('other-step'), 0, RULES, 70 * MINUTE);
		expect(place).toEqual({ rankAt: -25 * MINUTE, headStartMs: 25 * MINUTE, window: '3' });
	});

	test('from another step, too late: any window, without the head start', () => {
		const place = placeOnReturn(leg('other-step'), 0, RULES, 101 * MINUTE);
		expect(place).toEqual({ rankAt: 0, headStartMs: 0, window: null });
	});

	test('the head start of a class is there as well, and is not given twice', () => {
		const claimed = { ...leg('other-step'), rank_at: -25 * MINUTE, head_start_ms: 25 * MINUTE };
		const once = placeOnReturn(claimed, 25 * MINUTE, RULES, 50 * MINUTE);
		expect(once).toMatchObject({ rankAt: -50 * MINUTE, headStartMs: 50 * MINUTE });
		const again = { ...claimed, rank_at: once.rankAt, head_start_ms: once.headStartMs };
		expect(placeOnReturn(again, 25 * MINUTE, RULES, 50 * MINUTE)).toEqual(once);
	});

	test('until when: by the kind, and never for who is not parked', () => {
		expect(backBy(leg('papers-kept'), RULES)).toBe(70 * MINUTE);
		expect(backBy({ park_kind: null, parked_at: null }, RULES)).toBeNull();
	});
});
