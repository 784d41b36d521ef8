import type { Kysely } from 'kysely';
import type { RatingAskRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

const COLUMNS = [
	'hall',
	'leg',
	'ticket',
	'day',
	'window',
	'staff',
	'token',
	'asked_at',
	'window_shown_at',
	'phone_shown_at'
] as const;

const newAsk = statement<RatingAskRow, never>(COLUMNS, (k, row) => k.insertInto('rating_ask').values(row));

/** Keeps that a service was asked to be rated; its leg must not have been. */
export async function addAsk(k: K, row: RatingAskRow): Promise<void> {
	await newAsk.run(k, row);
}

/** The ask goes with the end that was taken back. */
export async function removeAsk(k: K, hall: number, leg: number): Promise<void> {
	await k.deleteFrom('rating_ask').where('hall', '=', hall).where('leg', '=', leg).execute();
}

export function askOf(k: K, hall: number, leg: number): Promise<RatingAskRow | undefined> {
	return k.selectFrom('rating_ask').selectAll().where('hall', '=', hall).where('leg', '=', leg).executeTakeFirst();
}

/** What was asked last at a window. */
export function newestAsk(k: K, hall: number, window: string): Promise<RatingAskRow | undefined> {
	return k
		.selectFrom('rating_ask')
		.selectAll()
		.where('hall', '=', hall)
		.where('window', '=', window)
		.orderBy('asked_at', 'desc')
		.orderBy('leg', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** When the visitor's page or the tablet first said that it shows the ask; later tellings change nothing. */
export async function markShown(
	k: K,
	of: { hall: number; leg: number; at: number },
	where: 'window_shown_at' | 'phone_shown_at'
): Promise<void> {
	await k
		.updateTable('rating_ask')
		.set({ [where]: of.at })
		.where('hall', '=', of.hall)
		.where('leg', '=', of.leg)
		.where(where, 'is', null)
		.execute();
}
