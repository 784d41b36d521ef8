/** Ends a timer; calling it again, or after the timer has fired, does nothing. */
export type Cancel = () => void;

/** The only way server rooms learn the time or wait. Tests hand in a virtual one: `test/fakes/clock.ts`. */
export interface Clock {
	/** Milliseconds since 1970-01-01 UTC. */
	now(): number;
	/** Calls `fn` once, `ms` milliseconds from now. */
	after(ms: number, fn: () => void): Cancel;
	/** Calls `fn` each `ms` milliseconds, for the first time `ms` from now. */
	every(ms: number, fn: () => void): Cancel;
}

/** The machine's clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	after(ms, fn) {
		const timer = setTimeout(fn, ms);
		return () => {
			clearTimeout(timer);
		};
	},
	every(ms, fn) {
		const timer = setInterval(fn, ms);
		return () => {
			clearInterval(timer);
		};
	}
};

/**
 * A clock that never goes back: while the machine's clock is put back it stands still until that has caught up. The order
 * of calling goes by the time of coming, and nobody who comes later may come earlier.
 * @param floor where it stands at least, ms: the time of the newest line of the ledger
 */
export function steady(clock: Clock, floor: number): Clock {
	let last = floor;
	return {
		now: () => (last = Math.max(last, clock.now())),
		after: (ms, fn) => clock.after(ms, fn),
		every: (ms, fn) => clock.every(ms, fn)
	};
}
