/** Days that are over, as they are read for simulations and plans. */
import type { Kysely } from 'kysely';
import type { LedgerRow, SlipRow, Tables, TicketRow } from './schema.ts';

type K = Kysely<Tables>;

/** Every line of a service day, oldest first; found by the day's tickets, whose ids are numbers of lines. */
export async function linesOfDay(k: K, hall: number, day: string): Promise<LedgerRow[]> {
	const before = await edgeOf(k, hall, { day, side: 'before' });
	const after = await edgeOf(k, hall, { day, side: 'after' });
	let query = k.selectFrom('ledger').selectAll().where('hall', '=', hall).where('day', '=', day);
	if (before !== undefined) query = query.where('seq', '>', before);
	if (after !== undefined) query = query.where('seq', '<', after);
	return query.orderBy('seq').execute();
}

/** The last ticket of the day before, or the first of the day after: both days as far as they gave numbers. */
async function edgeOf(
	k: K,
	hall: number,
	{ day, side }: { day: string; side: 'before' | 'after' }
): Promise<number | undefined> {
	const neighbour = await k
		.selectFrom('ticket')
		.select('day')
		.where('hall', '=', hall)
		.where('day', side === 'before' ? '<' : '>', day)
		.orderBy('day', side === 'before' ? 'desc' : 'asc')
		.limit(1)
		.executeTakeFirst();
	if (!neighbour) return undefined;
	const edge = await k
		.selectFrom('ticket')
		.select(({ fn }) => [fn.max<number>('id').as('last'), fn.min<number>('id').as('first')])
		.where('hall', '=', hall)
		.where('day', '=', neighbour.day)
		.executeTakeFirstOrThrow();
	return side === 'before' ? edge.last : edge.first;
}

/** The tickets of a service day, oldest first. */
export function ticketsOfDay(k: K, hall: number, day: string): Promise<TicketRow[]> {
	return k.selectFrom('ticket').selectAll().where('hall', '=', hall).where('day', '=', day).orderBy('id').execute();
}

/** The slips of the tickets `from` to `to`, oldest first. */
export function slipsBetween(k: K, hall: number, range: { from: number; to: number }): Promise<SlipRow[]> {
	return k
		.selectFrom('slip')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '>=', range.from)
		.where('ticket', '<=', range.to)
		.orderBy('id')
		.execute();
}

/** One stay in a queue as a plan counts it: when it came, and how long it was served, ms. */
export interface WorkRow {
	day: string;
	queue: string;
	enqueued_at: number;
	started_at: number | null;
	ended_at: number | null;
	parked_ms: number;
}

/** The legs of the service days from `from` to `to`, both included. */
export function workBetween(k: K, hall: number, range: { from: string; to: string }): Promise<WorkRow[]> {
	return k
		.selectFrom('leg')
		.select(['day', 'queue', 'enqueued_at', 'started_at', 'ended_at', 'parked_ms'])
		.where('hall', '=', hall)
		.where('day', '>=', range.from)
		.where('day', '<=', range.to)
		.where('state', '=', 'ended')
		.orderBy('id')
		.execute();
}
