/**
 * The clock of papers received 收件. Who hands in an application is told what is missing on the spot or within five days,
 * all at once; who is not told is accepted from the day of receipt 视为受理 (行政许可法 art. 32(4); working days, art. 82).
 * Some places say "on the spot" only: by the end of the service, at the latest of the service day.
 */
import { stretchOf } from './day.ts';
import { addWorkdays, type WorkCalendar } from './workdays.ts';

export interface TellingRule {
	tellWithinDays: number;
	onTheSpot: boolean;
}

export interface Limit {
	/** the last day on which it can be told */
	dueDay: string;
	/** staff are warned from this moment on (ms) */
	warnAt: number;
	/** from this moment on it is too late (ms) */
	limitAt: number;
}

const HOUR_MS = 3_600_000;

/**
 * @param received the moment and its service day
 * @param closes when the hall closes on that day; null when it does not
 */
export function tellingLimit(
	received: { at: number; day: string; closes: number | null },
	rule: TellingRule,
	calendar: WorkCalendar
): Limit {
	const dueDay = rule.onTheSpot ? received.day : addWorkdays(received.day, rule.tellWithinDays, calendar);
	const { from, until } = stretchOf(dueDay, calendar.timeZone);
	const warn = rule.onTheSpot ? (received.closes ?? until) - HOUR_MS : from;
	return { dueDay, warnAt: Math.max(warn, received.at), limitAt: until };
}

/** What the clock says of an open intake: nothing yet, warn, or too late. */
export function tellingClock(
	intake: { warn_at: number; limit_at: number; on_spot: number },
	ticketLives: boolean,
	at: number
): 'running' | 'due' | 'late' {
	// On the spot means: before the visitor has gone.
	if (at >= intake.limit_at || (intake.on_spot === 1 && !ticketLives)) return 'late';
	return at >= intake.warn_at ? 'due' : 'running';
}
