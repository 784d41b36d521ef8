import { actsIn, badRatings, countRatings, type BadRow, type RatingCount } from '#db/rating-figures.ts';
import type { Hall } from '../hall.ts';
import { RATING } from '../rules/cases/rating.ts';
import { addDays } from '../rules/day.ts';
import { bottomOf, sumBad, sumRatings, type BadCase, type BadSums, type RatingSums } from '../rules/rating-figures.ts';
import { windowName } from '../tickets/view.ts';
import type { FigureColumn, FigureTable, Text } from '../views.ts';
import type { Range } from '../figures/figures.ts';

type Cell = FigureTable['rows'][number][number];

/** W-12 How services were rated: by window, by staff number, by item; and how bad ratings were answered. */
export const RATING_FIGURES: readonly ((hall: Hall, range: Range) => Promise<FigureTable>)[] = [
	byWindow,
	byStaff,
	byItem,
	answers
];

async function byWindow(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = await countRatings(hall.read, hall.id, range);
	const what = { zh: '窗口', en: 'Window' };
	return table('ratings-windows', what, sumsBy(rows, 'window'), (code) => windowName(hall, code));
}

async function byStaff(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = (await countRatings(hall.read, hall.id, range)).filter(({ staff }) => staff !== null);
	const twice = await bottomTwice(hall, range);
	const sums = sumsBy(rows, 'staff');
	const whole = table('ratings-staff', { zh: '工号', en: 'Staff' }, sums, (no) => no);
	const marks = [...sums.keys()].map((no): Cell => (twice.has(no) ? TWICE : null));
	return { ...whole, columns: [...whole.columns, FLAG], rows: whole.rows.map((row, i) => [...row, marks[i] ?? null]) };
}

async function byItem(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = await countRatings(hall.read, hall.id, range);
	const name = (code: string): Cell => hall.setup.items.get(code)?.name ?? code;
	return table('ratings-items', { zh: '事项', en: 'Item' }, sumsBy(rows, 'item'), name);
}

function sumsBy(rows: readonly RatingCount[], key: 'window' | 'staff' | 'item'): Map<string, RatingSums> {
	const groups = Map.groupBy(rows, (row) => row[key] ?? '');
	const sorted = [...groups].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
	return new Map(sorted.map(([code, some]) => [code, sumRatings(some)]));
}

function table(id: string, what: Text, sums: Map<string, RatingSums>, name: (code: string) => Cell): FigureTable {
	const columns: FigureColumn[] = [{ name: what, kind: 'text' }, ...COLUMNS];
	const title = { zh: `服务评价 · ${what.zh}`, en: `Ratings · ${what.en}` };
	return { id, title, note: NOTE, columns, rows: [...sums].map(([code, one]) => [name(code), ...cellsOf(one)]) };
}

function cellsOf(one: RatingSums): Cell[] {
	const { asked, shown, rated, answered, grades, satisfied, efficiency, competence, attitude, bad, mistaken } = one;
	const graded = [grades[5], grades[4], grades[3], grades[2], grades[1]];
	return [asked, shown, rated, answered, ...graded, satisfied, efficiency, competence, attitude, bad, mistaken];
}

/** Who stood at the bottom in the month in which the range ends, and in the one before it. */
async function bottomTwice(hall: Hall, { to }: Range): Promise<Set<string>> {
	const month = to.slice(0, 7);
	const before = addDays(`${month}-01`, -1).slice(0, 7);
	const rows = await countRatings(hall.read, hall.id, { from: `${before}-01`, to });
	const bottom = (of: string): Set<string> => {
		const own = rows.filter((row) => row.month === of && row.staff !== null);
		return bottomOf(sumsBy(own, 'staff'));
	};
	const [now, then] = [bottom(month), bottom(before)];
	return new Set([...now].filter((no) => then.has(no)));
}

async function answers(hall: Hall, range: Range): Promise<FigureTable> {
	const bad = await badCases(hall, range);
	const groups = Map.groupBy(bad, ({ window }) => window ?? '');
	const at = hall.clock.now();
	const sum = (some: readonly BadCase[]): Cell[] => badCells(sumBad(some, at, hall.setup.workCalendar));
	const rows = [...groups]
		.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
		.map(([code, some]): Cell[] => [windowName(hall, code), ...sum(some)]);
	return { ...ANSWERS, rows: bad.length === 0 ? [] : [...rows, [WHOLE, ...sum(bad)]] };
}

