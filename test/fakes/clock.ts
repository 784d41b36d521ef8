import type { Cancel, Clock } from '#server/clock.ts';

interface Timer {
	at: number;
	/** Orders timers of the same moment as they were set. */
	seq: number;
	fn: () => void;
	everyMs?: number;
}

/** A clock that stands still until a test moves it. Structurally also the printer room's clock. */
export interface VirtualClock extends Clock {
	/** `setTimeout`, for code that takes timers instead of a clock. */
	setTimeout(fn: () => void, ms: number): number;
	setInterval(fn: () => void, ms: number): number;
	clearTimeout(id: number | undefined): void;
	clearInterval(id: number | undefined): void;
	/** Moves time by `ms`: runs what falls due in order, and lets promises settle after each. */
	advance(ms: number): Promise<void>;
	/** How many timers are set: a test that leaves one has left something open. */
	pending(): number;
}

/** As many turns as the longest chain of awaits that one timer sets off in our code, with room to spare. */
const TURNS = 20;

async function settle(): Promise<void> {
	for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
}

/**
 * A virtual clock for tests.
 *
 * @param start where it stands, in milliseconds since 1970 UTC; by default Monday 2026-11-23, 09:00 in Beijing
 */
export function virtualClock(start = Date.UTC(2026, 10, 23, 1)): VirtualClock {
	const timers = new Map<number, Timer>();
	let now = start;
	let seq = 0;
	const set = (fn: () => void, ms: number, everyMs?: number): number => {
		seq += 1;
		timers.set(seq, { at: now + Math.max(ms, 0), seq, fn, ...(everyMs === undefined ? {} : { everyMs }) });
		return seq;
	};
	const clear = (id: number | undefined): void => void (id !== undefined && timers.delete(id));
	const fire = (timer: Timer): void => {
		now = timer.at;
		if (timer.everyMs === undefined) timers.delete(timer.seq);
		else timer.at += Math.max(timer.everyMs, 1);
		timer.fn();
	};
	const cancelable = (id: number): Cancel => {
		return () => {
			clear(id);
		};
	};
	return {
		now: () => now,
		after: (ms, fn) => cancelable(set(fn, ms)),
		every: (ms, fn) => cancelable(set(fn, ms, ms)),
		setTimeout: (fn, ms) => set(fn, ms),
		setInterval: (fn, ms) => set(fn, ms, ms),
		clearTimeout: clear,
		clearInterval: clear,
		pending: () => timers.size,
		async advance(ms) {
			const end = now + ms;
			await settle();
			for (let due = next(timers, end); due; due = next(timers, end)) {
				fire(due);
				await settle();
			}
			now = end;
		}
	};
}

function next(timers: ReadonlyMap<number, Timer>, end: number): Timer | undefined {
	return [...timers.values()].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
}
