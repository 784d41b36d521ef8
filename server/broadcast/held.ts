import { liveBroadcast } from '#db/broadcasts.ts';
import type { Tx } from '#db/group.ts';
import { refused, type Refused } from '../result.ts';
import { holdsCalls } from '../rules/broadcast.ts';

/** Why nobody is called to a window now: an alert wants people elsewhere, and a number called then would be missed. */
export async function callsHeld(tx: Tx): Promise<Refused | undefined> {
	const live = await liveBroadcast(tx.k, tx.hall);
	return holdsCalls(live) ? refused('broadcast-live', String(live?.id)) : undefined;
}
