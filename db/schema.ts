/**
 * The tables as types, the stored words as constants, and the glossary of the hall.
 *
 * hall 大厅: a building. zone 分厅: a part of it with its own desk, screens and queues.
 * queue 队列: one line of waiting tickets, with a prefix. item 事项: a service one comes for.
 * window 窗口: a counter with a clerk; serves some queues.
 * ticket 号票: one number on one service day, one person's stay.
 * leg 环节: one stay of a ticket in one queue; a transfer or a chain starts the next leg.
 * call 呼叫: one time a window asked for a ticket.
 * head start 先行分钟: minutes by which a leg counts as older than it is.
 * slip 小票: anything that comes out of a printer.
 * ledger 台账: what happened, one line an act, numbered without a gap per hall. Its number is the hall's event sequence.
 * staff number 工号: how the public knows a member of staff.
 * service day 业务日: the hall's calendar day, `YYYY-MM-DD` in the hall's time zone.
 *
 * Every time is an integer of milliseconds since 1970 (UTC); every `body`, `why` and `wanted` is JSON text.
 * The hall is the first column of every key, so halls can share a database and be split by it.
 * Ids of tickets, legs, calls and slips are the ledger number of the act that made them.
 */

export const LEG_STATES = ['waiting', 'called', 'serving', 'parked', 'missed', 'ended'] as const;
export type LegState = (typeof LEG_STATES)[number];

export const LEG_OUTCOMES = [
	'done',
	'transferred',
	'chained',
	'noticed',
	'refused',
	'missed',
	'cancelled',
	'expired',
	'void'
] as const;
export type LegOutcome = (typeof LEG_OUTCOMES)[number];

export const TICKET_STATES = ['live', 'ended', 'missed', 'cancelled', 'expired', 'void'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export const PARK_KINDS = ['papers-missing', 'papers-kept', 'other-step'] as const;
export type ParkKind = (typeof PARK_KINDS)[number];

export const WINDOW_STATES = ['open', 'paused', 'closed'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

export const SLIP_STATES = ['queued', 'sent', 'printed', 'failed', 'unsure'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

export const CALL_KINDS = ['next', 'chosen', 'recall'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

export const ROLES = [
	'kiosk',
	'display',
	'clerk',
	'guide',
	'liaison',
	'supervisor',
	'administrator',
	'auditor'
] as const;
export type Role = (typeof ROLES)[number];

export const DEVICE_KINDS = ['printer', 'board', 'screen', 'kiosk', 'speaker'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What is known of a board's picture; never a plain "ok". */
export const BOARD_OUTCOMES = ['acked', 'sent-unconfirmed', 'rejected', 'timeout'] as const;
export type BoardOutcome = (typeof BOARD_OUTCOMES)[number];

export interface HallRow {
	id: number;
	code: string;
	name: string;
	time_zone: string;
	/** number of the newest ledger line */
	seq: number;
	/** the hall file as it was applied, byte for byte */
	file: string | null;
	applied_at: number | null;
	/** the service day that is open, or that was closed last */
	day: string | null;
	day_closed_at: number | null;
}

export interface ZoneRow {
	hall: number;
	code: string;
	name: string;
	active: number;
}

export interface QueueRow {
	hall: number;
	code: string;
	zone: string;
	prefix: string;
	name: string;
	active: number;
}

export interface WindowRow {
	hall: number;
	code: string;
	zone: string;
	name: string;
	active: number;
	state: WindowState;
	reason: string | null;
	staff: string | null;
	since: number;
	/** the leg that is called or served here */
	leg: number | null;
}

export interface WindowSpanRow {
	hall: number;
	id: number;
	window: string;
	state: WindowState;
	reason: string | null;
	staff: string | null;
	from_at: number;
	to_at: number | null;
}

export interface ItemRow {
	hall: number;
	code: string;
	queue: string;
	name: string;
	active: number;
}

export interface DeviceRow {
	hall: number;
	code: string;
	kind: DeviceKind;
	zone: string | null;
	active: number;
}

export interface StaffRow {
	hall: number;
	no: string;
	name: string;
	role: Role;
	active: number;
	password_hash: string | null;
	failed_tries: number;
	locked_until: number | null;
}

export interface SessionRow {
	hall: number;
	/** SHA-256 of the token in the cookie, hex */
	hash: string;
	staff: string;
	window: string | null;
	created_at: number;
	seen_at: number;
	expires_at: number;
}

export interface SignInLinkRow {
	hall: number;
	hash: string;
	staff: string;
	expires_at: number;
	used_at: number | null;
}

export interface ApiKeyRow {
	hall: number;
	id: string;
	hash: string;
	role: Role;
	label: string;
	created_at: number;
	revoked_at: number | null;
}

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
	created_at: number;
	ended_at: number | null;
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
	body: string;
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

export interface Tables {
	hall: HallRow;
	zone: ZoneRow;
	queue: QueueRow;
	window: WindowRow;
	window_span: WindowSpanRow;
	item: ItemRow;
	device: DeviceRow;
	staff: StaffRow;
	session: SessionRow;
	sign_in_link: SignInLinkRow;
	api_key: ApiKeyRow;
	queue_day: QueueDayRow;
	ticket: TicketRow;
	leg: LegRow;
	call: CallRow;
	receipt: ReceiptRow;
	ledger: LedgerRow;
	slip: SlipRow;
	board: BoardRow;
}
