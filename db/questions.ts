import { sql, type Kysely } from 'kysely';
import type { CaseRow, QuestionRow, ReferralRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

/** As the partial indexes have it. */
const OPEN = sql.lit('open' as const);

export async function addQuestion(k: K, row: QuestionRow): Promise<void> {
	await k.insertInto('question').values(row).execute();
}

/** What is known of some cases beside themselves, in no order. */
export async function questionsOf(k: K, hall: number, cases: readonly number[]): Promise<QuestionRow[]> {
	if (cases.length === 0) return [];
	return k.selectFrom('question').selectAll().where('hall', '=', hall).where('case', 'in', cases).execute();
}

/** Ties a question to the entry that was made from it. */
export async function linkEntry(
	k: K,
	{ hall, case: id, entry }: Pick<QuestionRow, 'hall' | 'case' | 'entry'>
): Promise<void> {
	await k.updateTable('question').set({ entry }).where('hall', '=', hall).where('case', '=', id).execute();
}

/** The questions from which an entry was made. */
export function questionsOfEntry(k: K, hall: number, entry: number): Promise<QuestionRow[]> {
	return k
		.selectFrom('question')
		.selectAll()
		.where('hall', '=', hall)
		.where('entry', '=', entry)
		.where('entry', 'is not', null)
		.orderBy('case')
		.execute();
}

/** Open cases of some kinds, earliest due first; of one department, or of the whole hall. */
export function openOfKinds(
	k: K,
	of: { hall: number; kinds: readonly string[]; department: string | null; most: number }
): Promise<CaseRow[]> {
	let query = k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('state', '=', OPEN)
		.where('kind', 'in', of.kinds);
	if (of.department !== null) query = query.where('department', '=', of.department);
	return query
		.orderBy(sql`due_at is null`)
		.orderBy('due_at')
		.orderBy('id')
		.limit(of.most)
		.execute();
}

/** The cases of some kinds that were opened since a day and are closed, newest first. */
export function closedOfKinds(
	k: K,
	of: { hall: number; kinds: readonly string[]; department: string | null; since: string; most: number }
): Promise<CaseRow[]> {
	let query = k
		.selectFrom('case')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('kind', 'in', of.kinds)
		.where('day', '>=', of.since)
		.where('state', '=', sql.lit('closed' as const));
	if (of.department !== null) query = query.where('department', '=', of.department);
	return query.orderBy('day', 'desc').orderBy('id', 'desc').limit(of.most).execute();
}

export async function addReferral(k: K, row: ReferralRow): Promise<void> {
	await k.insertInto('referral').values(row).execute();
}

export function getReferral(k: K, hall: number, id: number): Promise<ReferralRow | undefined> {
	return k.selectFrom('referral').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

export function referralByIntent(k: K, hall: number, intent: string): Promise<ReferralRow | undefined> {
	return k.selectFrom('referral').selectAll().where('hall', '=', hall).where('intent', '=', intent).executeTakeFirst();
}

/** The referrals of a question, oldest first. */
export function referralsOfCase(k: K, hall: number, id: number): Promise<ReferralRow[]> {
	return k
		.selectFrom('referral')
		.selectAll()
		.where('hall', '=', hall)
		.where('case', '=', id)
		.where('case', 'is not', null)
		.orderBy('id')
		.execute();
}

/** Where visitors were sent on these days, most often first. */
export function referredBetween(
	k: K,
	of: { hall: number; from: string; to: string; most: number }
): Promise<{ place: string; times: number }[]> {
	const times = sql<number>`count(*)`;
	return k
		.selectFrom('referral')
		.select(['place', times.as('times')])
		.where('hall', '=', of.hall)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.groupBy('place')
		.orderBy(times, 'desc')
		.orderBy('place')
		.limit(of.most)
		.execute();
}

/** How often the visitor of each of these cases was called and not reached. */
export async function attemptsOf(k: K, hall: number, cases: readonly number[]): Promise<Map<number, number>> {
	if (cases.length === 0) return new Map();
	const rows = await k
		.selectFrom('case_line')
		.select(({ fn }) => ['case', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('case', 'in', cases)
		.where('act', '=', 'not-reached')
		.groupBy('case')
		.execute();
	return new Map(rows.map((row) => [row.case, row.n]));
}
