import { sql, type Kysely } from 'kysely';
import type { LegRow, Tables, TicketRow } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

/** A leg with what is told of its ticket. */
export type LegOfTicket = LegRow & Pick<TicketRow, 'number' | 'class' | 'claim' | 'steps' | 'created_at' | 'token'>;

interface Asked {
	hall: number;
	queue: string;
	window: string;
	staff: string;
	most: number;
}

const waitingFor = statement<Asked, LegOfTicket>(['hall', 'queue', 'window', 'staff', 'most'], (k, asked) =>
	k
		.selectFrom('leg')
		.innerJoin('ticket', (join) => join.onRef('ticket.hall', '=', 'leg.hall').onRef('ticket.id', '=', 'leg.ticket'))
		.selectAll('leg')
		.select(['ticket.number', 'ticket.class', 'ticket.claim', 'ticket.steps', 'ticket.created_at', 'ticket.token'])
		.where('leg.hall', '=', asked.hall)
		.where('leg.queue', '=', asked.queue)
		.where('leg.state', '=', sql.lit('waiting' as const))
		.where((e) => e.or([e('leg.for_window', 'is', null), e('leg.for_window', '=', asked.window)]))
		.where((e) => e.or([e('leg.for_staff', 'is', null), e('leg.for_staff', '=', asked.staff)]))
		.orderBy('leg.rank_at')
		.orderBy('leg.id')
		.limit(asked.most)
);

/** The first `most` of a queue that this window and person may call, in the order of calling. */
export function firstWaiting(k: K, asked: Asked): Promise<LegOfTicket[]> {
	return waitingFor.run(k, asked);
}

const inQueue = statement<{ hall: number; queue: string; most: number }, { number: string; rank_at: number }>(
	['hall', 'queue', 'most'],
	(k, asked) =>
		k
			.selectFrom('leg')
			.innerJoin('ticket', (join) => join.onRef('ticket.hall', '=', 'leg.hall').onRef('ticket.id', '=', 'leg.ticket'))
			.select(['ticket.number', 'leg.rank_at'])
			.where('leg.hall', '=', asked.hall)
			.where('leg.queue', '=', asked.queue)
			.where('leg.state', '=', sql.lit('waiting' as const))
			.orderBy('leg.rank_at')
			.orderBy('leg.id')
			.limit(asked.most)
);

/** The next numbers of a queue, whoever may call them. */
export function nextNumbers(
	k: K,
	hall: number,
	queue: string,
	most: number
): Promise<{ number: string; rank_at: number }[]> {
	return inQueue.run(k, { hall, queue, most });
}

/** The waiting legs that only this window or this person may call, oldest first. */
export function legsBoundTo(k: K, hall: number, to: { window: string; staff: string | null }): Promise<LegRow[]> {
	return k
		.selectFrom('leg')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', sql.lit('waiting' as const))
		.where((e) => e.or([e('for_window', 'is not', null), e('for_staff', 'is not', null)]))
		.where((e) => e.or([e('for_window', '=', to.window), e('for_staff', '=', to.staff ?? '')]))
		.orderBy('id')
		.execute();
}

/** The legs that are on hold or parked, oldest first. */
export function heldLegs(k: K, hall: number): Promise<LegOfTicket[]> {
	return k
		.selectFrom('leg')
		.innerJoin('ticket', (join) => join.onRef('ticket.hall', '=', 'leg.hall').onRef('ticket.id', '=', 'leg.ticket'))
		.selectAll('leg')
		.select(['ticket.number', 'ticket.class', 'ticket.claim', 'ticket.steps', 'ticket.created_at', 'ticket.token'])
		.where('leg.hall', '=', hall)
		.where('leg.state', 'in', [sql.lit('parked' as const), sql.lit('missed' as const)])
		.orderBy('leg.id')
		.execute();
}

/** Every leg that is still open on a service day before `day`, or on it when `upTo` says so. */
export function legsOpenUpTo(k: K, hall: number, day: string): Promise<LegRow[]> {
	return k
		.selectFrom('leg')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '<>', sql.lit('ended' as const))
		.where('day', '<=', day)
		.orderBy('id')
		.execute();
}
