import type { Kysely } from 'kysely';
import { ratingsOf } from '#db/ratings.ts';
import type { LegRow, Tables, TicketRow } from '#db/schema.ts';
import { legsOf } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { isService, notRateable } from '../rules/rating.ts';
import { addWorkdays } from '../rules/workdays.ts';
import type { RatedService } from '../views/rating.ts';

/** The last day on which a service of `day` can be rated. */
export function lastDayFor(hall: Hall, day: string): string {
	return addWorkdays(day, hall.setup.policies.ratings.windowDays, hall.setup.workCalendar);
}

/** The services of a ticket that is over: those that can still be rated, and those that were. First first. */
export async function servicesOf(hall: Hall, ticket: TicketRow, last: LegRow): Promise<RatedService[]> {
	if (ticket.state === 'live' || !mayHaveServices(last)) return [];
	const services = await gradedServices(hall.read, ticket);
	const when = (day: string): { today: string; until: string } => ({
		today: today(hall),
		until: lastDayFor(hall, day)
	});
	return services
		.filter(({ leg, grade }) => grade !== null || notRateable(leg, null, when(leg.day)) === null)
		.map(({ leg, grade }) => ({
			leg: leg.id,
			item: hall.setup.items.get(leg.item)?.name ?? { zh: leg.item, en: leg.item },
			window: leg.window,
			until: lastDayFor(hall, leg.day),
			grade
		}));
}

/** Most tickets that were not served have but one leg: nothing more is asked for them. */
function mayHaveServices(last: LegRow): boolean {
	return last.ordinal > 1 || isService(last);
}

/** Every service of a ticket with the grade it was given, first first. */
export async function gradedServices(
	k: Kysely<Tables>,
	{ hall, id }: Pick<TicketRow, 'hall' | 'id'>
): Promise<{ leg: LegRow; grade: RatedService['grade'] }[]> {
	const grades = new Map((await ratingsOf(k, hall, id)).map((rating) => [rating.leg, rating.grade]));
	const legs = await legsOf(k, hall, id);
	return legs.filter(isService).map((leg) => ({ leg, grade: grades.get(leg.id) ?? null }));
}
