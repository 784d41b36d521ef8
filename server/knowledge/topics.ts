import { askedBetween, askedByDay, missedBetween } from '#db/knowledge.ts';
import type { Range } from '../figures/figures.ts';
import { today, type Hall } from '../hall.ts';
import { addDays, weekdayOf, WEEKDAYS } from '../rules/day.ts';
import type { FigureTable, Topics } from '../views.ts';

const MOST = 20;
const DAYS = { week: 7, month: 30 } as const;

export type TopicSpan = keyof typeof DAYS;

export function isTopicSpan(word: string): word is TopicSpan {
	return Object.hasOwn(DAYS, word);
}

/** Q-06 What was asked most in the last days, today included, and to what of it the base is silent. */
export async function topics(hall: Hall, span: TopicSpan): Promise<Topics> {
	const to = today(hall);
	const from = addDays(to, 1 - DAYS[span]);
	const of = { hall: hall.id, from, to, least: hall.setup.policies.knowledge.asked.least, most: MOST };
	const asked = await askedBetween(hall.read, of);
	const silent = await missedBetween(hall.read, of);
	return { span, from, to, asked: asked.map(({ words, times }) => ({ words, times })), silent };
}

/** Q-06 By week: how often the base was asked, and how often it had nothing to say. */
export async function askedWeeks(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const weeks = new Map<string, { asked: number; missed: number }>();
	for (const { day, found, times } of await askedByDay(hall.read, { hall: hall.id, from, to })) {
		const week = weeks.get(mondayOf(day)) ?? { asked: 0, missed: 0 };
		week.asked += times;
		if (found === 0) week.missed += times;
		weeks.set(mondayOf(day), week);
	}
	const rows = [...weeks].map(([week, { asked, missed }]) => [week, asked, missed, missed / asked]);
	return { ...WEEKS, rows };
}

function mondayOf(day: string): string {
	return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

/** Q-06 What the base has no answer to. */
export async function silentFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const { least } = hall.setup.policies.knowledge.asked;
	const rows = await missedBetween(hall.read, { hall: hall.id, from, to, least, most: MOST });
	return { ...SILENT, rows: rows.map(({ words, times }) => [words, times]) };
}

const WEEKS: Omit<FigureTable, 'rows'> = {
	id: 'knowledge-weeks',
	title: { zh: '知识库每周查询', en: 'Searches by week' },
	note: {
		zh: '按周一所在的一周计；“没查到”是知识库当时没有答案的。',
		en: 'By weeks from Monday; “not found” is what the base had no answer to at the time.'
	},
	columns: [
		{ name: { zh: '周一', en: 'Monday' }, kind: 'text' },
		{ name: { zh: '查询', en: 'Searches' }, kind: 'count' },
		{ name: { zh: '没查到', en: 'Not found' }, kind: 'count' },
		{ name: { zh: '没查到占比', en: 'Share not found' }, kind: 'share' }
	]
};

const SILENT: Omit<FigureTable, 'rows'> = {
	id: 'knowledge-silent',
	title: { zh: '知识库没有答案的', en: 'Where the base is silent' },
	note: {
		zh: '查过而一次也没查到的词，按次数；查过的人少的不列。',
		en: 'What was searched and never found, by how often; seldom ones are left out.'
	},
	columns: [
		{ name: { zh: '查的词', en: 'Searched' }, kind: 'text' },
		{ name: { zh: '次数', en: 'Times' }, kind: 'count' }
	]
};
