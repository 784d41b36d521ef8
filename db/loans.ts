import { sql, type Kysely } from 'kysely';
import type { LoanRow, StockChangeRow, Tables } from './schema.ts';
import type { LoanState } from './words-incidents.ts';

type K = Kysely<Tables>;

/** The partial indexes speak of these very words; bound values would not be recognised. */
const word = (state: LoanState) => sql.lit(state);

export async function addLoan(k: K, row: LoanRow): Promise<void> {
	await k.insertInto('loan').values(row).execute();
}

export function getLoan(k: K, hall: number, id: number): Promise<LoanRow | undefined> {
	return k.selectFrom('loan').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The loan that this wish has already made. */
export function loanByIntent(k: K, hall: number, intent: string): Promise<LoanRow | undefined> {
	return k.selectFrom('loan').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

/** Writes how a loan ended. */
export async function endLoan(k: K, { hall, id, state, ended_by, ended_at }: LoanRow): Promise<void> {
	await k
		.updateTable('loan')
		.set({ state, ended_by, ended_at })
		.where('hall', '=', hall)
		.where('id', '=', id)
		.execute();
}

/** What is out, the first to come back first. */
export function loansOut(k: K, hall: number): Promise<LoanRow[]> {
	return k
		.selectFrom('loan')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', word('out'))
		.orderBy('due_at')
		.orderBy('id')
		.execute();
}

/** What was lent on these days, oldest first. */
export function loansBetween(k: K, of: { hall: number; from: string; to: string }): Promise<LoanRow[]> {
	return k
		.selectFrom('loan')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.orderBy('id')
		.execute();
}

export async function addStockChange(k: K, row: StockChangeRow): Promise<void> {
	await k.insertInto('stock_change').values(row).execute();
}

/** By how much what desks have differs from the hall file. */
export function stockChanges(k: K, hall: number): Promise<{ good: string; desk: string; change: number }[]> {
	return k
		.selectFrom('stock_change')
		.select(({ fn }) => ['good', 'desk', sql<number>`cast(${fn.sum('change')} as integer)`.as('change')])
		.where('hall', '=', hall)
		.groupBy(['good', 'desk'])
		.execute();
}
