import { LINK, lay, pairs, says, type Design, type Parts } from './layout.ts';
import { ACCEPTANCE } from './layouts/acceptance.ts';
import type { SlipLine } from './lines.ts';

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

export const ACCEPTANCE_PARTS: Parts<AcceptanceFacts, AcceptanceWords> = {
	...LINK,
	hall: says(({ hall }) => hall),
	reprint: says(({ reprint }, w) => (reprint ? w.reprint : null)),
	title: says((_, w) => w.title),
	number: pairs(({ number }, w) => [w.number, number]),
	item: pairs(({ item }, w) => [w.item, item]),
	accepted: pairs(({ day }, w) => [w.accepted, day]),
	window: pairs(({ window }, w) => [w.window, window]),
	staff: pairs(({ staff }, w) => [w.staff, staff]),
	ticket: pairs(({ ticket }, w) => [w.ticket, ticket]),
	promised: says(({ promised }, w) => w.promised({ day: promised })),
	legal: says(({ legal }, w) => w.legal({ day: legal })),
	delivery: says(({ delivery }, w) => (delivery ? w.courier : w.noCourier)),
	follow: says((_, w) => w.follow),
	phone: says(({ phone }, w) => (phone === null ? null : w.ask({ phone }))),
	keep: says((_, w) => w.keep),
	at: says(({ at }) => at)
};

/** A written acceptance (行政许可法 art. 32): number, item, day, window and staff number; the promised day large. */
export function acceptanceSlip(
	facts: AcceptanceFacts,
	words: AcceptanceWords,
	columns: number,
	design: Design = { blocks: ACCEPTANCE }
): SlipLine[] {
	return lay(ACCEPTANCE_PARTS, { facts, words, columns }, design);
}
