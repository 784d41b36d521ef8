import type { Tx } from '#db/group.ts';
import { today, type Hall } from '../hall.ts';

/** A line about a round: areas, criteria and scores, never a remark. */
export async function inspectionLine(
	tx: Tx,
	hall: Hall,
	by: string,
	{ act, body }: { act: string; body: object }
): Promise<number> {
	const place = { ticket: null, window: null, queue: null };
	return tx.note({ at: hall.clock.now(), day: today(hall), act: `inspection.${act}`, actor: by, ...place, body });
}

/** One alarm of a round and day. */
export function missedKey(round: string, day: string): string {
	return `${round}/${day}`;
}
