import type { GreetingMark, OpinionKind } from './words-talk.ts';

/** One of the three greetings of a service 三声: of one leg, once. */
export interface GreetingRow {
	hall: number;
	leg: number;
	mark: GreetingMark;
	ticket: number;
	/** the service day of the leg */
	day: string;
	/** where it was served, and by whom */
	window: string;
	staff: string;
	at: number;
}

/** What a visitor said of a service or of the hall 意见. Name and telephone are sealed elsewhere (`personal`). Its id is the ledger number of the act that took it. */
export interface OpinionRow {
	hall: number;
	id: number;
	kind: OpinionKind;
	/** the visitor's own words */
	text: string;
	/** the service it is about; null for one about the hall */
	ticket: number | null;
	leg: number | null;
	window: string | null;
	/** who served there */
	staff: string | null;
	/** who wrote it down, as the ledger names actors */
	taken_by: string;
	day: string;
	at: number;
	/** the day until which it is answered */
	due: string;
	intent: string;
}

/** A finding in a text that staff sent to a visitor as it was 忌语例外. The text itself is not kept here. */
export interface WordingOverrideRow {
	hall: number;
	/** ledger number of the act, and which finding of it */
	line: number;
	n: number;
	class: string;
	/** what was sent: `notice`, `refusal`, `say` … */
	kind: string;
	window: string | null;
	staff: string | null;
	day: string;
	at: number;
}
