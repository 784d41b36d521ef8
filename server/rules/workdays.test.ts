import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, WEEKDAYS, type Weekday } from './day.ts';
import {
	addWorkdays,
	endOfDay,
	isWorkday,
	termBefore,
	termEnd,
	workdaysBetween,
	type WorkCalendar
} from './workdays.ts';

const WEEK: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** National Day 2026 as its notice gives it: closed 1 to 7 October, worked on Sunday 20 September and Saturday 10 October. */
const CHINA: WorkCalendar = {
	timeZone: 'Asia/Shanghai',
	week: new Set(WEEK),
	holidays: new Set(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`)),
	makeUps: new Set(['2026-09-20', '2026-10-10'])
};

describe('W-07 working days', () => {
	test.each([
		['the next day', '2026-11-23', 1, '2026-11-24'],
		['a Friday is followed by Monday', '2026-11-27', 1, '2026-11-30'],
		['the day of the event does not count, nor does a weekend', '2026-11-25', 5, '2026-12-02'],
		['over National Day and its make-up day, a Saturday', '2026-09-30', 3, '2026-10-10'],
		['a make-up Sunday is a working day', '2026-09-18', 1, '2026-09-20'],
		['no days from a Sunday is Monday', '2026-11-29', 0, '2026-11-30'],
		['no days from a Monday is that Monday', '2026-11-30', 0, '2026-11-30'],
		['backwards over a weekend', '2026-11-30', -1, '2026-11-27'],
		['backwards over National Day', '2026-10-08', -1, '2026-09-30'],
		['over the end of the year', '2026-12-31', 1, '2027-01-01']
	])('%s', (_, from, count, to) => {
		expect(addWorkdays(from, count, CHINA)).toBe(to);
	});

	test('a holiday is not worked although it is named as a make-up day as well', () => {
		const odd = { ...CHINA, makeUps: new Set(['2026-10-05']) };
		expect(isWorkday('2026-10-05', odd)).toBe(false);
	});

	test('a calendar in which nobody ever works is told, not waited for', () => {
		expect(() => addWorkdays('2026-11-23', 1, { ...CHINA, week: new Set() })).toThrow('no working day after 2026');
	});

	test('a limit in days ends with the last moment of its day, in the zone of the hall', () => {
		const end = termEnd({ workdays: 1 }, Date.parse('2026-11-23T01:00Z'), CHINA);
		expect(new Date(end).toISOString()).toBe('2026-11-24T15:59:59.999Z');
		// Half past midnight in Shanghai is still the day before in UTC.
		const night = termEnd({ workdays: 1 }, Date.parse('2026-11-23T16:30Z'), CHINA);
		expect(new Date(night).toISOString()).toBe('2026-11-25T15:59:59.999Z');
	});

	test('hours and minutes run on by day and night; calendar days over weekends, but they do not end in one', () => {
		const friday = Date.parse('2026-11-27T08:00Z');
		expect(termEnd({ hours: 24 }, friday, CHINA)).toBe(friday + 86_400_000);
		expect(termEnd({ minutes: 30 }, friday, CHINA)).toBe(friday + 1_800_000);
		expect(termEnd({ days: 1 }, friday, CHINA)).toBe(endOfDay('2026-11-30', CHINA));
		expect(termEnd({ days: 4 }, friday, CHINA)).toBe(endOfDay('2026-12-01', CHINA));
		// National Day is over on the 8th; a make-up Saturday is worked.
		expect(termEnd({ days: 5 }, Date.parse('2026-09-28T08:00Z'), CHINA)).toBe(endOfDay('2026-10-08', CHINA));
		expect(termEnd({ days: 2 }, Date.parse('2026-10-08T08:00Z'), CHINA)).toBe(endOfDay('2026-10-10', CHINA));
		expect(termBefore({ hours: 2 }, friday, CHINA)).toBe(friday - 7_200_000);
		expect(termBefore({ minutes: 5 }, friday, CHINA)).toBe(friday - 300_000);
	});

	test('before a limit means the morning of that day', () => {
		const due = endOfDay('2026-11-30', CHINA);
		const morning = (day: string): number => Date.parse(`${day}T00:00+08:00`);
		expect(termBefore({ workdays: 0 }, due, CHINA)).toBe(morning('2026-11-30'));
		expect(termBefore({ workdays: 1 }, due, CHINA)).toBe(morning('2026-11-27'));
		expect(termBefore({ days: 1 }, due, CHINA)).toBe(morning('2026-11-29'));
		expect(termBefore({ workdays: 0 }, endOfDay('2026-11-29', CHINA), CHINA)).toBe(morning('2026-11-29'));
	});
});

const FIRST = '2026-01-01';
const day = fc.nat(700).map((n) => addDays(FIRST, n));
/** Any week with at least one day in it, any holidays and make-up days. */
const calendars = fc.record({
	timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns'),
	week: fc.subarray([...WEEKDAYS], { minLength: 1 }).map((days) => new Set(days)),
	holidays: fc.array(day, { maxLength: 40 }).map((days) => new Set(days)),
	makeUps: fc.array(day, { maxLength: 40 }).map((days) => new Set(days))
});

describe('W-07 in any calendar', () => {
	test('a limit falls on a working day with exactly so many working days up to it', () => {
		fc.assert(
			fc.property(calendars, day, fc.integer({ min: 1, max: 40 }), (calendar, from, count) => {
				const to = addWorkdays(from, count, calendar);
				expect(isWorkday(to, calendar)).toBe(true);
				expect(workdaysBetween(from, to, calendar)).toBe(count);
			})
		);
	});

	test('a limit in calendar days ends on its last day or, where that is not worked, on the first one after it', () => {
		fc.assert(
			fc.property(calendars, day, fc.nat(90), (calendar, from, count) => {
				const begun = endOfDay(from, calendar);
				const end = termEnd({ days: count }, begun, calendar);
				const [last, to] = [addDays(from, count), dayOf(end, calendar.timeZone)];
				expect(end).toBe(endOfDay(to, calendar));
				expect(to >= last && isWorkday(to, calendar)).toBe(true);
				for (let one = last; one < to; one = addDays(one, 1)) expect(isWorkday(one, calendar)).toBe(false);
			})
		);
	});

	test('one step at a time leads to the same day, and back again', () => {
		fc.assert(
			fc.property(calendars, day, fc.integer({ min: 1, max: 15 }), (calendar, any, count) => {
				const from = addWorkdays(any, 0, calendar);
				let here = from;
				for (let i = 0; i < count; i += 1) here = addWorkdays(here, 1, calendar);
				expect(here).toBe(addWorkdays(from, count, calendar));
				expect(addWorkdays(here, -count, calendar)).toBe(from);
			})
		);
	});

	test('later is never earlier, and a holiday more never brings a limit nearer', () => {
		fc.assert(
			fc.property(calendars, day, fc.nat(30), day, (calendar, from, count, extra) => {
				const to = addWorkdays(from, count, calendar);
				expect(addWorkdays(addDays(from, 1), count, calendar) >= to).toBe(true);
				expect(addWorkdays(from, count + 1, calendar) > to || count === 0).toBe(true);
				const more = { ...calendar, holidays: new Set([...calendar.holidays, extra]) };
				expect(addWorkdays(from, count, more) >= to).toBe(true);
			})
		);
	});
});
