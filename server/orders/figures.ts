import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import { countOrders, type OrderCount } from '../rules/orders/standing.ts';
import type { FigureTable, Text } from '../views.ts';
import { standingOrders } from './standings.ts';

type Cell = FigureTable['rows'][number][number];

/** C-07 The 12345 orders taken in on these days, by department: in time, returned, satisfied. */
export async function orderFigures(hall: Hall, range: Range): Promise<FigureTable> {
	const all = await standingOrders(hall, range);
	const groups = Map.groupBy(all, ({ row }) => row.department ?? '');
	const rows = [...groups]
		.toSorted(([a], [b]) => a.localeCompare(b))
		.map(([code, some]): Cell[] => [nameOf(hall, code), ...cellsOf(countOrders(some.map(({ standing }) => standing)))]);
	return { ...HEAD, rows };
}

function nameOf(hall: Hall, code: string): Text {
	return hall.setup.departments.get(code)?.name ?? (code === '' ? OWN : { zh: code, en: code });
}

function cellsOf(n: OrderCount): Cell[] {
	return [n.received, n.returned, n.returnedInTime, n.refused, n.answered, n.answeredInTime, n.sentBack, n.satisfied];
}

const OWN: Text = { zh: '大厅', en: 'The hall' };

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'orders',
	title: { zh: '12345 工单', en: '12345 orders' },
	note: {
		zh: '按接收日统计。按时：在各自期限内答复或退回。满意：来电人表示满意或基本满意的，占作出评价的。',
		en: 'By the day of receipt. In time: answered or returned within its own limit. Satisfied: fully or mostly, of those who said.'
	},
	columns: [
		{ name: { zh: '承办', en: 'Department' }, kind: 'text' },
		{ name: { zh: '接收', en: 'Received' }, kind: 'count' },
		{ name: { zh: '退回', en: 'Returned' }, kind: 'count' },
		{ name: { zh: '24 小时内退回', en: 'Returned in 24 h' }, kind: 'share' },
		{ name: { zh: '不予受理', en: 'Not taken on' }, kind: 'count' },
		{ name: { zh: '已答复', en: 'Answered' }, kind: 'count' },
		{ name: { zh: '按时答复', en: 'In time' }, kind: 'share' },
		{ name: { zh: '退回重办', en: 'Dealt with again' }, kind: 'count' },
		{ name: { zh: '满意', en: 'Satisfied' }, kind: 'share' }
	]
};
