import { sql, type Kysely } from 'kysely';
import type { CaseRow, ComplaintRow, OpinionKind, Tables } from './schema.ts';

type K = Kysely<Tables>;

interface Days {
	hall: number;
	/** service days, both included */
	from: string;
	to: string;
}

/** A complaint as far as it is counted; no person stands in it. */
export type CountedComplaint = Pick<
	ComplaintRow,
	'id' | 'kind' | 'class' | 'route' | 'department' | 'window' | 'item' | 'cause' | 'origin'
> &
	Pick<CaseRow, 'state' | 'outcome' | 'late'>;

/** What was taken on these days, in no order. */
export function complaintsBetween(k: K, { hall, from, to }: Days): Promise<CountedComplaint[]> {
	return k
		.selectFrom('complaint')
		.innerJoin('case', (join) => join.onRef('case.hall', '=', 'complaint.hall').onRef('case.id', '=', 'complaint.id'))
		.select(['complaint.id', 'complaint.kind', 'class', 'route', 'complaint.department', 'complaint.window'])
		.select(['complaint.item', 'cause', 'origin', 'case.state', 'case.outcome', 'case.late'])
		.where('complaint.hall', '=', hall)
		.where('complaint.day', '>=', from)
		.where('complaint.day', '<=', to)
		.execute();
}

/** Which of these acts were done in the cases from one number to another, both included. */
export function actsOfCases(
	k: K,
	{ hall, from, to, acts }: { hall: number; from: number; to: number; acts: readonly string[] }
): Promise<{ case: number; act: string }[]> {
	return k
		.selectFrom('case_line')
		.select(['case', 'act'])
		.where('hall', '=', hall)
		.where('case', '>=', from)
		.where('case', '<=', to)
		.where('act', 'in', acts)
		.groupBy(['case', 'act'])
		.execute();
}

/** How many opinions of each kind were taken on these days. */
export function opinionsByKind(k: K, { hall, from, to }: Days): Promise<{ kind: OpinionKind; n: number }[]> {
	return k
		.selectFrom('opinion')
		.select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
		.where('hall', '=', hall)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.groupBy('kind')
		.execute();
}

/** How many entries of the knowledge base are used with each item. */
export async function entriesByItem(k: K, hall: number): Promise<Map<string, number>> {
	const rows = await k
		.selectFrom('knowledge')
		.select('items')
		.where('hall', '=', hall)
		.where('state', 'in', [sql.lit('published' as const), sql.lit('expired' as const)])
		.where('items', '!=', '[]')
		.execute();
	const counts = new Map<string, number>();
	for (const { items } of rows) {
		for (const item of JSON.parse(items) as string[]) counts.set(item, (counts.get(item) ?? 0) + 1);
	}
	return counts;
}
