/** The simple rungs of the ladder: what can be said without any history of the queue. All in minutes. */
import { told, type Wait } from './told.ts';
import type { Known } from './moment.ts';

/** People ahead × planned minutes ÷ open windows. */
export function byPlan({ waiting, planned, windows }: Known): number {
	return (waiting * planned) / windows;
}

/** People ahead ÷ recent calls a minute: the queue-length estimate. */
export function byQueueLength({ waiting, rate60 }: Known): number {
	return waiting / rate60;
}

/** What the last person called had waited: last to enter service. */
export function byLastToEnter({ les }: Known): number {
	return les;
}

/** The geometric mean of the two: one errs up where the other errs down. */
export function between(now: Known): number {
	return Math.sqrt(byQueueLength(now) * byLastToEnter(now));
}

/** How far waits lie from the mean of the two: a fifth below, a fifth above, on the waits of docs/forecast.md. */
const LOW = 0.6;
const HIGH = 1.5;

/** The range that is told from the mean of the two. */
export function toldBetween(now: Known): Wait {
	const minutes = between(now);
	return told(minutes * LOW, minutes * HIGH);
}
