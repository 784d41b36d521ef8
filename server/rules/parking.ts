/**
 * Three kinds of standing aside, each with its own way back (figures are the hall's):
 *
 * papers-missing: the visitor fetches something. Back in time: in the order with the time of the first leg. Later: as if
 *   come at the moment of return. Nobody's clock runs.
 * papers-kept: the window works on the papers. Only the window goes on. The visitor waits for the hall.
 * other-step: the visitor pays, photographs, signs elsewhere. Back in time: to the same window, with a head start; later:
 *   to any window, with the time of the first leg. Nobody's clock runs.
 */
import type { LegRow, ParkKind } from '#db/schema.ts';

export interface ParkingRule {
	/** so long the way back keeps its advantage; the window is reminded afterwards */
	withinMinutes: number;
	/** beside that of the class */
	headStartMinutes: number;
}

const MINUTE_MS = 60_000;

/** Until when (ms) a parked leg keeps its advantage; null when it is not parked. */
export function backBy(
	leg: Pick<LegRow, 'park_kind' | 'parked_at'>,
	rules: Readonly<Record<ParkKind, ParkingRule>>
): number | null {
	if (leg.park_kind === null || leg.parked_at === null) return null;
	return leg.parked_at + rules[leg.park_kind].withinMinutes * MINUTE_MS;
}

/** A place in the order, and the only window that may call from it; null for any that serves the queue. */
export interface Place {
	rankAt: number;
	headStartMs: number;
	window: string | null;
}

/**
 * Where a parked leg that comes back at `at` (ms) stands in the order.
 * @param classHeadMs head start of the ticket's class
 */
export function placeOnReturn(
	leg: Pick<LegRow, 'park_kind' | 'parked_at' | 'rank_at' | 'head_start_ms' | 'window'>,
	classHeadMs: number,
	rules: Readonly<Record<ParkKind, ParkingRule>>,
	at: number
): Place {
	const inTime = at <= (backBy(leg, rules) ?? at);
	const kind = leg.park_kind ?? 'papers-missing';
	const headStartMs = classHeadMs + (inTime ? rules[kind].headStartMinutes * MINUTE_MS : 0);
	const since = inTime || kind === 'other-step' ? leg.rank_at + leg.head_start_ms : at;
	return { rankAt: since - headStartMs, headStartMs, window: inTime && kind === 'other-step' ? leg.window : null };
}
