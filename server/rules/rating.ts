/** 好差评: what may be rated, and for how long. A service is a leg that was begun and brought to an end by a window. */
import type { Grade, LegOutcome, LegRow } from '#db/schema.ts';
import type { RefusalCode } from './refusal.ts';
import { addDays } from './day.ts';

/** How a service ends. Who is sent to another queue was helped on, not served: that service is the next one. */
const SERVICES: readonly LegOutcome[] = ['done', 'noticed', 'refused', 'chained'];

type Served = Pick<LegRow, 'outcome' | 'started_at'>;

export function isService({ outcome, started_at }: Served): boolean {
	return started_at !== null && outcome !== null && SERVICES.includes(outcome);
}

/** The last day on which a service of that day can be rated. */
function rateUntil(day: string): string {
	return addDays(day, 1);
}

/** Why a leg cannot be rated on a day; null when it can. `rated`: the grade it has. */
export function notRateable(leg: Served & { day: string }, rated: Grade | null, today: string): RefusalCode | null {
	if (!isService(leg)) return 'not-served-yet';
	if (rated !== null) return 'rated-already';
	return today > rateUntil(leg.day) ? 'rating-too-late' : null;
}
