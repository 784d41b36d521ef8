import { CLASS_FACTS, WORDING_CLASSES } from '#display/words/wording/classes.ts';
import { overridesBetween } from '#db/opinions.ts';
import type { Hall } from '../hall.ts';
import type { Range } from '../figures/figures.ts';
import { windowName } from '../tickets/view.ts';
import type { FigureTable } from '../views.ts';

/** W-09 What was sent to visitors although forbidden wording was found in it, by who sent it and by class. */
export async function overrideFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const overrides = await overridesBetween(hall.read, { hall: hall.id, from, to });
	const groups = Map.groupBy(overrides, (row) => JSON.stringify([row.day, row.window, row.staff, row.class]));
	const rows = [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const name = WORDING_CLASSES.find((one) => one === first.class);
		const window = first.window === null ? null : windowName(hall, first.window);
		return [[first.day, window, first.staff, name ? CLASS_FACTS[name].name : first.class, group.length]];
	});
	return { ...HEAD, rows };
}

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'wording',
	title: { zh: '服务忌语例外', en: 'Wording sent as it was' },
	note: {
		zh: '检查发现服务忌语，仍照原样发出的文字，按类别计；不保存原文。',
		en: 'Texts in which forbidden wording was found and which went out as they were, by class. The texts are not kept here.'
	},
	columns: [
		{ name: { zh: '日期', en: 'Day' }, kind: 'text' },
		{ name: { zh: '窗口', en: 'Window' }, kind: 'text' },
		{ name: { zh: '工号', en: 'Staff number' }, kind: 'text' },
		{ name: { zh: '类别', en: 'Class' }, kind: 'text' },
		{ name: { zh: '次数', en: 'Times' }, kind: 'count' }
	]
};
