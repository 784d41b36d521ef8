import { marksBy, servicesBy, type GreetingGroup } from '#db/greetings.ts';
import { GREETING_MARKS, type GreetingMark } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { windowName } from '../tickets/view.ts';
import type { FigureTable } from '../views.ts';
import type { Range } from '../figures/figures.ts';

/** W-02 Of the services of each clerk, at each window, on each day: which share had each of the three greetings. */
export async function greetingFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const range = { hall: hall.id, from, to };
	const marks = new Map((await marksBy(hall.read, range)).map((row) => [keyOf(row, row.mark), row.marks]));
	const services = (await servicesBy(hall.read, range)).toSorted(byDay);
	const rows = services.map((row) => [
		row.day,
		windowName(hall, row.window),
		row.staff,
		row.services,
		// A mark of a service that goes on still belongs to no ended one.
		...GREETING_MARKS.map((mark) => Math.min(1, (marks.get(keyOf(row, mark)) ?? 0) / row.services))
	]);
	return { ...HEAD, rows };
}

function keyOf({ day, window, staff }: GreetingGroup, mark: GreetingMark): string {
	return JSON.stringify([day, window, staff, mark]);
}

function byDay(one: GreetingGroup, other: GreetingGroup): number {
	const key = ({ day, window, staff }: GreetingGroup): string => `${day} ${window.padStart(8)} ${staff}`;
	return key(one) < key(other) ? -1 : 1;
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'greetings',
	title: { zh: '三声登记', en: 'Greetings' },
	note: {
		zh: '每次服务由工作人员当时登记的来有迎声、问有答声、走有送声所占比例；没有登记不等于没有做到。',
		en: 'Share of services for which each greeting was marked at the time, by whoever served. Not marked does not mean not given.'
	},
	columns: [
		{ name: { zh: '日期', en: 'Day' }, kind: 'text' },
		{ name: { zh: '窗口', en: 'Window' }, kind: 'text' },
		{ name: { zh: '工号', en: 'Staff number' }, kind: 'text' },
		{ name: { zh: '服务', en: 'Services' }, kind: 'count' },
		{ name: { zh: '来有迎声', en: 'Welcomed' }, kind: 'share' },
		{ name: { zh: '问有答声', en: 'Answered' }, kind: 'share' },
		{ name: { zh: '走有送声', en: 'Seen off' }, kind: 'share' }
	]
};
