import { evidenceOf, getCase, historyOfCase } from '#db/cases.ts';
import { newestLine } from '#db/ledger.ts';
import type { CaseRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { complaintDetail } from '../complaints/detail.ts';
import type { Hall } from '../hall.ts';
import { matterDetail } from '../matters/view.ts';
import type { Who } from '../people/who.ts';
import { isOfferedTo, mayHand, offeredAt } from '../rules/cases/hand.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { allowedActs } from '../rules/cases/step.ts';
import type { CaseAct } from '../rules/cases/kind.ts';
import type { CaseActView, CaseEvidenceView, CaseHistoryLine, CaseView } from '../views.ts';
import { evidenceHolds } from './evidence.ts';
import { personIn } from './asker.ts';
import { isOverdue, lineOf, placeView } from './line.ts';
import { personView } from './person.ts';
import { seesCase } from './sees.ts';
import { visitorSide } from './visitor.ts';

/** One case with all that is known of it; undefined for who may not see it. */
export async function caseView(hall: Hall, who: Who, id: number): Promise<CaseView | undefined> {
	const row = await getCase(hall.read, hall.id, id);
	if (!row || !seesCase(hall, who, row)) return undefined;
	const history = await historyOfCase(hall.read, hall.id, id);
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	return {
		...(await lineOf(hall, row)),
		seq: await newestLine(hall.read, hall.id),
		openedAt: row.opened_at,
		day: row.day,
		ticketNumber: ticket?.number ?? null,
		window: row.window,
		asked: row.asked,
		extended: row.extended,
		history: history.map(historyLine),
		evidence: await evidenceViews(hall, id, new Map(history.map((line) => [line.line, line.body]))),
		acts: actsFor(hall, who, row),
		hands: handsOf(hall, who, row),
		candidates: candidatesFor(hall, row),
		places: placesFor(hall, row),
		...(await visitorSide(hall, who, row)),
		matter: await matterDetail(hall, who, row),
		complaint: await complaintDetail(hall, who, row),
		person: await personView(hall, who, row)
	};
}

function historyLine(line: Awaited<ReturnType<typeof historyOfCase>>[number]): CaseHistoryLine {
	const { after } = JSON.parse(line.body) as { after?: { stage: string; owner: string; dueAt: number | null } };
	const { at, act, actor, text } = line;
	const stands = { stage: after?.stage ?? null, owner: after?.owner ?? null, dueAt: after?.dueAt ?? null };
	return { line: line.line, at, act, actor, text, ...stands };
}

async function evidenceViews(hall: Hall, id: number, lines: Map<number, string>): Promise<CaseEvidenceView[]> {
	return (await evidenceOf(hall.read, hall.id, id)).map((one) => ({
		line: one.line,
		at: one.at,
		hash: one.hash,
		holds: evidenceHolds(one, lines.get(one.line) ?? '{}'),
		facts: JSON.parse(one.body) as unknown
	}));
}

/** A delay is explained when there is one. */
function actsFor(hall: Hall, who: Who, row: CaseRow): CaseActView[] {
	const late = row.late === 1 || isOverdue(row, hall.clock.now());
	const acts = allowedActs(caseKind(row.kind), row, personIn(hall, who));
	return acts.filter(([, data]) => late || data.explains !== true).map(([act, data]) => actView(act, data, row));
}

function actView(act: string, data: CaseAct, row: CaseRow): CaseActView {
	const days = data.extends ? (row.asked ?? data.extends.most) : null;
	return {
		act,
		text: data.text ?? 'none',
		days: data.asks ? 1 : days,
		closes: data.closes !== undefined,
		read: data.read === true
	};
}

function handsOf(hall: Hall, who: Who, row: CaseRow): CaseView['hands'] {
	const person = personIn(hall, who);
	const kind = caseKind(row.kind);
	if (row.state === 'closed' || isConflict(kind, row.concerned, person.staff)) return [];
	const offered = offeredAt(row) !== null;
	const hands = mayHand(kind, row, person);
	const isMine = isOfferedTo(row, person);
	const may: Record<CaseView['hands'][number], boolean> = {
		offer: hands && !offered,
		accept: isMine && kind.roles.some((role) => role === who.role),
		decline: isMine,
		withdraw: hands && offered,
		take: person.oversees && person.staff !== null && person.staff !== row.owner
	};
	return (Object.keys(may) as CaseView['hands']).filter((one) => may[one]);
}

/** Whom a case can be handed to: who may own one of the kind, but for its owner and whom it concerns. */
function candidatesFor(hall: Hall, row: CaseRow): CaseView['candidates'] {
	const kind = caseKind(row.kind);
	return hall.setup.file.staff
		.filter(({ no, role }) => kind.roles.includes(role) && no !== row.owner && !isConflict(kind, row.concerned, no))
		.map(({ no, role }) => ({ no, role }));
}

/** The desks and departments of which somebody else may own it. */
function placesFor(hall: Hall, row: CaseRow): CaseView['places'] {
	const others = new Set(candidatesFor(hall, row).map(({ no }) => no));
	const staff = hall.setup.file.staff.filter(({ no }) => others.has(no));
	const { desks, departments } = hall.setup.file;
	return [
		...desks.filter(({ code }) => staff.some((one) => one.desk === code)).map(({ code }) => ({ desk: code })),
		...departments
			.filter(({ code }) => staff.some((one) => one.department === code))
			.map(({ code }) => ({ department: code }))
	].map((to) => placeView(hall, to));
}
