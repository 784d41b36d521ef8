import { lastEndedAt } from '#db/greetings.ts';
import type { Tx } from '#db/group.ts';
import { addOpinion, opinionByIntent } from '#db/opinions.ts';
import type { LegRow, OpinionKind, OpinionRow } from '#db/schema.ts';
import { getTicket, legsOf } from '#db/tickets.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { openComplaint } from '../complaints/take.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal, type PersonalData } from '../personal/keep.ts';
import { printReceipt } from '../follow/receipt.ts';
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
		if (wish.kind === 'complaint') return complain(tx, hall, who, { row, wish, contact: contact.value });
		await keepSealed(tx, hall, who, { at: { subject: 'opinion', of: id }, data: contact.value });
		return done(row);
	});
}

interface Service {
	ticket: number | null;
	leg: number | null;
	window: string | null;
	staff: string | null;
}

const OF_THE_HALL: Service = { ticket: null, leg: null, window: null, staff: null };

/** The service of a ticket where this person works: the current one, else the last that was given there. */
async function serviceOf(tx: Tx, hall: Hall, who: Who, id: number | null): Promise<Service | Refused> {
	if (id === null) return { ...OF_THE_HALL, window: who.window ?? null };
	const ticket = await getTicket(tx.k, tx.hall, id);
	if (!ticket) return refused('ticket-unknown', String(id));
	const given = (await legsOf(tx.k, tx.hall, id)).filter((leg) => leg.window !== null && worksAt(who, leg.window));
	const leg = given.at(-1);
	if (!leg || !(await isCurrentOrLast(tx, hall, who, leg))) return refused('not-your-ticket', leg?.window ?? '');
	return { ticket: ticket.id, leg: leg.id, window: leg.window, staff: leg.staff };
}

/** A clerk takes down what the visitor at hand says, not what somebody said long ago. */
async function isCurrentOrLast(tx: Tx, hall: Hall, who: Who, leg: LegRow): Promise<boolean> {
	if (who.role !== 'clerk' || leg.state !== 'ended') return true;
	const last = await lastEndedAt(tx.k, { hall: tx.hall, day: today(hall), window: leg.window ?? '' });
	return last?.id === leg.id;
}

/**
 * A complaint becomes a case as well, by the same intake as any other; whom it is from is kept with the case. In a hall
 * where nobody could look into it impartially, it stays written down, and somebody is called.
 */
async function complain(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, wish, contact }: { row: OpinionRow; wish: OpinionWish; contact: PersonalData }
): Promise<Result<OpinionRow>> {
	const { ticket, window, staff, id } = row;
	const about = { ticket, window, staff, department: null };
	const said = { text: row.text, name: wish.name, phone: wish.phone, contact: 'call', urgent: false } as const;
	const sorted = { kind: 'complaint', class: 'other', against: staff === null ? 'hall' : 'staff' } as const;
	const from = { origin: 'window', opinion: id, from: null, resultDay: null, intent: wish.intent } as const;
	const opened = await openComplaint(tx, hall, who, { ...sorted, ...about, ...said, ...from });
	if (opened.ok) await printReceipt(tx, hall, who, { row: opened.value, at: { window: who.window ?? window } });
	if (opened.ok) return done(row);
	await keepSealed(tx, hall, who, { at: { subject: 'opinion', of: id }, data: contact });
	await raiseAlarm(tx, hall, { kind: 'complaint-unowned', key: String(id), window: null, about: {} });
	return done(row);
}
