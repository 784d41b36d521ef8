/**
 * What pages draw: the only thing that pages and server share. Types only, so a page can import it.
 * A view is already masked for the role that sees it; a page computes nothing from it but layout.
 */
import type { Text } from '#display/words/langs.ts';
import type { MatterView } from './views/cases.ts';
import type { PriorityClass } from './views/kiosk.ts';
import type { ServiceView } from './views/loans.ts';
import type { RatedService } from './views/rating.ts';
import type { WaitReason } from './rules/wait/promise.ts';
import type { CallKind, ClaimState, ParkKind, SlipState, TicketState, WindowState, LegState } from '#db/schema.ts';

export type { Text } from '#display/words/langs.ts';
export type * from './views/alarm.ts';
export type * from './views/audit.ts';
export type * from './views/care.ts';
export type * from './views/cases.ts';
export type * from './views/complaints.ts';
export type * from './views/console.ts';
export type * from './views/help.ts';
export type * from './views/identity.ts';
export type * from './views/incidents.ts';
export type * from './views/kiosk.ts';
export type * from './views/knowledge.ts';
export type * from './views/loans.ts';
export type * from './views/notices.ts';
export type * from './views/offline.ts';
export type * from './views/questions.ts';
export type * from './views/rating.ts';
export type * from './views/say.ts';
export type * from './views/screen.ts';
export type * from './views/desk.ts';
export type * from './views/figures.ts';
export type * from './views/find.ts';
export type * from './views/house.ts';
export type * from './views/follow.ts';
export type * from './views/supervise.ts';
export type * from './views/talk.ts';
export type * from './views/zone-change.ts';
export type * from './views/telephone.ts';
export type * from './views/watch.ts';

/** A told wait in minutes, both ends multiples of five; eight in ten visitors wait less than `to`. */
export interface Wait {
	from: number;
	to: number;
}

/** The newest line of the ledger, short enough to be written down: its number and the beginning of its hash. */
export interface LedgerHead {
	seq: number;
	/** `9f3a 1c2b 77d0 4e5f` */
	mark: string;
}

// ---- one ticket, for its owner ----

export interface TicketView {
	id: number;
	token: string;
	number: string;
	state: TicketState;
	step: LegState;
	/** the day it counts for, YYYY-MM-DD */
	day: string;
	takenAt: number;
	item: Text;
	/** the queue it waits in, by its code in the hall file */
	queue: string;
	zone: { code: string; name: Text; place: Text };
	windows: string[];
	/** which stop of its way it is at: 1 until a window has sent it on */
	ordinal: number;
	/** what follows under the same number, first first */
	steps: { item: Text; windows: string[] }[];
	/**
	 * on hold or parked: until when (ms) coming back keeps its advantage, or is possible at all; null without a limit.
	 * `behind`: who missed the call goes behind so many
	 */
	held: { kind: 'missed' | ParkKind; until: number | null; behind: number } | null;
	/** where to go now, once called */
	window: { code: string; name: Text } | null;
	/** calls so far, recalls included, since it last waited: one more is a recall */
	calls: number;
	ahead: number;
	wait: Wait | null;
	/** why the wait is longer than was told first; null when it is not */
	waitReason: WaitReason | null;
	priority: PriorityClass | null;
	/** the slot of the appointment it keeps: it counts as arrived then */
	slotAt: number | null;
	claim: ClaimState;
	/** the newest state of its slip; null when none was asked for */
	slip: SlipState | null;
	/** once it is over: what was served, to be rated */
	services: RatedService[];
	/** what was accepted and is not done yet, or just done */
	matters: MatterView[];
	/** address of the visitor's own page, also in the QR */
	link: string;
	/** the end of the ledger when this was told; null in the answer to the wish for a number */
	head: LedgerHead | null;
}

// ---- the screens ----

export interface CallView {
	id: number;
	number: string;
	window: string;
	windowName: Text;
	kind: CallKind;
	at: number;
}

export interface QueueLine {
	code: string;
	name: Text;
	prefix: string;
	waiting: number;
	wait: Wait | null;
	/** the next numbers to be called, first first */
	next: string[];
}

export interface WindowLine {
	code: string;
	name: Text;
	state: WindowState;
	reason: Text | null;
	staff: string | null;
	number: string | null;
	serving: boolean;
}

/** A whole zone, for the hall screen. */
export interface BoardView {
	hall: Text;
	zone: { code: string; name: Text };
	timeZone: string;
	seq: number;
	/** the end of the ledger, for whoever wants to hold something against it */
	head: LedgerHead;
	/** newest first; the first rows are those being called now */
	calls: CallView[];
	queues: QueueLine[];
	windows: WindowLine[];
	notices: Text[];
	/** the free services of the zone */
	services: ServiceView[];
}

/** One window, for the screen above it. */
export interface WindowScreenView {
	hall: Text;
	zone: { code: string; name: Text };
	seq: number;
	window: WindowLine;
	queues: Text[];
	/** the number stays marked as just called for some seconds */
	calledAt: number | null;
	/** the call that stands there; null when nobody is called */
	call: CallView['id'] | null;
	/** who was just sent on from here, and to which windows; shown until the moment given */
	sentOn: { number: string; windows: string[]; until: number } | null;
}

/** The screen of a window that faces the visitor: the window's own, and what its clerk writes, for who cannot hear. */
export interface TextScreenView extends WindowScreenView {
	/** empty when nothing is written */
	text: string;
}
