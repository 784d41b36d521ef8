/** A day as the simulations of `play.ts` take it: who comes when, what each needs, which windows are open when. */
import type { Stretch } from '../day.ts';

/** Nobody claims anything; every other class is one of priority. */
export const ORDINARY = 'ordinary';

/** Somebody who waits gets another place: a claim to priority is settled, or the window it waited for has gone. */
export interface Move {
	/** so long after the stay began */
	after: number;
	class: string;
	headStartMs: number;
	window: string | null;
	/** how much older it counts beside what the head starts make of it */
	olderMs: number;
}

/** One time somebody waits in a queue, and what comes of it. All times in ms. */
export interface Stay {
	/** decides between two of the same rank: in a recorded day the leg's id */
	id: number;
	queue: string;
	class: string;
	/** of its class */
	headStartMs: number;
	/** only this window may call it */
	window: string | null;
	/** so long after the visit began, or after the end of the stay before */
	after: number;
	/** how long it takes the window, from the call until it is free again */
	holdMs: number;
	/** gives this queue up when it is not called in so long; null: never */
	patienceMs: number | null;
	/**
	 * What its place in the order goes by. first: the time of the visit; now: the time at which this stay begins; behind:
	 * the next few who wait, as one who missed a call; held: nothing, its window takes it back before anybody else.
	 */
	place: 'first' | 'now' | 'behind' | 'held';
	/** counts as so much older beside the head start of its class: who comes back to a window that sent it elsewhere */
	extraMs: number;
	/** while it waits, in order of time */
	moves: readonly Move[];
}

/** One ticket's day. */
export interface Visit {
	number: string;
	/** when it comes */
	comes: number;
	/** since when it counts as waiting; an appointment counts from its slot */
	since: number;
	stays: readonly Stay[];
}

/** A window: which queues it serves with how many minutes of preference, and when it is open. */
export interface Post {
	code: string;
	queues: ReadonlyMap<string, number>;
	spans: readonly Stretch[];
}

/** One stay as it went: what is measured, whether it was recorded, simulated with the real verbs, or played here. */
export interface Waited {
	number: string;
	class: string;
	queue: string;
	/** who alone may call it: a window, or `staff:1002` */
	forWindow: string | null;
	/** how many stays this visit had before */
	nth: number;
	/** since when it counts as waiting, and its head start: what the order went by */
	since: number;
	headStartMs: number;
	came: number;
	/** null: it was never called here */
	calledAt: number | null;
	/** until when it stood in the order: its call, or its leaving; null: to the end of the day */
	until: number | null;
	window: string | null;
	/** called out of order, with a reason; or taken back by the window that had it */
	kind: 'next' | 'chosen' | 'held';
	/** when the window was free again; null when it was never called */
	freeAt: number | null;
}
