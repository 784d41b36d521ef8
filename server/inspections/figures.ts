import { areasBetween, foundTasks, inspectionsBetween, type FoundTask } from '#db/inspections.ts';
import type { InspectionAreaRow, InspectionRow } from '#db/schema.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable, Text } from '../views.ts';

type Cell = FigureTable['rows'][number][number];

/** S-05 What the rounds found, by month and area; it counts for the assessment of the month. */
export const INSPECTION_FIGURES: readonly ((hall: Hall, range: Range) => Promise<FigureTable>)[] = [areas, rounds];

async function areas(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const of = { hall: hall.id, from, to };
	const scored = await areasBetween(hall.read, of);
	const tasks = Map.groupBy(await foundTasks(hall.read, of), keyOf);
	const groups = Map.groupBy(scored, keyOf);
	const rows = [...groups]
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([key, some]): Cell[] => [...named(hall, key), ...scoreCells(some), ...taskCells(tasks.get(key) ?? [])]);
	return { ...AREAS, rows };
}

/** Month and area. */
function keyOf({ day, area }: Pick<InspectionAreaRow, 'day' | 'area'>): string {
	return `${day.slice(0, 7)} ${area}`;
}

function named(hall: Hall, key: string): Cell[] {
	const [month = '', code = ''] = key.split(' ');
	const area = hall.setup.policies.inspection.areas.find((one) => one.code === code);
	return [month, area?.name ?? code];
}

function scoreCells(some: readonly InspectionAreaRow[]): Cell[] {
	const scores = some.map(({ score }) => score);
	return [some.length, scores.reduce((sum, one) => sum + one, 0) / some.length, Math.min(...scores)];
}

function taskCells(some: readonly FoundTask[]): Cell[] {
	const over = some.filter(({ outcome }) => outcome === 'done');
	return [
		some.length,
		over.length,
		some.length === 0 ? null : over.filter(({ late }) => late === 0).length / some.length
	];
}

async function rounds(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const made = await inspectionsBetween(hall.read, { hall: hall.id, from, to });
	const groups = Map.groupBy(made, ({ day, plan }) => `${day.slice(0, 7)} ${plan}`);
	const rows = [...groups]
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([key, some]): Cell[] => [...roundName(hall, key), ...roundCells(some)]);
	return { ...ROUNDS, rows };
}

function roundName(hall: Hall, key: string): Cell[] {
	const [month = '', code = ''] = key.split(' ');
	const name: Text | undefined = hall.setup.policies.inspection.rounds.find((one) => one.code === code)?.name;
	return [month, name ?? code];
}

function roundCells(some: readonly InspectionRow[]): Cell[] {
	const over = some.filter(({ state }) => state === 'done');
	const late = over.filter(({ done_at: at, due_at: due }) => at !== null && at > due).length;
	const missed = some.filter(({ state }) => state === 'missed').length;
	const mean = over.length === 0 ? null : over.reduce((sum, { score }) => sum + (score ?? 0), 0) / over.length;
	return [some.length, over.length - late, late, missed, mean];
}

const MONTH = { name: { zh: '月份', en: 'Month' }, kind: 'text' } as const;

const AREAS: Omit<FigureTable, 'rows'> = {
	id: 'inspection-areas',
	title: { zh: '卫生巡查 · 区域', en: 'Inspection · areas' },
	note: {
		zh: '得分 0–100，按各项权重。按时整改：在期限内整改并验收的，占全部整改事项。计入月度考核。',
		en: 'Scores from 0 to 100, by the weights of the criteria. Put right in time: done and accepted within the limit, of all. Counts for the month.'
	},
	columns: [
		MONTH,
		{ name: { zh: '区域', en: 'Area' }, kind: 'text' },
		{ name: { zh: '巡查次数', en: 'Times' }, kind: 'count' },
		{ name: { zh: '平均得分', en: 'Mean score' }, kind: 'mean' },
		{ name: { zh: '最低得分', en: 'Lowest' }, kind: 'count' },
		{ name: { zh: '整改事项', en: 'To put right' }, kind: 'count' },
		{ name: { zh: '已整改', en: 'Put right' }, kind: 'count' },
		{ name: { zh: '按时整改', en: 'In time' }, kind: 'share' }
	]
};

const ROUNDS: Omit<FigureTable, 'rows'> = {
	id: 'inspection-rounds',
	title: { zh: '卫生巡查 · 巡查', en: 'Inspection · rounds' },
	note: {
		zh: '应巡：已开始或已到时间的巡查。漏巡：到时间没有完成的。',
		en: 'Due: begun, or their time has come. Missed: not over by then.'
	},
	columns: [
		MONTH,
		{ name: { zh: '巡查', en: 'Round' }, kind: 'text' },
		{ name: { zh: '应巡', en: 'Due' }, kind: 'count' },
		{ name: { zh: '按时', en: 'In time' }, kind: 'count' },
		{ name: { zh: '迟做', en: 'Late' }, kind: 'count' },
		{ name: { zh: '漏巡', en: 'Missed' }, kind: 'count' },
		{ name: { zh: '平均得分', en: 'Mean score' }, kind: 'mean' }
	]
};
