import { evidenceOf, getCase, historyOfCase, openCases, openCasesOf, overdueCases } from '#db/cases.ts';
import { newestLine } from '#db/ledger.ts';
import type { CaseRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { matterDetail } from '../matters/view.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { caseKind, caseNumber } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { allowedActs, mayHand } from '../rules/cases/step.ts';
import type { CaseAct } from '../rules/cases/kind.ts';
import { dayOf } from '../rules/day.ts';
import { may } from '../rules/rights.ts';
import { workdaysBetween } from '../rules/workdays.ts';
import type {
	CaseActView,
	CaseEvidenceView,
	CaseHistoryLine,
	CaseLine,
	CaseList,
	CasesView,
	CaseView
} from '../views.ts';
import { evidenceHolds } from './evidence.ts';
import { personIn } from './held.ts';
import { personView } from './person.ts';
import { seesCase } from './sees.ts';

/** So many cases stand on one page. */
const MOST = 200;

const LISTS: readonly string[] = ['mine', 'offered', 'overdue', 'all'] satisfies CaseList[];

export function isCaseList(word: string): word is CaseList {
	return LISTS.includes(word);
}

/** One list of cases for a member of staff; empty where the person may not see it. */
export async function casesView(hall: Hall, who: Who, list: CaseList): Promise<CasesView> {
	const own = who.staff === undefined ? [] : await openCasesOf(hall.read, hall.id, who.staff);
	const lists = { own, overdue: await overdue(hall, who, own) };
	const reads = isAllowed(hall, who, 'case:read-any');
	const oversees = isAllowed(hall, who, 'case:oversee');
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: hall.setup.file.hall.name,
		staff: { no: who.staff ?? '', role: who.role, oversees, reads },
		timeZone: hall.setup.timeZone,
		list,
		cases: (await rowsOf(hall, who, list, lists)).slice(0, MOST).map((row) => lineOf(hall, row)),
		counts: {
			mine: own.filter((row) => row.offered_to !== who.staff).length,
			offered: own.filter((row) => row.offered_to === who.staff).length,
			overdue: lists.overdue.length
		}
	};
}

/** Those of the whole hall for who watches it, else the person's own. */
async function overdue(hall: Hall, who: Who, own: CaseRow[]): Promise<CaseRow[]> {
	const at = hall.clock.now();
	if (!isAllowed(hall, who, 'case:read-any')) return own.filter((row) => isOverdue(row, at));
	const rows = await overdueCases(hall.read, { hall: hall.id, at, most: MOST });
	return rows.filter((row) => seesCase(hall, who, row));
}

async function rowsOf(
	hall: Hall,
	who: Who,
	list: CaseList,
	{ own, overdue: late }: { own: CaseRow[]; overdue: CaseRow[] }
): Promise<CaseRow[]> {
	switch (list) {
		case 'mine':
			return own.filter((row) => row.offered_to !== who.staff);
		case 'offered':
			return own.filter((row) => row.offered_to === who.staff);
		case 'overdue':
			return late;
		case 'all': {
			if (!isAllowed(hall, who, 'case:read-any')) return [];
			const rows = await openCases(hall.read, { hall: hall.id, kind: null, most: MOST });
			return rows.filter((row) => seesCase(hall, who, row));
		}
	}
}

/** One case with all that is known of it; undefined for who may not see it. */
export async function caseView(hall: Hall, who: Who, id: number): Promise<CaseView | undefined> {
	const row = await getCase(hall.read, hall.id, id);
	if (!row || !seesCase(hall, who, row)) return undefined;
	const history = await historyOfCase(hall.read, hall.id, id);
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	return {
		...lineOf(hall, row),
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
		matter: await matterDetail(hall, who, row),
		person: await personView(hall, who, row)
	};
}

/** A case as a row of a list. */
export function lineOf(hall: Hall, row: CaseRow): CaseLine {
	const { timeZone, workCalendar } = hall.setup;
	const dueDay = row.due_at === null ? null : dayOf(row.due_at, timeZone);
	return {
		id: row.id,
		number: caseNumber(row),
		kind: row.kind,
		state: row.state,
		stage: row.stage,
		outcome: row.outcome,
		about: row.about,
		owner: row.owner,
		firstOwner: row.first_owner,
		offeredTo: row.offered_to,
		dueAt: row.due_at,
		dueDay,
		daysLeft: dueDay === null ? null : workdaysBetween(today(hall), dueDay, workCalendar),
		overdue: isOverdue(row, hall.clock.now()),
		urgent: row.urgent === 1,
		late: row.late === 1
	};
}

function isOverdue(row: CaseRow, at: number): boolean {
	return row.state === 'open' && row.due_at !== null && row.due_at < at;
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
	const offered = row.offered_to !== null;
	const hands = mayHand(kind, row, person);
	const may: Record<CaseView['hands'][number], boolean> = {
		offer: hands && !offered,
		accept: offered && row.offered_to === person.staff,
		decline: offered && row.offered_to === person.staff,
		withdraw: hands && offered,
		take: person.oversees && person.staff !== null && person.staff !== row.owner
	};
	return (Object.keys(may) as CaseView['hands']).filter((one) => may[one]);
}

/** Whom a case can be handed to: who works on cases, but for its owner and whom it concerns. */
function candidatesFor(hall: Hall, row: CaseRow): CaseView['candidates'] {
	const kind = caseKind(row.kind);
	return hall.setup.file.staff
		.filter(({ no, role }) => may(role, 'case:work') && no !== row.owner && !isConflict(kind, row.concerned, no))
		.map(({ no, role }) => ({ no, role }));
}
