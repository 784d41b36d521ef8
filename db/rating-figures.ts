import type { Kysely } from 'kysely';
import type { CaseState, Grade, RatingOrigin, Tables } from './schema.ts';

/** One service that was asked to be rated, and what came of it: what the figures are counted from. */
export interface AskedRow {
	day: string;
	leg: number;
	item: string;
	window: string;
	staff: string | null;
	window_shown_at: number | null;
	phone_shown_at: number | null;
	/** null where nobody rated it */
	grade: Grade | null;
	efficiency: Grade | null;
	competence: Grade | null;
	attitude: Grade | null;
	origin: RatingOrigin | null;
	case_id: number | null;
	/** of the case: whether it has ended, as what, and who may be called back */
	case_kind: string | null;
	case_state: CaseState | null;
	case_outcome: string | null;
}

/** The services that ended on the days from `from` to `to`, both included. */
export function askedBetween(
	k: Kysely<Tables>,
	hall: number,
	{ from, to }: { from: string; to: string }
): Promise<AskedRow[]> {
	return k
		.selectFrom('rating_ask')
		.innerJoin('leg', (join) => join.onRef('leg.hall', '=', 'rating_ask.hall').onRef('leg.id', '=', 'rating_ask.leg'))
		.leftJoin('rating', (join) => join.onRef('rating.hall', '=', 'rating_ask.hall').onRef('rating.leg', '=', 'rating_ask.leg'))
		.leftJoin('case', (join) => join.onRef('case.hall', '=', 'rating.hall').onRef('case.id', '=', 'rating.case_id'))
		.select(['rating_ask.day', 'rating_ask.leg', 'leg.item', 'rating_ask.window', 'rating_ask.staff'])
		.select(['rating_ask.window_shown_at', 'rating_ask.phone_shown_at', 'rating.grade', 'rating.efficiency'])
		.select(['rating.competence', 'rating.attitude', 'rating.origin', 'rating.case_id'])
		.select(['case.kind as case_kind', 'case.state as case_state', 'case.outcome as case_outcome'])
		.where('rating_ask.hall', '=', hall)
		.where('rating_ask.day', '>=', from)
		.where('rating_ask.day', '<=', to)
		.orderBy('rating_ask.leg')
		.execute();
}
