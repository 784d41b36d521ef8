import { isBarred } from '#display/words/wording/check.ts';
import type { Press } from '../../keyboard.ts';
import type { Console } from '../console.svelte.ts';
import type { Panel } from '../panels.ts';

/** So long after the last letter the screen shows what stands in the field. */
const SEND_AFTER_MS = 250;

/** What the clerk writes on the screen that faces the visitor: every word goes out as it is typed, but for forbidden ones. */
export class Say implements Panel {
	readonly action = 'say';
	typed = $state('');
	/** what was found in it goes out all the same */
	override = $state(false);
	/** what did not reach the screen */
	failed = $state(false);
	#desk: Console;
	#stop: (() => void) | null = null;

	constructor(desk: Console) {
		this.#desk = desk;
		this.typed = desk.view.text;
	}

	/** What the screen shows now. */
	get shown(): string {
		return this.#desk.view.text;
	}

	type(text: string): void {
		this.typed = text;
		this.#stop?.();
		if (!this.isHeld) this.#stop = this.#desk.after(SEND_AFTER_MS, () => void this.send());
	}

	/** Whether forbidden wording keeps it from the screen. */
	get isHeld(): boolean {
		return isBarred(this.typed, this.override);
	}

	/** Sends it as it is, or no longer does. */
	decide(override: boolean): void {
		if (override === this.override) return;
		this.override = override;
		if (override) void this.send();
	}

	/** Wipes field and screen. */
	clear(): void {
		this.typed = '';
		void this.send();
	}

	async send(): Promise<void> {
		this.#stop?.();
		this.#stop = null;
		if (!this.isHeld) this.failed = !(await this.#desk.say(this.typed, this.override));
	}

	/** Enter sends at once; the letters are the field's. */
	press({ code, typing }: Press): boolean {
		if (code !== 'Enter' || !typing) return false;
		void this.send();
		return true;
	}
}
