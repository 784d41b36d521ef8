import type { Kysely } from 'kysely';
import type { CallRow, ReceiptRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

const CALL_COLUMNS = [
	'hall',
	'id',
	'day',
	'leg',
	'ticket',
	'number',
	'zone',
	'window',
	'staff',
	'kind',
	'at',
	'why'
] as const;

const newCall = statement<CallRow, never>(CALL_COLUMNS, (k, row) => k.insertInto('call').values(row));

export async function addCall(k: K, call: CallRow): Promise<void> {
	await newCall.run(k, call);
}

interface ZoneCalls {
	hall: number;
	day: string;
	zone: string;
	most: number;
}

const ofZone = statement<ZoneCalls, CallRow>(['hall', 'day', 'zone', 'most'], (k, asked) =>
	k
		.selectFrom('call')
		.selectAll()
		.where('hall', '=', asked.hall)
		.where('day', '=', asked.day)
		.where('zone', '=', asked.zone)
		.orderBy('id', 'desc')
		.limit(asked.most)
);

/** The newest calls of a zone's day, newest first. */
export function recentCalls(k: K, asked: ZoneCalls): Promise<CallRow[]> {
	return ofZone.run(k, asked);
}

export function getCall(k: K, hall: number, id: number): Promise<CallRow | undefined> {
	return k.selectFrom('call').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The calls of a leg in their order, and whether each has reached anybody. */
export async function callsOf(k: K, hall: number, leg: number): Promise<{ at: number; delivered: boolean }[]> {
	const rows = await k
		.selectFrom('call')
		.select((e) => [
			'call.at',
			e
				.selectFrom('receipt')
				.select(({ fn }) => fn.countAll<number>().as('n'))
				.whereRef('receipt.hall', '=', 'call.hall')
				.whereRef('receipt.call', '=', 'call.id')
				.as('receipts')
		])
		.where('call.hall', '=', hall)
		.where('call.leg', '=', leg)
		.orderBy('call.id')
		.execute();
	return rows.map((row) => ({ at: row.at, delivered: (row.receipts ?? 0) > 0 }));
}

/** The newest call of a leg. */
export function lastCallOf(k: K, hall: number, leg: number): Promise<CallRow | undefined> {
	return k
		.selectFrom('call')
		.selectAll()
		.where('hall', '=', hall)
		.where('leg', '=', leg)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Takes back a call that an undo revokes, with its receipts. */
export async function removeCall(k: K, hall: number, id: number): Promise<void> {
	await k.deleteFrom('receipt').where('hall', '=', hall).where('call', '=', id).execute();
	await k.deleteFrom('call').where('hall', '=', hall).where('id', '=', id).execute();
}

/** Notes that a device showed or said a call; saying it again changes nothing, nor does it for a call taken back. */
export async function addReceipt(k: K, receipt: ReceiptRow): Promise<void> {
	if (!(await getCall(k, receipt.hall, receipt.call))) return;
	await k
		.insertInto('receipt')
		.values(receipt)
		.onConflict((c) => c.columns(['hall', 'call', 'device', 'channel']).doNothing())
		.execute();
}

/** Who has shown or said a call. */
export function receiptsOf(k: K, hall: number, call: number): Promise<ReceiptRow[]> {
	return k.selectFrom('receipt').selectAll().where('hall', '=', hall).where('call', '=', call).execute();
}

/** The calls of a zone since `at` that nothing has said yet, oldest first. */
export function unspokenSince(
	k: K,
	{ hall, day, zone, at }: { hall: number; day: string; zone: string; at: number }
): Promise<CallRow[]> {
	return k
		.selectFrom('call')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '=', day)
		.where('zone', '=', zone)
		.where('at', '>=', at)
		.where((e) =>
			e.not(
				e.exists(
					e
						.selectFrom('receipt')
						.select('receipt.call')
						.whereRef('receipt.hall', '=', 'call.hall')
						.whereRef('receipt.call', '=', 'call.id')
						.where('receipt.channel', '=', 'spoken')
				)
			)
		)
		.orderBy('id')
		.execute();
}
