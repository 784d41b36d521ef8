import type { Tx } from '#db/group.ts';
import { storageTrouble } from '#db/trouble.ts';
import type { Cancel } from './clock.ts';
import type { Hall } from './hall.ts';

/** Long enough to gather what one call sets in motion, short enough for an eye on the bench. */
const EVERY_MS = 200;
/** A storage that is not well is asked again so often; so many wishes wait for it, the newest ones. */
const AGAIN_MS = 1000;
const MOST_KEPT = 2000;

interface Wish {
	run: (tx: Tx) => Promise<void>;
	written: () => void;
}

/**
 * Bookkeeping that nobody waits for, such as what became of a board's picture: written together a few times a second,
 * in the order it was asked for; one that fails takes none of the others with it. While the storage is not well it is kept.
 * What is lost with the process is found out anew by the next one.
 */
export class Later {
	readonly #hall: Hall;
	readonly #told: { onWritten: () => void; onTrouble: (error: unknown) => void };
	#wishes: Wish[] = [];
	#timer: Cancel | undefined;
	#closed = false;
	#written: Promise<void> = Promise.resolve();

	constructor(hall: Hall, told: { onWritten: () => void; onTrouble: (error: unknown) => void }) {
		this.#hall = hall;
		this.#told = told;
	}

	/** Asks for something to be written soon; `written` is called when it is. */
	add(run: Wish['run'], written: Wish['written'] = () => undefined): void {
		if (this.#closed) return;
		this.#wishes.push({ run, written });
		this.#timer ??= this.#hall.clock.after(EVERY_MS, () => void this.#next(true));
	}

	/** Writes what was asked for so far, and keeps none of it. Trouble is told, not thrown. */
	flush(): Promise<void> {
		return this.#next(false);
	}

	/** The same for good: what comes afterwards, from a wire that is being closed, is let go. */
	close(): Promise<void> {
		this.#closed = true;
		return this.flush();
	}

	#next(keeps: boolean): Promise<void> {
		this.#timer?.();
		this.#timer = undefined;
		this.#written = this.#written.then(() => this.#write(keeps)).catch(this.#told.onTrouble);
		return this.#written;
	}

	async #write(keeps: boolean): Promise<void> {
		const wishes = this.#wishes.splice(0);
		if (wishes.length === 0) return;
		// Asked for in one moment, they share a commit.
		const outcomes = await Promise.allSettled(wishes.map(({ run }) => this.#hall.write(run)));
		const failed = outcomes.map((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
		for (const reason of new Set(failed.flat())) this.#told.onTrouble(reason);
		wishes.filter((_, i) => failed[i]?.length === 0).forEach(({ written }) => written());
		if (failed.some((one) => one.length === 0)) this.#told.onWritten();
		if (keeps) this.#keep(wishes.filter((_, i) => failed[i]?.some(storageTrouble) === true));
	}

	/** What the storage did not take is before what was asked for meanwhile. */
	#keep(wishes: readonly Wish[]): void {
		if (wishes.length === 0) return;
		this.#wishes = [...wishes, ...this.#wishes].slice(-MOST_KEPT);
		this.#timer?.();
		this.#timer = this.#hall.clock.after(AGAIN_MS, () => void this.#next(true));
	}
}
