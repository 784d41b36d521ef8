import { intentId } from '#kiosk/intent.ts';
import { isBarred } from '#display/words/wording/check.ts';
import type { ConsolePapers, EarlierNotice, NoticeView, SecondReason } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import { ticketWish } from '../../options.ts';
import type { Console } from '../console.svelte.ts';
import type { Panel } from '../panels.ts';
import { asksAnew, freeRow, rowsOf, ROWS_A_PAGE, tickedFirst, type NoticeRow } from './rows.ts';

/** Of whom something is told: the visitor at the window, or one who has gone and whose papers stayed. */
export interface NoticeSubject {
	ticket: number;
	number: string;
	papers: ConsolePapers;
	kept: boolean;
}

export const SECOND: readonly SecondReason[] = ['rules-changed', 'new-facts', 'our-mistake'];

/**
 * The one-time notice at the window: figures tick, Enter issues. What stands on the sheet stands still while it is open.
 * Three missing papers are told with five keys: Q 1 2 3 Enter.
 */
export class NoticeSheet implements Panel {
	readonly action = 'notice';
	readonly subject: NoticeSubject;
	rows: NoticeRow[] = $state.raw([]);
	ticked: readonly number[] = $state.raw([]);
	/** the line that Space ticks */
	at = $state(0);
	/** what is typed or chosen beside the list */
	mode: 'list' | 'other' | 'due' | 'code' | 'reason' = $state('list');
	earlier: EarlierNotice | null = $state.raw(null);
	other = $state({ text: '', basis: '', override: false });
	due = $state('');
	code = $state('');
	codeFault: 'unknown' | 'other' | null = $state(null);
	reason: SecondReason | null = $state(null);
	words = $state('');
	/** Enter was pressed with nothing on the list */
	empty = $state(false);
	#desk: Console;
	#override = false;
	#intent = intentId();

	constructor(desk: Console, subject: NoticeSubject) {
		this.#desk = desk;
		this.subject = subject;
		this.due = subject.papers.dueDay;
		this.#follow(subject.papers.earlier);
	}

	get page(): number {
		return Math.floor(this.at / ROWS_A_PAGE);
	}

	get pages(): number {
		return Math.max(1, Math.ceil(this.rows.length / ROWS_A_PAGE));
	}

	/** Whether what is ticked needs a reason to be told at all. */
	get anew(): boolean {
		return this.earlier !== null && asksAnew(this.rows, this.ticked);
	}

	/** Everything that was asked for has come, and nothing new is. */
	get allCame(): boolean {
		return this.earlier?.by === 'return' && this.ticked.length === 0;
	}

	get busy(): boolean {
		return this.#desk.busy !== null;
	}

	toggle(at: number): void {
		if (!this.rows[at]) return;
		this.at = at;
		this.empty = false;
		this.ticked = this.ticked.includes(at) ? this.ticked.filter((one) => one !== at) : [...this.ticked, at];
	}

	/** Puts what no list has on this one, with its law. */
	addOther(): void {
		const { text, basis, override } = this.other;
		if (text.trim() === '' || basis.trim() === '' || isBarred(text, override)) return;
		this.rows = [...this.rows, freeRow({ zh: text.trim(), en: text.trim() }, basis.trim())];
		this.#override ||= override;
		this.toggle(this.rows.length - 1);
		this.other = { text: '', basis: '', override: false };
		this.mode = 'list';
	}

	/** The notice that the visitor shows. */
	async lookUp(): Promise<void> {
		const path = `/notices/${encodeURIComponent(this.code.replace(/\D/g, ''))}`;
		const answer = await this.#desk.ask<NoticeView>('GET', path);
		if (!answer.ok || answer.value.kind !== 'missing') {
			this.codeFault = 'unknown';
			return;
		}
		const shown = answer.value;
		const names = this.subject.papers.list.map((paper) => paper.name.zh);
		const places = shown.lines.map((line) => (line.basis === null ? names.indexOf(line.name.zh) : null));
		if (places.includes(-1)) {
			this.codeFault = 'other';
			return;
		}
		const { code, day, window, staff, dueDay, lines } = shown;
		this.#follow({ code, day, window, staff, dueDay, lines, places, by: 'code' });
		this.mode = 'list';
	}

