import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isElder as elderByRule, readIdentity } from '#server/rules/identity.ts';
import { isElder, wrongWith } from './resident.ts';

const TODAY = '2026-11-26';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of nobody with its right check character. */
function withSum(first17: string): string {
	const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(first17[i]), 0);
	return first17 + ('10X98765432'[sum % 11] ?? '');
}

const digits = (length: number): fc.Arbitrary<string> =>
	fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((one) => one.join(''));
/** Mostly days, some that no calendar has. */
const birth = fc
	.tuple(fc.integer({ min: 1800, max: 2030 }), fc.nat(13), fc.nat(32))
	.map(([year, month, day]) => `${String(year)}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`);
const numbers = fc.oneof(
	fc.tuple(birth, digits(3)).map(([born, order]) => withSum(`999999${born}${order}`)),
	fc
		.tuple(birth, digits(3), fc.constantFrom(...Array.from('0123456789X')))
		.map(([born, order, end]) => `999999${born}${order}${end}`)
);

describe('K-07 a number typed', () => {
	test('is told at once what is wrong with it', () => {
		expect(wrongWith('999999199001010016', TODAY)).toBeNull();
		expect(wrongWith('999999199001010017', TODAY)).toBe('sum');
		expect(wrongWith(withSum('99999919900230001'), TODAY)).toBe('birth');
		expect(wrongWith(withSum('99999919901301001'), TODAY)).toBe('birth');
		expect(wrongWith(withSum('99999920261127001'), TODAY)).toBe('future');
		expect(wrongWith(withSum('99999920261126001'), TODAY)).toBeNull();
		expect(wrongWith('99999919900101001', TODAY)).toBeNull();
	});

	test('is judged here as the server judges it', () => {
		fc.assert(
			fc.property(numbers, (number) => {
				expect(wrongWith(number, TODAY) === null).toBe(readIdentity(number, TODAY)?.kind === 'resident');
				if (wrongWith(number, TODAY) === null) expect(isElder(number, TODAY)).toBe(elderByRule(number, TODAY));
			}),
			{ numRuns: 500 }
		);
	});

	test('is that of an elder from the sixtieth birthday on, and only when it is right', () => {
		expect(isElder(withSum('99999919661126001'), TODAY)).toBe(true);
		expect(isElder(withSum('99999919661127001'), TODAY)).toBe(false);
		expect(isElder('999999195003050020', TODAY)).toBe(false);
		expect(isElder('', TODAY)).toBe(false);
	});
});
