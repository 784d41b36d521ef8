import { expect, test } from 'vitest';
import { festivalOn } from './festival.ts';

const HOLIDAYS = [
	{ date: '2026-02-15', until: '2026-02-23', name: { zh: '春节', en: 'Spring Festival' } },
	{ date: '2026-04-04', until: '2026-04-06', name: { zh: '清明节', en: 'Tomb-Sweeping Day' } },
	{ date: '2027-01-01', until: null, name: { zh: '元旦', en: 'New Year' } }
];

test.each([
	['2026-02-12', null],
	['2026-02-13', '春节'],
	['2026-02-20', '春节'],
	['2026-02-25', '春节'],
	['2026-02-26', null],
	['2026-04-05', null],
	['2026-12-31', '元旦']
])('W-02 on %s one wishes well for %s', (day, name) => {
	expect(festivalOn(HOLIDAYS, day)?.zh ?? null).toBe(name);
});
