import type { SlipLine } from './lines.ts';
import { largest } from './ticket.ts';

/** What a notice tells, in one language, already in words. */
export interface NoticeFacts {
	hall: string;
	/** `一次性告知单` */
	title: string;
	lead: string;
	/** name and value: item, number, when, where and by whom */
	facts: readonly (readonly [name: string, value: string])[];
	/** what is missing or why it is refused, each with what is said below it */
	entries: readonly { text: string; below: readonly string[] }[];
	/** until when, or where to go: what stands out */
	due: string | null;
	/** paragraphs after the list, each with its heading */
	after: readonly { heading: string | null; text: string }[];
	/** in fours, as it is typed */
	code: string;
	/** address of its page */
	link: string;
	/** the same notice printed again */
	reprint: boolean;
}

export interface NoticeWords {
	reprint: string;
	code: string;
	scan: string;
}

/** A notice for paper of so many columns: what it is, the whole list, until when, how to come back, the code and its QR. */
export function noticeSlip(facts: NoticeFacts, words: NoticeWords, columns: number): SlipLine[] {
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		...(facts.reprint ? [largest(words.reprint, columns, { bold: true, align: 'center' })] : []),
		largest(facts.title, columns, { bold: true, align: 'center' }),
		{ type: 'rule' },
		...facts.facts.map(([left, right]): SlipLine => ({ type: 'pair', left, right })),
		{ type: 'rule' },
		{ type: 'text', text: facts.lead },
		{ type: 'feed', lines: 1 },
		...facts.entries.flatMap(entry),
		...(facts.due === null ? [] : [rule(), largest(facts.due, columns, { bold: true, align: 'left' })]),
		...facts.after.flatMap(paragraph),
		{ type: 'rule' },
		{ type: 'text', text: words.code, align: 'center' },
		largest(facts.code, columns, { bold: true, align: 'center' }),
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		{ type: 'text', text: words.scan, align: 'center' }
	];
}

function rule(): SlipLine {
	return { type: 'rule' };
}

function entry({ text, below }: NoticeFacts['entries'][number], index: number): SlipLine[] {
	const head: SlipLine = { type: 'text', text: `${String(index + 1)}. ${text}`, bold: true, indent: 3 };
	return [head, ...below.map((said): SlipLine => ({ type: 'text', text: `   ${said}`, indent: 3 }))];
}

function paragraph({ heading, text }: NoticeFacts['after'][number]): SlipLine[] {
	const said: SlipLine = { type: 'text', text };
	return heading === null ? [rule(), said] : [rule(), { type: 'text', text: heading, bold: true }, said];
}
