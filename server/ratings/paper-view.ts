import { ticketByNumber } from '#db/find.ts';
import { openPaperOf, openPapers } from '#db/rating-papers.ts';
import type { LegRow, RatingPaperRow, TicketRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { numberParts } from '../rules/number.ts';
import { notRateable } from '../rules/rating.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { windowName } from '../tickets/view.ts';
import type { PaperService, PaperTicket, PapersView, Text } from '../views.ts';
import { gradedServices, lastDayFor } from './view.ts';

/** The page of paper forms: those that wait for their second person, oldest first, without a word of what stands on them. */
export async function papersView(hall: Hall, who: Who): Promise<PapersView> {
	const waiting = await openPapers(hall.read, hall.id);
	return {
		hall: hall.setup.file.hall.name,
		staff: { no: who.staff ?? '', role: who.role },
		today: today(hall),
		days: hall.setup.policies.ratings.windowDays,
		waiting: waiting.map((one) => ({
			leg: one.leg,
			day: one.day,
			number: one.number,
			window: nameOf(hall, one.window),
			enteredAt: one.entered_at,
			barred: one.entered_by === who.name || isOwn(who, one.staff)
		}))
	};
}

/** The services of a number of a day, as a form names it; nothing of how any of them was rated. */
export async function paperTicket(
	hall: Hall,
	who: Who,
	{ day, number }: { day: string; number: string }
): Promise<Result<PaperTicket>> {
	const ticket = await ticketOn(hall, day, number);
	if (!ticket) return refused('ticket-unknown', number);
	const services = await gradedServices(hall.read, ticket);
	const when = { today: today(hall), until: lastDayFor(hall, day) };
	const views = services.map(async ({ leg, grade }) => {
		const first = await openPaperOf(hall.read, hall.id, leg.id);
		const barred = notRateable(leg, grade, when) ?? barredPerson(who, leg, first);
		return { ...serviceView(hall, leg), barred, second: first !== undefined };
	});
	return done({ day, number: ticket.number, services: await Promise.all(views) });
}

function serviceView(hall: Hall, leg: LegRow): Pick<PaperService, 'leg' | 'item' | 'window' | 'endedAt'> {
	const item = hall.setup.items.get(leg.item)?.name ?? { zh: leg.item, en: leg.item };
	return { leg: leg.id, item, window: nameOf(hall, leg.window), endedAt: leg.ended_at ?? 0 };
}

function barredPerson(who: Who, { staff }: LegRow, first: RatingPaperRow | undefined): RefusalCode | null {
	if (isOwn(who, staff)) return 'own-service';
	return first?.entered_by === who.name ? 'same-person' : null;
}

async function ticketOn(hall: Hall, day: string, text: string): Promise<TicketRow | undefined> {
	const parts = numberParts(text);
	const queue = parts && hall.setup.file.queues.find(({ prefix }) => prefix === parts.prefix);
	return queue && ticketByNumber(hall.read, { hall: hall.id, queue: queue.code, day, n: parts.n });
}

function isOwn(who: Who, staff: string | null): boolean {
	return who.staff !== undefined && who.staff === staff;
}

function nameOf(hall: Hall, window: string | null): Text | null {
	return window === null ? null : windowName(hall, window);
}
