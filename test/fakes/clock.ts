import { setImmediate } from 'node:timers/promises';
import type { Cancel, Clock } from '#server/clock.ts';

interface Timer {
	at: number;
	/** Orders timers of the same moment as they were set. */
	seq: number;
	fn: () => void;
	everyMs: number | undefined;
}

/** A clock that stands still until a test moves it. Structurally also the printer room's clock. */
export interface VirtualClock extends Clock {
	/** Moves time by `ms`: runs what falls due in order; after each, every promise that can settle does. */
	advance(ms: number): Promise<void>;
	/** How many timers are set: a test that leaves one has left something open. */
	pending(): number;
}

/**
 * A virtual clock for tests.
 *
 * @param start where it stands, in milliseconds since 1970 UTC; by default Monday 2026-11-23, 09:00 in Beijing
 */
export function virtualClock(start = Date.UTC(2026, 10, 23, 1)): VirtualClock {
	const timers = new Set<Timer>();
	let now = start;
	let seq = 0;
	const set = (fn: () => void, ms: number, everyMs?: number): Cancel => {
		const timer = { at: now + Math.max(ms, 0), seq: seq++, fn, everyMs };
		timers.add(timer);
		return () => void timers.delete(timer);
	};
	const fire = (timer: Timer): void => {
		now = timer.at;
		if (timer.everyMs === undefined) timers.delete(timer);
		else timer.at += Math.max(timer.everyMs, 1);
		timer.fn();
	};
	return {
		now: () => now,
		after: (ms, fn) => set(fn, ms),
		every: (ms, fn) => set(fn, ms, ms),
		pending: () => timers.size,
		async advance(ms) {
			const end = now + ms;
			await setImmediate();
			for (let due = next(timers, end); due; due = next(timers, end)) {
				fire(due);
				await setImmediate();
			}
			now = end;
		}
	};
}

function next(timers: ReadonlySet<Timer>, end: number): Timer | undefined {
	return [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
}
