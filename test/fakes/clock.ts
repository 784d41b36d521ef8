import type { Clock } from '#server/clock.ts';
import { VirtualClock as Moved } from '#server/virtual-clock.ts';

/** A clock that stands still until a test moves it. Structurally also the printer room's clock. */
export interface VirtualClock extends Clock {
	/** Moves time by `ms`: runs what falls due in order; after each, every promise that can settle does. */
	advance(ms: number): Promise<void>;
	/** How many timers are set: a test that leaves one has left something open. */
	pending(): number;
}

/**
 * A virtual clock for tests; a test may put another `now` in its place.
 *
 * @param start where it stands, in milliseconds since 1970 UTC; by default Monday 2026-11-23, 09:00 in Beijing
 */
export function virtualClock(start = Date.UTC(2026, 10, 23, 1)): VirtualClock {
	const clock = new Moved(start);
	return {
		now: () => clock.now(),
		after: (ms, fn) => clock.after(ms, fn),
		every: (ms, fn) => clock.every(ms, fn),
		advance: (ms) => clock.advance(ms),
		pending: () => clock.pending()
	};
}
