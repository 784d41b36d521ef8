import { sql, type Kysely } from 'kysely';
import type { SlipRow, SlipState, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

const COLUMNS = [
	'hall',
	'id',
	'day',
	'kind',
	'ticket',
	'group',
	'printer',
	'state',
	'attempts',
	'reprint_of',
	'body',
	'reason',
	'created_at',
	'changed_at'
] as const;

const newSlip = statement<SlipRow, never>(COLUMNS, (k, row) => k.insertInto('slip').values(row));

export async function addSlip(k: K, slip: SlipRow): Promise<void> {
	await newSlip.run(k, slip);
}

export function getSlip(k: K, hall: number, id: number): Promise<SlipRow | undefined> {
	return k.selectFrom('slip').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The oldest slip that waits for a printer of this group. */
export function nextSlip(k: K, hall: number, group: string): Promise<SlipRow | undefined> {
	return k
		.selectFrom('slip')
		.selectAll()
		.where('hall', '=', hall)
		.where('group', '=', group)
		.where('state', '=', sql.lit('queued' as const))
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
}

/** What became of a slip. `from` guards against two who work on it: nothing changes when it is no longer in that state. */
export async function moveSlip(
	k: K,
	slip: Pick<SlipRow, 'hall' | 'id'>,
	from: SlipState,
	to: Pick<SlipRow, 'state' | 'printer' | 'attempts' | 'reason' | 'changed_at'>
): Promise<boolean> {
	const done = await k
		.updateTable('slip')
		.set(to)
		.where('hall', '=', slip.hall)
		.where('id', '=', slip.id)
		.where('state', '=', from)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** Slips that a process which has ended left in work: nobody knows whether they came out. */
export function slipsInWork(k: K, hall: number): Promise<SlipRow[]> {
	return k
		.selectFrom('slip')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', sql.lit('sent' as const))
		.where('reason', 'is', null)
		.execute();
}

/** Slips of a group that have waited since before `before` (ms), oldest first. */
export function queuedOf(k: K, of: { hall: number; group: string; before: number; most: number }): Promise<SlipRow[]> {
	return k
		.selectFrom('slip')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('group', '=', of.group)
		.where('state', '=', sql.lit('queued' as const))
		.where('created_at', '<', of.before)
		.orderBy('id')
		.limit(of.most)
		.execute();
}

/** How many slips wait, by group. */
export function queuedSlips(k: K, hall: number): Promise<{ group: string; n: number }[]> {
	return k
		.selectFrom('slip')
		.select(({ fn }) => ['group', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('state', '=', sql.lit('queued' as const))
		.groupBy('group')
		.execute();
}

/** The newest slips, newest first. */
export function newestSlips(k: K, hall: number, most: number): Promise<SlipRow[]> {
	return k.selectFrom('slip').selectAll().where('hall', '=', hall).orderBy('id', 'desc').limit(most).execute();
}

const ofTicket = statement<{ hall: number; ticket: number }, SlipRow>(['hall', 'ticket'], (k, input) =>
	k
		.selectFrom('slip')
		.selectAll()
		.where('hall', '=', input.hall)
		.where('ticket', '=', input.ticket)
		.orderBy('id', 'desc')
		.limit(1)
);

/** The newest slip of a ticket. */
export async function lastSlipOf(k: K, hall: number, ticket: number): Promise<SlipRow | undefined> {
	const [row] = await ofTicket.run(k, { hall, ticket });
	return row;
}
