import type { Tx } from '#db/group.ts';
import type { LegRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { INDICATOR_SET } from '../rules/rating.ts';
import type { Given } from './give.ts';

/**
 * What is frozen with the case of a bad rating, beside the ticket, its legs, calls and ledger lines that every case
 * freezes: what was said, the service it is about, and what is known of how it was served.
 */
export async function evidenceOf(tx: Tx, hall: Hall, { leg, given }: { leg: LegRow; given: Given }): Promise<object> {
	const { grade, indicators, reasons } = given;
	const found: Record<string, unknown> = {};
	for (const [name, collect] of Object.entries(OF_THE_SERVICE)) found[name] = await collect(tx, hall, leg);
	return { rating: { grade, indicators, reasons, indicatorSet: INDICATOR_SET }, ...found };
}

/** Further rooms that know something of a service. */
const OF_THE_SERVICE: Readonly<Record<string, (tx: Tx, hall: Hall, leg: LegRow) => Promise<unknown>>> = {};
