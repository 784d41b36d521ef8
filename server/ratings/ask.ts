import type { Tx } from '#db/group.ts';
import { addAsk, askOf, markShown, removeAsk } from '#db/rating-asks.ts';
import type { LegRow, RatingAskRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { done, refused, type Result } from '../result.ts';
import { idOfToken, isSame, newToken, ticketByToken } from '../tickets/token.ts';

/** So long the tablet at the window may still bring a rating that it asked for. */
const VALID_MS = 15 * 60_000;

/**
 * Asks for a rating of a service that has just ended, by the tablet at its window and the page of its ticket: part of
 * the very act that ends it, so that none is left out and nobody at the window has a say in it.
 */
export async function askForRating(tx: Tx, hall: Hall, leg: LegRow): Promise<void> {
	const { id, ticket, day, window, staff } = leg;
	if (window === null) return;
	const shown = { window_shown_at: null, phone_shown_at: null };
	const of = { hall: tx.hall, leg: id, ticket, day, window, staff };
	await addAsk(tx.k, { ...of, token: newToken(id), asked_at: hall.clock.now(), ...shown });
}

/** The end of a service was taken back: it is asked again when it ends again. */
export async function withdrawAsk(tx: Tx, leg: number): Promise<void> {
	await removeAsk(tx.k, tx.hall, leg);
}

/** The ask that a tablet's token opens; undefined when it is nobody's or too old. */
export async function askByToken(tx: Tx, hall: Hall, token: string): Promise<RatingAskRow | undefined> {
	const ask = await askOf(tx.k, tx.hall, idOfToken(token) ?? 0);
	if (!ask || !isSame(ask.token, token)) return undefined;
	return hall.clock.now() - ask.asked_at > VALID_MS ? undefined : ask;
}

/** The tablet says that it shows what it was asked to. */
export function shownAtWindow(hall: Hall, token: string): Promise<Result<{ leg: number }>> {
	return hall.write(async (tx) => {
		const ask = await askByToken(tx, hall, token);
		if (!ask) return refused('ask-over');
		await markShown(tx.k, { hall: tx.hall, leg: ask.leg, at: hall.clock.now() }, 'window_shown_at');
		return done({ leg: ask.leg });
	});
}

/** The page of a ticket says that it shows the services of it that can be rated. */
export function shownOnPhone(hall: Hall, token: string, leg: number): Promise<Result<{ leg: number }>> {
	return hall.write(async (tx) => {
		const ticket = await ticketByToken(tx.k, tx.hall, token);
		const ask = ticket && (await askOf(tx.k, tx.hall, leg));
		if (!ask || ask.ticket !== ticket.id) return refused('ticket-unknown');
		await markShown(tx.k, { hall: tx.hall, leg, at: hall.clock.now() }, 'phone_shown_at');
		return done({ leg });
	});
}
