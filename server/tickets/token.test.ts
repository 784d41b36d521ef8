import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOfToken, isSame, newToken } from './token.ts';

test('K-08 a token tells the number by which its ticket is found', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
			expect(idOfToken(newToken(id))).toBe(id);
		})
	);
});

test('K-08 nobody guesses it: 128 random bits, other ones each time, also beyond one page of them', () => {
	const secrets = Array.from({ length: 1000 }, () => newToken(7).split('.')[1] ?? '');
	expect(new Set(secrets).size).toBe(1000);
	for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
	const bits = secrets.flatMap((secret) => [...Buffer.from(secret, 'base64url')]);
	expect(new Set(bits).size).toBe(256);
});

test('K-08 what is no token names no ticket', () => {
	const { length } = newToken(1);
	for (const text of [
		'',
		'.',
		'1.',
		`1.${'a'.repeat(21)}`,
		`A.${'a'.repeat(22)}`,
		`-1.${'a'.repeat(22)}`,
		'x'.repeat(length)
	]) {
		expect(idOfToken(text)).toBeUndefined();
	}
});

test('two texts are the same when every character is', () => {
	expect(isSame('导询台', '导询台')).toBe(true);
	for (const other of ['', '导询', '导询台 ', '导询合']) expect(isSame('导询台', other)).toBe(false);
});
