import { randomBytes } from 'node:crypto';
import type { Cancel, Clock } from '../clock.ts';

/** A visitor reads what is asked, thinks, and touches; who has gone by then is forgotten. */
const KEPT_MS = 3 * 60_000;
/** An answer that was lost on the way is asked for again within seconds. */
const USED_MS = 30_000;

/**
 * Numbers that readers have read, until the visitor has taken a number with them: in the memory of this process for some
 * minutes, and nowhere else. A page gets a random word for one, never the number.
 */
export class Cards {
	readonly #clock: Clock;
	readonly #known = new Map<string, { number: string; cancel: Cancel }>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** How many are known at present. */
	get size(): number {
		return this.#known.size;
	}

	/** @returns the word by which the number is asked for */
	keep(number: string): string {
		const card = randomBytes(16).toString('base64url');
		this.#known.set(card, { number, cancel: this.#forgetIn(card, KEPT_MS) });
		return card;
	}

	/** Undefined once it is forgotten. */
	number(card: string): string | undefined {
		return this.#known.get(card)?.number;
	}

	/** It has served its purpose. */
	used(card: string): void {
		const known = this.#known.get(card);
		known?.cancel();
		if (known) this.#known.set(card, { ...known, cancel: this.#forgetIn(card, USED_MS) });
	}

	forget(card: string): void {
		this.#known.get(card)?.cancel();
		this.#known.delete(card);
	}

	/** Nobody is known any more. */
	clear(): void {
		for (const card of [...this.#known.keys()]) this.forget(card);
	}

	#forgetIn(card: string, ms: number): Cancel {
		return this.#clock.after(ms, () => this.#known.delete(card));
	}
}
