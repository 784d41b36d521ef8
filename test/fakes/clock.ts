import { VirtualClock } from '#server/virtual-clock.ts';

export type { VirtualClock } from '#server/virtual-clock.ts';

/**
 * A virtual clock for tests.
 *
 * @param start where it stands, in milliseconds since 1970 UTC; by default Monday 2026-11-23, 09:00 in Beijing
 */
export function virtualClock(start = Date.UTC(2026, 10, 23, 1)): VirtualClock {
	return new VirtualClock(start);
}
