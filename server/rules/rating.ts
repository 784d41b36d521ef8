/**
 * 好差评: what may be rated, for how long, and what a rating may say. A service is a leg that was begun and brought to an
 * end by a window. Five grades for the whole, the two lowest of which are bad ones (国办发〔2019〕51号).
 */
import type { Grade, Indicator, LegOutcome, LegRow, RatingReason } from '#db/schema.ts';
import { readPhone } from './mask.ts';
import type { RefusalCode } from './refusal.ts';

/**
 * How a service ends. Who is sent to another queue was helped on, not served: that service is the next one. One that was
 * begun and broken off counts: else nobody would ask who was served badly enough to leave.
 */
const SERVICES: readonly LegOutcome[] = ['done', 'noticed', 'refused', 'chained', 'cancelled'];

/** The highest grade that is a bad one 差评. */
const BAD: Grade = 2;

/** The version of the set of indicators that is asked beside the whole; the same in every hall. */
export const INDICATOR_SET = 1;

type Served = Pick<LegRow, 'outcome' | 'started_at'>;

export function isService({ outcome, started_at }: Served): boolean {
	return started_at !== null && outcome !== null && SERVICES.includes(outcome);
}

export function isBad(grade: Grade): boolean {
	return grade <= BAD;
}

/** Why a leg cannot be rated on a day; null when it can. `rated`: the grade it has; `until`: the last day for it. */
export function notRateable(
	leg: Served,
	rated: Grade | null,
	when: { today: string; until: string }
): RefusalCode | null {
	if (!isService(leg)) return 'not-served-yet';
	if (rated !== null) return 'rated-already';
	return when.today > when.until ? 'rating-too-late' : null;
}

/** What a visitor says of a service. */
export interface Opinion {
	/** of the whole */
	grade: Grade;
	/** of the further indicators, as many as the visitor liked to grade */
	indicators: Partial<Record<Indicator, Grade>>;
	/** why a bad one is bad */
	reasons: readonly RatingReason[];
}

/** What does not belong into a rating: a good one asks for no reasons and needs no way to be called back. */
export function faultIn(
	{ grade, reasons }: Opinion,
	phone: string | null
): { refusal: RefusalCode; detail: string } | null {
	if (!isBad(grade) && reasons.length > 0) return { refusal: 'bad-request', detail: 'reasons' };
	if (!isBad(grade) && phone !== null) return { refusal: 'bad-request', detail: 'phone' };
	return phone === null || readPhone(phone) !== undefined ? null : { refusal: 'phone-invalid', detail: 'phone' };
}

/** Whether two have read the same from one paper form. */
export function agree(one: Opinion, other: Opinion): boolean {
	return said(one) === said(other);
}

function said({ grade, indicators, reasons }: Opinion): string {
	const { efficiency = null, competence = null, attitude = null } = indicators;
	return JSON.stringify([grade, efficiency, competence, attitude, reasons.toSorted()]);
}

/** A remark without long figures, which could tell who somebody is: a telephone, an identity number, a file. */
export function withoutFigures(remark: string): string {
	return remark.replace(/[\d０-９](?:[\s-]?[\d０-９Xx]){6,}/gu, '…').trim();
}
