import { loansBetween } from '#db/loans.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable } from '../views.ts';

/** G-06 What was lent on these days: how often, and how it came back. */
export async function loanFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const rows = await loansBetween(hall.read, { hall: hall.id, from, to });
	const goods = [...new Set(rows.map(({ good }) => good))];
	const table = goods.map((good) => {
		const own = rows.filter((row) => row.good === good);
		const name = hall.setup.goods.get(good)?.name ?? { zh: good, en: good };
		const count = (state: string): number => own.filter((row) => row.state === state).length;
		const late = own.filter((row) => (row.ended_at ?? hall.clock.now()) > row.due_at).length;
		return [name, own.length, count('out'), late, count('damaged'), count('lost')];
	});
	return { ...HEAD, rows: table };
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'loans',
	title: { zh: '便民借用', en: 'Loans' },
	note: {
		zh: '按借出日统计。逾期：归还时或现在已超过应还时间。',
		en: 'By the day of lending. Overdue: beyond the time when it came back, or now.'
	},
	columns: [
		{ name: { zh: '物品', en: 'Thing' }, kind: 'text' },
		{ name: { zh: '借出', en: 'Lent' }, kind: 'count' },
		{ name: { zh: '未还', en: 'Out' }, kind: 'count' },
		{ name: { zh: '逾期', en: 'Overdue' }, kind: 'count' },
		{ name: { zh: '损坏', en: 'Damaged' }, kind: 'count' },
		{ name: { zh: '遗失', en: 'Lost' }, kind: 'count' }
	]
};
