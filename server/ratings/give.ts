import type { Tx } from '#db/group.ts';
import { addRating, ratingOf } from '#db/ratings.ts';
import type { LegRow, RatingOrigin, RatingRow, TicketRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { keepSealed } from '../personal/keep.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { readPhone } from '../rules/mask.ts';
import { faultIn, INDICATOR_SET, isBad, notRateable, withoutFigures, type Opinion } from '../rules/rating.ts';
import { openRatingCase } from './case.ts';
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
	if (fault !== null) return refused(fault.refusal, fault.detail);
	const ticket = await getTicket(tx.k, tx.hall, leg.ticket);
	const said = { ...given, remark: remarkOf(given) };
	const at = hall.clock.now();
	const line = { at, day: today(hall), act: 'service.rated', actor: who.name, ticket: leg.ticket, window: null };
	const body = { number: ticket?.number, leg: leg.id, grade: given.grade, origin };
	await tx.note({ ...line, queue: leg.queue, body });
	const row = rowOf(leg, said, { at, origin });
	const rating = {
		...row,
		case_id: isBad(given.grade) && ticket ? await answer(tx, hall, who, { ticket, leg, said }) : null
	};
	await addRating(tx.k, rating);
	return done(rating);
}

/** A bad one is answered: its case, and where its visitor is called back. */
async function answer(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ ticket, leg, said }: { ticket: TicketRow; leg: LegRow; said: Given }
): Promise<number | null> {
	const id = await openRatingCase(tx, hall, who, { ticket, leg, given: said });
	if (id === null || said.phone === null) return id;
	const data = { phone: readPhone(said.phone) ?? said.phone };
	await keepSealed(tx, hall, who, { at: { subject: 'case', of: id }, data });
	return id;
}

function rowOf(leg: LegRow, given: Given, { at, origin }: { at: number; origin: RatingOrigin }): RatingRow {
	const { hall, id, ticket, day, window, staff } = leg;
	const { efficiency = null, competence = null, attitude = null } = given.indicators;
	const further = [efficiency, competence, attitude].some((grade) => grade !== null);
	return {
		...{ hall, leg: id, ticket, day, window, staff, grade: given.grade, at, origin },
		...{ efficiency, competence, attitude, indicator_set: further ? INDICATOR_SET : null },
		reasons: JSON.stringify(given.reasons),
		remark: given.remark,
		case_id: null
	};
}

function remarkOf({ remark }: Given): string | null {
	const kept = withoutFigures(remark ?? '');
	return kept === '' ? null : kept;
}
