import type { SlipLine } from './lines.ts';
import { largest } from './ticket.ts';

/** What the receipt of a case tells that its visitor follows by a code, in one language. */
export interface ReceiptFacts {
	hall: string;
	/** `投诉` */
	kind: string;
	number: string;
	/** the hall's local time */
	opened: string;
	/** staff number of who answers for it */
	staff: string;
	/** the day by which it is answered, `2026-12-03`; null where nothing is due */
	due: string | null;
	/** how the visitor will hear of it */
	contact: 'page' | 'call' | 'none';
	/** in fours, as it is typed */
	code: string;
	/** address of its page */
	link: string;
	/** telephone of the hall; null when none is known */
	phone: string | null;
	reprint: boolean;
}

/** The sentences of that slip, in one language. */
export interface ReceiptWords {
	title(facts: { kind: string }): string;
	reprint: string;
	number: string;
	opened: string;
	staff: string;
	due(facts: { day: string }): string;
	contact: Record<ReceiptFacts['contact'], string>;
	code: string;
	scan: string;
	kiosk: string;
	desk: string;
	phone(facts: { phone: string }): string;
	keep: string;
}

/** A receipt: what it is, by when it is answered, its code and QR, and how to ask. No name and no word of the visitor's. */
export function receiptSlip(facts: ReceiptFacts, words: ReceiptWords, columns: number): SlipLine[] {
	const pair = (left: string, right: string): SlipLine => ({ type: 'pair', left, right });
	const centred = (text: string): SlipLine => ({ type: 'text', text, align: 'center' });
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		...(facts.reprint ? [largest(words.reprint, columns, { bold: true, align: 'center' })] : []),
		largest(words.title({ kind: facts.kind }), columns, { bold: true, align: 'center' }),
		{ type: 'rule' },
		pair(words.number, facts.number),
		pair(words.opened, facts.opened),
		pair(words.staff, facts.staff),
		{ type: 'rule' },
		...(facts.due === null ? [] : [largest(words.due({ day: facts.due }), columns, { bold: true, align: 'left' })]),
		{ type: 'text', text: words.contact[facts.contact] },
		{ type: 'rule' },
		centred(words.code),
		largest(facts.code, columns, { bold: true, align: 'center' }),
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		centred(words.scan),
		centred(words.kiosk),
		centred(words.desk),
		...(facts.phone === null ? [] : [centred(words.phone({ phone: facts.phone }))]),
		centred(words.keep)
	];
}
