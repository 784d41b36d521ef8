import { linesAfter } from '#db/ledger.ts';
import type { LedgerRow } from '#db/schema.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';

/** While lines pour in they are read in handfuls this far apart; a single one is read at once. */
const BREATH_MS = 20;
/** Read again after a failed read; and now and then anyway, in case a waking call was lost. */
const AGAIN_MS = 500;
const ANYWAY_MS = 5000;

/**
 * Reads the ledger as it grows, whichever process wrote it, and hands the lines on in their order, each once.
 * It is the only source of what sockets and devices hear.
 */
export class Follower {
	readonly #hall: Hall;
	readonly #handle: (lines: LedgerRow[]) => Promise<void>;
	readonly #onTrouble: (error: unknown) => void;
	/** number of the last line handed on */
	seq = 0;
	#woken = false;
	#running: Promise<void> | undefined;
	#readAt = 0;
	#timers: Cancel[] = [];
	#stopped = false;

	constructor(hall: Hall, handle: (lines: LedgerRow[]) => Promise<void>, onTrouble: (error: unknown) => void) {
		this.#hall = hall;
		this.#handle = handle;
		this.#onTrouble = onTrouble;
		this.#timers.push(hall.clock.every(ANYWAY_MS, () => this.wake()));
	}

	/** Follows on from the line `seq`. */
	begin(seq: number): void {
		this.seq = seq;
		this.wake();
	}

	/** Something was committed, here or elsewhere. */
	wake(): void {
		this.#woken = true;
		if (this.#stopped) return;
		this.#running ??= this.#run().finally(() => {
			this.#running = undefined;
			if (this.#woken) this.wake();
		});
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		for (const cancel of this.#timers) cancel();
		await this.#running;
	}

	async #run(): Promise<void> {
		const since = this.#hall.clock.now() - this.#readAt;
		if (since < BREATH_MS) await this.#pause(BREATH_MS - since);
		this.#woken = false;
		try {
			await this.#readOn();
		} catch (error) {
			this.#onTrouble(error);
			await this.#pause(AGAIN_MS);
			this.#woken = !this.#stopped;
		}
	}

	async #readOn(): Promise<void> {
		this.#readAt = this.#hall.clock.now();
		for (;;) {
			const lines = await linesAfter(this.#hall.read, this.#hall.id, this.seq);
			const last = lines.at(-1);
			if (!last || this.#stopped) return;
			await this.#handle(lines);
			this.seq = last.seq;
		}
	}

	#pause(ms: number): Promise<void> {
		return new Promise((resolve) => this.#hall.clock.after(ms, resolve));
	}
}
