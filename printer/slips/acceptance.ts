import type { SlipLine } from './lines.ts';
import { largest } from './ticket.ts';

/** What the slip of an acceptance tells, in one language. */
export interface AcceptanceFacts {
	hall: string;
	/** 受理编号 */
	number: string;
	item: string;
	/** the ticket's number */
	ticket: string;
	/** window, and staff number of who accepted it */
	window: string;
	staff: string;
	/** the day it counts from, and the promised and the legal day, `2026-08-18` */
	day: string;
	promised: string;
	legal: string;
	/** the result is sent home */
	delivery: boolean;
	/** the hall's local time */
	at: string;
	/** telephone of the hall; null when none is known */
	phone: string | null;
	/** address of the visitor's own page */
	link: string;
	reprint: boolean;
}

/** The sentences of that slip, in one language. */
export interface AcceptanceWords {
	title: string;
	number: string;
	item: string;
	ticket: string;
	window: string;
	staff: string;
	accepted: string;
	promised(facts: { day: string }): string;
	legal(facts: { day: string }): string;
	courier: string;
	noCourier: string;
	follow: string;
	ask(facts: { phone: string }): string;
	keep: string;
	reprint: string;
}

/** A written acceptance (行政许可法 art. 32): number, item, day, window and staff number; the promised day large. */
export function acceptanceSlip(facts: AcceptanceFacts, words: AcceptanceWords, columns: number): SlipLine[] {
	const pair = (left: string, right: string): SlipLine => ({ type: 'pair', left, right });
	return [
		{ type: 'text', text: facts.hall, align: 'center', bold: true },
		largest(words.title, columns, { bold: true, align: 'center' }),
		...(facts.reprint ? [largest(words.reprint, columns, { bold: true, align: 'center' })] : []),
		{ type: 'rule' },
		pair(words.number, facts.number),
		pair(words.item, facts.item),
		pair(words.accepted, facts.day),
		pair(words.window, facts.window),
		pair(words.staff, facts.staff),
		pair(words.ticket, facts.ticket),
		{ type: 'rule' },
		largest(words.promised({ day: facts.promised }), columns, { bold: true, align: 'left' }),
		{ type: 'text', text: words.legal({ day: facts.legal }) },
		{ type: 'text', text: facts.delivery ? words.courier : words.noCourier },
		{ type: 'feed', lines: 1 },
		{ type: 'qr', data: facts.link },
		{ type: 'feed', lines: 1 },
		{ type: 'text', text: words.follow, align: 'center' },
		...(facts.phone === null
			? []
			: [{ type: 'text', text: words.ask({ phone: facts.phone }), align: 'center' } as const]),
		{ type: 'text', text: words.keep, align: 'center' },
		{ type: 'text', text: facts.at, align: 'center' }
	];
}
