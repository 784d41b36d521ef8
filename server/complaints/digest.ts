import {
	actsOfCases,
	complaintsBetween,
	entriesByItem,
	opinionsByKind,
	type CountedComplaint
} from '#db/complaint-figures.ts';
import { COMPLAINT_CLASSES, OPINION_KINDS, UNSOLVED_CAUSES } from '#db/schema.ts';
import { words } from '#display/words/index.ts';
import type { Range } from '../figures/figures.ts';
import { today, type Hall } from '../hall.ts';
import { countAll, type Counted as Acts, type Counts } from '../rules/complaint-figures.ts';
import { addDays, isDay, momentOf, WEEKDAYS, weekdayOf } from '../rules/day.ts';
import { windowName } from '../tickets/view.ts';
import type { DigestView, FigureColumn, FigureTable, Text } from '../views.ts';

type Counted = CountedComplaint & Acts;
type Cell = FigureTable['rows'][number][number];

/** So many causes are named, the most frequent first. */
const TOP = 10;

/**
 * C-07 What was complained about, by class, by who looks into it, by window, and how it ended; why something could not be
 * done; and what else was said, praise too. By the day on which it was taken; nobody is named.
 */
export const COMPLAINT_FIGURES: readonly ((hall: Hall, range: Range) => Promise<FigureTable>)[] = [
	byClass,
	byRoute,
	byWindow,
	outcomes,
	causes,
	said
];

/** The figures of the week or the month in which a day lies; undefined for what is no such day. */
export async function digestOf(hall: Hall, asked: string, day: string): Promise<DigestView | undefined> {
	const span = asked === 'month' ? 'month' : 'week';
	if (!isDay(day) || addDays(day, -LONGEST_BACK_DAYS) > today(hall)) return undefined;
	const { from, to } = span === 'week' ? weekOf(day) : monthOf(day);
	const { timeZone } = hall.setup;
	const range = { from, to, fromAt: momentOf(from, 0, timeZone), untilAt: momentOf(addDays(to, 1), 0, timeZone) };
	const tables: FigureTable[] = [];
	for (const one of COMPLAINT_FIGURES) tables.push(await one(hall, range));
	const next = addDays(to, 1);
	return { span, from, to, earlier: addDays(from, -1), later: next <= today(hall) ? next : null, tables };
}

const LONGEST_BACK_DAYS = 31;

/** Monday to Sunday. */
function weekOf(day: string): { from: string; to: string } {
	const from = addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
	return { from, to: addDays(from, 6) };
}

function monthOf(day: string): { from: string; to: string } {
	const month = day.slice(0, 7);
	const next = addDays(`${month}-28`, 4).slice(0, 7);
	return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}

/** Read once for all tables of a range. */
const READ = new WeakMap<Range, Promise<Counted[]>>();

function counted(hall: Hall, range: Range): Promise<Counted[]> {
	const known = READ.get(range) ?? readCounted(hall, range);
	READ.set(range, known);
	return known;
}

async function readCounted(hall: Hall, { from, to }: Range): Promise<Counted[]> {
	const days = { hall: hall.id, from, to };
	const rows = await complaintsBetween(hall.read, days);
	if (rows.length === 0) return [];
	// A case has the number of its first ledger line: those of a stretch of days lie together.
	const ids = rows.map(({ id }) => id).toSorted((a, b) => a - b);
	const span = { hall: hall.id, from: ids[0] ?? 0, to: ids.at(-1) ?? 0 };
	const acts = await actsOfCases(hall.read, { ...span, acts: COUNTED_ACTS });
	const byCase = Map.groupBy(acts, (one) => one.case);
	return rows.map((row) => ({ ...row, acts: new Set((byCase.get(row.id) ?? []).map(({ act }) => act)) }));
}

const COUNTED_ACTS = ['not-satisfied', 'called-not-satisfied', 'answer-justified', 'solved'] as const;

