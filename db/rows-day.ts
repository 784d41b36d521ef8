/** Rows of a service day: tickets and their legs, calls, the ledger, and what goes to devices. */
import type {
	AppointmentState,
	BoardOutcome,
	CallKind,
	ClaimState,
	LegOutcome,
	LegState,
	ParkKind,
	SlipState,
	TicketState
} from './words.ts';

export interface QueueDayRow {
	hall: number;
	queue: string;
	day: string;
	/** the last number given */
	last_number: number;
	/** legs waiting now */
	waiting: number;
}

export interface TicketRow {
	hall: number;
	id: number;
	day: string;
	queue: string;
	/** 1 for A001 */
	n: number;
	/** A001 */
	number: string;
	item: string;
	class: string;
	claim: ClaimState;
	lang: string;
	state: TicketState;
	/** unguessable, for the visitor's own page */
	token: string;
	/** the client's id of its wish: the same intent is the same ticket */
	intent: string;
	/** which kiosk, desk or key issued it */
	origin: string;
	/** the current leg */
	leg: number;
	/** since when it counts as waiting: when it was taken, or the slot of its appointment */
	since: number;
	/** JSON: the steps that follow the current leg, first first */
	steps: string;
	/** JSON: the range told when it was taken, and how its queue stood then; null for tickets of an older version */
	told: string | null;
	created_at: number;
	ended_at: number | null;
	reason: string | null;
	/** the appointment it was checked in with */
	appointment: number | null;
	/** when that appointment was for: it counts as arrived then, if it was early */
	slot_at: number | null;
	/** keyed hash of the visitor's identity and the day; gone when the day is closed */
	person_hash: string | null;
	/** the same of identity and item, alike on every day; gone when the day is closed, but kept by a notice */
	matter_hash: string | null;
	/** the notice it comes back with */
	notice: number | null;
}

export interface AppointmentRow {
	hall: number;
	id: number;
	/** the service day it is for */
	day: string;
	slot_at: number;
	item: string;
	queue: string;
	/** eight digits for the kiosk, unique among those of its day */
	code: string;
	/** unguessable, for the visitor's own page and the QR */
	token: string;
	intent: string;
	/** keyed hash of the visitor's identity and the day; gone when the day is closed */
	person_hash: string | null;
	/** the same of identity and item; gone with it */
	matter_hash: string | null;
	state: AppointmentState;
	/** the number it became */
	ticket: number | null;
	/** who booked it */
	origin: string;
	lang: string;
	created_at: number;
	changed_at: number;
	reason: string | null;
}

export interface LegRow {
	hall: number;
	id: number;
	ticket: number;
	/** 1 for the first leg */
	ordinal: number;
	day: string;
	queue: string;
	item: string;
	state: LegState;
	outcome: LegOutcome | null;
	/** when it came into this queue */
	enqueued_at: number;
	/** what the order goes by: seniority minus head start */
	rank_at: number;
	head_start_ms: number;
	window: string | null;
	staff: string | null;
	/** only this window, or only this person, may call it */
	for_window: string | null;
	for_staff: string | null;
	called_at: number | null;
	started_at: number | null;
	ended_at: number | null;
	/** calls so far, recalls included, since it last waited */
	calls: number;
	/** no-shows so far */
	misses: number;
	park_kind: ParkKind | null;
	parked_at: number | null;
	/** how much of the time since `started_at` was no service; below zero by what was served before a return */
	parked_ms: number;
	/** how much of the time parked the visitor waited for the hall */
	held_ms: number;
	reason: string | null;
}

export interface CallRow {
	hall: number;
	id: number;
	day: string;
	leg: number;
	ticket: number;
	number: string;
	zone: string;
	window: string;
	staff: string;
	kind: CallKind;
	at: number;
	/** rule, head starts, the first three candidates */
	why: string;
}

export interface ReceiptRow {
	hall: number;
	call: number;
	device: string;
	channel: 'shown' | 'spoken' | 'board';
	at: number;
	outcome: string;
}

export interface LedgerRow {
	hall: number;
	seq: number;
	at: number;
	day: string;
	act: string;
	/** staff:1024, key:k3f…, kiosk:east-1, visitor, system */
	actor: string;
	ticket: number | null;
	window: string | null;
	queue: string | null;
	/** canonical JSON */
	body: string;
	/** the line before this one about the same ticket: whoever has them all can see that none is left out */
	prior: number | null;
	/** random, so that what is not shown of a line cannot be guessed from its hash */
	salt: string;
	/** see db/chain.ts; empty in a line that is older than the chain */
	hash: string;
}

/** The end of a service day in the ledger, signed once it was closed; a day opened again is closed and signed again. */
export interface DayHeadRow {
	hall: number;
	day: string;
	/** number and hash of the line that closed the day */
	seq: number;
	hash: string;
	/** Ed25519, hex; of what, see docs/ledger.md */
	signature: string;
	/** fingerprint of the public key: SHA-256 of its DER form, hex */
	key: string;
	signed_at: number;
}

export interface SlipRow {
	hall: number;
	id: number;
	day: string;
	kind: string;
	ticket: number | null;
	/** the printers that may print it */
	group: string;
	/** the one that did, or has it in work */
	printer: string | null;
	state: SlipState;
	attempts: number;
	reprint_of: number | null;
	body: string;
	reason: string | null;
	created_at: number;
	changed_at: number;
}

export interface BoardRow {
	hall: number;
	device: string;
	wanted: string;
	wanted_at: number;
	shown: string | null;
	outcome: BoardOutcome | null;
	outcome_at: number | null;
}

export interface ForecastRow {
	hall: number;
	queue: string;
	/** of the columns that the coefficients belong to */
	version: number;
	/** the last service day that it has learnt from */
	through: string;
	fitted_at: number;
	/** waits that it has learnt from */
	samples: number;
	/** on days held back from the fit: mean error of the median in minutes, share below the told upper bound */
	mae: number | null;
	covered: number | null;
	/** tickets of the last days that were told a wait and called, and how many of them waited no longer than told */
	told: number;
	told_covered: number;
	/** JSON: the coefficients and the factor on the upper bound */
	body: string;
}
