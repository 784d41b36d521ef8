/** Slots 时段: the times of a day for which places are kept. Moments are milliseconds (UTC). */
import type { Span, Stretch } from './day.ts';

const MINUTE_MS = 60_000;

/** What two lists of times of one day have in common; both sorted, none overlapping. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): Span[] {
	return a.flatMap((one) =>
		b
			.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
			.filter(({ from, to }) => from < to)
	);
}

/**
 * Cuts opening times into slots of equal length, one after the other from the beginning of each stretch; what is left
 * at its end is no slot. Cut by the clock that never jumps: on the day the clocks change there is one more or one
 * less, none twice and none that does not exist.
 */
export function slotsOf(stretches: readonly Stretch[], minutes: number): Stretch[] {
	const length = minutes * MINUTE_MS;
	return stretches.flatMap(({ from, until }) =>
		Array.from({ length: Math.max(0, Math.floor((until - from) / length)) }, (_, i) => ({
			from: from + i * length,
			until: from + (i + 1) * length
		}))
	);
}

/** When an appointment may be checked in: so long before its slot, and so long after. */
export interface Grace {
	earlyMinutes: number;
	lateMinutes: number;
}

export type Punctuality = 'too-early' | 'in-time' | 'lapsed';

/** How an arrival stands to its slot. Both ends belong to the time in which one may come. */
export function punctuality(slotAt: number, at: number, { earlyMinutes, lateMinutes }: Grace): Punctuality {
	if (at < slotAt - earlyMinutes * MINUTE_MS) return 'too-early';
	return at > slotAt + lateMinutes * MINUTE_MS ? 'lapsed' : 'in-time';
}

/** Since when somebody counts as waiting: who comes early waits for the slot, who comes late loses what he is late. */
export function arrivedAt(slotAt: number | null, at: number): number {
	return Math.max(slotAt ?? at, at);
}
