import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DeliveryRow, MatterRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addMatter(k: K, row: MatterRow): Promise<void> {
	await k.insertInto('matter').values(row).execute();
}

export function getMatter(k: K, hall: number, id: number): Promise<MatterRow | undefined> {
	return k.selectFrom('matter').selectAll().where('hall', '=', hall).where('case', '=', id).executeTakeFirst();
}

/** The matter that came of one service. */
export function matterOfLeg(k: K, hall: number, leg: number): Promise<MatterRow | undefined> {
	return k.selectFrom('matter').selectAll().where('hall', '=', hall).where('leg', '=', leg).executeTakeFirst();
}

/** What a ticket has left to be followed up, oldest first. */
export function mattersOfTicket(k: K, hall: number, ticket: number): Promise<MatterRow[]> {
	return k
		.selectFrom('matter')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.orderBy('case')
		.execute();
}

export async function addDelivery(k: K, row: DeliveryRow): Promise<void> {
	await k.insertInto('delivery').values(row).execute();
}

export function getDelivery(k: K, hall: number, id: number): Promise<DeliveryRow | undefined> {
	return k.selectFrom('delivery').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The newest delivery of a matter. */
export function deliveryOf(k: K, hall: number, id: number): Promise<DeliveryRow | undefined> {
	return k
		.selectFrom('delivery')
		.selectAll()
		.where('hall', '=', hall)
		.where('case', '=', id)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** What became of a delivery. */
export async function saveDelivery(k: K, row: DeliveryRow): Promise<void> {
	const { state, carrier, waybill, sent_at, ended_at } = row;
	await k
		.updateTable('delivery')
		.set({ state, carrier, waybill, sent_at, ended_at })
		.where('hall', '=', row.hall)
		.where('id', '=', row.id)
		.execute();
}

/** How the matters accepted on these days stand, counted. `late`: some due time was missed. */
export interface MatterCounts {
	accepted: number;
	deemed: number;
	closed: number;
	in_time: number;
	late_closed: number;
	overdue: number;
	extended: number;
	couriered: number;
}

/** @param of `now`: ms, to tell what is overdue */
export function countMatters(k: K, of: { hall: number; from: string; to: string; now: number }): Promise<MatterCounts> {
	const count = (condition: RawBuilder<unknown>): RawBuilder<number> =>
		sql<number>`cast(coalesce(sum(case when ${condition} then 1 else 0 end), 0) as integer)`;
	return k
		.selectFrom('case')
		.innerJoin('matter', (join) => join.onRef('matter.hall', '=', 'case.hall').onRef('matter.case', '=', 'case.id'))
		.select([
			count(sql`1 = 1`).as('accepted'),
			count(sql`matter.deemed = 1`).as('deemed'),
			count(sql`state = 'closed'`).as('closed'),
			count(sql`state = 'closed' and late = 0`).as('in_time'),
			count(sql`state = 'closed' and late = 1`).as('late_closed'),
			count(sql`state = 'open' and (late = 1 or due_at < ${of.now})`).as('overdue'),
			count(sql`extended > 0`).as('extended'),
			count(sql`outcome = 'told-by-courier'`).as('couriered')
		])
		.where('case.hall', '=', of.hall)
		.where('case.kind', '=', 'matter')
		.where('case.day', '>=', of.from)
		.where('case.day', '<=', of.to)
		.executeTakeFirstOrThrow();
}