async function byClass(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = (await counted(hall, range)).filter(({ kind }) => kind === 'complaint');
	const groups = COMPLAINT_CLASSES.map((one): Group => [
		wordOf('classes', one),
		rows.filter((row) => row.class === one)
	]);
	return table('complaints', { zh: '投诉 · 分类', en: 'Complaints · class' }, { zh: '分类', en: 'Class' }, groups);
}

async function byRoute(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = await counted(hall, range);
	const groups = Map.groupBy(rows, (row) => (row.route === 'hall' ? '' : (row.department ?? '?')));
	const named = [...groups].map(([code, some]): Group => [officeName(hall, code), some]);
	return table(
		'complaints-routes',
		{ zh: '投诉 · 责任方', en: 'Complaints · who looks into it' },
		{ zh: '责任方', en: 'Who' },
		named
	);
}

function officeName(hall: Hall, code: string): Text {
	if (code === '') return { zh: '大厅', en: 'The hall' };
	return hall.setup.departments.get(code)?.name ?? { zh: '部门（未明）', en: 'A department' };
}

async function byWindow(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = (await counted(hall, range)).filter(({ window }) => window !== null);
	const groups = [...Map.groupBy(rows, ({ window }) => window ?? '')].toSorted(([a], [b]) =>
		a.localeCompare(b, 'en', { numeric: true })
	);
	const named = groups.map(([code, some]): Group => [windowName(hall, code), some]);
	return table(
		'complaints-windows',
		{ zh: '投诉 · 窗口', en: 'Complaints · window' },
		{ zh: '窗口', en: 'Window' },
		named
	);
}

async function outcomes(hall: Hall, range: Range): Promise<FigureTable> {
	const closed = (await counted(hall, range)).filter(({ outcome }) => outcome !== null);
	const groups = Map.groupBy(closed, ({ kind, outcome }) => `${kind} ${outcome ?? ''}`);
	const rows = [...groups]
		.toSorted(([, a], [, b]) => b.length - a.length)
		.map(([, some]): Cell[] => {
			const [first] = some;
			if (!first) return [];
			const name = (lang: 'zh-CN' | 'en'): string => {
				const kind = words(lang).cases.kinds[first.kind];
				return `${kind?.name ?? first.kind} · ${kind?.outcomes[first.outcome ?? ''] ?? first.outcome ?? ''}`;
			};
			return [{ zh: name('zh-CN'), en: name('en') }, some.length];
		});
	return { ...OUTCOMES, rows };
}

async function causes(hall: Hall, range: Range): Promise<FigureTable> {
	const rows = (await counted(hall, range)).filter(({ kind, cause }) => kind === 'unsolved' && cause !== null);
	const entries = await entriesByItem(hall.read, hall.id);
	const groups = Map.groupBy(
		rows,
		({ cause, item }) => `${String(UNSOLVED_CAUSES.findIndex((one) => one === cause))} ${item ?? ''}`
	);
	const top = [...groups.values()].toSorted((a, b) => b.length - a.length).slice(0, TOP);
	return { ...CAUSES, rows: top.map((some) => causeCells(hall, some, entries)) };
}

function causeCells(hall: Hall, some: readonly Counted[], entries: ReadonlyMap<string, number>): Cell[] {
	const [first] = some;
	if (!first) return [];
	const { item, cause } = first;
	const name = wordOf('causes', cause ?? 'other');
	if (item === null) return [name, null, some.length, null, null];
	const known = entries.get(item) ?? 0;
	return [name, hall.setup.items.get(item)?.name ?? item, some.length, known, known === 0 ? GAP : null];
}

async function said(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const counts = new Map(
		(await opinionsByKind(hall.read, { hall: hall.id, from, to })).map(({ kind, n }) => [kind, n])
	);
	const rows = OPINION_KINDS.map((kind): Cell[] => [kindName(kind), counts.get(kind) ?? 0]);
	return { ...SAID, rows: counts.size === 0 ? [] : rows };
}

