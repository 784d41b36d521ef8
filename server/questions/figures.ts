import { casesBetween } from '#db/cases.ts';
import { questionsOf, referredBetween } from '#db/questions.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import { ASKED_KINDS } from '../rules/cases/question.ts';
import type { FigureTable, Text } from '../views.ts';

const MOST_PLACES = 20;

/** Q-03 P-05 The questions and messages of these days by department: how many were answered, in time, and became entries. */
export async function questionFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const found = await Promise.all(
		ASKED_KINDS.map((kind) => casesBetween(hall.read, { hall: hall.id, kind, from, to }))
	);
	const rows = found.flat();
	const made = await madeOf(hall, rows);
	const departments = [...new Set(rows.map(({ department }) => department))].toSorted((a, b) =>
		(a ?? '').localeCompare(b ?? '')
	);
	return { ...HEAD, rows: departments.map((code) => rowOf(hall, code, { rows, made })) };
}

function rowOf(
	hall: Hall,
	code: string | null,
	{ rows, made }: { rows: readonly CaseRow[]; made: ReadonlySet<number> }
): (Text | number | null)[] {
	const own = rows.filter(({ department }) => department === code);
	const count = (is: (row: CaseRow) => boolean): number => own.filter(is).length;
	const owed = count(({ state, stage }) => state === 'open' && (stage === 'asked' || stage === 'asking-back'));
	const answered = own.length - owed;
	const late = count(({ late: was }) => was === 1);
	return [
		code === null ? NOBODYS : (hall.setup.departments.get(code)?.name ?? { zh: code, en: code }),
		own.length,
		owed,
		answered,
		own.length === 0 ? null : 1 - late / own.length,
		count(({ outcome }) => outcome === 'referred'),
		count(({ outcome }) => outcome === 'unreachable'),
		count(({ id }) => made.has(id))
	];
}

/** Those of which an entry was made. */
async function madeOf(hall: Hall, rows: readonly CaseRow[]): Promise<Set<number>> {
	const made = new Set<number>();
	for (let at = 0; at < rows.length; at += AT_ONCE) {
		const ids = rows.slice(at, at + AT_ONCE).map(({ id }) => id);
		for (const one of await questionsOf(hall.read, hall.id, ids)) if (one.entry !== null) made.add(one.case);
	}
	return made;
}

/** So many are named in one question to the database. */
const AT_ONCE = 500;

/** G-03 Where visitors were sent, most often first. */
export async function referralFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const rows = await referredBetween(hall.read, { hall: hall.id, from, to, most: MOST_PLACES });
	return { ...PLACES, rows: rows.map(({ place, times }) => [place, times]) };
}

const NOBODYS: Text = { zh: '未分派', en: 'Of no department yet' };

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'questions',
	title: { zh: '待解答问题与留言', en: 'Open questions and messages' },
	note: {
		zh: '按提出之日统计。按时：到统计时没有一个期限超过。',
		en: 'By the day they were asked. In time: no limit has been passed so far.'
	},
	columns: [
		{ name: { zh: '部门', en: 'Department' }, kind: 'text' },
		{ name: { zh: '提出', en: 'Asked' }, kind: 'count' },
		{ name: { zh: '待答复', en: 'Open' }, kind: 'count' },
		{ name: { zh: '已答复', en: 'Answered' }, kind: 'count' },
		{ name: { zh: '按时率', en: 'Share in time' }, kind: 'share' },
		{ name: { zh: '指引去处', en: 'Shown where to go' }, kind: 'count' },
		{ name: { zh: '联系不上', en: 'Not reached' }, kind: 'count' },
		{ name: { zh: '生成词条', en: 'Made an entry' }, kind: 'count' }
	]
};

const PLACES: Omit<FigureTable, 'rows'> = {
	id: 'referrals',
	title: { zh: '指引去处', en: 'Where visitors were sent' },
	note: { zh: '按开具的指引单，去得多的在前。', en: 'By referral slips, most often first.' },
	columns: [
		{ name: { zh: '地点', en: 'Place' }, kind: 'text' },
		{ name: { zh: '次数', en: 'Times' }, kind: 'count' }
	]
};
