import type { SlipLine } from './lines.ts';
import { largest } from './ticket.ts';

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

/** The answer itself, and by whom. No name and no number of who asked. */
export function answerSlip(facts: AnswerFacts, words: AnswerWords, columns: number): SlipLine[] {
	const { text, staff, at, phone } = facts;
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		...(facts.reprint ? [largest(words.reprint, columns, { bold: true, align: 'center' })] : []),
		largest(words.title, columns, { bold: true, align: 'center' }),
		{ type: 'rule' },
		...text.split('\n').map((line): SlipLine => ({ type: 'text', text: line })),
		{ type: 'rule' },
		{ type: 'pair', left: words.staff, right: staff },
		...(phone === null ? [] : [{ type: 'text', text: words.phone({ phone }), align: 'center' } as const]),
		{ type: 'text', text: at, align: 'center' }
	];
}
