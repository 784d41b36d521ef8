import { setImmediate } from 'node:timers/promises';
import type { Cancel, Clock } from './clock.ts';
import { Heap } from './rules/heap.ts';

interface Timer {
	at: number;
	/** Orders timers of the same moment as they were set. */
	seq: number;
	fn: () => void;
	everyMs: number | undefined;
	live: boolean;
}

/** A clock that stands still until it is moved: for a simulated day, and for tests. Structurally also the printer room's. */
export class VirtualClock implements Clock {
	readonly #timers = new Heap<Timer>((a, b) => a.at < b.at || (a.at === b.at && a.seq < b.seq));
	readonly #settled: () => Promise<unknown>;
	#now: number;
	#seq = 0;
	#live = 0;

	/**
	 * @param start where it stands, in milliseconds since 1970 UTC
	 * @param settled resolves when nothing is going on that needs no time of this clock; by default when every promise has
	 * settled that can do so without input or output
	 */
	constructor(start: number, settled: () => Promise<unknown> = () => setImmediate()) {
		this.#now = start;
		this.#settled = settled;
	}

	now(): number {
		return this.#now;
	}

	after(ms: number, fn: () => void): Cancel {
		return this.#set(fn, ms, undefined);
	}

	every(ms: number, fn: () => void): Cancel {
		return this.#set(fn, ms, ms);
	}

	/** How many timers are set: who leaves one has left something open. */
	pending(): number {
		return this.#live;
	}

	/** Moves time by `ms`: runs what falls due in order; after each, waits until all has settled. */
	async advance(ms: number): Promise<void> {
		const end = this.#now + ms;
		await this.#settled();
		while (await this.step(end));
		this.#now = end;
	}

	/** Goes to the moment of what falls due next and runs it; false when nothing is due until `end`. */
	async step(end = Infinity): Promise<boolean> {
		while (this.#timers.peek()?.live === false) this.#timers.pop();
		const due = this.#timers.peek();
		if (!due || due.at > end) return false;
		this.#fire(due);
		await this.#settled();
		return true;
	}

	#set(fn: () => void, ms: number, everyMs: number | undefined): Cancel {
		// Whole milliseconds, and never too early: who waits for the rest of one would wait for ever.
		const timer = { at: this.#now + Math.max(Math.ceil(ms), 0), seq: this.#seq++, fn, everyMs, live: true };
		this.#timers.push(timer);
		this.#live += 1;
		return () => this.#end(timer);
	}

	#fire(timer: Timer): void {
		this.#timers.pop();
		this.#now = timer.at;
		if (timer.everyMs === undefined) {
			this.#end(timer);
		} else {
			timer.at += Math.max(Math.ceil(timer.everyMs), 1);
			this.#timers.push(timer);
		}
		timer.fn();
	}

	#end(timer: Timer): void {
		if (timer.live) this.#live -= 1;
		timer.live = false;
	}
}
