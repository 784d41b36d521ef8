import { greetingsOf, lastEndedAt, marksBy, servicesBy } from '#db/greetings.ts';
import { opinionsOfTicket } from '#db/opinions.ts';
import type { GreetingMark, LegRow, TicketRow } from '#db/schema.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { isGreetable, isJustOver, SEEN_OFF_MS } from '../rules/greeting.ts';
import { stepsIn } from '../rules/way.ts';
import { windowName, windowsFor } from '../tickets/view.ts';
import type { MarkView, TalkCircumstances, TalkView, Text } from '../views.ts';
import { festivalOn } from './festival.ts';

/** Who is at a window now: the leg with its ticket, both or neither. */
export interface AtWindow {
	window: string;
	/** the staff number whose own day is shown */
	staff: string | null;
	leg: LegRow | undefined;
	ticket: TicketRow | undefined;
}

/** How visitors of a window are spoken to: marks, what the fitting phrase depends on, the clerk's own day. */
export async function talkView(hall: Hall, at: AtWindow): Promise<TalkView> {
	const last = await lastService(hall, at.window);
	const isHere = last !== undefined && isJustOver(last.leg, hall.clock.now());
	const about = at.ticket && at.leg ? { ticket: at.ticket, leg: at.leg } : isHere ? last : undefined;
	const subject = at.ticket ?? last?.ticket;
	return {
		marks: await marksView(hall, at.leg, isHere ? last.leg : undefined),
		last: isHere ? lastView(last) : null,
		about: await circumstances(hall, about),
		own: await ownDay(hall, at),
		opinionOf: subject ? { ticket: subject.id, number: subject.number } : null,
		timeZone: hall.setup.timeZone,
		answerWithin: hall.setup.policies.opinions.answerWithinWorkdays
	};
}

interface Service {
	ticket: TicketRow;
	leg: LegRow;
}

async function lastService(hall: Hall, window: string): Promise<Service | undefined> {
	const ended = await lastEndedAt(hall.read, { hall: hall.id, day: today(hall), window });
	if (!ended) return undefined;
	const ticket = await getTicket(hall.read, hall.id, ended.ticket);
	const leg = await getLeg(hall.read, hall.id, ended.id);
	return ticket && leg && { ticket, leg };
}

function lastView({ ticket, leg }: Service): TalkView['last'] {
	return { ticket: ticket.id, number: ticket.number, outcome: leg.outcome, until: (leg.ended_at ?? 0) + SEEN_OFF_MS };
}

/** Each mark belongs to the visitor who is there; the farewell to the last one, until the next is served. */
async function marksView(
	hall: Hall,
	current: LegRow | undefined,
	last: LegRow | undefined
): Promise<Record<GreetingMark, MarkView>> {
	const leaving = current?.state === 'serving' ? current : (last ?? current);
	return {
		welcomed: await markView(hall, current, 'welcomed'),
		answered: await markView(hall, current, 'answered'),
		'seen-off': await markView(hall, leaving, 'seen-off')
	};
}

async function markView(hall: Hall, leg: LegRow | undefined, mark: GreetingMark): Promise<MarkView> {
	if (!leg) return { ticket: null, at: null, until: null };
	const set = (await greetingsOf(hall.read, hall.id, leg.id)).find((row) => row.mark === mark);
	const can = isGreetable(leg, mark, hall.clock.now());
	const until = can && leg.ended_at !== null ? leg.ended_at + SEEN_OFF_MS : null;
	return { ticket: can && !set ? leg.ticket : null, at: set?.at ?? null, until };
}

const LONG_WAIT_MS = 30 * 60_000;

async function circumstances(hall: Hall, service: Service | undefined): Promise<TalkCircumstances> {
	const festival = festivalOn(hall.setup.file.holidays, today(hall));
	if (!service) return { ...NOBODY, festival };
	const { ticket, leg } = service;
	const said = await opinionsOfTicket(hall.read, hall.id, ticket.id);
	const counts = ticket.claim !== 'none' && ticket.claim !== 'refused';
	return {
		festival,
		isBack: leg.parked_ms > 0 || leg.park_kind === 'papers-missing' || ticket.notice !== null,
		priority: counts,
		elder: counts && hall.setup.classes.get(ticket.class)?.elder === true,
		complaint: said.some(({ kind }) => kind === 'complaint' || kind === 'criticism'),
		waited: (leg.called_at ?? 0) - leg.enqueued_at > LONG_WAIT_MS,
		next: await nextOf(hall, service)
	};
}

const NOBODY: TalkCircumstances = {
	festival: null,
	isBack: false,
	priority: false,
	elder: false,
	complaint: false,
	waited: false,
	next: null
};

/** Where a visitor goes on under the same number. */
async function nextOf(hall: Hall, { ticket, leg }: Service): Promise<Text | null> {
	if (leg.state !== 'ended') {
		const [step] = stepsIn(ticket.steps);
		return step ? namesOf(hall, windowsFor(hall, step)) : null;
	}
	const now = ticket.leg === leg.id ? undefined : await getLeg(hall.read, hall.id, ticket.leg);
	return now ? namesOf(hall, windowsFor(hall, { queue: now.queue, window: now.for_window })) : null;
}

const MOST_NAMED = 3;

function namesOf(hall: Hall, codes: readonly string[]): Text | null {
	const names = codes.slice(0, MOST_NAMED).map((code) => windowName(hall, code));
	if (names.length === 0) return null;
	return { zh: names.map(({ zh }) => zh).join('或'), en: names.map(({ en }) => en).join(' or ') };
}

async function ownDay(hall: Hall, { window, staff }: AtWindow): Promise<TalkView['own']> {
	const range = { hall: hall.id, from: today(hall), to: today(hall), window };
	const services = (await servicesBy(hall.read, range)).filter((row) => row.staff === staff);
	const marks = (await marksBy(hall.read, range)).filter((row) => row.staff === staff);
	const set = (mark: GreetingMark): number => marks.find((row) => row.mark === mark)?.marks ?? 0;
	return {
		services: services.reduce((sum, row) => sum + row.services, 0),
		marks: { welcomed: set('welcomed'), answered: set('answered'), 'seen-off': set('seen-off') }
	};
}
