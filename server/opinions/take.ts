import { lastEndedAt } from '#db/greetings.ts';
import type { Tx } from '#db/group.ts';
import { addOpinion, opinionByIntent } from '#db/opinions.ts';
import type { LegRow, OpinionKind, OpinionRow } from '#db/schema.ts';
import { getTicket, legsOf } from '#db/tickets.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal } from '../personal/keep.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { addWorkdays } from '../rules/workdays.ts';
import { worksAt } from '../tickets/call.ts';

export interface OpinionWish {
	kind: OpinionKind;
	/** the visitor's own words */
	text: string;
	/** whose service it is about; null for an opinion of the hall */
	ticket: number | null;
	/** both empty for who stays anonymous */
	name: string;
	phone: string;
	intent: string;
}

/**
 * Takes down what a visitor says of the service, bound to the service it is about. The text is quoted speech and no text
 * of ours. From then on nobody changes it, and who is concerned does not read it. A complaint calls for the supervisor.
 */
export function takeOpinion(hall: Hall, who: Who, wish: OpinionWish): Promise<Result<OpinionRow>> {
	return hall.write(async (tx) => {
		const known = await opinionByIntent(tx.k, tx.hall, wish.intent);
		if (known) return done(known);
		const text = wish.text.trim();
		if (text === '') return refused('text-needed', 'text');
		const contact = readPersonal({ name: wish.name, phone: wish.phone });
		if (!contact.ok) return contact;
		const service = await serviceOf(tx, hall, who, wish.ticket);
		if ('ok' in service) return service;
		const at = hall.clock.now();
		const day = today(hall);
		const { ticket, leg, window, staff } = service;
		const line = { at, day, act: 'opinion.taken', actor: who.name, ticket: null, window: null, queue: null };
		const id = await tx.note({ ...line, body: { kind: wish.kind, of: ticket, leg, window } });
		const due = addWorkdays(day, hall.setup.policies.opinions.answerWithinWorkdays, hall.setup.workCalendar);
		const of = { ticket, leg, window, staff };
		const row: OpinionRow = {
			...{ hall: tx.hall, id, kind: wish.kind, text, ...of },
			...{ taken_by: who.staff ?? who.name, day, at, due, intent: wish.intent }
		};
		await addOpinion(tx.k, row);
		await keepSealed(tx, hall, who, { at: { subject: 'opinion', of: id }, data: contact.value });
		if (wish.kind === 'complaint') await callSupervisor(tx, hall, id, service.number);
		return done(row);
	});
}

interface Service {
	ticket: number | null;
	number: string | null;
	leg: number | null;
	window: string | null;
	staff: string | null;
}

const OF_THE_HALL: Service = { ticket: null, number: null, leg: null, window: null, staff: null };

/** The service of a ticket where this person works: the current one, else the last that was given there. */
async function serviceOf(tx: Tx, hall: Hall, who: Who, id: number | null): Promise<Service | Refused> {
	if (id === null) return { ...OF_THE_HALL, window: who.window ?? null };
	const ticket = await getTicket(tx.k, tx.hall, id);
	if (!ticket) return refused('ticket-unknown', String(id));
	const given = (await legsOf(tx.k, tx.hall, id)).filter((leg) => leg.window !== null && worksAt(who, leg.window));
	const leg = given.at(-1);
	if (!leg || !(await isCurrentOrLast(tx, hall, who, leg))) return refused('not-your-ticket', leg?.window ?? '');
	return { ticket: ticket.id, number: ticket.number, leg: leg.id, window: leg.window, staff: leg.staff };
}

/** A clerk takes down what the visitor at hand says, not what somebody said long ago. */
async function isCurrentOrLast(tx: Tx, hall: Hall, who: Who, leg: LegRow): Promise<boolean> {
	if (who.role !== 'clerk' || leg.state !== 'ended') return true;
	const last = await lastEndedAt(tx.k, { hall: tx.hall, day: today(hall), window: leg.window ?? '' });
	return last?.id === leg.id;
}

/** Not at the window that it is about: who has seen an alarm ends it. */
async function callSupervisor(tx: Tx, hall: Hall, id: number, number: string | null): Promise<void> {
	await raiseAlarm(tx, hall, { kind: 'complaint', key: String(id), window: null, about: { number } });
}
