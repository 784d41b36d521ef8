/** Rows of what a window tells in writing, of papers taken in, and of an elder's true will. */
import type { IntakeState, NoticeKind, NoticeState, SecondReason, WillMark } from './words.ts';

export interface NoticeRow {
	hall: number;
	/** number of the ledger line of the act that gave it */
	id: number;
	/** the service day it was given on */
	day: string;
	kind: NoticeKind;
	state: NoticeState;
	/** twelve digits, the last of them a check; with it one comes back */
	code: string;
	intent: string;
	ticket: number;
	/** the leg that ended with it, or with which the papers came in */
	leg: number;
	item: string;
	queue: string;
	window: string | null;
	staff: string | null;
	lang: string;
	/** until when the papers should be here, `YYYY-MM-DD`; null where nothing is to be brought */
	due_day: string | null;
	/** since when the first visit counted as waiting (ms): who comes back the same day has the same place */
	since: number;
	/** keyed hash of the visitor's identity and the item, where it is known */
	matter_hash: string | null;
	/** the notice of the same matter before it, and why there is a second one */
	earlier: number | null;
	second_reason: SecondReason | null;
	second_words: string | null;
	/** JSON: what it says; see server/rules/notice.ts */
	body: string;
	/** the newest ticket that came back with it */
	returned: number | null;
	created_at: number;
	changed_at: number;
}

export interface IntakeRow {
	hall: number;
	id: number;
	ticket: number;
	leg: number;
	item: string;
	window: string;
	staff: string;
	/** the service day they were received on */
	day: string;
	received_at: number;
	/** the last day on which the visitor can be told what is missing */
	due_day: string;
	/** whether it must be told by the end of the service 当场 */
	on_spot: number;
	/** staff are warned from this moment on */
	warn_at: number;
	/** from this moment on it is too late */
	limit_at: number;
	warned: number;
	state: IntakeState;
	/** the ledger line that settled it */
	settled_by: number | null;
	settled_at: number | null;
	reason: string | null;
	/** whose matter it is, while its clock runs: its ticket forgets that with the day */
	matter_hash: string | null;
}

/** One mark about a visitor's true will for one item; the newest counts. */
export interface TrueWillRow {
	hall: number;
	id: number;
	ticket: number;
	item: string;
	leg: number;
	window: string | null;
	/** who has asked in person, by staff number */
	staff: string;
	mark: WillMark;
	at: number;
}
