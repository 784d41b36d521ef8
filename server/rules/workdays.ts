/**
 * Limits of time: working days 工作日 with make-up days 调休, calendar days, hours and minutes.
 * The day of the event does not count (民法典 art. 201); a limit in days ends with the last moment of its last day, and
 * where that is a day off, of the next one that is worked (art. 203).
 */
import { addDays, dayOf, stretchOf, weekdayOf, type Weekday } from './day.ts';

/** Which days are worked; by law Monday to Friday, whatever days a hall has its doors open. */
export interface WorkCalendar {
	timeZone: string;
	week: ReadonlySet<Weekday>;
	holidays: ReadonlySet<string>;
	/** days worked although the week says otherwise */
	makeUps: ReadonlySet<string>;
}

/** A length of time as the hall file writes it. */
export type Term = { minutes: number } | { hours: number } | { days: number } | { workdays: number };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A calendar in which nobody works for so long is a mistake. */
const LONGEST_BREAK_DAYS = 366;

/** Whether a day is worked; a holiday is not, even one that is named as a make-up day by mistake. */
export function isWorkday(day: string, calendar: WorkCalendar): boolean {
	if (calendar.holidays.has(day)) return false;
	return calendar.makeUps.has(day) || calendar.week.has(weekdayOf(day));
}

/**
 * The working day that is `count` of them after `day`, which itself does not count; before it when negative.
 * 0 is the day itself, or the next one worked. Throws where a year passes without a working day.
 */
export function addWorkdays(day: string, count: number, calendar: WorkCalendar): string {
	if (count === 0 && isWorkday(day, calendar)) return day;
	const step = count < 0 ? -1 : 1;
	let [here, left, idle] = [day, Math.max(1, Math.abs(count)), 0];
	while (left > 0) {
		here = addDays(here, step);
		idle = isWorkday(here, calendar) ? 0 : idle + 1;
		if (idle === 0) left -= 1;
		if (idle > LONGEST_BREAK_DAYS) throw new Error(`no working day after ${day}`);
	}
	return here;
}

/** How many working days lie after `from` up to `to`, `to` included; below zero when `to` is earlier. */
export function workdaysBetween(from: string, to: string, calendar: WorkCalendar): number {
	if (to < from) return -workdaysBetween(to, from, calendar);
	let count = 0;
	for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day, calendar)) count += 1;
	return count;
}

/** The last moment of a day: a limit on that day has not passed before it. */
export function endOfDay(day: string, calendar: WorkCalendar): number {
	return stretchOf(day, calendar.timeZone).until - 1;
}

/** When a term that begins at `from` (ms) is over: the last moment at which one is in time. */
export function termEnd(term: Term, from: number, calendar: WorkCalendar): number {
	if ('minutes' in term) return from + term.minutes * MINUTE_MS;
	if ('hours' in term) return from + term.hours * HOUR_MS;
	const day = dayOf(from, calendar.timeZone);
	const last =
		'days' in term ? addWorkdays(addDays(day, term.days), 0, calendar) : addWorkdays(day, term.workdays, calendar);
	return endOfDay(last, calendar);
}

/** The moment that lies a term before a limit: for days, the morning (first moment) of that day. */
export function termBefore(term: Term, limit: number, calendar: WorkCalendar): number {
	if ('minutes' in term) return limit - term.minutes * MINUTE_MS;
	if ('hours' in term) return limit - term.hours * HOUR_MS;
	const day = dayOf(limit, calendar.timeZone);
	const back = 'days' in term ? addDays(day, -term.days) : addWorkdays(day, -term.workdays, calendar);
	return stretchOf('workdays' in term && back > day ? day : back, calendar.timeZone).from;
}
