/** When numbers are given again: the first stretch of a calendar that begins after a moment (K-09). */
import { addDays, localText, type Stretch } from './day.ts';

/** The beginning of a stretch in which numbers are given, by the clock of the hall. */
export interface Opening {
	/** moment */
	at: number;
	/** `YYYY-MM-DD` */
	day: string;
	/** `09:00` */
	time: string;
}

/** How far ahead an opening is looked for; a hall closed for longer has none. */
export const DAYS_AHEAD = 60;

/**
 * The first stretch that begins after `after`; null when none does within sixty days.
 * @param day the day on which the search begins, `YYYY-MM-DD`
 * @param stretchesOn when numbers are given on a day, early first
 */
export function opensAfter(
	day: string,
	after: number,
	stretchesOn: (day: string) => readonly Stretch[]
): Stretch | null {
	for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
		const next = stretchesOn(addDays(day, ahead)).find(({ from }) => from > after);
		if (next) return next;
	}
	return null;
}

/** A moment as it is told: day and time on the wall clock. */
export function openingAt(at: number, timeZone: string): Opening {
	const [day = '', time = ''] = localText(at, timeZone).split(' ');
	return { at, day, time };
}
