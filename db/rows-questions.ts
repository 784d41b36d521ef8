/** Rows of what nobody could answer at once. The case itself (owner, due time, end) stands in the one case engine. */
import type { QuestionChannel } from './words-questions.ts';

/** What a question or a message is beside its case. */
export interface QuestionRow {
	hall: number;
	case: number;
	channel: QuestionChannel;
	/** what was searched and not found; empty where nothing was searched. For staff, never in the ledger */
	words: string;
	/** in which language the visitor reads */
	lang: string;
	/** the entry of the knowledge base that was made from its answer */
	entry: number | null;
}

/** A referral: where somebody was sent who could not be answered here, with what was known of the place then. */
export interface ReferralRow {
	hall: number;
	/** number of the ledger line */
	id: number;
	day: string;
	at: number;
	/** staff number; null for a program */
	staff: string | null;
	/** the question that it answers, if it is one that was kept */
	case: number | null;
	/** what it was made from: `entry:318`, `item:card-new`, `department:hrss`, `window:12`; null where it was written by hand */
	subject: string | null;
	/** in Chinese, never empty */
	place: string;
	way: string;
	/** everything that is told: JSON of `ReferralFacts` */
	body: string;
	lang: string;
	/** opens its page */
	token: string;
	/** the client's id of its wish: the same intent is the same referral */
	intent: string;
}
