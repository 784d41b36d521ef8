import type { Tx } from '#db/group.ts';
import { addRating } from '#db/ratings.ts';
import type { Grade, LegRow, RatingRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { notRateable } from '../rules/rating.ts';
import { ticketByToken } from '../tickets/token.ts';
import { gradedServices } from './view.ts';

export interface RatingWish {
	/** the service; the last one without it */
	leg: number | null;
	grade: Grade;
}

const ORIGIN = 'phone';

/**
 * Rates a service by the owner of its ticket, once, from its end until the end of the next day. A member of staff
 * rates nothing, whatever token is at hand. The ledger line names no window, so that no console stirs with it.
 */
export function rate(hall: Hall, who: Who, token: string, wish: RatingWish): Promise<Result<RatingRow>> {
	return hall.write(async (tx) => {
		const ticket = await ticketByToken(tx.k, tx.hall, token);
		if (!ticket) return refused('ticket-unknown');
		if (who.staff !== undefined) return refused('not-allowed', 'staff');
		const leg = await serviceToRate(tx, hall, ticket.id, wish.leg);
		if ('ok' in leg) return leg;
		const at = hall.clock.now();
		const { id, day, queue, window, staff } = leg;
		const line = {
			at,
			day: today(hall),
			act: 'service.rated',
			actor: who.name,
			ticket: ticket.id,
			window: null,
			queue
		};
		await tx.note({ ...line, body: { number: ticket.number, leg: id, grade: wish.grade, origin: ORIGIN } });
		const of = { hall: tx.hall, leg: id, ticket: ticket.id, day, window, staff };
		const row: RatingRow = { ...of, grade: wish.grade, at, origin: ORIGIN };
		await addRating(tx.k, row);
		return done(row);
	});
}

async function serviceToRate(tx: Tx, hall: Hall, ticket: number, leg: number | null): Promise<LegRow | Refused> {
	const services = await gradedServices(tx.k, { hall: tx.hall, id: ticket });
	const asked = leg === null ? services.at(-1) : services.find((one) => one.leg.id === leg);
	if (!asked) return refused('not-served-yet');
	const barred = notRateable(asked.leg, asked.grade, today(hall));
	return barred ? refused(barred) : asked.leg;
}
