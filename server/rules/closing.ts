/** Whether who takes a number now will still be served today, as far as the forecast knows. */
import type { Stretch } from './day.ts';
import type { Wait } from './wait/told.ts';

const MINUTE_MS = 60_000;

export type Prospect = 'fine' | 'may-not-be-served' | 'too-late';

/**
 * The minutes in which windows still serve today.
 * @param throughBreaks a number taken before the break is served after it; else the break ends it
 */
export function minutesLeft(stretches: readonly Stretch[], at: number, throughBreaks: boolean): number {
	const still = stretches.filter(({ until }) => until > at);
	const counted = throughBreaks ? still : still.slice(0, 1);
	return counted.reduce((sum, { from, until }) => sum + (until - Math.max(from, at)), 0) / MINUTE_MS;
}

/**
 * Too late: even one of the two in ten who wait least would not be called before the doors close. Doubtful: one of the
 * two who wait most would not be served to the end.
 * @param serviceMinutes what one service takes
 */
export function prospect(wait: Wait, serviceMinutes: number, left: number): Prospect {
	if (wait.from >= left) return 'too-late';
	return wait.to + serviceMinutes > left ? 'may-not-be-served' : 'fine';
}
