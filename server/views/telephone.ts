import type {
	CaseState,
	MessageState,
	MessageWay,
	PhoneActKind,
	PhoneState,
	PhoneSystem,
	SeatState
} from '#db/schema.ts';
import type { KnowledgeSort, Text } from '../views.ts';

/** What the page of the telephone draws for one person. */
export interface TelephoneView {
	seq: number;
	hall: Text;
	timeZone: string;
	staff: { no: string; role: string; oversees: boolean };
	/** a hall without a telephone system types its calls by hand */
	byHand: boolean;
	lines: { code: string; name: Text }[];
	/** limits of the hall file, ms */
	lateMs: number;
	holdMs: number;
	/** callers are told that the call is recorded */
	recorded: boolean;
	seat: SeatView;
	/** whoever is at the telephone */
	seats: { staff: string; state: SeatState; since: number }[];
	/** whom a call can be handed on to, and how they stand to the telephone */
	targets: { staff: string; state: SeatState | null }[];
	/** ringing, longest first */
	ringing: PhoneLine[];
	/** the call of this person that goes on or is to be summed up; null when there is none */
	current: PhoneCallView | null;
	/** further calls of this person that are over and not summed up */
	unwrapped: PhoneLine[];
	/** given up today and the working day before, and nobody has called back yet */
	missed: PhoneLine[];
	callBacks: CallBackLine[];
	messages: MessageLine[];
	/** proposals and blocks, for who decides */
	nuisance: NuisanceView[] | null;
	classes: { code: string; name: Text; leads: string }[];
	reasons: { code: string; name: Text }[];
	media: { name: Text; phone: string; place: Text | null } | null;
	/** whether an answer can be sent */
	sends: boolean;
	/** kinds of cases that a call can be turned into, beside a call-back */
	takes: string[];
	/** this person's day */
	today: { calls: number; late: number; times: Record<SeatState, number> };
}

export interface SeatView {
	state: SeatState;
	/** name of the reason, where one is not ready */
	reason: Text | null;
	since: number;
}

export interface PhoneLine {
	id: number;
	line: Text | null;
	/** masked; null for a hidden one */
	caller: string | null;
	state: PhoneState;
	rangAt: number;
	answeredAt: number | null;
	endedAt: number | null;
	talker: string | null;
}

export interface PhoneCallView extends PhoneLine {
	system: PhoneSystem;
	/** it rang too long: the greeting begins with an apology */
	late: boolean;
	holds: number;
	heldMs: number;
	heldSince: number | null;
	/** who calls was checked, and it agreed */
	checked: boolean;
	/** an act names whom or what it was about by staff number, key or number of an office */
	acts: { act: PhoneActKind; at: number; staff: string; case: string | null; about: string }[];
	/** earlier calls of the same number, newest first */
	earlier: { id: number; at: number; state: PhoneState; class: string | null }[];
}

export interface CallBackLine {
	id: number;
	number: string;
	about: string;
	owner: string;
	dueAt: number | null;
	overdue: boolean;
	attempts: number;
	mine: boolean;
}

export interface MessageLine {
	id: number;
	way: MessageWay;
	/** masked */
	to: string | null;
	state: MessageState;
	attempts: number;
	nextAt: number | null;
	reason: string | null;
	at: number;
	staff: string;
}

export interface NuisanceView {
	/** the case */
	id: number;
	number: string;
	/** masked */
	phone: string | null;
	proposedBy: string;
	proposedAt: number;
	calls: number;
	about: string;
	outcome: string | null;
	days: number;
	blockedUntil: number | null;
	lifted: boolean;
}

/** A thing with telephone numbers, for who called the wrong one. */
export interface DirectoryEntry {
	key: string;
	kind: KnowledgeSort;
	title: Text;
	department: Text | null;
	numbers: string[];
}

/** How a matter or case stands, told to its person on the telephone. */
export interface CallersRecord {
	number: string;
	kind: string;
	stage: string;
	state: CaseState;
	outcome: string | null;
	openedAt: number;
	item: Text | null;
	window: string | null;
	/** staff number of who answers for it */
	owner: string;
	dueDay: string | null;
}
