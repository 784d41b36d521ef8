/** How a queue's day goes: who came and who was called, kept so that a moment costs a few arithmetic operations. */
import type { LegRow } from '#db/schema.ts';
import type { Moment } from './moment.ts';

const MINUTE_MS = 60_000;
const LAST_FEW = 5;
/** A rate over less time than this says nothing; minutes. */
const LEAST_SPAN = 5;

/** Since when a leg waits for its turn: who is early for an appointment waits for the hour first. */
export function waitsSince(leg: Pick<LegRow, 'enqueued_at' | 'rank_at' | 'head_start_ms'>): number {
	return Math.max(leg.enqueued_at, leg.rank_at + leg.head_start_ms);
}

interface Joined {
	since: number;
	/** how many waited when it came */
	found: number;
}

interface Called extends Joined {
	at: number;
}

/** What is known of the moment from elsewhere: who is ahead, the windows, the plan, the local time. */
export type Beside = Pick<Moment, 'minute' | 'waiting' | 'windows' | 'planned'>;

/**
 * One queue on one service day. It is told of legs in the order of time, give or take; each is told as often as one
 * likes. Times are ms; legs are known by their ids.
 */
export class QueueFlow {
	/** first come first */
	readonly #waiting = new Map<number, Joined>();
	/** first called first */
	readonly #calls: Called[] = [];
	readonly #called = new Set<number>();

	/** How many were called for the first time today. */
	get calls(): number {
		return this.#calls.length;
	}

	/** Somebody has come to wait. */
	join(leg: number, at: number): void {
		if (this.#called.has(leg) || this.#waiting.has(leg)) return;
		this.#waiting.set(leg, { since: at, found: this.#waiting.size });
	}

	/** Somebody was called for the first time; one who comes back and is called again has waited long since. */
	call(leg: number, at: number, since: number): void {
		if (this.#called.has(leg)) return;
		const joined = this.#waiting.get(leg) ?? { since, found: this.#waiting.size };
		this.#waiting.delete(leg);
		this.#called.add(leg);
		const called = { ...joined, at };
		const after = this.#calls.findLastIndex((one) => one.at <= at);
		this.#calls.splice(after + 1, 0, called);
	}

	/** Somebody waits no more without having been called. */
	leave(leg: number): void {
		this.#waiting.delete(leg);
	}

	/** What is known at `at` (ms). */
	moment(at: number, beside: Beside): Moment {
		const last = this.#calls.at(-1);
		const few = this.#calls.slice(-LAST_FEW);
		return {
			...beside,
			les: last ? minutes(last.at - last.since) : null,
			hol: this.#headOfLine(at),
			last5: few.length === 0 ? null : few.reduce((sum, one) => sum + minutes(one.at - one.since), 0) / few.length,
			found: last?.found ?? null,
			rate30: this.#rate(at, 30),
			rate60: this.#rate(at, 60),
			rateDay: this.#rate(at, Infinity)
		};
	}

	#headOfLine(at: number): number | null {
		const [first] = this.#waiting.values();
		return first ? minutes(at - first.since) : null;
	}

	/** Calls a minute over the last `span` minutes, or since the first call when that is less. */
	#rate(at: number, span: number): number | null {
		const first = this.#calls[0];
		if (!first) return null;
		const from = at - span * MINUTE_MS;
		let count = 0;
		if (from <= first.at) count = this.#calls.length;
		else while (count < this.#calls.length && (this.#calls[this.#calls.length - 1 - count]?.at ?? 0) > from) count++;
		return count / Math.min(span, Math.max(LEAST_SPAN, minutes(at - first.at)));
	}
}

function minutes(ms: number): number {
	return Math.max(0, ms) / MINUTE_MS;
}
