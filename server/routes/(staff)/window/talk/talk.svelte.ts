import type { Situation } from '#display/words/phrases/library.ts';
import { Opinion } from '../opinion/opinion.svelte.ts';
import type { Console } from '../console.svelte.ts';
import { fitting, type Chosen, type Fitting, type Moment } from './moment.ts';

/** What is to be said at a console now. */
export class Talk {
	/** what the clerk has chosen to say; gone with the next act */
	chosen: Chosen | null = $state.raw(null);
	#desk: Console;

	constructor(desk: Console) {
		this.#desk = desk;
	}

	/** What the fitting phrase depends on. */
	get moment(): Moment {
		const { view, panel, menu, now } = this.#desk;
		const open = panel instanceof Opinion && panel.kind ? panel.kind : (panel?.action ?? menu?.action ?? null);
		return { view, open, chosen: this.chosen, now };
	}

	/** The phrase that fits; null while nobody is there. */
	get fitting(): Fitting | null {
		return fitting(this.moment);
	}

	/** The clerk says something of that situation from now on. */
	choose(situation: Situation): void {
		this.chosen = { situation, at: this.#desk.now };
	}
}
