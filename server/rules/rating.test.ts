import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GRADES, INDICATORS, LEG_OUTCOMES, RATING_REASONS } from '#db/schema.ts';
import { agree, faultIn, isBad, isService, notRateable, withoutFigures, type Opinion } from './rating.ts';

const DONE = { outcome: 'done', started_at: 1 } as const;

describe('W-12 what can be rated', () => {
	test('is what a window began and ended, whatever came of it', () => {
		const services = LEG_OUTCOMES.filter((outcome) => isService({ outcome, started_at: 1 }));
		expect(services).toEqual(['done', 'chained', 'noticed', 'refused', 'cancelled']);
		for (const outcome of LEG_OUTCOMES) expect(isService({ outcome, started_at: null })).toBe(false);
		expect(isService({ outcome: null, started_at: 1 })).toBe(false);
	});

	test('once, and until the last day for it is over', () => {
		const on = (today: string): { today: string; until: string } => ({ today, until: '2027-01-08' });
		expect(notRateable(DONE, null, on('2026-12-31'))).toBeNull();
		expect(notRateable(DONE, null, on('2027-01-08'))).toBeNull();
		expect(notRateable(DONE, null, on('2027-01-09'))).toBe('rating-too-late');
		expect(notRateable(DONE, 3, on('2026-12-31'))).toBe('rated-already');
		expect(notRateable({ ...DONE, outcome: null }, null, on('2026-12-31'))).toBe('not-served-yet');
	});
});

const opinions = fc.record({
	grade: fc.constantFrom(...GRADES),
	indicators: fc.dictionary(fc.constantFrom(...INDICATORS), fc.constantFrom(...GRADES)),
	reasons: fc.uniqueArray(fc.constantFrom(...RATING_REASONS))
});
const BARE: Opinion = { grade: 5, indicators: {}, reasons: [] };

describe('W-12 what a rating says', () => {
	test('the two lowest grades are bad ones', () => {
		expect(GRADES.filter(isBad)).toEqual([2, 1]);
	});

	test('reasons and a telephone belong to a bad one only', () => {
		const bad = { ...BARE, grade: 2 } as const;
		expect(faultIn(BARE, null)).toBeNull();
		expect(faultIn({ ...BARE, reasons: ['slow'] }, null)).toEqual({ refusal: 'bad-request', detail: 'reasons' });
		expect(faultIn(BARE, '13900000000')).toEqual({ refusal: 'bad-request', detail: 'phone' });
		expect(faultIn({ ...bad, reasons: ['slow', 'other'] }, '139 0000 0000')).toBeNull();
		expect(faultIn(bad, '010-12345678')).toBeNull();
		for (const phone of ['', '110', 'abc', '13900000000 x']) {
			expect(faultIn(bad, phone)).toEqual({ refusal: 'phone-invalid', detail: 'phone' });
		}
	});

	test('two agree when grade, indicators and reasons are the same, in whatever order', () => {
		fc.assert(
			fc.property(opinions, (one) => {
				const indicators = Object.fromEntries(Object.entries(one.indicators).toReversed());
				return agree(one, { ...one, indicators, reasons: one.reasons.toReversed() });
			})
		);
		fc.assert(
			fc.property(opinions, opinions, (one, other) => {
				const same =
					one.grade === other.grade &&
					INDICATORS.every((name) => one.indicators[name] === other.indicators[name]) &&
					one.reasons.toSorted().join() === other.reasons.toSorted().join();
				return agree(one, other) === same;
			})
		);
	});

	test.each([
		['等了一小时', '等了一小时'],
		['请回电 139 0000 0000 谢谢', '请回电 … 谢谢'],
		['身份证999999199001010014', '身份证…'],
		['在3号窗口等了120分钟', '在3号窗口等了120分钟'],
		['电话０１０１２３４５６７８', '电话…']
	])('%s is kept as %s', (remark, kept) => {
		expect(withoutFigures(remark)).toBe(kept);
	});
});
