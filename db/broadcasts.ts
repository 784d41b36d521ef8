import type { Kysely } from 'kysely';
import type { BroadcastRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

/** Adds a broadcast; no other may be live, and its intent must be new. */
export async function addBroadcast(k: K, row: BroadcastRow): Promise<void> {
	await k.insertInto('broadcast').values(row).execute();
}

const live = statement<{ hall: number }, BroadcastRow>(['hall'], (k, { hall }) =>
	k.selectFrom('broadcast').selectAll().where('hall', '=', hall).where('ended_at', 'is', null)
);

/** What is told to the hall now. Asked with every call of a number, so it is made once. */
export async function liveBroadcast(k: K, hall: number): Promise<BroadcastRow | undefined> {
	const [row] = await live.run(k, { hall });
	return row;
}

export function getBroadcast(k: K, hall: number, id: number): Promise<BroadcastRow | undefined> {
	return k.selectFrom('broadcast').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The broadcast that this wish has already started. */
export function broadcastByIntent(k: K, hall: number, intent: string): Promise<BroadcastRow | undefined> {
	return k.selectFrom('broadcast').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

/** Writes who wants it ended, and who has ended it. */
export async function saveBroadcast(k: K, row: BroadcastRow): Promise<void> {
	const { hall, id, asked_by, asked_at, ended_by, ended_at, how } = row;
	const change = { asked_by, asked_at, ended_by, ended_at, how };
	await k.updateTable('broadcast').set(change).where('hall', '=', hall).where('id', '=', id).execute();
}

const alerts = statement<{ hall: number }, { ended_at: number | null }>(['hall'], (k, { hall }) =>
	k
		.selectFrom('broadcast')
		.select('ended_at')
		.where('hall', '=', hall)
		.where('calm', '=', 0)
		.where('ended_at', 'is not', null)
		.orderBy('id', 'desc')
		.limit(1)
);

/** When the last alert ended, ms; undefined where there was none. */
export async function lastAlertEnd(k: K, hall: number): Promise<number | undefined> {
	const [row] = await alerts.run(k, { hall });
	return row?.ended_at ?? undefined;
}

/** The newest, at most `most`. */
export function recentBroadcasts(k: K, hall: number, most: number): Promise<BroadcastRow[]> {
	return k.selectFrom('broadcast').selectAll().where('hall', '=', hall).orderBy('id', 'desc').limit(most).execute();
}
