import { sql, type Kysely } from 'kysely';
import type { CaseRow, Grade, RatingRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export interface Days {
	from: string;
	to: string;
}

/** Services of one kind, counted: those that ended alike and were rated alike. */
export interface RatingCount {
	/** `2026-11` */
	month: string;
	window: string;
	staff: string | null;
	item: string;
	/** null: nobody rated them */
	grade: Grade | null;
	/** 1: a review found the rating mistaken or malicious */
	mistaken: number;
	n: number;
	/** asks that a tablet or a phone said to have shown */
	shown: number;
	/** of each further indicator, how many graded it and the sum of their grades; sums of nothing are null */
	efficiency_n: number;
	efficiency: number | null;
	competence_n: number;
	competence: number | null;
	attitude_n: number;
	attitude: number | null;
}

/** The services that ended on these days, both included, by where, by whom, for what, and how they were rated. */
export function countRatings(k: K, hall: number, { from, to }: Days): Promise<RatingCount[]> {
	const month = sql<string>`substr(rating_ask.day, 1, 7)`;
	const mistaken = sql<number>`case when "case".outcome = 'mistaken' then 1 else 0 end`;
	return k
		.selectFrom('rating_ask')
		.innerJoin('leg', (join) => join.onRef('leg.hall', '=', 'rating_ask.hall').onRef('leg.id', '=', 'rating_ask.leg'))
		.leftJoin('rating', (join) =>
			join.onRef('rating.hall', '=', 'rating_ask.hall').onRef('rating.leg', '=', 'rating_ask.leg')
		)
		.leftJoin('case', (join) => join.onRef('case.hall', '=', 'rating.hall').onRef('case.id', '=', 'rating.case_id'))
		.select([month.as('month'), 'rating_ask.window', 'rating_ask.staff', 'leg.item', 'rating.grade'])
		.select([mistaken.as('mistaken'), ({ fn }) => fn.countAll<number>().as('n')])
		.select(sql<number>`count(coalesce(window_shown_at, phone_shown_at))`.as('shown'))
		.select(({ fn }) => [
			fn.count<number>('rating.efficiency').as('efficiency_n'),
			fn.sum<number | null>('rating.efficiency').as('efficiency'),
			fn.count<number>('rating.competence').as('competence_n'),
			fn.sum<number | null>('rating.competence').as('competence'),
			fn.count<number>('rating.attitude').as('attitude_n'),
			fn.sum<number | null>('rating.attitude').as('attitude')
		])
		.where('rating_ask.hall', '=', hall)
		.where('rating_ask.day', '>=', from)
		.where('rating_ask.day', '<=', to)
		.groupBy([month, 'rating_ask.window', 'rating_ask.staff', 'leg.item', 'rating.grade', mistaken])
		.execute();
}

/** A bad rating and its case. */
export type BadRow = Pick<RatingRow, 'leg' | 'window' | 'staff'> &
	Pick<CaseRow, 'id' | 'kind' | 'state' | 'stage' | 'outcome' | 'opened_at' | 'given_at' | 'closed_at' | 'item'>;

/** The bad ratings of services of these days that opened a case, oldest first. */
export function badRatings(k: K, hall: number, { from, to }: Days): Promise<BadRow[]> {
	return k
		.selectFrom('rating')
		.innerJoin('case', (join) => join.onRef('case.hall', '=', 'rating.hall').onRef('case.id', '=', 'rating.case_id'))
		.select(['rating.leg', 'rating.window', 'rating.staff', 'case.id', 'case.kind', 'case.state', 'case.stage'])
		.select(['case.outcome', 'case.opened_at', 'case.given_at', 'case.closed_at', 'case.item'])
		.where('rating.hall', '=', hall)
		.where('rating.day', '>=', from)
		.where('rating.day', '<=', to)
		.orderBy('case.id')
		.execute();
}

/** Of cases in one question. */
const AT_ONCE = 500;

/** What was done in these cases, and when. */
export async function actsIn(
	k: K,
	hall: number,
	cases: readonly number[]
): Promise<{ case: number; act: string; at: number }[]> {
	const found: { case: number; act: string; at: number }[] = [];
	for (let first = 0; first < cases.length; first += AT_ONCE) {
		const query = k
			.selectFrom('case_line')
			.innerJoin('ledger', (join) =>
				join.onRef('ledger.hall', '=', 'case_line.hall').onRef('ledger.seq', '=', 'case_line.line')
			)
			.select(['case_line.case', 'case_line.act', 'ledger.at'])
			.where('case_line.hall', '=', hall)
			.where('case_line.case', 'in', cases.slice(first, first + AT_ONCE));
		found.push(...(await query.execute()));
	}
	return found;
}
