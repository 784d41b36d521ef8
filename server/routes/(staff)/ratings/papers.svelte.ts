import type { Answer, Problem } from '#display/ask.ts';
import { GRADES, INDICATORS, REASONS, Sheet } from '#kiosk/rating/sheet.svelte.ts';
import type { Grade, Indicator, PaperService, PapersView, PaperTicket, RatingReason } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';

/** What a form asks, in its order; the reasons of a bad grade come last. */
export type PaperRow = 'grade' | Indicator | 'reasons';

/** The key of each reason, beside it on the page. */
export const REASON_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C'] as const;

/** The fields that are typed into, by the key that leads to them. */
export const FIELDS = { KeyQ: 'number', KeyD: 'day', KeyM: 'remark', KeyP: 'phone' } as const;
export type Field = (typeof FIELDS)[keyof typeof FIELDS];

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export type Told =
	{ kind: 'entered' | 'agreed' | 'differs'; number: string } | { kind: 'refused'; code: Problem['code'] };

export interface PaperOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
}

/** Entering paper forms, without a page: the number, the service, what stands on the form, all by keys. */
export class PaperWork {
	view: PapersView = $state.raw() as PapersView;
	day = $state('');
	number = $state('');
	found: PaperTicket | null = $state.raw(null);
	service: PaperService | null = $state.raw(null);
	sheet = $state.raw(new Sheet());
	/** where the next figure goes */
	row: PaperRow = $state('grade');
	busy = $state(false);
	told: Told | null = $state.raw(null);
	help = $state(false);
	/** which field wants the keyboard; the page gives it */
	wanted: Field | null = $state('number');
	#options: PaperOptions;

	constructor(view: PapersView, options: PaperOptions) {
		this.view = view;
		this.day = view.today;
		this.#options = options;
	}

	get rows(): PaperRow[] {
		return ['grade', ...INDICATORS, ...(this.sheet.bad ? (['reasons'] as const) : [])];
	}

	get ready(): boolean {
		return this.service !== null && this.sheet.grade !== null && this.sheet.phoneFits && !this.busy;
	}

	/** Finds the services of the number; with one that can be entered, that is it. */
	async find(): Promise<void> {
		const number = this.number.trim();
		if (this.busy || number === '') return;
		this.busy = true;
		this.told = null;
		const path = `/ratings/papers/${encodeURIComponent(this.day)}/${encodeURIComponent(number)}`;
		const answer = await this.#options.ask<PaperTicket>('GET', path);
		this.busy = false;
		this.#clear();
		if (!answer.ok) {
			this.told = { kind: 'refused', code: answer.problem.code };
			this.wanted = 'number';
			return;
		}
		this.found = answer.value;
		this.number = answer.value.number;
		const open = answer.value.services.filter(({ barred }) => barred === null);
		if (open.length === 1) this.service = open[0] ?? null;
	}

	choose(service: PaperService): void {
		if (service.barred === null) this.service = service;
	}

	async save(): Promise<void> {
		const body = this.sheet.body();
		if (!this.ready || !this.service || !body) return;
		const number = this.found?.number ?? '';
		this.busy = true;
		const wish = { ...body, leg: this.service.leg };
		const answer = await this.#options.ask<{ state: 'entered' | 'agreed' | 'differs' }>(
			'POST',
			'/ratings/papers',
			wish
		);
		this.busy = false;
		if (answer.ok) {
			this.again();
			this.told = { kind: answer.value.state, number };
		} else this.told = { kind: 'refused', code: answer.problem.code };
		await this.refresh();
	}

	/** The next form; nothing of this one stays. */
	again(): void {
		this.#clear();
		this.number = '';
		this.told = null;
		this.wanted = 'number';
	}

	async refresh(): Promise<void> {
		const answer = await this.#options.ask<PapersView>('GET', '/ratings/papers');
		if (answer.ok) this.view = answer.value;
	}

	/** @returns whether the key was this page's */
	press({ code, typing }: Press): boolean {
		if (typing) return this.#typing(code);
		const step = STEPS[code];
		if (step !== undefined) this.#move(step);
		else if (code === 'Slash') this.help = !this.help;
		else if (code === 'Escape') this.#escape();
		else if (code === 'Enter' || code === 'NumpadEnter') void this.save();
		else return this.#field(code) || this.#figure(code);
		return true;
	}

	#typing(code: string): boolean {
		if (code !== 'Enter' && code !== 'NumpadEnter') return false;
		if (this.service) void this.save();
		else void this.find();
		return true;
	}

	#escape(): void {
		if (this.help) this.help = false;
		else this.again();
	}

	#field(code: string): boolean {
		const field = Object.entries(FIELDS).find(([key]) => key === code)?.[1];
		if (field === undefined) return false;
		this.wanted = field;
		return true;
	}

	#figure(code: string): boolean {
		if (!this.found) return false;
		if (!this.service) return this.#chosen(code);
		if (this.row === 'reasons') return this.#reason(code);
		const grade = GRADES[(figureOf(code) ?? 0) - 1];
		if (grade === undefined) return false;
		this.set(this.row, grade);
		this.#move(1);
		return true;
	}

	#chosen(code: string): boolean {
		const service = this.found?.services[(figureOf(code) ?? 0) - 1];
		if (service) this.choose(service);
		return service !== undefined;
	}

	#reason(code: string): boolean {
		const at = REASON_KEYS.findIndex((key) => code === `Key${key}` || figureOf(code) === Number(key));
		const reason: RatingReason | undefined = REASONS[at];
		if (reason) this.sheet.turn(reason);
		return reason !== undefined;
	}

	set(row: PaperRow, grade: Grade): void {
		if (row === 'grade') this.sheet.choose(grade);
		else if (row !== 'reasons') this.sheet.rate(row, grade);
		if (!this.rows.includes(this.row)) this.row = 'grade';
	}

	#move(by: number): void {
		const { rows } = this;
		const at = rows.indexOf(this.row) + by;
		this.row = rows[Math.min(Math.max(at, 0), rows.length - 1)] ?? 'grade';
	}

	#clear(): void {
		this.found = null;
		this.service = null;
		this.sheet = new Sheet();
		this.row = 'grade';
	}
}
