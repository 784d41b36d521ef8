import { expect, test } from 'vitest';
import { CLAIM_STATES } from '#db/schema.ts';
import { claimed, counts, type ClaimPolicy } from './priority.ts';

test('K-04 a claim is taken at its word, or stands open until somebody has looked', () => {
	expect((['self', 'desk', 'window'] as const).map(claimed)).toEqual(['granted', 'open', 'open']);
});

test.each<[ClaimPolicy, string]>([
	['self', '.y.y.'],
	['desk', '.y.y.'],
	['window', '.yyy.']
])('K-04 when the head start of policy %s counts: none, granted, open, confirmed, refused', (policy, row) => {
	expect(CLAIM_STATES.map((claim) => (counts(policy, claim) ? 'y' : '.')).join('')).toBe(row);
});
