/** Rows of incidents, of what is broadcast to the whole hall, of loans and of free services. */
import type { BroadcastEnd, LoanState, ServiceState, StockReason } from './words-incidents.ts';

/** What an incident 突发事件 is beside its case: owner, stage and times of its acts stand there. */
export interface IncidentRow {
	hall: number;
	/** the case it is */
	id: number;
	/** a kind of the hall file: `illness`, `fire` … */
	what: string;
	/** 1 the gravest, to 4 */
	severity: number;
	zone: string | null;
	/** where it is, in words; staff only */
	place: string;
	noticed_at: number;
	/** 0 or 1: raised by one silent key at a window */
	silent: number;
}

/** Something told to the whole hall at once 应急广播. Its id is the ledger number of the act that started it. */
export interface BroadcastRow {
	hall: number;
	id: number;
	day: string;
	/** a text of the hall file; null for a free text */
	code: string | null;
	/** 0 or 1: a drill 演练 */
	drill: number;
	/** 0 or 1: all is well again 解除 */
	calm: number;
	zh: string;
	en: string;
	/** what a board has room for */
	short_zh: string;
	short_en: string;
	/** the ledger holds SHA-256 of salt and text */
	salt: string;
	/** the incident it belongs to */
	incident: number | null;
	started_by: string;
	started_at: number;
	/** who wants it ended, and since when; another person has to confirm */
	asked_by: string | null;
	asked_at: number | null;
	ended_by: string | null;
	ended_at: number | null;
	how: BroadcastEnd | null;
	intent: string;
}

/** A screen showed a broadcast, or a speaker said it. */
export interface BroadcastReceiptRow {
	hall: number;
	broadcast: number;
	device: string;
	channel: 'shown' | 'spoken';
	at: number;
}

/** Something lent at a desk 便民借用. Its id is the ledger number of the act that lent it. */
export interface LoanRow {
	hall: number;
	id: number;
	day: string;
	/** of the hall file */
	good: string;
	desk: string;
	state: LoanState;
	/** to whom: a number of the day, or a tag kept as a deposit */
	ticket: number | null;
	tag: string | null;
	lent_by: string;
	lent_at: number;
	/** the last moment in time */
	due_at: number;
	ended_by: string | null;
	ended_at: number | null;
	intent: string;
}

/** One change of what a desk has. */
export interface StockChangeRow {
	hall: number;
	/** number of the ledger line */
	id: number;
	good: string;
	desk: string;
	/** so many more, or fewer when negative */
	change: number;
	reason: StockReason;
	by: string;
	at: number;
}

/** A free service 便民服务 as it stands; one that nobody has touched works. */
export interface FreeServiceRow {
	hall: number;
	service: string;
	state: ServiceState;
	/** so many wait, as the desk counts them */
	waiting: number;
	by: string;
	since: number;
}

/** How long a free service was in a state; the last one is open. */
export interface ServiceSpanRow {
	hall: number;
	/** number of the ledger line that began it */
	id: number;
	service: string;
	state: ServiceState;
	by: string;
	from_at: number;
	to_at: number | null;
}
