import type { Kysely } from 'kysely';
import type { LedgerRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

/** One line of the ledger as a verb writes it; number and hall are added by the writer. */
export interface LedgerLine {
	at: number;
	day: string;
	act: string;
	actor: string;
	ticket: number | null;
	window: string | null;
	queue: string | null;
	body: object;
}

const COLUMNS = ['hall', 'seq', 'at', 'day', 'act', 'actor', 'ticket', 'window', 'queue', 'body'] as const;

export const ledgerLine = statement<LedgerRow, never>(COLUMNS, (k, row) => k.insertInto('ledger').values(row));

const since = statement<{ hall: number; seq: number }, LedgerRow>(['hall', 'seq'], (k, { hall, seq }) =>
	k.selectFrom('ledger').selectAll().where('hall', '=', hall).where('seq', '>', seq).orderBy('seq').limit(500)
);

/** The lines after `seq`, oldest first, at most 500. */
export function linesAfter(k: Kysely<Tables>, hall: number, seq: number): Promise<LedgerRow[]> {
	return since.run(k, { hall, seq });
}

/** The number of the newest line; 0 in a new hall. */
export async function newestLine(k: Kysely<Tables>, hall: number): Promise<number> {
	const row = await k.selectFrom('hall').select('seq').where('id', '=', hall).executeTakeFirstOrThrow();
	return row.seq;
}

/** One line by its number. */
export function lineAt(k: Kysely<Tables>, hall: number, seq: number): Promise<LedgerRow | undefined> {
	return k.selectFrom('ledger').selectAll().where('hall', '=', hall).where('seq', '=', seq).executeTakeFirst();
}

/** What was done to one ticket, oldest first. */
export function linesOfTicket(k: Kysely<Tables>, hall: number, ticket: number): Promise<LedgerRow[]> {
	return k
		.selectFrom('ledger')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.orderBy('seq')
		.execute();
}

/** The newest line about a ticket at a window. */
export function lastActAt(k: Kysely<Tables>, hall: number, window: string): Promise<LedgerRow | undefined> {
	return k
		.selectFrom('ledger')
		.selectAll()
		.where('hall', '=', hall)
		.where('window', '=', window)
		.where('ticket', 'is not', null)
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
}
