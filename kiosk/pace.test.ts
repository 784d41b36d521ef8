import { expect, test } from 'vitest';
import { patience, PRINTED_MS, rest, SETTLE_MS, SHOWN_MS, UNHURRIED } from './pace.ts';

const CALM = { elder: false, spoken: false };

test('K-11 who is old, or listens, is given twice the time', () => {
	const at = { screen: 'item', ticket: null } as const;
	expect(patience({ ...at, ease: CALM }, 60)).toBe(60_000);
	expect(patience({ ...at, ease: { ...CALM, elder: true } }, 60)).toBe(60_000 * UNHURRIED);
	expect(patience({ ...at, ease: { ...CALM, spoken: true } }, 60)).toBe(60_000 * UNHURRIED);
	const printed = { screen: 'ticket', ticket: { slip: 'printed' } } as const;
	expect(patience({ ...printed, ease: CALM }, 60)).toBe(PRINTED_MS);
	expect(patience({ ...printed, ease: { ...CALM, elder: true } }, 60)).toBe(PRINTED_MS * UNHURRIED);
});

test('K-01 a page lets touches pass while it has just come, a number for longer', () => {
	expect([rest('zones'), rest('ticket')]).toEqual([SETTLE_MS, SHOWN_MS]);
});
