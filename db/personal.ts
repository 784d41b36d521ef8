import type { Kysely } from 'kysely';
import type { PersonalRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** Whose a personal value is: what it belongs to, and the id of that. */
export interface PersonalSubject {
	hall: number;
	subject: string;
	of: number;
}

/** Keeps a value, in the place of an earlier one of the same field. */
export async function keepPersonal(k: K, row: PersonalRow): Promise<void> {
	const { sealed, kept_at, delete_at } = row;
	await k
		.insertInto('personal')
		.values(row)
		.onConflict((c) =>
			c.columns(['hall', 'subject', 'of', 'field']).doUpdateSet({ sealed, kept_at, delete_at, deleted_at: null })
		)
		.execute();
}

/** What is kept of one subject, deleted values included, in the order of their names. */
export function personalOf(k: K, { hall, subject, of }: PersonalSubject): Promise<PersonalRow[]> {
	return k
		.selectFrom('personal')
		.selectAll()
		.where('hall', '=', hall)
		.where('subject', '=', subject)
		.where('of', '=', of)
		.orderBy('field')
		.execute();
}

/** Moves the day of deletion nearer, never further away. */
export async function deleteBy(k: K, { hall, subject, of }: PersonalSubject, at: number): Promise<void> {
	await k
		.updateTable('personal')
		.set({ delete_at: at })
		.where('hall', '=', hall)
		.where('subject', '=', subject)
		.where('of', '=', of)
		.where('delete_at', '>', at)
		.execute();
}

/** The values whose time is over, earliest first. */
export function personalDue(k: K, of: { hall: number; at: number; most: number }): Promise<PersonalRow[]> {
	return k
		.selectFrom('personal')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('sealed', 'is not', null)
		.where('delete_at', '<=', of.at)
		.orderBy('delete_at')
		.limit(of.most)
		.execute();
}

/** Deletes what one subject has; that there was something stays known. */
export async function deletePersonal(k: K, { hall, subject, of }: PersonalSubject, at: number): Promise<void> {
	await k
		.updateTable('personal')
		.set({ sealed: null, deleted_at: at })
		.where('hall', '=', hall)
		.where('subject', '=', subject)
		.where('of', '=', of)
		.where('sealed', 'is not', null)
		.execute();
}
