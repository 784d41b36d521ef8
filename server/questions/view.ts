import { getCase } from '#db/cases.ts';
import { endingBefore, expiredEntries } from '#db/knowledge.ts';
import { newestLine } from '#db/ledger.ts';
import { attemptsOf, closedOfKinds, openOfKinds, questionsOf, referralsOfCase } from '#db/questions.ts';
import type { CaseRow, QuestionRow } from '#db/schema.ts';
import { lineOf } from '../cases/line.ts';
import { seesCase } from '../cases/sees.ts';
import { caseView } from '../cases/view.ts';
import { personIn } from '../cases/asker.ts';
import { today, type Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { viewOf } from '../referrals/view.ts';
import { ASKED_KINDS } from '../rules/cases/question.ts';
import { doneSinceBegun } from '../rules/cases/begun.ts';
import { mayHand } from '../rules/cases/hand.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { addDays } from '../rules/day.ts';
import type { CaseView, DeskQuestions, QuestionLine, QuestionList, QuestionsView, QuestionView } from '../views.ts';
import { isOwed, senderIn } from './held.ts';
import { hasLiaison } from './send.ts';

const MOST_OPEN = 200;
const MOST_CLOSED = 50;
/** What was asked longer ago and is over stands on the page of cases. */
const CLOSED_DAYS = 30;
const MOST_ENDING = 50;

/** The page of questions and messages: of a liaison those of the own department, of the desk all of them (Q-03, P-05). */
export async function questionsView(hall: Hall, who: Who): Promise<QuestionsView> {
	const own = who.role === 'liaison' ? (hall.setup.staff.get(who.staff ?? '')?.department ?? '') : null;
	const of = { hall: hall.id, kinds: ASKED_KINDS, department: own };
	const open = await openOfKinds(hall.read, { ...of, most: MOST_OPEN });
	const since = addDays(today(hall), -CLOSED_DAYS);
	const closed = await closedOfKinds(hall.read, { ...of, since, most: MOST_CLOSED });
	const rows = [...open, ...closed].filter((row) => seesCase(hall, who, row));
	const attempts = await attemptsOf(
		hall.read,
		hall.id,
		rows.filter(({ contact }) => contact === 'call').map(({ id }) => id)
	);
	const lines = await Promise.all(rows.map((row) => questionLine(hall, row, attempts.get(row.id) ?? 0)));
	const count = (list: QuestionList): number => lines.filter((line) => line.list === list).length;
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: hall.setup.file.hall.name,
		timeZone: hall.setup.timeZone,
		staff: { no: who.staff ?? '', role: who.role, department: departmentView(hall, own) },
		lines,
		counts: { unsent: count('unsent'), waiting: count('waiting'), tell: count('tell'), done: count('done') },
		departments: reachable(hall),
		ending: await endingEntries(hall, own),
		writes: isAllowed(hall, who, 'knowledge:write')
	};
}

/** What of it the guide desk shows. */
export async function questionsAtDesk(hall: Hall): Promise<DeskQuestions> {
	const rows = await openOfKinds(hall.read, { hall: hall.id, kinds: ASKED_KINDS, department: null, most: MOST_OPEN });
	const lists = rows.map((row) => listOf(hall, row));
	const count = (list: QuestionList): number => lists.filter((one) => one === list).length;
	return { unsent: count('unsent'), tell: count('tell'), departments: reachable(hall) };
}

/** The departments for which somebody speaks. */
function reachable(hall: Hall): DeskQuestions['departments'] {
	const { departments } = hall.setup.file;
	return departments.filter(({ code }) => hasLiaison(hall, code)).map(({ code, name }) => ({ code, name }));
}

async function questionLine(hall: Hall, row: CaseRow, attempts: number): Promise<QuestionLine> {
	const line = await lineOf(hall, row);
	return { ...line, list: listOf(hall, row), call: row.contact === 'call', attempts };
}

/** Where a question stands, for who looks after it. */
function listOf(hall: Hall, row: CaseRow): QuestionList {
	if (row.state === 'closed') return 'done';
	if (!isOwed(row)) return 'tell';
	const owner = hall.setup.staff.get(row.owner);
	const offered = row.offered_to !== null || row.offered_desk !== null || row.offered_department !== null;
	return offered || owner?.role === 'liaison' ? 'waiting' : 'unsent';
}

function departmentView(hall: Hall, code: string | null): QuestionsView['staff']['department'] {
	const department = hall.setup.departments.get(code ?? '');
	return department ? { code: department.code, name: department.name } : null;
}

/** Entries that end soon or have ended: of the own department, or of whatever department. */
async function endingEntries(hall: Hall, own: string | null): Promise<QuestionsView['ending']> {
	const day = today(hall);
	const before = addDays(day, hall.setup.policies.knowledge.warnDays);
	const soon = await endingBefore(hall.read, { hall: hall.id, day: before, most: MOST_ENDING });
	const over = await expiredEntries(hall.read, hall.id, MOST_ENDING);
	return [...over, ...soon]
		.filter(({ department }) => own === null || department === own)
		.map(({ entry, title_zh, title_en, valid_until: until, state }) => ({
			entry,
			title: { zh: title_zh, en: title_en === '' ? title_zh : title_en },
			until: until ?? '',
			ended: state === 'expired' || (until ?? day) < day
		}));
}

/** One question or message, with what this person can do; undefined for who may not see it. */
export async function questionView(hall: Hall, who: Who, id: number): Promise<QuestionView | undefined> {
	const row = await getCase(hall.read, hall.id, id);
	const view = row && ASKED_KINDS.includes(row.kind) ? await caseView(hall, who, id) : undefined;
	if (!row || !view) return undefined;
	const question = await besideCase(hall, id);
	const acts = view.history.map(({ act }) => act);
	return {
		case: view,
		list: listOf(hall, row),
		channel: question.channel,
		words: question.words,
		...saidIn(view),
		department: row.department,
		attempts: doneSinceBegun(caseKind(row.kind), acts)['not-reached'] ?? 0,
		entry: question.entry,
		referrals: (await referralsOfCase(hall.read, hall.id, id)).map((one) => viewOf(hall, one)),
		may: mayOf(hall, who, { row, view, drafted: question.entry !== null })
	};
}

/** What is known of a question beside its case. Throws where it was never kept as one. */
async function besideCase(hall: Hall, id: number): Promise<QuestionRow> {
	const [question] = await questionsOf(hall.read, hall.id, [id]);
	if (!question) throw new Error(`case ${String(id)} is no question`);
	return question;
}

/** What was asked, and what was answered last. */
function saidIn({ history, about }: CaseView): Pick<QuestionView, 'text' | 'answer'> {
	const asked = history.find(({ act, text }) => act === 'told' && text !== '');
	const answer = history.findLast(({ act }) => act === 'answer' || act === 'cannot-answer');
	return { text: asked?.text ?? about, answer: answer?.text ?? null };
}

function mayOf(
	hall: Hall,
	who: Who,
	{ row, view, drafted }: { row: CaseRow; view: CaseView; drafted: boolean }
): QuestionView['may'] {
	const acts = view.acts.map(({ act }) => act);
	const works = personIn(hall, who).works;
	return {
		send: isOwed(row) && works && mayHand(caseKind(row.kind), row, senderIn(hall, who)),
		notOurs: acts.includes('not-ours') && row.department !== null,
		refer: isOwed(row) && acts.includes('answer'),
		draft: !drafted && isAllowed(hall, who, 'knowledge:write') && view.history.some(({ act }) => act === 'answer')
	};
}
