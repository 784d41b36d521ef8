import type { Kysely } from 'kysely';
import { getBroadcast } from './broadcasts.ts';
import type { BroadcastReceiptRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** Notes that a device showed or said a broadcast; saying it again changes nothing, nor does it for one that never was. */
export async function addBroadcastReceipt(k: K, receipt: BroadcastReceiptRow): Promise<void> {
	if (!(await getBroadcast(k, receipt.hall, receipt.broadcast))) return;
	await k
		.insertInto('broadcast_receipt')
		.values(receipt)
		.onConflict((c) => c.columns(['hall', 'broadcast', 'device', 'channel']).doNothing())
		.execute();
}

/** Who has shown or said broadcasts from one on, by device. */
export function broadcastReceipts(k: K, hall: number, from: number): Promise<BroadcastReceiptRow[]> {
	return k
		.selectFrom('broadcast_receipt')
		.selectAll()
		.where('hall', '=', hall)
		.where('broadcast', '>=', from)
		.orderBy('broadcast')
		.orderBy('device')
		.orderBy('channel')
		.execute();
}
