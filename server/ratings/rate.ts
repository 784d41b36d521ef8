import type { Tx } from '#db/group.ts';
import type { LegRow, RatingRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { ticketByToken } from '../tickets/token.ts';
import { give, type Given } from './give.ts';
import { gradedServices } from './view.ts';

export interface RatingWish extends Given {
	/** the service; the last one without it */
	leg: number | null;
}

/**
 * Rates a service by the owner of its ticket, once, from its end until some working days later. A member of staff rates
 * nothing, whatever token is at hand.
 */
export function rate(hall: Hall, who: Who, token: string, wish: RatingWish): Promise<Result<RatingRow>> {
	return hall.write(async (tx) => {
		const ticket = await ticketByToken(tx.k, tx.hall, token);
		if (!ticket) return refused('ticket-unknown');
		if (!may(who.role, 'rating:give')) return refused('not-allowed', 'staff');
		const leg = await serviceToRate(tx, ticket.id, wish.leg);
		return leg ? give(tx, hall, who, { leg, given: wish, origin: 'phone' }) : refused('not-served-yet');
	});
}

async function serviceToRate(tx: Tx, ticket: number, leg: number | null): Promise<LegRow | undefined> {
	const services = await gradedServices(tx.k, { hall: tx.hall, id: ticket });
	const asked = leg === null ? services.at(-1) : services.find((one) => one.leg.id === leg);
	return asked?.leg;
}
