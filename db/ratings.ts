import type { Kysely } from 'kysely';
import type { RatingRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** Keeps a rating; its leg must not have one. */
export async function addRating(k: K, row: RatingRow): Promise<void> {
	await k.insertInto('rating').values(row).execute();
}

/** The ratings of a ticket's services, in no order. */
export function ratingsOf(k: K, hall: number, ticket: number): Promise<RatingRow[]> {
	return k.selectFrom('rating').selectAll().where('hall', '=', hall).where('ticket', '=', ticket).execute();
}

/** The rating of one service. */
export function ratingOf(k: K, hall: number, leg: number): Promise<RatingRow | undefined> {
	return k.selectFrom('rating').selectAll().where('hall', '=', hall).where('leg', '=', leg).executeTakeFirst();
}
