import { LINK, lay, lists, pairs, says, type Design, type Parts } from './layout.ts';
import { REFERRAL } from './layouts/referral.ts';
import type { SlipLine } from './lines.ts';

/** What a referral tells, in one language. */
export interface ReferralSlipFacts {
	hall: string;
	title: string;
	/** in their order; `place` and `way` stand out */
	facts: readonly { field: string; name: string; text: string }[];
	/** staff number of who gave it; null for a program */
	staff: string | null;
	/** the hall's local time */
	at: string;
	/** address of its page */
	link: string;
	reprint: boolean;
}

export interface ReferralSlipWords {
	title: string;
	scan: string;
	staff: string;
	reprint: string;
}

const LARGE = new Set(['place', 'way']);

export const REFERRAL_PARTS: Parts<ReferralSlipFacts, ReferralSlipWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint ? w.reprint : null)),
	title: says((_, w) => w.title),
	subject: says(({ title }) => (title === '' ? null : title)),
	facts: lists(({ facts }, _, bold) =>
		facts.flatMap(({ field, name, text }): SlipLine[] => [
			{ type: 'rule' },
			{ type: 'text', text: name, bold },
			...text.split('\n').map((line): SlipLine => said(line, LARGE.has(field)))
		])
	),
	staff: pairs(({ staff }, w) => (staff === null ? null : [w.staff, staff])),
	scan: says((_, w) => w.scan),
	at: says(({ at }) => at)
};

/** 指引单 for paper of so many columns: what it is about, where and how, then whom, when and with what; its page as a QR. */
export function referralSlip(
	facts: ReferralSlipFacts,
	words: ReferralSlipWords,
	columns: number,
	design: Design = { blocks: REFERRAL }
): SlipLine[] {
	return lay(REFERRAL_PARTS, { facts, words, columns }, design);
}

function said(text: string, large: boolean): SlipLine {
	return large ? { type: 'text', text, size: { wide: 1, high: 2 }, bold: true } : { type: 'text', text };
}