	#follow(earlier: EarlierNotice | null): void {
		this.earlier = earlier;
		this.rows = rowsOf(this.subject.papers, earlier);
		this.ticked = tickedFirst(this.rows);
	}

	/** Issues what is ticked; asks for the reason first where there must be one. */
	async issue(): Promise<void> {
		if (this.allCame) return this.#send('papers', { came: this.earlier?.lines.map((_, at) => at) ?? [] });
		this.empty = this.ticked.length === 0;
		if (this.empty) return;
		const reasoned = this.reason !== null && this.words.trim() !== '';
		if (this.anew && !reasoned) this.mode = 'reason';
		else await this.#send('notice', this.#body());
	}

	#body(): Record<string, unknown> {
		const rows = this.rows.filter((_, at) => this.ticked.includes(at));
		return {
			intent: this.#intent,
			materials: rows.flatMap(({ place }) => place ?? []),
			free: rows.flatMap(({ place, name, basis }) => (place === null ? [{ text: name.zh, basis: basis ?? '' }] : [])),
			dueDay: this.due === this.subject.papers.dueDay ? null : this.due,
			earlier: this.earlier?.by === 'code' ? this.earlier.code : null,
			second: this.anew ? { reason: this.reason, words: this.words.trim() } : null,
			override: this.#override
		};
	}

	#send(verb: 'notice' | 'papers', body: Record<string, unknown>): Promise<void> {
		const wish = ticketWish(this.subject.ticket, this.action, body);
		return this.#desk.act({ ...wish, path: `/tickets/${String(this.subject.ticket)}/${verb}` });
	}

	/** One key: figures tick on the list, letters open what is beside it, Escape goes back one step. */
	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.#leave();
		if (isEnter(code)) return this.#enter(repeat);
		if (typing) return false;
		if (this.mode === 'reason') this.#choose(code);
		else this.#list(code);
		return true;
	}

	#leave(): boolean {
		const inside = this.mode !== 'list';
		this.mode = 'list';
		this.codeFault = null;
		return inside;
	}

	#enter(repeat: boolean): boolean {
		if (repeat) return true;
		if (this.mode === 'other') this.addOther();
		else if (this.mode === 'code') void this.lookUp();
		else if (this.mode === 'due') this.mode = 'list';
		else void this.issue();
		return true;
	}

	#choose(code: string): void {
		const figure = figureOf(code);
		if (figure !== null) this.reason = SECOND[figure - 1] ?? this.reason;
	}

	#list(code: string): void {
		const figure = figureOf(code);
		if (figure !== null) this.toggle(this.page * ROWS_A_PAGE + figure - 1);
		else if (code === 'Space') this.toggle(this.at);
		else if (code === 'KeyF') this.mode = 'other';
		else if (code === 'KeyD') this.mode = 'due';
		else if (code === 'KeyC') this.mode = 'code';
		else this.#move(code);
	}

	#move(code: string): void {
		const last = this.rows.length - 1;
		const steps: Partial<Record<string, number>> = {
			ArrowDown: 1,
			ArrowUp: -1,
			ArrowRight: ROWS_A_PAGE,
			PageDown: ROWS_A_PAGE,
			ArrowLeft: -ROWS_A_PAGE,
			PageUp: -ROWS_A_PAGE
		};
		const step = steps[code] ?? 0;
		const to = Math.abs(step) === 1 ? this.at + step : (this.page + Math.sign(step)) * ROWS_A_PAGE;
		if (step !== 0 && to >= 0 && to <= last) this.at = to;
	}
}

/** Either Enter. */
export function isEnter(code: string): boolean {
	return code === 'Enter' || code === 'NumpadEnter';
}
