/**
 * The words of a bus: one serial line, many boards, one talker.
 *
 * A *board* is any device with an address of its own on the line; the bus knows it by a name. A *slot* is one
 * thing a board shows (its text, its brightness). A *picture* is what should stand in a slot, as frames. The bus
 * remembers the newest picture of every slot and keeps every board at it: it sends it, repeats it from time to time,
 * and sends it again when the line or the board comes back.
 */

import type { Timers } from './timers.ts';

/** What a frame learns from received bytes; see `Reading` of the board drivers, which has this shape. */
export interface BusReading {
	/** how many bytes are dealt with; 0 without a verdict means "wait for more" */
	used: number;
	/** `again`: refused now, worth another try; `stray`: somebody else's or an earlier request's answer */
	verdict?: 'acked' | 'again' | 'rejected' | 'stray';
	reason?: string;
}

/** One request and how to know its answer. */
export interface BusFrame {
	bytes: Uint8Array;
	expect: 'ack' | 'none';
	/** counted from the last byte on the line */
	timeoutMs: number;
	idempotent: boolean;
	quietBeforeMs: number;
	/** the board hears nothing for so long after it, the others do; such a frame is the last of its picture */
	deafMs?: number;
	/** reads what was received since this frame was sent; any bytes, split anywhere */
	read: (received: Uint8Array) => BusReading;
}

/** In this order when several wait. */
export const BUS_PRIORITIES = ['alert', 'call', 'refresh', 'brightness', 'ping'] as const;
export type BusPriority = (typeof BUS_PRIORITIES)[number];

/** What is known of a picture after it was sent, or could not be. */
export interface BusResult {
	outcome: 'acked' | 'sent-unconfirmed' | 'rejected' | 'timeout';
	/** `no-answer`, `unreadable`, `line-down`, or what the board gave as its reason; null when acked or unconfirmed */
	reason: string | null;
	at: number;
}

/** What should stand in one slot of one board. */
export interface BusPicture {
	frames: readonly BusFrame[];
	priority: BusPriority;
	/** it rests after it got through so many times; without it, it is repeated for ever */
	times?: number;
	/**
	 * Called when the outcome becomes known, and again whenever a later repetition changes it (a dead board that came
	 * back). Never called any more once a newer picture has taken the slot.
	 */
	onOutcome?(result: BusResult): void;
}

/** How one board wants to be spoken to. */
export interface BusManners {
	/** sent when nothing else was for a while, so that a dead board is noticed */
	ping?: readonly BusFrame[];
	/** the shortest time between two pictures */
	minRefreshMs?: number;
}

export interface BusBoardState {
	/** attempts without an answer, in a row */
	failures: number;
	/** left alone between probes */
	quarantined: boolean;
	/** when it last answered; null: never since the bus was opened */
	heardAt: number | null;
}

export interface BusLineState {
	open: boolean;
	/** since when it is open or down */
	since: number;
	/** why it is down */
	reason: string | null;
}

/** What came back for one request on a line that is lent. */
export interface BusHeard {
	/** `sent`: nothing was to be expected; `down`: there is no line */
	kind: 'acked' | 'sent' | 'again' | 'rejected' | 'no-answer' | 'down';
	reason: string | null;
	/** everything that was heard, its own echo left out, until the line was silent again */
	bytes: Uint8Array;
}

/** How a request on a lent line differs from the frame's own manners. */
export interface AskOptions {
	/** in place of the frame's time-out, ms */
	timeoutMs?: number;
	/** how long the line must be silent before the answer is over, ms; 60 unless told */
	tailMs?: number;
}

/** A line in the hands of one person who looks for a fault: no pictures, no repetitions, no probes meanwhile. */
export interface BusLoan {
	/** Asks once, whoever it is. Resolves with `down` when the line is down or was given back. */
	ask(frame: BusFrame, options?: AskOptions): Promise<BusHeard>;
	/** Gives it back: every board is painted anew. Again does nothing. */
	give(): void;
}

/** One line, owned by one object. */
export interface Bus {
	readonly name: string;
	/** Lends the line out; null while it is lent already, and once it is closed. The newest pictures are kept for its return. */
	borrow(): BusLoan | null;
	/** Makes a board known, or changes its manners. */
	add(board: string, manners?: BusManners): void;
	/**
	 * Says what should stand in a slot; replaces what stood or waited there. No frames: the slot is forgotten.
	 * Throws for a board that was not added.
	 */
	show(board: string, slot: string, picture: BusPicture): void;
	/** Leaves a board alone from now on, and says nothing of it any more. */
	remove(board: string): void;
	/** What is known of a board; throws for a board that was not added. */
	state(board: string): BusBoardState;
	line(): BusLineState;
	/** Ends it, after the bytes that are on their way; nothing is sent or reported afterwards. */
	close(): Promise<void>;
}

export interface BusOptions {
	timers?: Timers;
	/** bits per second, for t3.5 and for the time a frame needs on the line; absent on TCP */
	baud?: number;
	/** at least this much silence before every request, ms */
	gapMs?: number;
	/** every board may take at least so long for its answer, ms: radio links, serial servers */
	answerMs?: number;
	/** silence after a frame that everybody obeys and nobody answers, ms; 150 unless told */
	settleMs?: number;
	/** true: an adapter that hears itself; false: it does not; absent: found out */
	echo?: boolean;
	/** every slot is sent again this long after it was last sent, ms; 45 000 unless told */
	refreshMs?: number;
	/** a quarantined board is tried this often, ms; 30 000 unless told */
	probeMs?: number;
	/** a board with a ping is pinged after this much silence from it, ms; 15 000 unless told */
	pingMs?: number;
	/** Called whenever the line comes up or goes down. */
	onLine?(state: BusLineState): void;
}
