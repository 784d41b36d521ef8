import { addComplaint, getComplaint } from '#db/complaints.ts';
import type { Tx } from '#db/group.ts';
import type {
	AlarmKind,
	CaseRow,
	ComplaintAgainst,
	ComplaintClass,
	ComplaintKind,
	ComplaintOrigin,
	ComplaintRow,
	Contact
} from '#db/schema.ts';
import { openCase } from '../cases/open.ts';
import { serviceFacts } from '../cases/service.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal } from '../personal/keep.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { isUrgentClass, routeOf } from '../rules/complaints.ts';
import { endOfDay, termEnd } from '../rules/workdays.ts';
import { officeOwner } from './owner.ts';
import { resultTerm } from './terms.ts';
import { phoneHash } from './same.ts';
import { aboutOf, type About, type Named } from './service.ts';
import { settleUnregistered } from './unregistered.ts';

/** What a complaint is taken with, wherever it comes from. */
export interface ComplaintWish extends Named {
	kind: ComplaintKind;
	/** of a complaint; `other` where nobody has sorted it yet */
	class: ComplaintClass;
	against: ComplaintAgainst;
	/** the visitor's own words */
	text: string;
	urgent: boolean;
	/** empty for who stays anonymous */
	name: string;
	phone: string;
	contact: Contact;
	origin: ComplaintOrigin;
	/** of what no window could solve: the day of its result; the latest one allowed without it */
	resultDay: string | null;
	/** the opinion that it was written down as */
	opinion: number | null;
	/** the complaint that it came from */
	from: number | null;
	intent: string;
}

/**
 * Takes a complaint within a verb: its case, with an owner and a due time from the first moment and the facts of the
 * service frozen; whom it is from, sealed; what it is about; and who is called.
 */
export async function openComplaint(tx: Tx, hall: Hall, who: Who, wish: ComplaintWish): Promise<Result<CaseRow>> {
	const text = wish.text.trim();
	if (text === '') return refused('text-needed', 'text');
	const person = readPersonal({ name: wish.name, phone: wish.phone });
	if (!person.ok) return person;
	const about = await aboutOf(tx, hall, wish);
	if ('ok' in about) return about;
	const givenAt = resultBy(hall, wish);
	if (typeof givenAt === 'object' && givenAt !== null) return givenAt;
	const route = routeOf(wish, hall.setup.policies.complaints.classes);
	const owner = await officeOwner(tx, hall, { kind: wish.kind, route, concerned: about.staff });
	if (owner === undefined) return refused('nobody-impartial');
	const opened = await openCase(tx, hall, who, {
		...{ kind: wish.kind, owner, text, about: clipped(text), concerned: about.staff, givenAt, intent: wish.intent },
		...{ window: about.window, ticket: about.ticket, leg: about.leg, item: about.item },
		department: about.department,
		contact: contactOf(wish),
		urgent: isUrgent(wish),
		evidence: await evidenceOf(tx, about, wish)
	});
	// What this wish has opened before is as it was left then.
	if (!opened.ok || (await getComplaint(tx.k, tx.hall, opened.value.id))) return opened;
	const row = opened.value;
	await addComplaint(tx.k, recordOf(hall, who, { row, wish, about, route }));
	await keepSealed(tx, hall, who, { at: { subject: 'case', of: row.id }, data: person.value });
	if (row.ticket !== null) await settleUnregistered(tx, hall, row.ticket);
	await callWho(tx, hall, row);
	return done(row);
}

/** Media, and whatever whoever takes it says cannot wait. */
function isUrgent({ kind, class: sort, urgent }: ComplaintWish): boolean {
	return urgent || (kind === 'complaint' && isUrgentClass(sort));
}

/** Nobody can be called without a telephone. */
function contactOf({ phone, contact }: ComplaintWish): Contact {
	return phone.trim() === '' && contact === 'call' ? 'page' : contact;
}

/** Until when the visitor is told the result: the last moment of that day; a refusal for a day that is past or too late. */
function resultBy(hall: Hall, { kind, resultDay }: ComplaintWish): number | null | Refused {
	if (kind === 'petition') return null;
	const { workCalendar } = hall.setup;
	const latest = termEnd(resultTerm(hall, kind), hall.clock.now(), workCalendar);
	if (resultDay === null) return latest;
	const given = endOfDay(resultDay, workCalendar);
	return resultDay < today(hall) || given > latest ? refused('due-day-invalid', resultDay) : given;
}

const LONGEST_ABOUT = 40;

/** The beginning of what was said, for the row of a list. */
function clipped(text: string): string {
	const letters = [...text.replaceAll(/\s+/g, ' ')];
	return letters.length <= LONGEST_ABOUT ? letters.join('') : `${letters.slice(0, LONGEST_ABOUT).join('')}…`;
}

async function evidenceOf(tx: Tx, about: About, { class: sort, against, kind }: ComplaintWish): Promise<object> {
	const facts = about.ticket === null ? {} : await serviceFacts(tx, { ticket: about.ticket, leg: about.leg });
	const said = kind === 'complaint' ? { class: sort, against } : {};
	return { [kind]: { ...said, staff: about.staff, department: about.department, notice: about.notice }, ...facts };
}

function recordOf(
	hall: Hall,
	who: Who,
	of: { row: CaseRow; wish: ComplaintWish; about: About; route: ComplaintRow['route'] }
): ComplaintRow {
	const { row, wish, about, route } = of;
	const sorted =
		wish.kind === 'complaint' ? { class: wish.class, against: wish.against } : { class: null, against: null };
	const { ticket, item, window, staff, department } = about;
	return {
		...{ hall: row.hall, id: row.id, kind: wish.kind, day: row.day, ...sorted, route },
		...{ origin: wish.origin, taken_by: who.name, ticket, item, window, staff, department },
		phone_hash: phoneHash(hall, wish.phone),
		opinion: wish.opinion,
		notice: wish.kind === 'unsolved' ? about.notice : null,
		cause: null,
		from_case: wish.from
	};
}

/** A first word is due on this day or the next. */
const CALLS: Partial<Record<string, AlarmKind>> = { complaint: 'complaint', unsolved: 'unsolved' };

/** An urgent one calls until somebody looks into it; any other until somebody has seen it. Not at the window it is about. */
export async function callWho(tx: Tx, hall: Hall, row: CaseRow): Promise<void> {
	const about = { code: caseNumber(row), owner: row.owner };
	const kind = row.urgent === 1 ? 'complaint-urgent' : CALLS[row.kind];
	if (kind !== undefined) await raiseAlarm(tx, hall, { kind, key: String(row.id), window: null, about });
}
