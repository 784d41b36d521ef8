/** Rows of the telephone: calls, what was heard of them and done in them, who sits there, nuisance callers, answers sent. */
import type {
	MessageState,
	MessageWay,
	PhoneActKind,
	PhoneEventKind,
	PhoneState,
	PhoneSystem,
	SeatState
} from './words-telephone.ts';

/** A call that came in. What the events say of it is reckoned anew from all of them with each one that is heard. */
export interface PhoneCallRow {
	hall: number;
	/** the ledger number of what was heard first */
	id: number;
	day: string;
	system: PhoneSystem;
	/** its name in the telephone system; the intent of who typed it by hand */
	ref: string;
	/** code of the line in the hall file */
	line: string | null;
	/** keyed hash of the caller's number; null for a hidden one, and once it is forgotten */
	caller: string | null;
	state: PhoneState;
	rang_at: number;
	answered_at: number | null;
	ended_at: number | null;
	/** staff number of who answered, and of who has the call now or had it last */
	staff: string | null;
	talker: string | null;
	holds: number;
	held_ms: number;
	longest_hold_ms: number;
	held_since: number | null;
	transfers: number;
	/** 0 or 1: it rang longer than the hall file allows */
	late: number;
	/** code of the class in the hall file; null until it is summed up */
	class: string | null;
	/** what it was about; for staff, never in the ledger */
	summary: string;
	wrapped_by: string | null;
	wrapped_at: number | null;
	/** a case by which the caller is called back */
	back_case: number | null;
}

/** One thing heard of a call. The same thing heard again is the same row. */
export interface PhoneEventRow {
	hall: number;
	call: number;
	event: PhoneEventKind;
	/** by the clock of the telephone system */
	at: number;
	/** staff number of who answered, or to whom it was transferred; empty for nobody known */
	staff: string;
	/** code of the line; empty where it was not told */
	line: string;
}

/** One thing done in a call. */
export interface PhoneActRow {
	hall: number;
	/** number of the ledger line */
	id: number;
	call: number;
	act: PhoneActKind;
	at: number;
	staff: string;
	case: number | null;
	/** JSON, no personal data */
	body: string;
}

/** A stretch of time in which a member of staff stood one way to the telephone. The one that goes on has no end. */
export interface PhoneSpanRow {
	hall: number;
	id: number;
	staff: string;
	state: SeatState;
	/** code in the hall file, where one is not ready */
	reason: string | null;
	call: number | null;
	from_at: number;
	to_at: number | null;
}

/** Whom a case of the kind `nuisance` is about. The number itself is sealed with the case. */
export interface PhoneNuisanceRow {
	hall: number;
	case: number;
	caller: string;
	/** for so many days, from the confirmation on */
	days: number;
	/** ids of the calls that are the reason: JSON list */
	calls: string;
	lifted_by: string | null;
	lifted_at: number | null;
}

/** An answer too long to write down, sent by the gateway that the hall has plugged in. Where to is sealed. */
export interface PhoneMessageRow {
	hall: number;
	id: number;
	call: number;
	way: MessageWay;
	/** empty once it is forgotten */
	text: string;
	state: MessageState;
	attempts: number;
	/** when it is tried next; null once it is sent or given up */
	next_at: number | null;
	/** why the last try failed: a code of the gateway, no personal data */
	reason: string | null;
	staff: string;
	created_at: number;
	changed_at: number;
	intent: string;
}
