/** Rows of the hall as it is set up: places, windows, people, keys. */
import type { AlarmKind, DeviceKind, Role, WindowState } from './words.ts';

export interface HallRow {
	id: number;
	code: string;
	name: string;
	time_zone: string;
	/** number of the newest ledger line */
	seq: number;
	/** hash of the newest ledger line: the head of the chain; empty before the first */
	head: string;
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
	/** when the pause is planned to end */
	until_at: number | null;
	/** staff number to whom the seat is offered 交班 */
	hand_to: string | null;
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
	until_at: number | null;
}

/** What a window writes to its visitor, for who cannot hear; gone with the visitor. */
export interface WindowTextRow {
	hall: number;
	window: string;
	text: string;
	at: number;
}

/** Something that calls for somebody until its cause is gone. */
export interface AlarmRow {
	hall: number;
	id: number;
	kind: AlarmKind;
	/** what it is about; one alarm of a kind and key lives at a time */
	key: string;
	window: string | null;
	/** what is told of it: JSON, no personal data */
	about: string;
	raised_at: number;
	seen_by: string | null;
	seen_at: number | null;
	ended_at: number | null;
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
	/** the kiosk or screen of the hall file whose browser bears it, and that browser is no other */
	device: string | null;
	created_at: number;
	revoked_at: number | null;
}
