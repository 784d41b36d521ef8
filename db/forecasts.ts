import { sql, type Kysely } from 'kysely';
import type { ForecastRow, LegRow, Tables, TicketRow, WindowSpanRow } from './schema.ts';

type K = Kysely<Tables>;

const FACTS = [
	'leg.id',
	'leg.day',
	'leg.queue',
	'leg.ordinal',
	'leg.enqueued_at',
	'leg.rank_at',
	'leg.head_start_ms',
	'leg.ended_at'
] as const;

/** A leg of a day, with its first call, which a later one does not hide, and what its ticket was told. */
export type DayLeg = Pick<
	LegRow,
	'id' | 'day' | 'queue' | 'ordinal' | 'enqueued_at' | 'rank_at' | 'head_start_ms' | 'ended_at'
> &
	Pick<TicketRow, 'told'> & { first_call: number | null };

/** Every leg of a service day, over or not, in the order in which they came. */
export async function legsOfDay(k: K, hall: number, day: string): Promise<DayLeg[]> {
	const ended = await factsOf(k, hall, day)
		.where('leg.state', '=', sql.lit('ended' as const))
		.execute();
	const open = await factsOf(k, hall, day)
		.where('leg.state', '<>', sql.lit('ended' as const))
		.execute();
	return [...ended, ...open].sort((a, b) => a.enqueued_at - b.enqueued_at || a.id - b.id);
}

function factsOf(k: K, hall: number, day: string) {
	return k
		.selectFrom('leg')
		.innerJoin('ticket', (join) => join.onRef('ticket.hall', '=', 'leg.hall').onRef('ticket.id', '=', 'leg.ticket'))
		.select([...FACTS, 'ticket.told'])
		.select((e) =>
			e
				.selectFrom('call')
				.select(({ fn }) => fn.min<number | null>('call.at').as('at'))
				.whereRef('call.hall', '=', 'leg.hall')
				.whereRef('call.leg', '=', 'leg.id')
				.as('first_call')
		)
		.where('leg.hall', '=', hall)
		.where('leg.day', '=', day);
}

/** The legs of these tickets as they are now. */
export function legsOfTickets(k: K, hall: number, tickets: readonly number[]): Promise<LegRow[]> {
	if (tickets.length === 0) return Promise.resolve([]);
	return k
		.selectFrom('leg')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', 'in', [...tickets])
		.orderBy('id')
		.execute();
}

/** The service days before or on `upTo` that gave numbers, newest first. */
export async function pastDays(k: K, hall: number, upTo: string, most: number): Promise<string[]> {
	const rows = await k
		.selectFrom('queue_day')
		.select('day')
		.distinct()
		.where('hall', '=', hall)
		.where('day', '<=', upTo)
		.orderBy('day', 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => row.day);
}

/** The times at which windows were open, since `from` (ms). */
export function openSpans(k: K, hall: number, from: number): Promise<WindowSpanRow[]> {
	return k
		.selectFrom('window_span')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', 'open')
		.where((e) => e.or([e('to_at', 'is', null), e('to_at', '>', from)]))
		.orderBy('id')
		.execute();
}

/** What the hall's queues have learnt. */
export function forecasts(k: K, hall: number): Promise<ForecastRow[]> {
	return k.selectFrom('forecast').selectAll().where('hall', '=', hall).orderBy('queue').execute();
}

/** Puts what was learnt in place of what was known before. */
export async function saveForecasts(k: K, hall: number, rows: readonly ForecastRow[]): Promise<void> {
	await k.deleteFrom('forecast').where('hall', '=', hall).execute();
	for (const row of rows) await k.insertInto('forecast').values(row).execute();
}
