import { storageTrouble } from '#db/trouble.ts';
import type { Cancel, Clock } from '../clock.ts';

const AGAIN_MS = 2000;

export interface SoonOptions<Key> {
	clock: Clock;
	/** a key asked for again and again is worked once in this time */
	everyMs: number;
	work: (key: Key) => Promise<void>;
	onTrouble: (error: unknown) => void;
}

/**
 * Works keys one after the other: what is asked for `now` at once, anything else gathered for a moment, so that a rush
 * of changes draws a page a few times a second and not with each. One key is never worked twice at the same time.
 */
export class Soon<Key> {
	readonly #options: SoonOptions<Key>;
	#gathered = new Set<Key>();
	#timer: Cancel | undefined;
	#tail: Promise<void> = Promise.resolve();
	#stopped = false;

	constructor(options: SoonOptions<Key>) {
		this.#options = options;
	}

	/** Asks for a key to be worked within `everyMs`. */
	add(key: Key): void {
		if (this.#stopped) return;
		this.#gathered.add(key);
		this.#timer ??= this.#options.clock.after(this.#options.everyMs, () => {
			this.#timer = undefined;
			for (const one of [...this.#gathered]) void this.now(one);
		});
	}

	/** Works a key as soon as what is in work is done. Resolves then; trouble is told, not thrown. */
	now(key: Key): Promise<void> {
		this.#gathered.delete(key);
		this.#tail = this.#tail
			.then(() => this.#options.work(key))
			.catch((error: unknown) => {
				this.#options.onTrouble(error);
				if (storageTrouble(error) !== undefined) this.#again(key);
			});
		return this.#tail;
	}

	/** The storage will be well again: what could not be read is not forgotten. */
	#again(key: Key): void {
		if (!this.#stopped) this.#options.clock.after(AGAIN_MS, () => this.add(key));
	}

	/** Works nothing more; resolves when what is in work is done. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#timer?.();
		this.#gathered.clear();
		await this.#tail;
	}
}
