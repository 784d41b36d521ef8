import { words, type Lang } from '#display/words/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has lasted, in its largest unit. */
export function spanOf(ms: number, lang: Lang): string {
	const { span } = words(lang).watch;
	const length = Math.max(0, ms);
	if (length < MINUTE) return span.s({ n: Math.floor(length / 1000) });
	if (length < HOUR) return span.m({ n: Math.floor(length / MINUTE) });
	return length < 2 * DAY ? span.h({ n: Math.floor(length / HOUR) }) : span.d({ n: Math.floor(length / DAY) });
}

/** A minute of any day: `2026-11-26 07:40`. */
export function minuteOf(at: number, timeZone: string): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** A moment as the hall's clock shows it: `11-26 07:40:05`. */
export function stamp(at: number, timeZone: string): string {
	const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
	return text.slice(5);
}
