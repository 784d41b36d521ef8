import { setImmediate } from 'node:timers/promises';
import type { Cancel, Clock } from './clock.ts';
import { Heap } from './rules/heap.ts';

/** A clock that stands still until it is moved: for a simulated day, and for tests. Structurally also the printer room's. */
export interface VirtualClock extends Clock {
	/** Moves time by `ms`: runs what falls due in order; after each, every promise that can settle does. */
	advance(ms: number): Promise<void>;
	/** Runs what falls due next and stands at its moment; false when nothing is set. */
	step(): Promise<boolean>;
	/** How many timers are set: a test that leaves one has left something open. */
	pending(): number;
}

interface Timer {
	at: number;
	/** Orders timers of the same moment as they were set. */
	seq: number;
	fn: () => void;
	everyMs: number | undefined;
	live: boolean;
}

/**
 * A virtual clock.
 * @param start where it stands, in milliseconds since 1970 UTC
 * @param settled resolves when nothing is going on that needs no time of this clock; by default when every promise that
 * can settle without input or output has
 */
export function virtualClockAt(start: number, settled: () => Promise<unknown> = () => setImmediate()): VirtualClock {
	const timers = new Heap<Timer>((a, b) => a.at < b.at || (a.at === b.at && a.seq < b.seq));
	let now = start;
	let seq = 0;
	let live = 0;
	const set = (fn: () => void, ms: number, everyMs?: number): Cancel => {
		const timer = { at: now + Math.max(ms, 0), seq: seq++, fn, everyMs, live: true };
		timers.push(timer);
		live += 1;
		return () => {
			if (timer.live) live -= 1;
			timer.live = false;
		};
	};
	const next = (): Timer | undefined => {
		while (timers.peek()?.live === false) timers.pop();
		return timers.peek();
	};
	const fire = (timer: Timer): void => {
		timers.pop();
		now = timer.at;
		if (timer.everyMs === undefined) {
			timer.live = false;
			live -= 1;
		} else {
			timer.at += Math.max(timer.everyMs, 1);
			timers.push(timer);
		}
		timer.fn();
	};
	const runUntil = async (end: number): Promise<boolean> => {
		const due = next();
		if (!due || due.at > end) return false;
		fire(due);
		await settled();
		return true;
	};
	return {
		now: () => now,
		after: (ms, fn) => set(fn, ms),
		every: (ms, fn) => set(fn, ms, ms),
		pending: () => live,
		step: () => runUntil(Infinity),
		async advance(ms) {
			const end = now + ms;
			await settled();
			while (await runUntil(end));
			now = end;
		}
	};
}
