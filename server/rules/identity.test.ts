import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIdentity } from './identity.ts';

const TODAY = '2026-11-23';
const kindOf = (given: string): string | undefined => readIdentity(given, TODAY)?.kind;

/** ISO 7064 MOD 11-2 by its own definition, not by the weights: p ← (p + digit) × 2 mod 11. */
function checkOf(first17: string): string {
	const p = [...first17].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
	const check = (12 - p) % 11;
	return check === 10 ? 'X' : String(check);
}

describe('K-07 what a visitor may give', () => {
	test('a resident number is read by its check character, its date of birth, and in any writing', () => {
		const number = `99999919491231002${checkOf('99999919491231002')}`;
		expect(readIdentity(number, TODAY)).toEqual({ kind: 'resident', number });
		const spaced = ` ${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14).toLowerCase()} `;
		expect(readIdentity(spaced, TODAY)?.number).toBe(number);
		const wide = [...number].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('');
		expect(readIdentity(wide, TODAY)?.number).toBe(number);
	});

	test('the vector of GB 11643', () => {
		expect(kindOf('11010519491231002X')).toBe('resident');
		expect(kindOf('110105194912310021')).toBeUndefined();
	});

	test.each(['99999920261124001', '99999919490230002', '99999918001231002', '99999919491301002'])(
		'%s is of nobody who could stand here: born tomorrow, on no day, or too long ago',
		(first17) => {
			expect(kindOf(first17 + checkOf(first17))).toBeUndefined();
		}
	);

	const born = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true });
	const resident = fc
		.tuple(born, fc.integer({ min: 0, max: 999 }))
		.map(
			([date, order]) => `999999${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`
		)
		.map((first17) => first17 + checkOf(first17));

	test('every number made by ISO 7064 is accepted', () => {
		fc.assert(fc.property(resident, (number) => kindOf(number) === 'resident'));
	});

	test('one digit wrong, or two neighbours exchanged, is always found', () => {
		const place = fc.nat(16);
		fc.assert(
			fc.property(resident, place, fc.integer({ min: 1, max: 9 }), (number, at, by) => {
				const wrong = (Number(number[at]) + by) % 10;
				return kindOf(number.slice(0, at) + String(wrong) + number.slice(at + 1)) === undefined;
			})
		);
		fc.assert(
			fc.property(resident, fc.nat(15), (number, at) => {
				const [a = '', b = ''] = [number[at], number[at + 1]];
				fc.pre(a !== b);
				return kindOf(number.slice(0, at) + b + a + number.slice(at + 2)) === undefined;
			})
		);
	});

	test('a mobile number, a passport, a permit', () => {
		expect(kindOf('138 0000 0000')).toBe('mobile');
		expect(readIdentity('e-1234 5678', TODAY)).toEqual({ kind: 'document', number: 'E12345678' });
		expect(kindOf('12345678')).toBe('document');
	});

	test.each([
		'',
		' ',
		'1234',
		'23800000000',
		'1380000000012345',
		'9999991949123100',
		'姓名',
		'A'.repeat(21),
		"' or 1=1"
	])('%j is none of them', (given) => {
		expect(kindOf(given)).toBeUndefined();
	});
});
