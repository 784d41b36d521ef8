import { sql, type Kysely } from 'kysely';
import type { IntakeRow, Tables, TrueWillRow } from './schema.ts';

type K = Kysely<Tables>;

/** The partial index speaks of this very word. */
const OPEN = sql.lit('open' as const);

/** Keeps papers received; of one ticket and item only one intake is open. */
export async function addIntake(k: K, row: IntakeRow): Promise<void> {
	await k.insertInto('intake').values(row).execute();
}

export function getIntake(k: K, hall: number, id: number): Promise<IntakeRow | undefined> {
	return k.selectFrom('intake').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** All intakes of a ticket, first first. */
export function intakesOf(k: K, hall: number, ticket: number): Promise<IntakeRow[]> {
	return k
		.selectFrom('intake')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.orderBy('id')
		.execute();
}

/** The intake of a ticket and item whose clock still runs. */
export function openIntake(k: K, of: { hall: number; ticket: number; item: string }): Promise<IntakeRow | undefined> {
	return k
		.selectFrom('intake')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('ticket', '=', of.ticket)
		.where('item', '=', of.item)
		.where('state', '=', OPEN)
		.executeTakeFirst();
}

/** An intake whose clock still runs, with its number and how its ticket stands. */
export type RunningIntake = IntakeRow & { number: string; live: boolean };

function running(k: K, hall: number) {
	return k
		.selectFrom('intake')
		.innerJoin('ticket', (join) =>
			join.onRef('ticket.hall', '=', 'intake.hall').onRef('ticket.id', '=', 'intake.ticket')
		)
		.selectAll('intake')
		.select(['ticket.number', 'ticket.state as ticket_state'])
		.where('intake.hall', '=', hall)
		.where('intake.state', '=', OPEN);
}

function runningOf({ ticket_state, ...row }: IntakeRow & { number: string; ticket_state: string }): RunningIntake {
	return { ...row, live: ticket_state === 'live' };
}

/** Every intake whose clock still runs, the most urgent first. */
export async function openIntakes(k: K, hall: number): Promise<RunningIntake[]> {
	const rows = await running(k, hall).orderBy('intake.limit_at').orderBy('intake.id').execute();
	return rows.map(runningOf);
}

/** One of them; undefined when its clock stands. */
export async function runningIntake(k: K, hall: number, id: number): Promise<RunningIntake | undefined> {
	const row = await running(k, hall).where('intake.id', '=', id).executeTakeFirst();
	return row && runningOf(row);
}

/** Papers received from one service day to another, both included. */
export function intakesBetween(k: K, hall: number, { from, to }: { from: string; to: string }): Promise<IntakeRow[]> {
	return k
		.selectFrom('intake')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.orderBy('id')
		.execute();
}

/** An intake as it is after an act. */
export async function saveIntake(k: K, row: IntakeRow): Promise<void> {
	const { state, warned, settled_by, settled_at, reason, matter_hash } = row;
	await k
		.updateTable('intake')
		.set({ state, warned, settled_by, settled_at, reason, matter_hash })
		.where('hall', '=', row.hall)
		.where('id', '=', row.id)
		.execute();
}

export async function addTrueWill(k: K, row: TrueWillRow): Promise<void> {
	await k.insertInto('true_will').values(row).execute();
}

/** What was marked of a visitor's will, first first. */
export function trueWillsOf(k: K, hall: number, ticket: number): Promise<TrueWillRow[]> {
	return k
		.selectFrom('true_will')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.orderBy('id')
		.execute();
}
