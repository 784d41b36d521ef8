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

const COLUMNS = [
	'hall',
	'seq',
	'at',
	'day',
	'act',
	'actor',
	'ticket',
	'window',
	'queue',
	'body',
	'prior',
	'salt',
	'hash'
] as const;

export const ledgerLine = statement<LedgerRow, never>(COLUMNS, (k, row) => k.insertInto('ledger').values(row));

const since = statement<{ hall: number; seq: number }, LedgerRow>(['hall', 'seq'], (k, { hall, seq }) =>
	k.selectFrom('ledger').selectAll().where('hall', '=', hall).where('seq', '>', seq).orderBy('seq').limit(500)
);

/** The lines after `seq`, oldest first, at most 500. */
export function linesAfter(k: Kysely<Tables>, hall: number, seq: number): Promise<LedgerRow[]> {
	return since.run(k, { hall, seq });
}

const hashAt = statement<{ hall: number; seq: number }, { hash: string }>(['hall', 'seq'], (k, { hall, seq }) =>
	k.selectFrom('ledger').select('hash').where('hall', '=', hall).where('seq', '=', seq)
);

/** The hash of a line; empty for one that is not there or is older than the chain. */
export async function hashOf(k: Kysely<Tables>, hall: number, seq: number): Promise<string> {
	const [row] = await hashAt.run(k, { hall, seq });
	return row?.hash ?? '';
}

const lastOfTicket = statement<{ hall: number; ticket: number }, { seq: number }>(['hall', 'ticket'], (k, asked) =>
	k
		.selectFrom('ledger')
		.select('seq')
		.where('hall', '=', asked.hall)
		.where('ticket', '=', asked.ticket)
		.orderBy('seq', 'desc')
		.limit(1)
);

/** The newest line about a ticket; the one that issued it bears its id as number and does not name it. */
export async function newestOfTicket(k: Kysely<Tables>, hall: number, ticket: number): Promise<number> {
	const [row] = await lastOfTicket.run(k, { hall, ticket });
	return row?.seq ?? ticket;
}

/** The number of the newest line; 0 in a new hall. */
export async function newestLine(k: Kysely<Tables>, hall: number): Promise<number> {
	const row = await k.selectFrom('hall').select('seq').where('id', '=', hall).executeTakeFirstOrThrow();
	return row.seq;
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
