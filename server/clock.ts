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
