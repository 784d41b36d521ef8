import type { Kysely } from 'kysely';
import type { HallRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

/** The hall of that code; made empty, without a hall file, when it is not there yet. */
export async function hallByCode(k: Kysely<Tables>, code: string): Promise<HallRow> {
	const found = await k.selectFrom('hall').selectAll().where('code', '=', code).executeTakeFirst();
	if (found) return found;
	const top = await k
		.selectFrom('hall')
		.select(({ fn }) => fn.max<number | null>('id').as('id'))
		.executeTakeFirst();
	const row = { id: (top?.id ?? 0) + 1, code, name: code, time_zone: 'UTC', seq: 0, head: '' };
	// Another process may make it at this moment; one of both is enough.
	await k
		.insertInto('hall')
		.values(row)
		.onConflict((c) => c.doNothing())
		.execute();
	return k.selectFrom('hall').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
}

/** The halls of this database, oldest first. */
export function halls(k: Kysely<Tables>): Promise<HallRow[]> {
	return k.selectFrom('hall').selectAll().orderBy('id').execute();
}

const closed = statement<{ hall: number; day: string }, { id: number }>(['hall', 'day'], (k, { hall, day }) =>
	k.selectFrom('hall').select('id').where('id', '=', hall).where('day', '=', day).where('day_closed_at', 'is not', null)
);

/** Whether that service day has been ended. */
export async function isDayClosed(k: Kysely<Tables>, hall: number, day: string): Promise<boolean> {
	return (await closed.run(k, { hall, day })).length > 0;
}

/** Remembers the service day that is open. */
export async function openDay(k: Kysely<Tables>, hall: number, day: string): Promise<void> {
	await k.updateTable('hall').set({ day, day_closed_at: null }).where('id', '=', hall).execute();
}

/** Marks the open service day as closed. */
export async function closeDay(k: Kysely<Tables>, hall: number, at: number): Promise<void> {
	await k.updateTable('hall').set({ day_closed_at: at }).where('id', '=', hall).execute();
}
