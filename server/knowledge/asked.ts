import { askedBetween, countAsked } from '#db/knowledge.ts';
import type { Range } from '../figures/figures.ts';
import { today, type Hall } from '../hall.ts';
import { plain } from '../rules/search/plain.ts';
import { sensitiveIn } from '../rules/sensitive.ts';
import type { FigureTable } from '../views.ts';

/** Longer is no question but a story, and longer figures may be somebody's number. */
const LONGEST = 40;
const FIGURES = /\d{6,}/;
const MOST_ROWS = 50;

/**
 * Counts that something was asked, and whether it was found. Who asked is not known here; what might be a number
 * of a person is not counted at all.
 * @returns whether anything is found for it
 */
export async function countQuestion(hall: Hall, question: string): Promise<boolean> {
	const words = plain(question);
	const found = (await hall.knowledge.find(hall, question, 1)).length > 0;
	if (words === '' || words.length > LONGEST || FIGURES.test(words.replaceAll(' ', ''))) return found;
	if (sensitiveIn(question).length > 0) return found;
	const row = { hall: hall.id, day: today(hall), words, found: found ? 1 : 0 };
	await hall.write((tx) => countAsked(tx.k, row));
	return found;
}

/** Q-06 What was asked most, and what the base has no answer to; only what several have asked. */
export async function askedFigures(hall: Hall, { from, to }: Range): Promise<FigureTable> {
	const { least } = hall.setup.policies.knowledge.asked;
	const rows = await askedBetween(hall.read, { hall: hall.id, from, to, least, most: MOST_ROWS });
	return { ...HEAD, rows: rows.map(({ words, found, times }) => [words, times, found === 1 ? FOUND : NOT_FOUND]) };
}

const FOUND = { zh: '有', en: 'yes' };
const NOT_FOUND = { zh: '没有', en: 'no' };

const HEAD: Omit<FigureTable, 'rows'> = {
	id: 'knowledge',
	title: { zh: '问得最多的', en: 'What was asked most' },
	note: {
		zh: '知识库里查过的词，按次数；查过的人少的不列，不记是谁查的。“没有”表示知识库没有答案，需要补充。',
		en: 'What was searched in the knowledge base, by how often; seldom ones are left out, and nobody is named. “No” means that the base has no answer yet.'
	},
	columns: [
		{ name: { zh: '查的词', en: 'Searched' }, kind: 'text' },
		{ name: { zh: '次数', en: 'Times' }, kind: 'count' },
		{ name: { zh: '有答案', en: 'Answered' }, kind: 'text' }
	]
};
