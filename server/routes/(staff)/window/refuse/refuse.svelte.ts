import { intentId } from '#kiosk/intent.ts';
import { isBarred } from '#display/words/wording/check.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import { ticketWish } from '../../options.ts';
import type { Console } from '../console.svelte.ts';
import { isEnter } from '../notice/notice.svelte.ts';
import type { Panel } from '../panels.ts';

export type WayKind = 'unsolved' | 'window' | 'office';

/** A reason in the clerk's own words, with the law it rests on. */
interface Free {
	text: string;
	basis: string;
}

/**
 * A refusal by law at the window, or any other answer that something cannot be done: figures choose, Enter issues. Nothing
 * is said without its basis, and no "no" without a way onward.
 */
export class RefuseSheet implements Panel {
	readonly action = 'refuse';
	readonly ticket: number;
	mode: 'grounds' | 'other' | 'negative' = $state('grounds');
	chosen: readonly string[] = $state.raw([]);
	free: readonly Free[] = $state.raw([]);
	other = $state({ text: '', basis: '', override: false });
	answer = $state({ what: '', basis: '', office: '', window: '', override: false });
	way: WayKind = $state('unsolved');
	#desk: Console;
	#override = false;
	#intent = intentId();

	constructor(desk: Console, ticket: number) {
		this.#desk = desk;
		this.ticket = ticket;
		if (!desk.view.telling.unsolved) this.way = 'window';
	}

	get grounds(): Console['view']['telling']['grounds'] {
		return this.#desk.view.telling.grounds;
	}

	get windows(): Console['view']['targets']['windows'] {
		return this.#desk.view.targets.windows;
	}

	/** Where a negative answer can send somebody, in the order of the figure keys. */
	get ways(): WayKind[] {
		return this.#desk.view.telling.unsolved ? ['unsolved', 'window', 'office'] : ['window', 'office'];
	}

	get busy(): boolean {
		return this.#desk.busy !== null;
	}

	/** Whether what stands on the sheet can be issued. */
	get ready(): boolean {
		if (this.mode !== 'negative') return this.chosen.length + this.free.length > 0;
		const { what, basis, office, window, override } = this.answer;
		if (what.trim() === '' || basis.trim() === '' || isBarred(what, override)) return false;
		return this.way === 'unsolved' || (this.way === 'window' ? window : office).trim() !== '';
	}

	toggle(code: string): void {
		this.chosen = this.chosen.includes(code) ? this.chosen.filter((one) => one !== code) : [...this.chosen, code];
	}

	/** Puts a reason of the clerk's own on the list, with its law. */
	addOther(): void {
		const { text, basis, override } = this.other;
		if (text.trim() === '' || basis.trim() === '' || isBarred(text, override)) return;
		this.free = [...this.free, { text: text.trim(), basis: basis.trim() }];
		this.#override ||= override;
		this.other = { text: '', basis: '', override: false };
		this.mode = 'grounds';
	}

	async issue(): Promise<void> {
		if (!this.ready) return;
		if (this.mode === 'negative') return this.#sendAnswer();
		const body = { grounds: this.chosen, free: this.free, override: this.#override };
		await this.#desk.act(ticketWish(this.ticket, this.action, { intent: this.#intent, ...body }));
	}

	async #sendAnswer(): Promise<void> {
		const { what, basis, office, window, override } = this.answer;
		const kind = this.way;
		const way = { kind, to: kind === 'window' ? window : null, words: kind === 'office' ? office.trim() : null };
		const body = { intent: this.#intent, what: what.trim(), basis: basis.trim(), way, override };
		const wish = ticketWish(this.ticket, this.action, body);
		await this.#desk.act({ ...wish, path: `/tickets/${String(this.ticket)}/negative` });
	}

	/** One key: figures choose, letters open what is beside the list, Escape goes back one step. */
	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.#leave();
		if (isEnter(code)) {
			if (!repeat) this.#enter();
			return true;
		}
		if (typing) return false;
		const figure = figureOf(code);
		if (figure !== null) this.#figure(figure - 1);
		else if (code === 'KeyF' && this.mode === 'grounds') this.mode = 'other';
		else if (code === 'KeyG') this.mode = this.mode === 'negative' ? 'grounds' : 'negative';
		return true;
	}

	#leave(): boolean {
		const inside = this.mode !== 'grounds';
		this.mode = 'grounds';
		return inside;
	}

	#enter(): void {
		if (this.mode === 'other') this.addOther();
		else void this.issue();
	}

	#figure(at: number): void {
		if (this.mode === 'negative') this.way = this.ways[at] ?? this.way;
		const ground = this.mode === 'grounds' ? this.grounds[at] : undefined;
		if (ground) this.toggle(ground.code);
	}
}
