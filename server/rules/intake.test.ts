import { expect, test } from 'vitest';
import { momentOf } from './day.ts';
import { tellingClock, tellingLimit } from './intake.ts';
import type { WorkCalendar } from './workdays.ts';

const calendar: WorkCalendar = {
	timeZone: 'Asia/Shanghai',
	week: new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
	holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
	makeUps: new Set(['2026-10-10'])
};
const FIVE = { tellWithinDays: 5, onTheSpot: false };
const at = (day: string, hour: number): number => momentOf(day, hour * 60, calendar.timeZone);

test.each([
	['a Monday', '2026-11-23', '2026-11-30'],
	['a Friday', '2026-11-27', '2026-12-04'],
	['before the holidays, with the Saturday that is worked', '2026-09-29', '2026-10-12'],
	['a Sunday', '2026-11-29', '2026-12-04']
])('W-03 received on %s, it can be told until the end of the fifth working day', (_, day, dueDay) => {
	const limit = tellingLimit({ at: at(day, 10), day, closes: null }, FIVE, calendar);
	expect(limit).toEqual({ dueDay, warnAt: at(dueDay, 0), limitAt: at(dueDay, 24) });
});

test('W-03 on the spot means by the end of the day, and a warning an hour before the doors close', () => {
	const spot = { tellWithinDays: 5, onTheSpot: true };
	const received = { at: at('2026-11-23', 10), day: '2026-11-23', closes: at('2026-11-23', 17) };
	const limit = tellingLimit(received, spot, calendar);
	expect(limit).toEqual({ dueDay: '2026-11-23', warnAt: at('2026-11-23', 16), limitAt: at('2026-11-24', 0) });
	expect(tellingLimit({ ...received, at: at('2026-11-23', 18) }, spot, calendar).warnAt).toBe(at('2026-11-23', 18));
});

test.each([
	['early', { now: 0, on_spot: 0, lives: true }, 'running'],
	['on the last day', { now: 10, on_spot: 0, lives: true }, 'due'],
	['at the limit', { now: 20, on_spot: 0, lives: true }, 'late'],
	['the visitor has gone, but there are days left', { now: 0, on_spot: 0, lives: false }, 'running'],
	['the visitor has gone, and it was to be told on the spot', { now: 0, on_spot: 1, lives: false }, 'late']
] as const)('W-03 the clock: %s', (_, { now, on_spot, lives }, says) => {
	expect(tellingClock({ warn_at: 10, limit_at: 20, on_spot }, lives, now)).toBe(says);
});
