import type { CallView } from '#server/views.ts';

/** Receipts of older calls help nobody: a screen switched on at noon has not shown the morning's calls. */
const RECEIPT_MS = 60_000;
const REMEMBERED = 200;

type Shown = Pick<CallView, 'id' | 'at'>;

/**
 * Which calls a screen has told to be shown: each once, and none before the line is up. What is sent earlier comes before the
 * screen has said what it is, and is not heard.
 */
export class Receipts {
	/** the newest last */
	#told: Shown['id'][] = [];
	/** stood on the screen before its line was up */
	#waiting = new Set<Shown['id']>();
	#now: () => number;

	/** @param now the hall's time, milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Whether a call on the screen is to be told now; from then on it is not. Without a line it waits for `waited()`. */
	isToTell({ id, at }: Shown, connected: boolean): boolean {
		if (this.#told.includes(id) || this.#now() - at > RECEIPT_MS) return false;
		if (connected) this.#told = [...this.#told, id].slice(-REMEMBERED);
		else this.#waiting.add(id);
		return connected;
	}

	/** What stood on the screen while there was no line, once: to be shown again. */
	waited(): Shown['id'][] {
		const ids = [...this.#waiting];
		this.#waiting.clear();
		return ids;
	}
}
