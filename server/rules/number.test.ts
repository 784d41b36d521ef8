import { expect, test } from 'vitest';
import { LAST_NUMBER, numberParts, numberText } from './number.ts';

test('a number has at least three digits, and four when the day needs them', () => {
	expect(numberText('A', 1)).toBe('A001');
	expect(numberText('A', 999)).toBe('A999');
	expect(numberText('A', 1000)).toBe('A1000');
	expect(numberText('SB', LAST_NUMBER)).toBe('SB9999');
});

test('there is no number nought, none after the last, and no half one', () => {
	for (const n of [0, -1, 1.5, Number.NaN, LAST_NUMBER + 1]) expect(() => numberText('A', n)).toThrow(RangeError);
});

test.each([
	['A001', { prefix: 'A', n: 1 }],
	['a1', { prefix: 'A', n: 1 }],
	[' sb 0012 ', { prefix: 'SB', n: 12 }],
	['A1000', { prefix: 'A', n: 1000 }],
	['A', undefined],
	['A00001', undefined],
	['', undefined]
])('%j as it is typed at a desk', (typed, parts) => {
	expect(numberParts(typed)).toEqual(parts);
});
