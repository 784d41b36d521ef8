import type { Tx } from '#db/group.ts';
import { addOpinion } from '#db/opinions.ts';
import type { CaseRow, ComplaintOrigin, OpinionRow } from '#db/schema.ts';
import { openCase } from '../cases/open.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { keepSealed } from '../personal/keep.ts';
import { refused, type Result } from '../result.ts';
import { PRAISE } from '../rules/cases/praise.ts';
import { addWorkdays } from '../rules/workdays.ts';
import type { Given, Saying, SayOrigin } from '../say/given.ts';
import { officeOwner } from './owner.ts';
import { aboutOf, type About } from './service.ts';
import { openComplaint } from './take.ts';

/** What visitors say by themselves that comes to this room: a complaint, what could not be done, and praise (C-08). */
export const COMPLAINT_SAYINGS: readonly Saying[] = [
	{ kind: 'complaint', open: (tx, hall, who, given) => complain(tx, hall, who, { kind: 'complaint', given }) },
	{ kind: 'unsolved', open: (tx, hall, who, given) => complain(tx, hall, who, { kind: 'unsolved', given }) },
	{ kind: 'praise', open: praise }
];

const ORIGINS: Record<SayOrigin, ComplaintOrigin> = { kiosk: 'kiosk', phone: 'page', desk: 'desk', window: 'window' };

/** Whoever looks into it sorts it: visitors are not asked of which class it is. */
function complain(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ kind, given }: { kind: 'complaint' | 'unsolved'; given: Given }
): Promise<Result<CaseRow>> {
	const { text, window, concerned, department, contact, person, intent } = given;
	const against = concerned !== null ? 'staff' : department !== null ? 'department' : 'hall';
	return openComplaint(tx, hall, who, {
		...{ kind, class: 'other', against, text, urgent: false, contact, intent },
		...{ ticket: given.ticket?.id ?? null, window, staff: concerned, department },
		...{ name: person.name ?? '', phone: person.phone ?? '', origin: ORIGINS[given.origin] },
		...{ resultDay: null, opinion: null, from: null }
	});
}

/** Praise is an opinion, and a case as well: its visitor sees that it has come, and whom it is about hears of it. */
async function praise(tx: Tx, hall: Hall, who: Who, given: Given): Promise<Result<CaseRow>> {
	const { text, window, concerned: staff, department, contact, intent, person } = given;
	const about = await aboutOf(tx, hall, { ticket: given.ticket?.id ?? null, window, staff, department });
	if ('ok' in about) return about;
	const owner = await officeOwner(tx, hall, { kind: 'complaint', route: 'hall', concerned: about.staff });
	if (owner === undefined) return refused('nobody-impartial');
	const place = { window: about.window, ticket: about.ticket, leg: about.leg, item: about.item };
	const opened = await openCase(tx, hall, who, {
		...{ kind: PRAISE.code, owner, text, about: [...text].slice(0, 40).join(''), contact, intent },
		...{ ...place, concerned: about.staff, department: about.department, desk: given.desk }
	});
	if (!opened.ok) return opened;
	await keepSealed(tx, hall, who, { at: { subject: 'case', of: opened.value.id }, data: person });
	await addOpinion(tx.k, await opinionOf(tx, hall, who, { given, about }));
	return opened;
}

async function opinionOf(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ given, about }: { given: Given; about: About }
): Promise<OpinionRow> {
	const at = hall.clock.now();
	const day = today(hall);
	const { ticket, leg, window, staff } = about;
	const line = { at, day, act: 'opinion.taken', actor: who.name, ticket: null, window: null, queue: null };
	const id = await tx.note({ ...line, body: { kind: 'praise', of: ticket, leg, window } });
	const due = addWorkdays(day, hall.setup.policies.opinions.answerWithinWorkdays, hall.setup.workCalendar);
	const taken = { taken_by: who.staff ?? who.name, day, at, due, intent: given.intent };
	return { hall: tx.hall, id, kind: 'praise', text: given.text, ticket, leg, window, staff, ...taken };
}
