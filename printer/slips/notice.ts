import { LINK, lay, lists, says, type Design, type Parts } from './layout.ts';
import { NOTICE } from './layouts/notice.ts';
import type { SlipLine } from './lines.ts';

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

export const NOTICE_PARTS: Parts<NoticeFacts, NoticeWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint ? w.reprint : null)),
	title: says(({ title }) => title),
	facts: lists(({ facts }, _, bold) => facts.map(([left, right]) => ({ type: 'pair', left, right, bold }))),
	lead: says(({ lead }) => lead),
	entries: lists(({ entries }, _, bold) => entries.flatMap((one, i) => entry(one, i, bold))),
	due: says(({ due }) => due),
	after: lists(({ after }, _, bold) => after.flatMap((one) => paragraph(one, bold))),
	'code-caption': says((_, w) => w.code),
	code: says(({ code }) => code),
	scan: says((_, w) => w.scan)
};

/** A notice for paper of so many columns: what it is, the whole list, until when, how to come back, the code and its QR. */
export function noticeSlip(
	facts: NoticeFacts,
	words: NoticeWords,
	columns: number,
	design: Design = { blocks: NOTICE }
): SlipLine[] {
	return lay(NOTICE_PARTS, { facts, words, columns }, design);
}

function entry({ text, below }: NoticeFacts['entries'][number], index: number, bold: boolean): SlipLine[] {
	const head: SlipLine = { type: 'text', text: `${String(index + 1)}. ${text}`, bold, indent: 3 };
	return [head, ...below.map((said): SlipLine => ({ type: 'text', text: `   ${said}`, indent: 3 }))];
}

function paragraph({ heading, text }: NoticeFacts['after'][number], bold: boolean): SlipLine[] {
	const said: SlipLine = { type: 'text', text };
	const rule: SlipLine = { type: 'rule' };
	return heading === null ? [rule, said] : [rule, { type: 'text', text: heading, bold }, said];
}
