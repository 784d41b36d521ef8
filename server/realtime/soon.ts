import type { Cancel, Clock } from '../clock.ts';

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

	constructor(options: SoonOptions<Key>) {
		this.#options = options;
	}

	/** Asks for a key to be worked within `everyMs`. */
	add(key: Key): void {
		this.#gathered.add(key);
		this.#timer ??= this.#options.clock.after(this.#options.everyMs, () => {
			this.#timer = undefined;
			for (const one of [...this.#gathered]) void this.now(one);
		});
	}

	/** Works a key as soon as what is in work is done. Resolves then; trouble is told, not thrown. */
	now(key: Key): Promise<void> {
		this.#gathered.delete(key);
		this.#tail = this.#tail.then(() => this.#options.work(key)).catch(this.#options.onTrouble);
		return this.#tail;
	}

	/** Works nothing more; resolves when what is in work is done. */
	async stop(): Promise<void> {
		this.#timer?.();
		this.#gathered.clear();
		await this.#tail;
	}
}
