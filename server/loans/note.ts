import type { Tx } from '#db/group.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';

/** A line about what a desk lends. A tag is chosen by the desk and tells nobody; the ledger does without it. */
export function noteKept(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ act, ticket = null, body }: { act: string; ticket?: number | null; body: object }
): Promise<number> {
	const place = { ticket, window: null, queue: null };
	return tx.note({ at: hall.clock.now(), day: today(hall), act, actor: who.name, ...place, body });
}
