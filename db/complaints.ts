import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { COMPLAINT_KINDS, type CaseRow, type ComplaintKind, type ComplaintRow, type Tables } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes speak of these very words. */
const OPEN = sql.lit('open' as const);
const CLOSED = sql.lit('closed' as const);

export async function addComplaint(k: K, row: ComplaintRow): Promise<void> {
	await k.insertInto('complaint').values(row).execute();
}

export function getComplaint(k: K, hall: number, id: number): Promise<ComplaintRow | undefined> {
	return k.selectFrom('complaint').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** What became of a complaint that was turned into a matter of petition. */
export function petitionFrom(k: K, hall: number, id: number): Promise<ComplaintRow | undefined> {
	return k
		.selectFrom('complaint')
		.selectAll()
		.where('hall', '=', hall)
		.where('kind', '=', 'petition')
		.where('from_case', '=', id)
		.executeTakeFirst();
}

/** Sorts it anew: class, against whom, route, department; or why it could not be solved. */
export async function saveComplaint(k: K, row: ComplaintRow): Promise<void> {
	const { hall, id, against, route, department, cause } = row;
	const set = { class: row.class, against, route, department, cause };
	await k.updateTable('complaint').set(set).where('hall', '=', hall).where('id', '=', id).execute();
}

/** The complaints from a day on, newest first: among them, one looks for the same. */
export function complaintsSince(
	k: K,
	of: { hall: number; kind: ComplaintKind; from: string; most: number }
): Promise<ComplaintRow[]> {
	return k
		.selectFrom('complaint')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('kind', '=', of.kind)
		.where('day', '>=', of.from)
		.orderBy('day', 'desc')
		.orderBy('id', 'desc')
		.limit(of.most)
		.execute();
}

/** What was said when these cases were opened, by case. */
export async function wordsOf(k: K, hall: number, cases: readonly number[]): Promise<Map<number, string>> {
	if (cases.length === 0) return new Map();
	const rows = await k
		.selectFrom('case_line')
		.select(['case', 'text'])
		.where('hall', '=', hall)
		.where('case', 'in', cases)
		.where('act', '=', 'told')
		.execute();
	return new Map(rows.map((row) => [row.case, row.text]));
}

/** Forgets the hashes of telephones that are older than a day; nothing is compared with them any more. */
export async function forgetPhones(k: K, hall: number, before: string): Promise<void> {
	await k
		.updateTable('complaint')
		.set({ phone_hash: null })
		.where('hall', '=', hall)
		.where('phone_hash', 'is not', null)
		.where('day', '<', before)
		.execute();
}

/** Which of them are asked for; null for all. */
export interface ComplaintFilter {
	kind: ComplaintKind | null;
	class: ComplaintRow['class'];
	route: ComplaintRow['route'] | null;
	state: CaseRow['state'] | null;
	/** whose due time lies before this moment, and which are open */
	overdueAt: number | null;
	/** of whom: owned, and while it is open also asked for first or offered */
	of: string | null;
	/** never those about this person */
	notAbout: string | null;
	/** with a lower number than this: the next page */
	before: number | null;
}

export type ComplaintCase = CaseRow & { details: Pick<ComplaintRow, 'class' | 'route'> };

type Both = ExpressionBuilder<Tables, 'complaint' | 'case'>;

/** One page of them, newest first. */
export async function complaintCases(
	k: K,
	of: { hall: number; most: number; filter: ComplaintFilter }
): Promise<ComplaintCase[]> {
	const rows = await bothTables(k, of.filter)
		.selectAll('case')
		.select(['complaint.class', 'complaint.route'])
		.where('case.hall', '=', of.hall)
		.where('complaint.hall', '=', of.hall)
		.whereRef('complaint.id', '=', 'case.id')
		.where((eb) => eb.and([...ofRecord(eb, of.filter), ...ofCase(eb, of.filter)]))
		.orderBy(newestOf(of.filter), 'desc')
		.limit(of.most)
		.execute();
	return rows.map(({ class: sort, route, ...row }) => ({ ...row, details: { class: sort, route } }));
}

/**
 * SQLite joins in the order that is written here: open ones, and those of a person, are few and found by indexes of the
 * case; all others are read from the newest on, by the index of their filter.
 */
function bothTables(k: K, filter: ComplaintFilter) {
	return isByCase(filter) ? k.selectFrom('case').crossJoin('complaint') : k.selectFrom('complaint').crossJoin('case');
}

/** Of the open ones there is an index; without the sum SQLite would go through all cases to spare the sorting of a few. */
function newestOf(filter: ComplaintFilter) {
	if (!isByCase(filter)) return sql.ref('complaint.id');
	return filter.state === 'closed' ? sql.ref('case.id') : sql`"case".id + 0`;
}

function isByCase({ state, overdueAt, of }: ComplaintFilter): boolean {
	return state === 'open' || overdueAt !== null || of !== null;
}

function ofRecord(eb: Both, filter: ComplaintFilter) {
	const { kind, class: sort, route, before, notAbout } = filter;
	return [
		...(kind === null ? [] : [eb('complaint.kind', '=', kind)]),
		...(sort === null ? [] : [eb('complaint.class', '=', sort)]),
		...(route === null ? [] : [eb('complaint.route', '=', route)]),
		...(before === null ? [] : [eb('complaint.id', '<', before)]),
		...(notAbout === null ? [] : [eb.or([eb('case.concerned', 'is', null), eb('case.concerned', '!=', notAbout)])])
	];
}

function ofCase(eb: Both, { state, overdueAt, of }: ComplaintFilter) {
	const open = state === 'open' || overdueAt !== null;
	const own = (column: 'owner' | 'first_owner' | 'offered_to') => eb(`case.${column}`, '=', of);
	// Of the closed ones there is an index by owner only.
	const mine = state === 'closed' ? own('owner') : eb.or([own('owner'), own('first_owner'), own('offered_to')]);
	return [
		...(open ? [eb('case.state', '=', OPEN), eb('case.kind', 'in', COMPLAINT_KINDS)] : []),
		...(state === 'closed' ? [eb('case.state', '=', CLOSED)] : []),
		...(overdueAt === null ? [] : [eb('case.due_at', '<', overdueAt)]),
		...(of === null ? [] : [mine])
	];
}
