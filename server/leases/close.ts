import type { Tx } from '#db/group.ts';
import { endLease, leasesOpenUpTo, numbersOfLease, settleNumber } from '#db/leases.ts';
import type { LeaseEnd, LeaseRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';

/** Ends a lease: what is left of it is void, with the reason and the numbers in the ledger, so that no gap is unexplained. */
export async function closeLease(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ lease, reason }: { lease: LeaseRow; reason: LeaseEnd }
): Promise<void> {
	const rows = await numbersOfLease(tx.k, tx.hall, lease.id);
	const left = rows.filter(({ state }) => state === 'out');
	const at = hall.clock.now();
	const line = { at, day: today(hall), actor: who.name, ticket: null, window: null, queue: null };
	const used = rows.filter(({ state }) => state === 'used').length;
	const body = { lease: lease.id, device: lease.device, used, void: left.map(({ number }) => number), reason };
	await tx.note({ ...line, act: 'lease.ended', body });
	for (const row of left) await settleNumber(tx.k, { ...row, state: 'void', reason });
	await endLease(tx.k, lease, at);
}

/** With the end of a service day: a kiosk that has not come back by then is not waited for. */
export async function closeLeases(tx: Tx, hall: Hall, who: Who, day: string): Promise<void> {
	for (const lease of await leasesOpenUpTo(tx.k, tx.hall, day)) {
		await closeLease(tx, hall, who, { lease, reason: 'never-reported' });
	}
}
