import { LINK, lay, pairs, says, type Design, type Parts } from './layout.ts';
import { RECEIPT } from './layouts/receipt.ts';
import type { SlipLine } from './lines.ts';

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

export const RECEIPT_PARTS: Parts<ReceiptFacts, ReceiptWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint ? w.reprint : null)),
	title: says(({ kind }, w) => w.title({ kind })),
	number: pairs(({ number }, w) => [w.number, number]),
	opened: pairs(({ opened }, w) => [w.opened, opened]),
	staff: pairs(({ staff }, w) => [w.staff, staff]),
	due: says(({ due }, w) => (due === null ? null : w.due({ day: due }))),
	contact: says(({ contact }, w) => w.contact[contact]),
	'code-caption': says((_, w) => w.code),
	code: says(({ code }) => code),
	scan: says((_, w) => w.scan),
	kiosk: says((_, w) => w.kiosk),
	desk: says((_, w) => w.desk),
	phone: says(({ phone }, w) => (phone === null ? null : w.phone({ phone }))),
	keep: says((_, w) => w.keep)
};

/** A receipt: what it is, by when it is answered, its code and QR, and how to ask. No name and no word of the visitor's. */
export function receiptSlip(
	facts: ReceiptFacts,
	words: ReceiptWords,
	columns: number,
	design: Design = { blocks: RECEIPT }
): SlipLine[] {
	return lay(RECEIPT_PARTS, { facts, words, columns }, design);
}
