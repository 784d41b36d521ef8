import { sql, type Kysely } from 'kysely';
import type { ClaimState, LegState, Tables, TicketState } from './schema.ts';

type K = Kysely<Tables>;

/** How many tickets of a day stand how, by queue. */
export function ticketCounts(
	k: K,
	hall: number,
	day: string
): Promise<{ queue: string; state: TicketState; n: number }[]> {
	return k
		.selectFrom('ticket')
		.select(({ fn }) => ['queue', 'state', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('day', '=', day)
		.groupBy(['queue', 'state'])
		.orderBy('queue')
		.execute();
}

/** The numbers of a queue's day that are on a ticket, in order. */
export async function numbersOf(k: K, of: { hall: number; day: string; queue: string }): Promise<number[]> {
	const rows = await k
		.selectFrom('ticket')
		.select('n')
		.where('hall', '=', of.hall)
		.where('queue', '=', of.queue)
		.where('day', '=', of.day)
		.orderBy('n')
		.execute();
	return rows.map((row) => row.n);
}

export interface OpenTicket {
	number: string;
	queue: string;
	step: LegState;
	window: string | null;
}

/** The tickets of a day that have not ended, oldest first. */
export function openTickets(k: K, hall: number, day: string): Promise<OpenTicket[]> {
	return k
		.selectFrom('leg')
		.innerJoin('ticket', (join) => join.onRef('ticket.hall', '=', 'leg.hall').onRef('ticket.id', '=', 'leg.ticket'))
		.select(['ticket.number', 'leg.queue', 'leg.state as step', 'leg.window'])
		.where('leg.hall', '=', hall)
		.where('leg.state', '<>', sql.lit('ended' as const))
		.where('leg.day', '=', day)
		.orderBy('leg.id')
		.execute();
}

export interface ClaimCount {
	class: string;
	claim: ClaimState;
	n: number;
}

/** Claims to priority of a day, by class; one that was not shown is counted with the ordinary class it has since. */
export function claimCounts(k: K, hall: number, day: string): Promise<ClaimCount[]> {
	return k
		.selectFrom('ticket')
		.select(({ fn }) => ['class', 'claim', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('day', '=', day)
		.where('claim', '<>', sql.lit('none' as const))
		.groupBy(['class', 'claim'])
		.orderBy('class')
		.orderBy('claim')
		.execute();
}
