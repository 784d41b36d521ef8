import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { CaseRow, ComplaintKind, ComplaintRow, Tables } from './schema.ts';

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

/** What an opinion that was written down at a window has become. */
export function complaintOfOpinion(k: K, hall: number, opinion: number): Promise<ComplaintRow | undefined> {
	return k
		.selectFrom('complaint')
		.selectAll()
		.where('hall', '=', hall)
		.where('opinion', '=', opinion)
		.where('opinion', 'is not', null)
		.executeTakeFirst();
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

/** The complaints from a day on, newest first, with their words: among them, one looks for the same. */
export function complaintsSince(
	k: K,
	of: { hall: number; kind: ComplaintKind; from: string; most: number }
): Promise<(ComplaintRow & { text: string | null })[]> {
	return k
		.selectFrom('complaint')
		.leftJoin('case_line', (join) =>
			join
				.onRef('case_line.hall', '=', 'complaint.hall')
				.onRef('case_line.case', '=', 'complaint.id')
				.on('case_line.act', '=', 'told')
		)
		.selectAll('complaint')
		.select('case_line.text')
		.where('complaint.hall', '=', of.hall)
		.where('complaint.kind', '=', of.kind)
		.where('complaint.day', '>=', of.from)
		.orderBy('complaint.id', 'desc')
		.limit(of.most)
		.execute();
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
	const rows = await k
		.selectFrom('complaint')
		.innerJoin('case', (join) => join.onRef('case.hall', '=', 'complaint.hall').onRef('case.id', '=', 'complaint.id'))
		.selectAll('case')
		.select(['complaint.class', 'complaint.route'])
		.where('complaint.hall', '=', of.hall)
		.where((eb) => eb.and([...ofRecord(eb, of.filter), ...ofCase(eb, of.filter)]))
		.orderBy('complaint.id', 'desc')
		.limit(of.most)
		.execute();
	return rows.map(({ class: sort, route, ...row }) => ({ ...row, details: { class: sort, route } }));
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
		...(open ? [eb('case.state', '=', OPEN)] : []),
		...(state === 'closed' ? [eb('case.state', '=', CLOSED)] : []),
		...(overdueAt === null ? [] : [eb('case.due_at', '<', overdueAt)]),
		...(of === null ? [] : [mine])
	];
}
