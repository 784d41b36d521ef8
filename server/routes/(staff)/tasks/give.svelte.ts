import type { Answer, Problem } from '#display/ask.ts';

export interface GiveOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** a new id for a wish */
	intent: () => string;
}

/** A task that is being written: what, to whom, until when. A wish without an answer is the same wish when it is sent again. */
export class Giving {
	open = $state(false);
	title = $state('');
	text = $state('');
	day = $state('');
	urgent = $state(false);
	staff: string[] = $state([]);
	desks: string[] = $state([]);
	busy = $state(false);
	told: { kind: 'given'; count: number } | { kind: 'refused'; code: Problem['code'] } | null = $state.raw(null);
	#intent = '';
	#options: GiveOptions;

	constructor(options: GiveOptions) {
		this.#options = options;
	}

	begin(day: string): void {
		this.open = true;
		this.told = null;
		[this.title, this.text, this.day, this.urgent, this.staff, this.desks] = ['', '', day, false, [], []];
		this.#intent = this.#options.intent();
	}

	get filled(): boolean {
		return this.title.trim() !== '' && this.day !== '' && this.staff.length + this.desks.length > 0;
	}

	async send(): Promise<void> {
		if (!this.filled || this.busy) return;
		this.busy = true;
		const { title, text, day, urgent, staff, desks } = this;
		const body = { title, text, day, urgent, staff, desks, intent: this.#intent };
		const answer = await this.#options.ask<unknown[]>('POST', '/tasks', body);
		this.busy = false;
		if (answer.ok) {
			this.told = { kind: 'given', count: answer.value.length };
			this.open = false;
		} else this.told = { kind: 'refused', code: answer.problem.code };
	}

	back(): boolean {
		const was = this.open;
		this.open = false;
		this.told = null;
		return was;
	}
}
