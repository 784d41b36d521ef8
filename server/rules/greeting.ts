/** 三声: welcomed on arrival 来有迎声, answered while asking 问有答声, seen off 走有送声. Each is marked once a service, by who serves. */
import type { GreetingMark, LegRow } from '#db/schema.ts';

/** So long after the end of a service its visitor can still be marked as seen off: the farewell comes last. */
export const SEEN_OFF_MS = 3 * 60_000;

type Served = Pick<LegRow, 'state' | 'started_at' | 'ended_at'>;

/** Whether a service takes a mark at a moment. A called visitor can be welcomed before anything has begun. */
export function isGreetable(leg: Served, mark: GreetingMark, at: number): boolean {
	if (leg.state === 'called') return mark === 'welcomed';
	if (leg.state === 'serving') return true;
	return mark === 'seen-off' && isJustOver(leg, at);
}

/** Whether a service has ended so lately that its visitor may be on the way out. */
export function isJustOver({ state, started_at, ended_at }: Served, at: number): boolean {
	return state === 'ended' && started_at !== null && ended_at !== null && at - ended_at <= SEEN_OFF_MS;
}
