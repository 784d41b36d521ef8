/** A day played in memory: arrivals, windows and an order of calling in, every wait out. Event by event, on a heap. */
import { Heap } from '../heap.ts';
import type { Discipline } from './disciplines.ts';
import { WaitingLines, type Waiting } from './lines.ts';
import type { Move, Post, Visit, Waited } from './visit.ts';

export interface Rules {
	discipline: Discipline;
	/** behind how many that wait somebody comes back who missed a call */
	returnBehind: number;
}

interface Happening {
	at: number;
	/** orders what happens at the same moment: as it was planned, but who is back at a window before it calls another */
	seq: number;
	do: () => void;
}

/** More than a day has happenings. */
const FIRST = 2 ** 40;

interface Window {
	post: Post;
	/** how many of its spans have begun */
	begun: number;
	busy: boolean;
	idleSince: number;
}

/**
 * Plays a day. A window that is open and free calls at once; of several free ones the one that is free for longest.
 * @returns every stay as it went, in the order in which they began
 */
export function play(visits: readonly Visit[], posts: readonly Post[], rules: Rules): Waited[] {
	const day = new Day(posts, rules);
	for (const visit of visits) day.expect(visit);
	return day.run();
}

class Day {
	readonly #rules: Rules;
	readonly #lines: WaitingLines;
	readonly #windows: Window[];
	readonly #ahead = new Heap<Happening>((a, b) => a.at < b.at || (a.at === b.at && a.seq < b.seq));
	readonly #waited: Waited[] = [];
	#seq = 0;
	#now = -Infinity;

	constructor(posts: readonly Post[], rules: Rules) {
		this.#rules = rules;
		this.#lines = new WaitingLines(rules.returnBehind);
		this.#windows = posts.map((post) => ({ post, begun: 0, busy: false, idleSince: 0 }));
		for (const window of this.#windows) {
			for (const { from } of window.post.spans) this.#at(from, () => this.#open(window));
		}
	}

	expect(visit: Visit): void {
		this.#at(visit.comes + (visit.stays[0]?.after ?? 0), () => this.#come(visit, 0));
	}

	run(): Waited[] {
		for (let next = this.#ahead.pop(); next; next = this.#ahead.pop()) {
			this.#now = next.at;
			next.do();
		}
		return this.#waited;
	}

	#at(at: number, act: () => void): void {
		this.#ahead.push({ at, seq: this.#seq++, do: act });
	}

	#comeLater(visit: Visit, nth: number, after: number): void {
		const first = visit.stays[nth]?.place === 'held' ? -FIRST : 0;
		this.#ahead.push({ at: this.#now + after, seq: first + this.#seq++, do: () => this.#come(visit, nth) });
	}

	#open(window: Window): void {
		window.begun += 1;
		if (window.busy) return;
		window.idleSince = this.#now;
		this.#seek(window);
	}

	#come(visit: Visit, nth: number): void {
		const waiting = this.#enter(visit, nth);
		if (waiting) this.#offer(waiting);
	}

	/** The next stay of a visit begins. */
	#enter(visit: Visit, nth: number): Waiting | undefined {
		const waiting = this.#lines.add(visit, nth, this.#now);
		if (!waiting) return undefined;
		this.#waited.push(waiting.waited);
		const place = { waiting };
		for (const move of waiting.stay.moves) this.#at(this.#now + move.after, () => this.#move(place, move));
		const { patienceMs } = waiting.stay;
		if (patienceMs !== null) this.#at(this.#now + patienceMs, () => this.#leave(place.waiting, nth));
		return waiting;
	}

	#move(place: { waiting: Waiting }, move: Move): void {
		if (place.waiting.gone) return;
		place.waiting = this.#lines.move(place.waiting, move, this.#now);
		this.#waited.push(place.waiting.waited);
		this.#offer(place.waiting);
	}

	/** Windows that are free look whether they may call the one who has come. */
	#offer(waiting: Waiting): void {
		const idle = this.#windows.filter((window) => this.#isIdle(window) && window.post.queues.has(waiting.queue));
		for (const window of idle.toSorted((a, b) => a.idleSince - b.idleSince)) {
			if (waiting.gone || this.#seek(window) === waiting) return;
		}
	}

	/** Gives up this queue; who goes on elsewhere does so. */
	#leave(waiting: Waiting, nth: number): void {
		if (waiting.gone) return;
		waiting.gone = true;
		waiting.waited.until = this.#now;
		const next = waiting.visit.stays[nth + 1];
		if (next) this.#comeLater(waiting.visit, nth + 1, next.after);
	}

	#isIdle({ post, begun, busy }: Window): boolean {
		const span = post.spans[begun - 1];
		return !busy && span !== undefined && this.#now < span.until;
	}

	/** The window calls, if it is open and free and somebody waits for it. */
	#seek(window: Window): Waiting | undefined {
		if (!this.#isIdle(window)) return undefined;
		const { code, queues } = window.post;
		const heads = this.#lines.heads(queues.keys(), code);
		const chosen = heads.find((head) => head.stay.place === 'held') ?? this.#choose(heads, queues);
		if (chosen) this.#call(window, chosen);
		return chosen;
	}

	#choose(heads: readonly Waiting[], queues: Post['queues']): Waiting | undefined {
		if (heads.length === 0) return undefined;
		const chosen = this.#rules.discipline.choose(heads, queues, this.#now);
		return heads.find((head) => head === chosen);
	}

	#call(window: Window, called: Waiting): void {
		const freeAt = this.#now + called.stay.holdMs;
		called.gone = true;
		Object.assign(called.waited, { calledAt: this.#now, until: this.#now, window: window.post.code, freeAt });
		window.busy = true;
		this.#at(freeAt, () => this.#free(window, called.visit, called.waited.nth + 1));
	}

	/** Who was served goes on to the next stay, if there is one; the window calls again before others hear of it. */
	#free(window: Window, visit: Visit, nth: number): void {
		const next = visit.stays[nth];
		const moved = next?.after === 0 ? this.#enter(visit, nth) : undefined;
		if (next && !moved) this.#comeLater(visit, nth, next.after);
		window.busy = false;
		window.idleSince = this.#now;
		this.#seek(window);
		if (moved && !moved.gone) this.#offer(moved);
	}
}
