import { historyOfCase } from '#db/cases.ts';
import { versionsOf } from '#db/knowledge.ts';
import { linkEntry, questionsOf } from '#db/questions.ts';
import type { KnowledgeRow, QuestionRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { draftIn } from '../knowledge/write.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { holdQuestion } from './held.ts';

/** The longest title of an entry. */
const TITLE = 120;

/**
 * Makes a draft for the knowledge base of a question and its answer, with one act: it is reviewed by another person as every
 * draft is, and question and entry know each other. Asked for again it is the same draft.
 */
export function draftFrom(hall: Hall, who: Who, id: number): Promise<Result<KnowledgeRow>> {
	return hall.write(async (tx) => {
		const held = await holdQuestion(tx, hall, who, id);
		if (!held.ok) return held;
		const [question] = await questionsOf(tx.k, tx.hall, [id]);
		const made = await versionsOf(tx.k, tx.hall, question?.entry ?? 0);
		const alive = made.find(({ state }) => state !== 'discarded' && state !== 'retired');
		if (alive) return done(alive);
		const said = saidIn(await historyOfCase(tx.k, tx.hall, id));
		if (said.answer === undefined) return refused('question-unanswered', String(id));
		const { department, item, about } = held.value.row;
		const drafted = await draftIn(tx, hall, who, {
			...{ kind: 'question', title: only((said.asked ?? about).slice(0, TITLE)), body: only(said.answer) },
			...{ keywords: wordsOf(question), department, items: item === null ? [] : [item] },
			...{ authorised: true, ask: only(''), agreed: false, public: false, validUntil: null, entry: null },
			intent: `question-${String(id)}-${String(made.length)}`
		});
		if (drafted.ok) await linkEntry(tx.k, { hall: tx.hall, case: id, entry: drafted.value.entry });
		return drafted;
	});
}

/** What was asked first, and what was answered last. */
function saidIn(history: Awaited<ReturnType<typeof historyOfCase>>): { asked?: string; answer?: string } {
	const asked = history.find(({ act, text }) => act === 'told' && text !== '')?.text.trim();
	const answer = history.findLast(({ act }) => act === 'answer')?.text;
	return { ...(asked !== undefined && { asked }), ...(answer !== undefined && { answer }) };
}

/** It is found by what was searched in vain. */
function wordsOf(question: QuestionRow | undefined): string[] {
	return question === undefined || question.words === '' ? [] : [question.words];
}

/** Written in Chinese; whoever reviews it adds the English. */
function only(zh: string): { zh: string; en: string } {
	return { zh, en: '' };
}
