import { randomUUID } from 'node:crypto';
import type { CardOutcome, ReadFor } from '#printer/input/id-card.ts';
import type { Way } from './way.ts';

/** Asks readers of identity cards on another machine. What they read is in memory only, here and there, and only until it is told. */
export class FarCards {
	readonly #way: Way;
	readonly #asked = new Map<string, (outcome: CardOutcome) => void>();

	constructor(way: Way) {
		this.#way = way;
	}

	read(reader: string, { limitMs, signal }: ReadFor): Promise<CardOutcome> {
		if (this.#way.boot === undefined) return Promise.resolve({ outcome: 'absent' });
		if (signal.aborted) return Promise.resolve({ outcome: 'none' });
		const ask = randomUUID();
		return new Promise((resolve) => {
			const stop = (): void => {
				this.#way.say({ say: 'stop-card', ask });
				this.took(ask, { outcome: 'none' });
			};
			signal.addEventListener('abort', stop, { once: true });
			this.#asked.set(ask, (outcome) => {
				signal.removeEventListener('abort', stop);
				resolve(outcome);
			});
			this.#way.say({ say: 'ask-card', ask, reader, limitMs });
		});
	}

	took(ask: string, outcome: CardOutcome): void {
		const settle = this.#asked.get(ask);
		this.#asked.delete(ask);
		settle?.(outcome);
	}

	/** The agent is not there: nobody will answer. */
	lost(): void {
		for (const ask of [...this.#asked.keys()]) this.took(ask, { outcome: 'absent' });
	}
}
