import { expect, test } from 'vitest';
import {
	addDays,
	dayOf,
	hoursText,
	issuingSpans,
	momentOf,
	spansOn,
	stretchesOf,
	stretchOf,
	weekdayOf,
	type Calendar
} from './day.ts';

const HOUR = 3_600_000;
const morning = { from: 540, to: 720 };
const afternoon = { from: 810, to: 1020 };
const weekday = [morning, afternoon];
const calendar: Calendar = {
	week: {
		monday: weekday,
		tuesday: weekday,
		wednesday: weekday,
		thursday: weekday,
		friday: [morning],
		saturday: [],
		sunday: []
	},
	holidays: new Set(['2026-10-01']),
	workdays: new Map([['2026-10-10', 'friday']])
};

test('the service day changes at local midnight, not at midnight UTC', () => {
	const lastMoment = Date.UTC(2026, 10, 22, 15, 59, 59, 999);
	expect(dayOf(lastMoment, 'Asia/Shanghai')).toBe('2026-11-22');
	expect(dayOf(lastMoment + 1, 'Asia/Shanghai')).toBe('2026-11-23');
	expect(dayOf(lastMoment + 1, 'America/New_York')).toBe('2026-11-22');
});

test('days run over the ends of months and years', () => {
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
	expect(weekdayOf('2026-11-22')).toBe('sunday');
	expect(weekdayOf('2026-11-23')).toBe('monday');
});

test('a day has 23 hours when clocks go forward and 25 when they go back', () => {
	const length = (day: string): number => {
		const { from, until } = stretchOf(day, 'Europe/Berlin');
		return (until - from) / HOUR;
	};
	expect(length('2026-03-28')).toBe(24);
	expect(length('2026-03-29')).toBe(23);
	expect(length('2026-10-25')).toBe(25);
});

test('a day that begins after a gap at midnight begins with its first moment', () => {
	// Clocks in Cairo went from 00:00 to 01:00 on 2026-04-24.
	const { from, until } = stretchOf('2026-04-24', 'Africa/Cairo');
	expect(dayOf(from, 'Africa/Cairo')).toBe('2026-04-24');
	expect(dayOf(from - 1, 'Africa/Cairo')).toBe('2026-04-23');
	expect(until - from).toBe(23 * HOUR);
});

test('nine in the morning is nine by the wall clock on both sides of a change of the clocks', () => {
	const nine = (day: string): number => momentOf(day, 540, 'Europe/Berlin');
	expect(nine('2026-03-28')).toBe(Date.UTC(2026, 2, 28, 8));
	expect(nine('2026-03-29')).toBe(Date.UTC(2026, 2, 29, 7));
});

test('a time the clocks skip is the moment after the gap, one that comes twice the first', () => {
	expect(momentOf('2026-03-29', 150, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30));
	expect(momentOf('2026-10-25', 150, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

test('24:00 is the first moment of the next day', () => {
	expect(momentOf('2026-11-22', 1440, 'Asia/Shanghai')).toBe(stretchOf('2026-11-23', 'Asia/Shanghai').from);
});

test('a holiday is closed, a make-up Saturday has the times of the weekday it stands for', () => {
	expect(spansOn(calendar, '2026-09-30')).toEqual(weekday);
	expect(spansOn(calendar, '2026-10-01')).toEqual([]);
	expect(spansOn(calendar, '2026-10-03')).toEqual([]);
	expect(spansOn(calendar, '2026-10-10')).toEqual([morning]);
});

test('numbers may be given before the doors open and stop before they close', () => {
	const issuing = { openEarlyMinutes: 15, closeEarlyMinutes: 10, duringBreaks: false };
	expect(issuingSpans(weekday, issuing)).toEqual([
		{ from: 525, to: 710 },
		{ from: 795, to: 1010 }
	]);
});

test('numbers given during breaks make one span of the day', () => {
	const issuing = { openEarlyMinutes: 0, closeEarlyMinutes: 0, duringBreaks: true };
	expect(issuingSpans(weekday, issuing)).toEqual([{ from: 540, to: 1020 }]);
	expect(issuingSpans([], issuing)).toEqual([]);
});

test('early opening never reaches into the span before or the day before', () => {
	const issuing = { openEarlyMinutes: 600, closeEarlyMinutes: 0, duringBreaks: false };
	expect(issuingSpans(weekday, issuing)).toEqual([
		{ from: 0, to: 720 },
		{ from: 720, to: 1020 }
	]);
});

test('a span that would end before it begins is no span', () => {
	expect(issuingSpans([morning], { openEarlyMinutes: 0, closeEarlyMinutes: 180, duringBreaks: false })).toEqual([]);
});

test('spans become moments of the day', () => {
	expect(stretchesOf([morning], '2026-11-23', 'Asia/Shanghai')).toEqual([
		{ from: Date.UTC(2026, 10, 23, 1), until: Date.UTC(2026, 10, 23, 4) }
	]);
});

test('opening times are written as one reads them', () => {
	expect(hoursText(weekday)).toBe('09:00–12:00, 13:30–17:00');
	expect(hoursText([])).toBe('');
});
