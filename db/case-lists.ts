import { sql, type Kysely } from 'kysely';
import type { CaseRow, CaseState, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes speak of these very words; bound values would not be recognised. */
const word = (state: CaseState) => sql.lit(state);

/** Somebody by staff number, with the desk and the department of the hall file. */
export interface CaseHand {
	hall: number;
	staff: string;
	desk: string | null;
	department: string | null;
}

/** The open cases of a person: owned, asked for first, or offered to the person, the desk or the department; earliest due first. */
export async function openCasesOf(k: K, of: CaseHand): Promise<CaseRow[]> {
	const open = k.selectFrom('case').selectAll().where('hall', '=', of.hall).where('state', '=', word('open'));
	// One index each; a condition with `or` would find none of them.
	const found = await Promise.all([
		open.where('owner', '=', of.staff).execute(),
		open.where('first_owner', '=', of.staff).execute(),
		offeredCases(k, of)
	]);
	const once = new Map(found.flat().map((row) => [row.id, row]));
	return [...once.values()].toSorted((a, b) => (a.due_at ?? Infinity) - (b.due_at ?? Infinity) || a.id - b.id);
}

/** The cases that wait to be accepted by a person, a desk or a department. */
export async function offeredCases(k: K, { hall, staff, desk, department }: CaseHand): Promise<CaseRow[]> {
	const open = k.selectFrom('case').selectAll().where('hall', '=', hall);
	const found = await Promise.all([
		open.where('offered_to', '=', staff).where('offered_to', 'is not', null).execute(),
		desk === null ? [] : open.where('offered_desk', '=', desk).where('offered_desk', 'is not', null).execute(),
		department === null
			? []
			: open.where('offered_department', '=', department).where('offered_department', 'is not', null).execute()
	]);
	return found.flat().filter((row) => row.offered_to !== null || row.owner !== staff);
}

/** How many open cases a person owns, and how many of them are due before `dueBefore` (ms). */
export async function countOpenOf(
	k: K,
	of: { hall: number; staff: string; dueBefore: number }
): Promise<{ mine: number; due: number }> {
	const rows = await k
		.selectFrom('case')
		.select('due_at')
		.where('hall', '=', of.hall)
		.where('state', '=', word('open'))
		.where('owner', '=', of.staff)
		.execute();
	return { mine: rows.length, due: rows.filter((row) => row.due_at !== null && row.due_at < of.dueBefore).length };
}

/** How many open cases of these kinds each staff number owns. */
export async function openByOwner(k: K, hall: number, kinds: readonly string[]): Promise<Map<string, number>> {
	if (kinds.length === 0) return new Map();
	const rows = await k
		.selectFrom('case')
		.select(({ fn }) => ['owner', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('state', '=', word('open'))
		.where('kind', 'in', kinds)
		.groupBy('owner')
		.execute();
	return new Map(rows.map(({ owner, n }) => [owner, n]));
}

/** Which open cases, at most how many. */
export interface OpenCases {
	hall: number;
	kind: string | null;
	most: number;
}

/** Open cases of the hall, earliest due first; those without a due time come last on both engines. */
export async function openCases(k: K, of: OpenCases): Promise<CaseRow[]> {
	// Two reads in the order of an index: no list of many thousands is sorted.
	const due = await openOf(k, of).where('due_at', 'is not', null).orderBy('due_at').limit(of.most).execute();
	if (due.length >= of.most) return due;
	const rest = openOf(k, of).where('due_at', 'is', null).orderBy('id');
	return [...due, ...(await rest.limit(of.most - due.length).execute())];
}

function openOf(k: K, { hall, kind }: OpenCases) {
	const open = k.selectFrom('case').selectAll().where('hall', '=', hall).where('state', '=', word('open'));
	return kind === null ? open : open.where('kind', '=', kind);
}

/** Open cases of some kinds that are with a department, earliest due first. */
export function openCasesWith(
	k: K,
	of: { hall: number; department: string; kinds: readonly string[]; most: number }
): Promise<CaseRow[]> {
	if (of.kinds.length === 0) return Promise.resolve([]);
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('state', '=', word('open'))
		.where('department', '=', of.department)
		.where('kind', 'in', of.kinds)
		.orderBy(sql`due_at is null`)
		.orderBy('due_at')
		.orderBy('id')
		.limit(of.most)
		.execute();
}

/** Open cases whose due time lies before `at`, longest late first. */
export function overdueCases(k: K, of: { hall: number; at: number; most: number }): Promise<CaseRow[]> {
	return k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('state', '=', word('open'))
		.where('due_at', '<', of.at)
		.orderBy('due_at')
		.limit(of.most)
		.execute();
}
