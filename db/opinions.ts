import type { Kysely } from 'kysely';
import type { OpinionRow, Tables, WordingOverrideRow } from './schema.ts';

type K = Kysely<Tables>;

/** Keeps an opinion; its intent must be new. */
export async function addOpinion(k: K, row: OpinionRow): Promise<void> {
	await k.insertInto('opinion').values(row).execute();
}

/** The opinion that an intent gave. */
export function opinionByIntent(k: K, hall: number, intent: string): Promise<OpinionRow | undefined> {
	return k.selectFrom('opinion').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

/** One opinion by its number. */
export function getOpinion(k: K, hall: number, id: number): Promise<OpinionRow | undefined> {
	return k.selectFrom('opinion').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** What was said about the services of a ticket, in no order. */
export function opinionsOfTicket(k: K, hall: number, ticket: number): Promise<OpinionRow[]> {
	return k.selectFrom('opinion').selectAll().where('hall', '=', hall).where('ticket', '=', ticket).execute();
}

/** The opinions of the days from `from` to `to`, newest first, at most `most`. */
export function opinionsBetween(
	k: K,
	{ hall, from, to, most }: { hall: number; from: string; to: string; most: number }
): Promise<OpinionRow[]> {
	return k
		.selectFrom('opinion')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.orderBy('id', 'desc')
		.limit(most)
		.execute();
}

/** Keeps the findings of a text that was sent as it was. */
export async function addOverrides(k: K, rows: WordingOverrideRow[]): Promise<void> {
	await k.insertInto('wording_override').values(rows).execute();
}

/** The findings that were overridden on the days from `from` to `to`, oldest first. */
export function overridesBetween(
	k: K,
	{ hall, from, to }: { hall: number; from: string; to: string }
): Promise<WordingOverrideRow[]> {
	return k
		.selectFrom('wording_override')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.orderBy('line')
		.orderBy('n')
		.execute();
}
