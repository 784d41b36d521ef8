/** The service day 业务日 and opening times, in the hall's time zone. Days are `YYYY-MM-DD`, moments milliseconds (UTC). */
import { Temporal } from 'temporal-polyfill';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Part of one day by the wall clock, in minutes since midnight; `to` is not included, 1440 is the end of the day. */
export interface Span {
	from: number;
	to: number;
}

/** When something is open: a week, the days it is closed all the same, and the days worked by another weekday's times. */
export interface Calendar {
	week: Readonly<Record<Weekday, readonly Span[]>>;
	holidays: ReadonlySet<string>;
	workdays: ReadonlyMap<string, Weekday>;
}

/** When numbers are given, compared with when the doors are open. */
export interface Issuing {
	openEarlyMinutes: number;
	closeEarlyMinutes: number;
	/** also between two spans of one day */
	duringBreaks: boolean;
}

/** From `from` to before `until`, moments. */
export interface Stretch {
	from: number;
	until: number;
}

/** The calendar day of a moment in a time zone. */
export function dayOf(at: number, timeZone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** `2026-08-18 09:30`, by the wall clock of a time zone. */
export function localText(at: number, timeZone: string): string {
	const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
	return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** Minutes since midnight on the wall clock of a time zone. */
export function minuteOf(at: number, timeZone: string): number {
	const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	return hour * 60 + minute;
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: string, count: number): string {
	return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
	try {
		return Temporal.PlainDate.from(text).toString() === text;
	} catch {
		return false;
	}
}

export function weekdayOf(day: string): Weekday {
	const name = WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1];
	if (!name) throw new Error(`no weekday for ${day}`);
	return name;
}

/**
 * The moment at which the wall clock shows a minute of a day. A time that the clocks skip in spring is the moment
 * after the gap; one that comes twice in autumn is the first.
 */
export function momentOf(day: string, minute: number, timeZone: string): number {
	const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minute / 1440) });
	const time = new Temporal.PlainTime(Math.floor((minute % 1440) / 60), minute % 60);
	return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}

/** The whole of a day: 23, 24 or 25 hours, from the first moment that bears its date. */
export function stretchOf(day: string, timeZone: string): Stretch {
	const start = (date: string): number => Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
	return { from: start(day), until: start(addDays(day, 1)) };
}

/** Opening times of a day: none on a holiday, those of the named weekday on a make-up day. */
export function spansOn(calendar: Calendar, day: string): readonly Span[] {
	if (calendar.holidays.has(day)) return [];
	return calendar.week[calendar.workdays.get(day) ?? weekdayOf(day)];
}

/** The times of a day in which numbers are given, from its sorted opening times. */
export function issuingSpans(spans: readonly Span[], issuing: Issuing): Span[] {
	const [first, last] = [spans[0], spans.at(-1)];
	const doors = issuing.duringBreaks && first && last ? [{ from: first.from, to: last.to }] : spans;
	return doors
		.map(({ from, to }, i) => ({
			from: Math.max(from - issuing.openEarlyMinutes, doors[i - 1]?.to ?? 0),
			to: to - issuing.closeEarlyMinutes
		}))
		.filter(({ from, to }) => from < to);
}

/** The spans of a day as moments. */
export function stretchesOf(spans: readonly Span[], day: string, timeZone: string): Stretch[] {
	return spans.map(({ from, to }) => ({
		from: momentOf(day, from, timeZone),
		until: momentOf(day, to, timeZone)
	}));
}

/** 570 → `09:30` */
export function clockText(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `09:00–12:00, 13:30–17:00`; empty when closed. */
export function hoursText(spans: readonly Span[]): string {
	return spans.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(', ');
}

/** So many days at most are counted at once: a year and a day. */
const LONGEST_SPAN_DAYS = 366;

/** Whether two texts are days, in order, and not more than a year apart. */
export function isSpanOfDays(from: string, to: string): boolean {
	return isDay(from) && isDay(to) && from <= to && to <= addDays(from, LONGEST_SPAN_DAYS);
}
