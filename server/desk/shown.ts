import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { idOfToken, ticketByToken } from '../tickets/token.ts';
import type { DeskTicket } from '../views.ts';
import { deskTicket } from './view.ts';

/** A number of today as somebody types it, or the ticket whose slip is held before a scanner: by the token of its page. */
export async function shownTicket(hall: Hall, who: Who, shown: string): Promise<Result<DeskTicket>> {
	if (idOfToken(shown) === undefined) return found(await deskTicket(hall, who, shown), shown);
	const ticket = await ticketByToken(hall.read, hall.id, shown);
	// Another day has the same numbers: a slip of last week must not find who has its number now.
	if (ticket && ticket.day !== today(hall)) return refused('ticket-other-day', ticket.day);
	return found(ticket && (await deskTicket(hall, who, ticket.number)), '');
}

function found(ticket: DeskTicket | undefined, shown: string): Result<DeskTicket> {
	return ticket ? done(ticket) : refused('ticket-unknown', shown);
}