function badCells({ bad, open, named, contactInTime, calledBack, rectifiedInTime, outcomes }: BadSums): Cell[] {
	const { justified, complex, mistaken } = outcomes;
	const classes = [justified, complex, outcomes['no-ground'], mistaken];
	return [bad, open, named, contactInTime, calledBack, rectifiedInTime, ...classes];
}

async function badCases(hall: Hall, range: Range): Promise<(BadCase & Pick<BadRow, 'window' | 'staff'>)[]> {
	const rows = await badRatings(hall.read, hall.id, range);
	const ids = rows.map(({ id }) => id);
	const acts = Map.groupBy(await actsIn(hall.read, hall.id, ids), (one) => one.case);
	return rows.map((row) => ({ ...row, named: row.kind === RATING.code, acts: firstTimes(acts.get(row.id) ?? []) }));
}

function firstTimes(acts: readonly { act: string; at: number }[]): Map<string, number> {
	const first = new Map<string, number>();
	for (const { act, at } of acts) first.set(act, Math.min(at, first.get(act) ?? at));
	return first;
}

const TWICE: Text = { zh: '连续两月末位', en: 'last two months running' };
const WHOLE: Text = { zh: '全厅', en: 'Whole hall' };
const FLAG: FigureColumn = { name: { zh: '提示', en: 'Mark' }, kind: 'text' };

const NOTE: Text = {
	zh: '按服务结束之日计。每次服务结束由系统邀评；已显示：评价屏或手机确认显示过；满意：基本满意及以上；经复核为误评或恶意的不计入，另列。',
	en: 'By the day the service ended. Each end is asked by the system; shown: confirmed by a tablet or a phone; satisfied: grade 3 and up; what a review found mistaken or malicious is listed apart and not counted.'
};

const COLUMNS: FigureColumn[] = [
	{ name: { zh: '邀评', en: 'Asked' }, kind: 'count' },
	{ name: { zh: '已显示', en: 'Shown' }, kind: 'count' },
	{ name: { zh: '评价', en: 'Rated' }, kind: 'count' },
	{ name: { zh: '参评率', en: 'Answered' }, kind: 'share' },
	{ name: { zh: '非常满意', en: 'Grade 5' }, kind: 'count' },
	{ name: { zh: '满意', en: 'Grade 4' }, kind: 'count' },
	{ name: { zh: '基本满意', en: 'Grade 3' }, kind: 'count' },
	{ name: { zh: '不满意', en: 'Grade 2' }, kind: 'count' },
	{ name: { zh: '非常不满意', en: 'Grade 1' }, kind: 'count' },
	{ name: { zh: '满意率', en: 'Satisfied' }, kind: 'share' },
	{ name: { zh: '效率', en: 'Speed' }, kind: 'mean' },
	{ name: { zh: '业务', en: 'Knowledge' }, kind: 'mean' },
	{ name: { zh: '态度', en: 'Manner' }, kind: 'mean' },
	{ name: { zh: '差评', en: 'Bad' }, kind: 'count' },
	{ name: { zh: '误评', en: 'Mistaken' }, kind: 'count' }
];

const ANSWERS: Omit<FigureTable, 'rows'> = {
	id: 'ratings-answered',
	title: { zh: '差评办理', en: 'Bad ratings answered' },
	note: {
		zh: '实名：来宾留了电话。按时联系：1 个工作日内；回访率：已办结的实名差评；按期整改：在限期内办结。未到期的不计。',
		en: 'Named: the visitor left a telephone. Contacted in time: within one working day; called back: of closed named ones; put right in time: by the day set. What is still within its time is not counted.'
	},
	columns: [
		{ name: { zh: '窗口', en: 'Window' }, kind: 'text' },
		{ name: { zh: '差评', en: 'Bad' }, kind: 'count' },
		{ name: { zh: '在办', en: 'Open' }, kind: 'count' },
		{ name: { zh: '实名', en: 'Named' }, kind: 'count' },
		{ name: { zh: '按时联系', en: 'Contacted in time' }, kind: 'share' },
		{ name: { zh: '回访率', en: 'Called back' }, kind: 'share' },
		{ name: { zh: '按期整改', en: 'Put right in time' }, kind: 'share' },
		{ name: { zh: '属实', en: 'Justified' }, kind: 'count' },
		{ name: { zh: '复杂', en: 'Complex' }, kind: 'count' },
		{ name: { zh: '无依据', en: 'No ground' }, kind: 'count' },
		{ name: { zh: '误评恶意', en: 'Mistaken' }, kind: 'count' }
	]
};
