import type { Tx } from '#db/group.ts';
import type { Cancel } from './clock.ts';
import type { Hall } from './hall.ts';

/** Long enough to gather what one call sets in motion, short enough for an eye on the bench. */
const EVERY_MS = 200;

interface Wish {
	run: (tx: Tx) => Promise<void>;
	written: () => void;
}

/**
 * Bookkeeping that nobody waits for, such as what became of a board's picture: written together a few times a second,
 * in the order it was asked for. What is lost with the process is found out anew by the next one.
 */
export class Later {
	readonly #hall: Hall;
	readonly #told: { onWritten: () => void; onTrouble: (error: unknown) => void };
	#wishes: Wish[] = [];
	#timer: Cancel | undefined;
	#written: Promise<void> = Promise.resolve();

	constructor(hall: Hall, told: { onWritten: () => void; onTrouble: (error: unknown) => void }) {
		this.#hall = hall;
		this.#told = told;
	}

	/** Asks for something to be written soon; `written` is called when it is. */
	add(run: Wish['run'], written: Wish['written'] = () => undefined): void {
		this.#wishes.push({ run, written });
		this.#timer ??= this.#hall.clock.after(EVERY_MS, () => void this.flush());
	}

	/** Writes what was asked for so far. Trouble is told, not thrown. */
	flush(): Promise<void> {
		this.#timer?.();
		this.#timer = undefined;
		const wishes = this.#wishes;
		this.#wishes = [];
		const write = async (): Promise<void> => {
			if (wishes.length === 0) return;
			await this.#hall.write(async (tx) => {
				for (const wish of wishes) await wish.run(tx);
			});
			for (const wish of wishes) wish.written();
			this.#told.onWritten();
		};
		this.#written = this.#written.then(write).catch(this.#told.onTrouble);
		return this.#written;
	}
}
