import { describe, expect, test } from 'vitest';
import { LEG_OUTCOMES } from '#db/schema.ts';
import { isService, notRateable } from './rating.ts';

const DONE = { outcome: 'done', started_at: 1, day: '2026-12-31' } as const;

describe('W-12 what can be rated', () => {
	test('is what a window began and ended, whatever came of it', () => {
		const services = LEG_OUTCOMES.filter((outcome) => isService({ outcome, started_at: 1 }));
		expect(services).toEqual(['done', 'chained', 'noticed', 'refused']);
		for (const outcome of LEG_OUTCOMES) expect(isService({ outcome, started_at: null })).toBe(false);
		expect(isService({ outcome: null, started_at: 1 })).toBe(false);
	});

	test('once, and until the end of the next day', () => {
		expect(notRateable(DONE, null, '2026-12-31')).toBeNull();
		expect(notRateable(DONE, null, '2027-01-01')).toBeNull();
		expect(notRateable(DONE, null, '2027-01-02')).toBe('rating-too-late');
		expect(notRateable(DONE, 3, '2026-12-31')).toBe('rated-already');
		expect(notRateable({ ...DONE, outcome: null }, null, '2026-12-31')).toBe('not-served-yet');
	});
});
