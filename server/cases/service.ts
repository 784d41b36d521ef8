import { greetingsOf } from '#db/greetings.ts';
import type { Tx } from '#db/group.ts';
import { noticesOfTicket } from '#db/notices.ts';
import { legsOf } from '#db/tickets.ts';

/**
 * Facts of a service to be frozen with a case about it, beside the ticket, its legs, calls and ledger lines that every
 * case freezes: the greetings that were marked, and the notices that were given.
 * @param leg one service; null for all of the ticket
 */
export async function serviceFacts(tx: Tx, { ticket, leg }: { ticket: number; leg: number | null }): Promise<object> {
	const legs = leg === null ? (await legsOf(tx.k, tx.hall, ticket)).map(({ id }) => id) : [leg];
	const greetings = [];
	for (const one of legs) greetings.push(...(await greetingsOf(tx.k, tx.hall, one)));
	const notices = (await noticesOfTicket(tx.k, tx.hall, ticket)).filter((one) => legs.includes(one.leg));
	return {
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
