import type { Tx } from '#db/group.ts';
import type { LegRow } from '#db/schema.ts';
import { serviceFacts } from '../cases/service.ts';
import { INDICATOR_SET } from '../rules/rating.ts';
import type { Given } from './give.ts';

/** What is frozen with the case of a bad rating, beside what every case freezes: what was said, and the facts of the service. */
export async function evidenceOf(tx: Tx, { leg, given }: { leg: LegRow; given: Given }): Promise<object> {
	const { grade, indicators, reasons } = given;
	const facts = await serviceFacts(tx, { ticket: leg.ticket, leg: leg.id });
	return { rating: { grade, indicators, reasons, indicatorSet: INDICATOR_SET }, ...facts };
}
