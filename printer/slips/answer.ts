import { lay, pairs, says, type Design, type Parts } from './layout.ts';
import { ANSWER } from './layouts/answer.ts';
import type { SlipLine } from './lines.ts';

/** An answer that is too long to be written down, for who comes by or has it sent by post. */
export interface AnswerFacts {
	hall: string;
	text: string;
	staff: string;
	/** the hall's local time */
	at: string;
	/** telephone of the hall; null when none is known */
	phone: string | null;
	reprint: boolean;
}

/** The sentences of that slip, in one language. */
export interface AnswerWords {
	title: string;
	reprint: string;
	staff: string;
	phone(facts: { phone: string }): string;
}

export const ANSWER_PARTS: Parts<AnswerFacts, AnswerWords> = {
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint ? w.reprint : null)),
	title: says((_, w) => w.title),
	answer: says(({ text }) => text),
	staff: pairs(({ staff }, w) => [w.staff, staff]),
	phone: says(({ phone }, w) => (phone === null ? null : w.phone({ phone }))),
	at: says(({ at }) => at)
};

/** The answer itself, and by whom. No name and no number of who asked. */
export function answerSlip(
	facts: AnswerFacts,
	words: AnswerWords,
	columns: number,
	design: Design = { blocks: ANSWER }
): SlipLine[] {
	return lay(ANSWER_PARTS, { facts, words, columns }, design);
}
