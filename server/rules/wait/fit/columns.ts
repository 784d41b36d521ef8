/** A moment as two regressions see it: one adds logarithms, one adds minutes. Each errs where the other is right. */
import { between, byLastToEnter, byQueueLength } from '../rungs.ts';
import type { Known } from '../moment.ts';

/** Estimates beyond this are lulls, not waits; minutes. */
const MOST_MINUTES = 400;

/** Columns for log(1 + wait). The first three, the constant and the course of the day, are those that differ by queue. */
export function logColumns(now: Known): number[] {
	const t = timeOfDay(now);
	const people = Math.log1p(now.waiting);
	const les = Math.log1p(now.les);
	return [
		1,
		t,
		t * t,
		people,
		les,
		Math.log1p(now.hol),
		Math.log1p(now.last5),
		Math.log1p(now.found),
		Math.log(now.rate30 + 0.01),
		Math.log(now.rate60 + 0.01),
		Math.log(now.rateDay + 0.01),
		Math.log(now.windows),
		Math.log1p(now.planned),
		t * people,
		t * t * people,
		les * les,
		les * people,
		now.fresh ? 1 : 0
	];
}

/** Columns for the wait itself. The first three, the constant, the people ahead and their time at the last one's pace, differ by queue. */
export function minuteColumns(now: Known): number[] {
	const t = timeOfDay(now);
	const byDay = now.waiting / now.rateDay;
	return [
		1,
		now.waiting,
		paced(now),
		now.waiting * t,
		now.les,
		now.les * t,
		now.hol,
		now.last5,
		capped(byQueueLength(now)),
		capped(byDay),
		between(now),
		Math.sqrt(byDay * byLastToEnter(now)),
		t,
		now.fresh ? now.waiting : 0
	];
}

/** How long it may take at a glance; what a moment weighs in a fit goes by it. Minutes. */
export function glance(now: Known): number {
	return Math.min(300, Math.sqrt(Math.sqrt(capped(byQueueLength(now)) * paced(now)) * now.les));
}

/** As long as the last one called had waited, for each person that it had found. Minutes. */
function paced({ les, waiting, found }: Known): number {
	return capped((les * waiting) / Math.max(1, found));
}

/** Hours from noon, halved: near one in either direction over a service day. */
function timeOfDay({ minute }: Known): number {
	return (minute - 720) / 120;
}

function capped(minutes: number): number {
	return Math.min(MOST_MINUTES, minutes);
}
