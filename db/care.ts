import type { Kysely } from 'kysely';
import type { CareRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export function careOf(k: K, hall: number, ticket: number): Promise<CareRow | undefined> {
	return k.selectFrom('care').selectAll().where('hall', '=', hall).where('ticket', '=', ticket).executeTakeFirst();
}

/** Writes what is known of a ticket's care, whole. */
export async function saveCare(k: K, row: CareRow): Promise<void> {
	const { proof, companions, escort, escort_at, reached_at } = row;
	const rest = { proof, companions, escort, escort_at, reached_at };
	await k
		.insertInto('care')
		.values(row)
		.onConflict((on) => on.columns(['hall', 'ticket']).doUpdateSet(rest))
		.execute();
}

/** The tickets somebody accompanies and has not yet brought to a window, oldest first; those of ended days are over. */
export function escorted(k: K, hall: number, since: number): Promise<CareRow[]> {
	return k
		.selectFrom('care')
		.selectAll()
		.where('hall', '=', hall)
		.where('escort', 'is not', null)
		.where('reached_at', 'is', null)
		.where('escort_at', '>=', since)
		.orderBy('escort_at')
		.execute();
}