function kindName(kind: (typeof OPINION_KINDS)[number]): Text {
	return { zh: words('zh-CN').talk.kind[kind], en: words('en').talk.kind[kind] };
}

/** A word of this room in both languages. */
function wordOf(group: 'classes' | 'causes', one: string): Text {
	const of = (lang: 'zh-CN' | 'en'): string => (words(lang).complaints[group] as Record<string, string>)[one] ?? one;
	return { zh: of('zh-CN'), en: of('en') };
}

type Group = [name: Text, rows: Counted[]];

function table(id: string, title: Text, what: Text, groups: readonly Group[]): FigureTable {
	const rows = groups
		.filter(([, some]) => some.length > 0)
		.map(([name, some]): Cell[] => [name, ...cells(countAll(some))]);
	return { id, title, note: NOTE, columns: [{ name: what, kind: 'text' }, ...COLUMNS], rows };
}

function cells({ taken, open, inTime, reopened, satisfied, justified, joined }: Counts): Cell[] {
	return [taken, open, inTime, reopened, satisfied, justified, joined];
}

const NOTE: Text = {
	zh: '按受理日统计。按时率：各期限均未超过的比例；满意率：已办结中来宾表示满意的比例；合并的不另计。',
	en: 'By the day it was taken. In time: no limit was passed. Satisfied: of those closed, where the visitor said so. Joined ones are not counted twice.'
};

const COLUMNS: FigureColumn[] = [
	{ name: { zh: '受理', en: 'Taken' }, kind: 'count' },
	{ name: { zh: '在办', en: 'Open' }, kind: 'count' },
	{ name: { zh: '按时率', en: 'In time' }, kind: 'share' },
	{ name: { zh: '不满意重办', en: 'Reopened' }, kind: 'count' },
	{ name: { zh: '满意率', en: 'Satisfied' }, kind: 'share' },
	{ name: { zh: '属实', en: 'Justified' }, kind: 'count' },
	{ name: { zh: '合并', en: 'Joined' }, kind: 'count' }
];

const GAP: Text = { zh: '缺，应补充', en: 'missing: write one' };

const OUTCOMES: Omit<FigureTable, 'rows'> = {
	id: 'complaints-outcomes',
	title: { zh: '投诉 · 结果', en: 'Complaints · outcome' },
	note: { zh: '已办结的，按结果。', en: 'What is closed, by how it ended.' },
	columns: [
		{ name: { zh: '结果', en: 'Outcome' }, kind: 'text' },
		{ name: { zh: '件数', en: 'How many' }, kind: 'count' }
	]
};

const CAUSES: Omit<FigureTable, 'rows'> = {
	id: 'unsolved-causes',
	title: { zh: '办不成事 · 原因', en: 'Could not be done · why' },
	note: {
		zh: '最多的原因和事项；知识库没有该事项的词条时，应补充，避免再次发生。',
		en: 'The most frequent causes with their items. Where the knowledge base has no entry on the item, one should be written.'
	},
	columns: [
		{ name: { zh: '原因', en: 'Cause' }, kind: 'text' },
		{ name: { zh: '事项', en: 'Item' }, kind: 'text' },
		{ name: { zh: '件数', en: 'How many' }, kind: 'count' },
		{ name: { zh: '知识库词条', en: 'Entries' }, kind: 'count' },
		{ name: { zh: '知识缺口', en: 'Gap' }, kind: 'text' }
	]
};

const SAID: Omit<FigureTable, 'rows'> = {
	id: 'opinions',
	title: { zh: '意见、批评、表扬、投诉', en: 'Opinions, criticism, praise, complaints' },
	note: {
		zh: '窗口和导询台记下的、来宾自己留下的。',
		en: 'As they were written down, or left by visitors themselves.'
	},
	columns: [
		{ name: { zh: '种类', en: 'Kind' }, kind: 'text' },
		{ name: { zh: '件数', en: 'How many' }, kind: 'count' }
	]
};
