import { incidentsBetween, type IncidentCase } from '#db/incidents.ts';
import type { Range } from '../figures/figures.ts';
import type { Hall } from '../hall.ts';
import type { FigureTable } from '../views.ts';
import { actTimes } from './view.ts';

const MINUTE_MS = 60_000;

/** G-04 The incidents of these days by kind: how many, how soon somebody came, how many needed a higher level. */
export async function incidentFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const rows = await incidentsBetween(hall.read, { hall: hall.id, from, to });
	const times = await actTimes(hall, rows);
	const minutes = (row: IncidentCase, act: string): number | null => {
		const at = times(row.id, act);
		return at === null ? null : (at - row.opened_at) / MINUTE_MS;
	};
	const kinds = [...new Set(rows.map(({ what }) => what))];
	const table = kinds.map((what) => {
		const own = rows.filter((row) => row.what === what);
		const name = hall.setup.policies.incidents.kinds.find(({ code }) => code === what)?.name ?? { zh: what, en: what };
		const open = own.filter(({ state }) => state === 'open').length;
		const falseAlarms = own.filter(({ outcome }) => outcome === 'false-alarm').length;
		const came = mean(own.map((row) => minutes(row, 'acknowledge')));
		const there = mean(own.map((row) => minutes(row, 'arrive')));
		return [name, own.length, open, falseAlarms, came, there, own.filter(({ late }) => late === 1).length];
	});
	return { ...HEAD, rows: table };
}

function mean(values: readonly (number | null)[]): number | null {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'incidents',
	title: { zh: '突发事件', en: 'Incidents' },
	note: {
		zh: '按报告日统计。响应、到场：从报告起的平均分钟数。超时：某一阶段超过时限。',
		en: 'By the day of the report. Acknowledged and on the spot: mean minutes from the report on. Late: a stage was over its time.'
	},
	columns: [
		{ name: { zh: '种类', en: 'Kind' }, kind: 'text' },
		{ name: { zh: '件数', en: 'Incidents' }, kind: 'count' },
		{ name: { zh: '未结束', en: 'Open' }, kind: 'count' },
		{ name: { zh: '误报', en: 'False alarms' }, kind: 'count' },
		{ name: { zh: '响应', en: 'Acknowledged' }, kind: 'minutes' },
		{ name: { zh: '到场', en: 'On the spot' }, kind: 'minutes' },
		{ name: { zh: '超时', en: 'Late' }, kind: 'count' }
	]
};
