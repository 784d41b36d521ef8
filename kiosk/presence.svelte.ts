import type { Timers } from '#display/timers.ts';

/** How long the question "are you still there" waits (WCAG 2.2.1 asks for at least 20 s). */
export const ASK_MS = 20_000;
/** A line that is down for so long makes the kiosk say that it is out of order. */
export const BROKEN_MS = 5000;
/** A finger that rests longer than this is no finger. */
const HELD_MS = 10_000;

export interface PresenceNeeds {
	timers: Timers;
	/** whether the line to the server is down */
	stale: () => boolean;
	/** how long without a touch before it is asked, ms */
	patience: () => number;
	/** the visitor waits for the server, not the other way round */
	waiting: () => boolean;
	/** there is nothing of a visitor on the screen */
	untouched: () => boolean;
	/** the visitor has gone */
	left: () => void;
}

/** Watches whether somebody is still there, and whether the line is. */
export class Presence {
	/** seconds until the kiosk returns to the start, while it asks whether the visitor is still there; else null */
	leavingIn: number | null = $state(null);
	/** the line has been down for some time: nothing can be taken here */
	broken = $state(false);

	#needs: PresenceNeeds;
	#touchedAt: number;
	#heldSince: number | null = null;
	#staleSince: number | null = null;

	constructor(needs: PresenceNeeds) {
		this.#needs = needs;
		this.#touchedAt = needs.timers.now();
	}

	/** Starts watching; the answer ends it. */
	start(): () => void {
		return this.#needs.timers.every(1000, () => {
			this.#tick();
		});
	}

	/** A finger went down: while it rests, nothing moves. */
	held(): void {
		this.#heldSince = this.#needs.timers.now();
	}

	/** A finger went up, or a key was pressed: the visitor is there. */
	touched(): void {
		this.#heldSince = null;
		this.leavingIn = null;
		this.#touchedAt = this.#needs.timers.now();
	}

	#tick(): void {
		const { timers, stale, patience, waiting, untouched, left: gone } = this.#needs;
		const now = timers.now();
		this.#staleSince = stale() ? (this.#staleSince ?? now) : null;
		this.broken = this.#staleSince !== null && now - this.#staleSince >= BROKEN_MS;
		if (waiting() || (this.#heldSince !== null && now - this.#heldSince < HELD_MS)) return;
		const left = this.#touchedAt + patience() + ASK_MS - now;
		if (untouched() || left > ASK_MS) this.leavingIn = null;
		else if (left > 0) this.leavingIn = Math.ceil(left / 1000);
		else gone();
	}
}
