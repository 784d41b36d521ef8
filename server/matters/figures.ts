import { countMatters } from '#db/matters.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable } from '../views.ts';

/** W-07 The matters accepted on these days: how many were done in time, how many are overdue, how many were extended. */
export async function matterFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const n = await countMatters(hall.read, { hall: hall.id, from, to, now: hall.clock.now() });
	const share = n.closed === 0 ? null : n.in_time / n.closed;
	const row = [n.accepted, n.deemed, n.closed, n.in_time, share, n.late_closed, n.overdue, n.extended, n.couriered];
	return { ...HEAD, rows: n.accepted === 0 ? [] : [row] };
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'matters',
	title: { zh: '承诺办件', en: 'Matters with a promised day' },
	note: {
		zh: '按受理日统计。按时：从受理到告知结果，各期限均未超过。',
		en: 'By the day of acceptance. In time: no limit was passed from acceptance until the result was told.'
	},
	columns: [
		{ name: { zh: '受理', en: 'Accepted' }, kind: 'count' },
		{ name: { zh: '其中视为受理', en: 'Deemed accepted' }, kind: 'count' },
		{ name: { zh: '已办结', en: 'Closed' }, kind: 'count' },
		{ name: { zh: '按时办结', en: 'In time' }, kind: 'count' },
		{ name: { zh: '按时率', en: 'Share in time' }, kind: 'share' },
		{ name: { zh: '超期办结', en: 'Closed late' }, kind: 'count' },
		{ name: { zh: '超期未办结', en: 'Overdue' }, kind: 'count' },
		{ name: { zh: '延长', en: 'Extended' }, kind: 'count' },
		{ name: { zh: '寄送结果', en: 'Sent home' }, kind: 'count' }
	]
};
