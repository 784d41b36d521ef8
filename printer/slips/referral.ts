import type { SlipLine } from './lines.ts';
import { largest } from './ticket.ts';

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

/** 指引单 for paper of so many columns: what it is about, where and how, then whom, when and with what; its page as a QR. */
export function referralSlip(facts: ReferralSlipFacts, words: ReferralSlipWords, columns: number): SlipLine[] {
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		...(facts.reprint ? [largest(words.reprint, columns, { bold: true, align: 'center' })] : []),
		largest(words.title, columns, { bold: true, align: 'center' }),
		...(facts.title === '' ? [] : [{ type: 'text', text: facts.title, align: 'center', bold: true } as const]),
		...facts.facts.flatMap(({ field, name, text }): SlipLine[] => [
			{ type: 'rule' },
			{ type: 'text', text: name, bold: true },
			...text.split('\n').map((line): SlipLine => said(line, LARGE.has(field)))
		]),
		{ type: 'rule' },
		...(facts.staff === null ? [] : [{ type: 'pair', left: words.staff, right: facts.staff } as const]),
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		{ type: 'text', text: words.scan, align: 'center' },
		{ type: 'text', text: facts.at, align: 'center' }
	];
}

function said(text: string, large: boolean): SlipLine {
	return large ? { type: 'text', text, size: { wide: 1, high: 2 }, bold: true } : { type: 'text', text };
}
