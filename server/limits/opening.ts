import type { Hall } from '../hall.ts';
import { stretchOf } from '../rules/day.ts';
import type { Opening } from '../rules/opening.ts';
import type { RefusalCode } from '../rules/refusal.ts';

/** Refusals that time alone lifts. */
const PASSES: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['hall-closed', 'queue-closed', 'too-late-today']);

/**
 * When numbers of a queue are given again, told with the refusal (K-09); null while they are given, when time does not
 * help, or when no opening is in sight.
 */
export function opensAgain(hall: Hall, queue: string, closed: RefusalCode | null): Opening | null {
	if (closed === null || !PASSES.has(closed)) return null;
	return hall.setup.opensAfter(queue, closed === 'too-late-today' ? restOf(hall) : hall.clock.now());
}

/** Who could not be served until the evening could not in the afternoon either, where a number is good across the break. */
function restOf(hall: Hall): number {
	const now = hall.clock.now();
	if (!hall.setup.policies.closing.throughBreaks) return now;
	return stretchOf(hall.setup.day(now), hall.setup.timeZone).until - 1;
}

/** What a refusal adds for the reader of its document: `2026-11-24 09:00`, or else what was asked for. */
export function openingDetail(hall: Hall, queue: string, closed: RefusalCode, otherwise: string): string {
	const opening = opensAgain(hall, queue, closed);
	return opening ? `${opening.day} ${opening.time}` : otherwise;
}
