import { intentId } from '#kiosk/intent.ts';
import type { Press } from '../keyboard.ts';
import type { Console } from './console.svelte.ts';

/** The silent key: on no label that a visitor could read, and it works whatever is open or typed. */
export const SILENT_KEY = 'F9';
const AGAIN_MS = 2000;
const NOTED_MS = 6000;

/** A clerk in trouble calls the desk without a word (G-04). A call that was not answered is made again: the same wish is one call. */
export class SilentCall {
	/** a plain word for the clerk that it has arrived, as after any other key */
	noted = $state(false);
	#desk: Console;

	constructor(desk: Console) {
		this.#desk = desk;
	}

	press({ code, repeat }: Press): boolean {
		if (code !== SILENT_KEY) return false;
		if (!repeat) void this.#call(intentId());
		return true;
	}

	async #call(intent: string): Promise<void> {
		const path = `/windows/${encodeURIComponent(this.#desk.view.window.code)}/silent-call`;
		const answer = await this.#desk.ask('POST', path, { intent });
		if (answer.ok) {
			this.noted = true;
			this.#desk.after(NOTED_MS, () => {
				this.noted = false;
			});
		} else if (answer.problem.code === 'offline') {
			this.#desk.after(AGAIN_MS, () => void this.#call(intent));
		}
	}
}
