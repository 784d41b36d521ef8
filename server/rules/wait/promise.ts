/**
 * What somebody was told holds: the end of the told range, as a time of day, goes up by more than ten minutes only for
 * a cause that can be named. Without one it is held back there.
 */
import { STEP_MINUTES, told, type Wait } from './told.ts';

const MINUTE_MS = 60_000;
/** Calls this much further apart than when it was told are slower services, not chance. */
const SLOWER = 1.1;
/** So much later may an end become as chance has it. */
const UNEXPLAINED_MS = 10 * MINUTE_MS;

/** Why the end has moved. */
export type WaitReason = 'window-closed' | 'others-first' | 'slower';

/** How a queue stands for one ticket. */
export interface Standing {
	ahead: number;
	windows: number;
	/** first calls of the queue's day so far */
	calls: number;
	/** minutes from one call to the next; null before there is a rate */
	pace: number | null;
}

/** What was told, the earliest end that it had (ms), and how things stood then. */
export interface Promised {
	wait: Wait;
	lowest: number;
	standing: Standing;
	/** why the end is later than the first one told; null when it is not */
	reason: WaitReason | null;
	/** the first end told */
	first: number;
}

/** The first thing told to a ticket at `at` (ms). */
export function promise(wait: Wait, standing: Standing, at: number): Promised {
	const end = endOf(wait, at);
	return { wait, lowest: end, standing, reason: null, first: end };
}

/** What is told at `at` to whoever was told `before`, when a fresh look says `wait`. */
export function keepPromise(before: Promised, wait: Wait, standing: Standing, at: number): Promised {
	const end = endOf(wait, at);
	if (end <= before.lowest) {
		// Good news comes at once; how things stood counts from now on.
		return { ...before, wait, lowest: end, standing, reason: end > before.first ? before.reason : null };
	}
	if (end <= before.lowest + UNEXPLAINED_MS) return { ...before, wait };
	const reason = causeOf(before, standing, at);
	if (reason) return { ...before, wait, lowest: end, standing, reason };
	const left = (before.lowest + UNEXPLAINED_MS - at) / MINUTE_MS;
	const to = Math.floor(left / STEP_MINUTES) * STEP_MINUTES;
	return { ...before, wait: told(Math.min(wait.from, to - STEP_MINUTES), to) };
}

function causeOf({ standing: then, lowest }: Promised, now: Standing, at: number): WaitReason | null {
	if (now.windows < then.windows) return 'window-closed';
	// Whoever was called since, and whoever stands ahead now, beyond those who stood ahead then.
	if (now.ahead + now.calls - then.calls > then.ahead) return 'others-first';
	const slower = now.pace !== null && then.pace !== null && now.pace > then.pace * SLOWER;
	return slower || at >= lowest ? 'slower' : null;
}

function endOf(wait: Wait, at: number): number {
	return at + wait.to * MINUTE_MS;
}
