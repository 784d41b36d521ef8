import { sql, type Kysely } from 'kysely';
import type { LegOfTicket } from './order.ts';
import type { Tables, TicketRow } from './schema.ts';

type K = Kysely<Tables>;

/** The ticket with the n-th number of a queue's day. */
export function ticketByNumber(
	k: K,
	of: { hall: number; queue: string; day: string; n: number }
): Promise<TicketRow | undefined> {
	return k
		.selectFrom('ticket')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('queue', '=', of.queue)
		.where('day', '=', of.day)
		.where('n', '=', of.n)
		.executeTakeFirst();
}

/** The open legs whose tickets claim a priority that nobody has looked at, oldest first. */
export function legsClaiming(k: K, hall: number): Promise<LegOfTicket[]> {
	return k
		.selectFrom('leg')
		.innerJoin('ticket', (join) => join.onRef('ticket.hall', '=', 'leg.hall').onRef('ticket.id', '=', 'leg.ticket'))
		.selectAll('leg')
		.select(['ticket.number', 'ticket.class', 'ticket.claim', 'ticket.steps', 'ticket.created_at', 'ticket.token'])
		.where('leg.hall', '=', hall)
		.where('leg.state', '<>', sql.lit('ended' as const))
		.where('ticket.claim', '=', sql.lit('open' as const))
		.orderBy('leg.id')
		.execute();
}
