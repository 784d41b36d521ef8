import type { Tx } from '#db/group.ts';
import { greetingsOf } from '#db/greetings.ts';
import { noticesOfTicket } from '#db/notices.ts';
import type { LegRow } from '#db/schema.ts';
import { INDICATOR_SET } from '../rules/rating.ts';
import type { Given } from './give.ts';

/**
 * What is frozen with the case of a bad rating, beside the ticket, its legs, calls and ledger lines that every case
 * freezes: what was said, the greetings that were marked, and the notices that were given.
 */
export async function evidenceOf(tx: Tx, { leg, given }: { leg: LegRow; given: Given }): Promise<object> {
	const { grade, indicators, reasons } = given;
	const greetings = await greetingsOf(tx.k, tx.hall, leg.id);
	const notices = (await noticesOfTicket(tx.k, tx.hall, leg.ticket)).filter((one) => one.leg === leg.id);
	return {
		rating: { grade, indicators, reasons, indicatorSet: INDICATOR_SET },
		greetings: greetings.map(({ mark, staff, at }) => ({ mark, staff, at })),
		notices: notices.map(({ id, kind, state, due_day, created_at }) => ({
			id,
			kind,
			state,
			dueDay: due_day,
			at: created_at
		}))
	};
}
