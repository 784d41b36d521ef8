import type { CallView } from '#server/views.ts';

/** Receipts of older calls help nobody: a screen switched on at noon has not shown the morning's calls. */
const RECEIPT_MS = 60_000;
const REMEMBERED = 200;

/** Which calls a screen has told to be shown: each once. */
export class Receipts {
	/** the newest last */
	#told: CallView['id'][] = [];
	#now: () => number;

	/** @param now the hall's time, milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Whether this one is still to be told; from now on it is not. */
	isNew({ id, at }: Pick<CallView, 'id' | 'at'>): boolean {
		if (this.#told.includes(id) || this.#now() - at > RECEIPT_MS) return false;
		this.#told = [...this.#told, id].slice(-REMEMBERED);
		return true;
	}
}
