import type { Tx } from '#db/group.ts';
import { addRating, ratingOf } from '#db/ratings.ts';
import type { LegRow, RatingOrigin, RatingRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { faultIn, INDICATOR_SET, notRateable, withoutFigures, type Opinion } from '../rules/rating.ts';
import { lastDayFor } from './view.ts';

/** A rating as it comes in. */
export interface Given extends Opinion {
	/** the visitor's own words */
	remark: string | null;
	/** where a visitor who gave a bad one wishes to be called back */
	phone: string | null;
}

/**
 * Gives a service its one rating. The ledger line has the service and the grade and no more, and names no window, so that
 * no console stirs with it.
 */
export async function give(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ leg, given, origin }: { leg: LegRow; given: Given; origin: RatingOrigin }
): Promise<Result<RatingRow>> {
	const rated = await ratingOf(tx.k, tx.hall, leg.id);
	const when = { today: today(hall), until: lastDayFor(hall, leg.day) };
	const barred = notRateable(leg, rated?.grade ?? null, when);
	if (barred) return refused(barred);
	const fault = faultIn(given, given.phone);
	if (fault !== null) return refused('bad-request', fault);
	const ticket = await getTicket(tx.k, tx.hall, leg.ticket);
	const at = hall.clock.now();
	const line = { at, day: today(hall), act: 'service.rated', actor: who.name, ticket: leg.ticket, window: null };
	const body = { number: ticket?.number, leg: leg.id, grade: given.grade, origin };
	await tx.note({ ...line, queue: leg.queue, body });
	const row = rowOf(leg, given, { at, origin });
	await addRating(tx.k, row);
	return done(row);
}

function rowOf(leg: LegRow, given: Given, { at, origin }: { at: number; origin: RatingOrigin }): RatingRow {
	const { hall, id, ticket, day, window, staff } = leg;
	const { efficiency = null, competence = null, attitude = null } = given.indicators;
	const further = [efficiency, competence, attitude].some((grade) => grade !== null);
	const remark = withoutFigures(given.remark ?? '');
	return {
		...{ hall, leg: id, ticket, day, window, staff, grade: given.grade, at, origin },
		...{ efficiency, competence, attitude, indicator_set: further ? INDICATOR_SET : null },
		reasons: JSON.stringify(given.reasons),
		remark: remark === '' ? null : remark,
		case_id: null
	};
}
