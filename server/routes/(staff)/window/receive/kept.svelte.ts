import type { ConsolePapers, OpenIntake } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { Console } from '../console.svelte.ts';
import { isEnter, NoticeSheet } from '../notice/notice.svelte.ts';
import type { Panel } from '../panels.ts';

/** Papers kept at the window whose visitors have still to be told: a figure opens the notice, X gives the papers back. */
export class KeptSheet implements Panel {
	readonly action = 'receive';
	readonly kept: readonly OpenIntake[];
	at = $state(0);
	/** why the papers are given back is being typed */
	giving = $state(false);
	reason = $state('');
	failed = $state(false);
	#desk: Console;

	constructor(desk: Console) {
		this.#desk = desk;
		this.kept = desk.view.telling.kept;
	}

	/** Opens the notice for papers whose visitor has gone; one who is still here is told when he is served. */
	async notice(at: number): Promise<void> {
		const intake = this.kept[at];
		if (!intake || intake.here) return;
		const answer = await this.#desk.ask<ConsolePapers>('GET', `/tickets/${String(intake.ticket)}/papers`);
		this.failed = !answer.ok;
		if (!answer.ok) return;
		const { ticket, number } = intake;
		this.#desk.panel = new NoticeSheet(this.#desk, { ticket, number, papers: answer.value, kept: true });
	}

	/** Nothing is missing: what was kept is accepted, and the matter begins. */
	async accept(at: number): Promise<void> {
		const intake = this.kept[at];
		if (!intake || intake.here) return;
		await this.#close(`/tickets/${String(intake.ticket)}/accept`, { delivery: null });
	}

	/** The applicant has the papers back. */
	async giveBack(): Promise<void> {
		const intake = this.kept[this.at];
		if (!intake || this.reason.trim() === '') return;
		await this.#close(`/intakes/${String(intake.id)}/withdraw`, { reason: this.reason.trim() });
	}

	async #close(path: string, body: object): Promise<void> {
		const answer = await this.#desk.ask('POST', path, body);
		this.failed = !answer.ok;
		if (answer.ok) this.#desk.back();
	}

	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') {
			const inside = this.giving;
			this.giving = false;
			return inside;
		}
		if (isEnter(code)) {
			if (!repeat) void (this.giving ? this.giveBack() : this.notice(this.at));
			return true;
		}
		if (typing) return false;
		this.#list(code);
		return true;
	}

	#list(code: string): void {
		const figure = figureOf(code);
		if (figure !== null && this.kept[figure - 1]) this.at = figure - 1;
		if (figure !== null) void this.notice(figure - 1);
		if (code === 'ArrowDown') this.at = Math.min(this.kept.length - 1, this.at + 1);
		if (code === 'ArrowUp') this.at = Math.max(0, this.at - 1);
		if (code === 'KeyA') void this.accept(this.at);
		if (code === 'KeyX') this.giving = true;
	}
}
