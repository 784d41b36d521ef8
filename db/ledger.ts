import type { Kysely } from 'kysely';
import type { Link } from './chain.ts';
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

/** Of keys in one question. */
const AT_ONCE = 500;

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

/** Number and hash of the newest line; 0 and nothing in a new hall. */
export async function headOf(k: Kysely<Tables>, hall: number): Promise<Link> {
	const [row] = await head.run(k, { hall });
	return row ?? { seq: 0, hash: '' };
}

const head = statement<{ hall: number }, Link>(['hall'], (k, { hall }) =>
	k.selectFrom('hall').select(['seq', 'head as hash']).where('id', '=', hall)
);

/** Those of these lines that are there, oldest first; any number of them. */
export async function linesAt(k: Kysely<Tables>, hall: number, seqs: readonly number[]): Promise<LedgerRow[]> {
	const sorted = seqs.toSorted((a, b) => a - b);
	const found: LedgerRow[] = [];
	for (let at = 0; at < sorted.length; at += AT_ONCE) {
		const some = sorted.slice(at, at + AT_ONCE);
		const query = k.selectFrom('ledger').selectAll().where('hall', '=', hall).where('seq', 'in', some);
		found.push(...(await query.orderBy('seq').execute()));
	}
	return found;
}

/** The calls that these windows made from one line to another, oldest first. */
export function callsBetween(
	k: Kysely<Tables>,
	asked: { hall: number; windows: readonly string[]; after: number; before: number }
): Promise<LedgerRow[]> {
	return k
		.selectFrom('ledger')
		.selectAll()
		.where('hall', '=', asked.hall)
		.where('window', 'in', asked.windows)
		.where('seq', '>', asked.after)
		.where('seq', '<', asked.before)
		.where('act', '=', 'ticket.called')
		.orderBy('seq')
		.execute();
}

/** The newest number that a line bears, whatever the hall's row says. */
export async function lastLine(k: Kysely<Tables>, hall: number): Promise<number> {
	const row = await k
		.selectFrom('ledger')
		.select(({ fn }) => fn.max<number | null>('seq').as('seq'))
		.where('hall', '=', hall)
		.executeTakeFirst();
	return row?.seq ?? 0;
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
