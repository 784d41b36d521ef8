import { expect, test } from 'vitest';
import { since } from './time.ts';

test.each([
	[0, '0:00'],
	[187_900, '3:07'],
	[3_787_000, '1:03:07'],
	[-5000, '0:00']
])('%i ms reads %s', (ms, text) => {
	expect(since(1000, 1000 + ms)).toBe(text);
});
