import type { Answer } from '#display/ask.ts';
import type { Lang } from '#display/words/index.ts';
import type { HelpView } from '#server/views.ts';

export type What = HelpView['what'];
/** As they are offered, after the one that every touch calls first. */
export const WHATS = ['staff', 'volunteer', 'sign-language', 'wheelchair'] as const satisfies readonly What[];

export interface HelpNeeds {
	/** the kiosk, or the visitor's own number */
	from: { device: string } | { token: string };
	ask: <T>(method: 'POST', path: string, body: unknown) => Promise<Answer<T>>;
}

/** One touch calls somebody (K-05); then it can be said what is needed, or that it is not needed any more. */
export class HelpCall {
	call: HelpView | null = $state.raw(null);
	busy = $state(false);
	failed = $state(false);
	open = $state(false);
	#needs: HelpNeeds;

	constructor(needs: HelpNeeds) {
		this.#needs = needs;
	}

	/** Somebody is called, or on the way. */
	get goesOn(): boolean {
		return this.call?.state === 'called' || this.call?.state === 'coming';
	}

	/** The button: it rings at once; while a call goes on, it shows how far it is. */
	async touch(lang: Lang): Promise<void> {
		this.open = true;
		if (!this.goesOn) await this.want('staff', lang);
	}

	/** Says what is needed; the call stays the same one. */
	async want(what: What, lang: Lang): Promise<void> {
		await this.#send('/help', { what, lang, ...this.#needs.from });
	}

	async callOff(): Promise<void> {
		if (this.call) await this.#send(`/help/${this.call.token}/call-off`, {});
		if (!this.failed) this.open = false;
	}

	/** News of the call, from the line. */
	told(view: HelpView): void {
		if (view.token === this.call?.token && view.seq >= this.call.seq) this.call = view;
	}

	/** The next visitor begins without it. */
	leave(): void {
		this.open = false;
		this.failed = false;
		if (!this.goesOn) this.call = null;
	}

	async #send(path: string, body: object): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		const answer = await this.#needs.ask<Omit<HelpView, 'seq'>>('POST', path, body);
		this.busy = false;
		this.failed = !answer.ok;
		if (answer.ok) this.call = { seq: this.call?.seq ?? 0, ...answer.value };
	}
}
