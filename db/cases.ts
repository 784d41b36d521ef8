import { sql, type Kysely } from 'kysely';
import type { CaseEvidenceRow, CaseLineRow, CaseRow, CaseState, LedgerRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes speak of these very words; bound values would not be recognised. */
const word = (state: CaseState) => sql.lit(state);

/** Adds a case; its owner must be a member of staff. */
export async function addCase(k: K, row: CaseRow): Promise<void> {
	await k.insertInto('case').values(row).execute();
}

export function getCase(k: K, hall: number, id: number): Promise<CaseRow | undefined> {
	return k.selectFrom('case').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The case that this wish has already opened. */
export function caseByIntent(k: K, hall: number, intent: string): Promise<CaseRow | undefined> {
	return k.selectFrom('case').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

/** The case of a visitor's code. */
export function caseByCode(k: K, hall: number, code: string): Promise<CaseRow | undefined> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', hall)
		.where('code', '=', code)
		.where('code', 'is not', null)
		.executeTakeFirst();
}

/** The cases that were joined to one, oldest first. */
export function casesJoinedTo(k: K, hall: number, id: number): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', hall)
		.where('joined_to', '=', id)
		.where('joined_to', 'is not', null)
		.orderBy('id')
		.execute();
}

/** The cases that began with a ticket, oldest first. */
export function casesOfTicket(k: K, hall: number, ticket: number): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', hall)
		.where('ticket', '=', ticket)
		.where('ticket', 'is not', null)
		.orderBy('id')
		.execute();
}

/** Writes what an act may change; what was true when a case was opened stays as it is. */
export async function saveCase(k: K, row: CaseRow): Promise<void> {
	const { hall, id, ...rest } = row;
	const { state, stage, outcome, owner, offered_to, offered_by, offered_at, moved_by, urgent } = rest;
	const { given_at, due_at, next_at, reminded, escalated, asked, extended, late, explained } = rest;
	const { staged_at, closed_at, offered_desk, offered_department, offered_place_at, desk, department } = rest;
	const { joined_to, told_at, told_way, reopened_at } = rest;
	const who = { owner, offered_to, offered_by, offered_at, moved_by };
	const times = { given_at, due_at, next_at, reminded, escalated, asked, extended, late, explained };
	const place = { offered_desk, offered_department, offered_place_at, desk, department };
	const visitor = { joined_to, told_at, told_way, reopened_at };
	const change = { state, stage, outcome, urgent, staged_at, closed_at, ...who, ...times, ...place, ...visitor };
	await k.updateTable('case').set(change).where('hall', '=', hall).where('id', '=', id).execute();
}

/** The cases that the clock has to look at, earliest first, at most `most`. */
export function casesForClock(k: K, of: { hall: number; at: number; most: number }): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('next_at', 'is not', null)
		.where('next_at', '<=', of.at)
		.orderBy('next_at')
		.limit(of.most)
		.execute();
}

/** Open cases in the order in which they were opened, those after an id; for whoever has to go through all of them. */
export function openCasesAfter(k: K, of: { hall: number; after: number; most: number }): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('state', '=', word('open'))
		.where('id', '>', of.after)
		.orderBy('id')
		.limit(of.most)
		.execute();
}

/** The cases of a kind that were opened on these days, oldest first. */
export function casesBetween(k: K, of: { hall: number; kind: string; from: string; to: string }): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('kind', '=', of.kind)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.orderBy('id')
		.execute();
}

export async function addCaseLine(k: K, row: CaseLineRow): Promise<void> {
	await k.insertInto('case_line').values(row).execute();
}

/** A line of the ledger about a case, with what was written. */
export type CaseHistoryRow = CaseLineRow & Pick<LedgerRow, 'at' | 'day' | 'actor' | 'body'>;

/** What was done with a case, oldest first. */
export function historyOfCase(k: K, hall: number, id: number): Promise<CaseHistoryRow[]> {
	return k
		.selectFrom('case_line')
		.innerJoin('ledger', (join) =>
			join.onRef('ledger.hall', '=', 'case_line.hall').onRef('ledger.seq', '=', 'case_line.line')
		)
		.selectAll('case_line')
		.select(['ledger.at', 'ledger.day', 'ledger.actor', 'ledger.body'])
		.where('case_line.hall', '=', hall)
		.where('case_line.case', '=', id)
		.orderBy('case_line.line')
		.execute();
}

/** How often each act was done in a case. */
export async function actsDone(k: K, hall: number, id: number): Promise<Record<string, number>> {
	const rows = await k
		.selectFrom('case_line')
		.select(({ fn }) => ['act', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('case', '=', id)
		.groupBy('act')
		.execute();
	return Object.fromEntries(rows.map(({ act, n }) => [act, n]));
}

export async function addEvidence(k: K, row: CaseEvidenceRow): Promise<void> {
	await k.insertInto('case_evidence').values(row).execute();
}

/** What was bound to a case, oldest first. */
export function evidenceOf(k: K, hall: number, id: number): Promise<CaseEvidenceRow[]> {
	return k
		.selectFrom('case_evidence')
		.selectAll()
		.where('hall', '=', hall)
		.where('case', '=', id)
		.orderBy('line')
		.execute();
}
