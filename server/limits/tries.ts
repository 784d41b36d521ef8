import type { Clock } from '../clock.ts';

const MINUTE_MS = 60_000;
/** Names are the asker's own word; nobody fills the memory with them. */
const MOST_NAMES = 10_000;

/** How often somebody was wrong in the last minute, in this process. */
export class Tries {
	readonly #clock: Clock;
	readonly #wrong = new Map<string, number[]>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** How many wrong tries of the last minute are remembered under a name. */
	count(name: string): number {
		return this.#recent(name).length;
	}

	wrong(name: string): void {
		if (this.#wrong.size >= MOST_NAMES) this.#wrong.clear();
		this.#wrong.set(name, [...this.#recent(name), this.#clock.now()]);
	}

	#recent(name: string): number[] {
		const since = this.#clock.now() - MINUTE_MS;
		return (this.#wrong.get(name) ?? []).filter((at) => at > since);
	}
}
