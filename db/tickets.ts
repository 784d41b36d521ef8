import { sql, type Kysely } from 'kysely';
import { oneLess, oneMore, waitingIn } from './queue-days.ts';
import type { LegRow, Tables, TicketRow } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

const TICKET_COLUMNS = [
	'hall',
	'id',
	'day',
	'queue',
	'n',
	'number',
	'item',
	'class',
	'claim',
	'lang',
	'state',
	'token',
	'intent',
	'origin',
	'leg',
	'since',
	'steps',
	'told',
	'created_at',
	'ended_at',
	'reason',
	'appointment',
	'slot_at',
	'person_hash',
	'matter_hash',
	'notice'
] as const;

const LEG_COLUMNS = [
	'hall',
	'id',
	'ticket',
	'ordinal',
	'day',
	'queue',
	'item',
	'state',
	'outcome',
	'enqueued_at',
	'rank_at',
	'head_start_ms',
	'window',
	'staff',
	'for_window',
	'for_staff',
	'called_at',
	'started_at',
	'ended_at',
	'calls',
	'misses',
	'park_kind',
	'parked_at',
	'parked_ms',
	'held_ms',
	'reason'
] as const;

/** The partial indexes speak of this very word; a bound value would not be recognised. */
const WAITING = sql.lit('waiting' as const);

interface Place {
	hall: number;
	queue: string;
	rankAt: number;
	id: number;
}

const rankedAfter = statement<Place, { n: number }>(['hall', 'queue', 'rankAt', 'id'], (k, place) =>
	k
		.selectFrom('leg')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('hall', '=', place.hall)
		.where('queue', '=', place.queue)
		.where('state', '=', WAITING)
		.where(sql<boolean>`(rank_at, id) > (${place.rankAt}, ${place.id})`)
);

/**
 * How many are called before this waiting leg. Counts those behind it, who are few when it has just come,
 * and takes them from the queue's own count.
 */
export async function countAhead(
	k: K,
	leg: Pick<LegRow, 'hall' | 'queue' | 'day' | 'rank_at' | 'id'>
): Promise<number> {
	return aheadOf(k, leg, await waitingIn(k, leg));
}

/** As `countAhead`, for who already knows how many wait in the queue. */
export async function aheadOf(
	k: K,
	leg: Pick<LegRow, 'hall' | 'queue' | 'rank_at' | 'id'>,
	waiting: number
): Promise<number> {
	const [after] = await rankedAfter.run(k, { hall: leg.hall, queue: leg.queue, rankAt: leg.rank_at, id: leg.id });
	return Math.max(0, waiting - (after?.n ?? 0) - 1);
}

const newTicket = statement<TicketRow, never>(TICKET_COLUMNS, (k, row) => k.insertInto('ticket').values(row));
const newLeg = statement<LegRow, never>(LEG_COLUMNS, (k, row) => k.insertInto('leg').values(row));

/** Adds a ticket with its first leg, which waits; the queue's count has been raised by `allot`. */
export async function addTicket(k: K, ticket: TicketRow, leg: LegRow): Promise<void> {
	await newTicket.run(k, ticket);
	await newLeg.run(k, leg);
}

/** Adds a further leg of a ticket, which waits; the ticket is told by `saveTicket`. */
export async function addLeg(k: K, leg: LegRow): Promise<void> {
	await newLeg.run(k, leg);
	await oneMore.run(k, leg);
}

interface Intent {
	hall: number;
	day: string;
	intent: string;
}

const byIntent = statement<Intent, TicketRow>(['hall', 'day', 'intent'], (k, { hall, day, intent }) =>
	k.selectFrom('ticket').selectAll().where('hall', '=', hall).where('day', '=', day).where('intent', '=', intent)
);

/** The ticket that this wish has already made on that service day. */
export async function ticketByIntent(k: K, asked: Intent): Promise<TicketRow | undefined> {
	const [row] = await byIntent.run(k, asked);
	return row;
}

const ticketById = statement<{ hall: number; id: number }, TicketRow>(['hall', 'id'], (k, input) =>
	k.selectFrom('ticket').selectAll().where('hall', '=', input.hall).where('id', '=', input.id)
);
const legById = statement<{ hall: number; id: number }, LegRow>(['hall', 'id'], (k, input) =>
	k.selectFrom('leg').selectAll().where('hall', '=', input.hall).where('id', '=', input.id)
);

export async function getTicket(k: K, hall: number, id: number): Promise<TicketRow | undefined> {
	const [row] = await ticketById.run(k, { hall, id });
	return row;
}

export async function getLeg(k: K, hall: number, id: number): Promise<LegRow | undefined> {
	const [row] = await legById.run(k, { hall, id });
	return row;
}

/** All legs of a ticket, first first. */
export function legsOf(k: K, hall: number, ticket: number): Promise<LegRow[]> {
	return k
		.selectFrom('leg')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.orderBy('ordinal')
		.execute();
}

/** Writes a leg as it is after a step, and keeps the queue's count of waiting. */
export async function saveLeg(k: K, before: LegRow, after: LegRow): Promise<void> {
	await changedLeg.run(k, after);
	if (before.state === 'waiting' && after.state !== 'waiting') await oneLess.run(k, before);
	if (before.state !== 'waiting' && after.state === 'waiting') await oneMore.run(k, after);
}

const changedLeg = statement<LegRow, never>(LEG_COLUMNS, (k, row) =>
	k
		.updateTable('leg')
		.set({
			state: row.state,
			outcome: row.outcome,
			rank_at: row.rank_at,
			head_start_ms: row.head_start_ms,
			window: row.window,
			staff: row.staff,
			for_window: row.for_window,
			for_staff: row.for_staff,
			called_at: row.called_at,
			started_at: row.started_at,
			ended_at: row.ended_at,
			calls: row.calls,
			misses: row.misses,
			park_kind: row.park_kind,
			parked_at: row.parked_at,
			parked_ms: row.parked_ms,
			held_ms: row.held_ms,
			reason: row.reason
		})
		.where('hall', '=', row.hall)
		.where('id', '=', row.id)
);

/** How a ticket stands now: its state, its current leg, its priority, what follows, when and why it ended. */
export async function saveTicket(k: K, ticket: TicketRow): Promise<void> {
	const { state, leg, class: priority, claim, steps, ended_at, reason } = ticket;
	await k
		.updateTable('ticket')
		.set({ state, leg, class: priority, claim, steps, ended_at, reason })
		.where('hall', '=', ticket.hall)
		.where('id', '=', ticket.id)
		.execute();
}

/** Takes back a leg that an undone act had made; it must still be waiting. */
export async function removeLeg(k: K, leg: LegRow): Promise<void> {
	await k.deleteFrom('leg').where('hall', '=', leg.hall).where('id', '=', leg.id).execute();
	await oneLess.run(k, leg);
}
