import type { Tx } from '#db/group.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';

/** A line about what is told to the hall; it stirs every screen, and belongs to no window. */
export function noteBroadcast(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ act, body }: { act: string; body: object }
): Promise<number> {
	const place = { ticket: null, window: null, queue: null };
	return tx.note({ at: hall.clock.now(), day: today(hall), act, actor: who.name, ...place, body });
}
