import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeText, VISITOR_CODES, visitorCode, readVisitorCode } from './visitor-code.ts';

const code = fc.integer({ min: 0, max: VISITOR_CODES - 1 }).map(visitorCode);

test('W-05 a code has twelve digits and is read however it is written', () => {
	fc.assert(
		fc.property(code, (one) => {
			expect(one).toMatch(/^\d{12}$/);
			expect(readVisitorCode(one)).toBe(one);
			expect(readVisitorCode(` ${codeText(one)} `)).toBe(one);
			expect(readVisitorCode(one.replace(/(.{4})(?=.)/g, '$1-'))).toBe(one);
		})
	);
	expect(codeText('123456789012')).toBe('1234 5678 9012');
	expect(readVisitorCode('１２')).toBeUndefined();
});

test('W-05 one wrong digit and two neighbours exchanged are found', () => {
	const wrong = fc.tuple(code, fc.nat(11), fc.integer({ min: 1, max: 9 }));
	fc.assert(
		fc.property(wrong, ([one, at, by]) => {
			const other = String((Number(one[at]) + by) % 10);
			expect(readVisitorCode(one.slice(0, at) + other + one.slice(at + 1))).toBeUndefined();
		})
	);
	fc.assert(
		fc.property(code, fc.nat(10), (one, at) => {
			const swapped = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2);
			expect(readVisitorCode(swapped)).toBe(swapped === one ? one : undefined);
		})
	);
});

test('the check digit is that of Damm: 572 has 4', () => {
	expect(visitorCode(572)).toBe('000000005724');
});
