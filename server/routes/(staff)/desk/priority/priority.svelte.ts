import type { Problem } from '#display/ask.ts';
import { words } from '#display/words/index.ts';
import type { ConfirmableClass, DeskTicket, Text } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import { both } from '../../options.ts';
import type { DeskWork } from '../desk.svelte.ts';
import type { DeskPanel } from '../panels.ts';

/** One thing that a figure key does now. */
export interface Choice {
	label: Text;
	note: Text | null;
	choose: () => void;
}

type Step = 'number' | 'what' | 'class' | 'proof' | 'refusal' | 'window';

const MOST_COMPANIONS = 9;
const REFUSALS = ['noPapers', 'doesNotApply', 'notWanted'] as const;

/**
 * Priority at the desk (G-02, K-04): a number is chosen, then a class granted with the kind of proof that was seen, or
 * refused with the reason, or the visitor is accompanied to a window that suits. A figure a choice; plus and minus count who
 * comes along. The number of a proof is never asked for.
 */
export class PrioritySheet implements DeskPanel {
	readonly action = 'priority';
	step: Step = $state('number');
	ticket: DeskTicket | null = $state.raw(null);
	granting: ConfirmableClass | null = $state.raw(null);
	companions = $state(0);
	typed = $state('');
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	/** what was done last */
	told: 'class' | 'escort' | 'reached' | null = $state(null);
	#desk: DeskWork;

	constructor(desk: DeskWork) {
		this.#desk = desk;
		if (desk.found?.state === 'live') this.#take(desk.found);
	}

	/** What the figure keys do in this step. */
	get choices(): Choice[] {
		switch (this.step) {
			case 'number':
				return this.#numbers();
			case 'what':
				return this.ticket ? this.#whats(this.ticket) : [];
			case 'class':
				return this.#classes();
			case 'proof':
				return this.#proofs();
			case 'refusal':
				return this.#refusals();
			case 'window':
				return this.#windows();
		}
	}

	/** Finds the number that was typed. */
	async find(number = this.typed): Promise<void> {
		if (number.trim() === '' || this.busy) return;
		this.busy = true;
		const answer = await this.#desk.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(number.trim())}`);
		this.busy = false;
		if (answer.ok) this.#take(answer.value);
		else this.problem = answer.problem.code;
	}

	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.#back();
		if (typing || repeat) return false;
		if (MORE.includes(code)) this.count(1);
		else if (FEWER.includes(code)) this.count(-1);
		else return this.#pick((figureOf(code) ?? 0) - 1);
		return true;
	}

	/** The number is chosen by its slip, as long as none is. */
	scanned(ticket: DeskTicket): boolean {
		if (this.step !== 'number' || this.busy || ticket.state !== 'live') return false;
		this.#take(ticket);
		return true;
	}

	/** One more or one fewer who comes along. */
	count(by: 1 | -1): void {
		this.companions = Math.min(MOST_COMPANIONS, Math.max(0, this.companions + by));
	}

	#pick(index: number): boolean {
		const choice = this.choices[index];
		if (choice && !this.busy) choice.choose();
		return choice !== undefined;
	}

	/** One step back; the sheet closes from where it began. */
	#back(): boolean {
		if (this.step === 'number' || this.step === 'what') return false;
		this.step = this.step === 'proof' ? 'class' : 'what';
		return true;
	}

	#take(ticket: DeskTicket): void {
		this.ticket = ticket;
		this.companions = ticket.care?.companions ?? 0;
		this.typed = ticket.number;
		this.problem = null;
		this.step = 'what';
	}

	#numbers(): Choice[] {
		return this.#desk.view.claims.slice(0, 9).map((line) => ({
			label: { zh: line.number, en: line.number },
			note: line.priority,
			choose: () => void this.find(line.number)
		}));
	}

	#whats(ticket: DeskTicket): Choice[] {
		const go = (label: Text, step: Step): Choice => ({ label, note: null, choose: () => (this.step = step) });
		const may = (action: DeskTicket['allowed'][number]): boolean => ticket.allowed.includes(action);
		return [
			...(may('class')
				? [
						go(
							both((w) => w.care.grant),
							'class'
						)
					]
				: []),
			...(may('class') && ticket.class !== 'ordinary'
				? [
						go(
							both((w) => w.care.refuse),
							'refusal'
						)
					]
				: []),
			...(may('escort')
				? [
						go(
							both((w) => w.care.escort),
							'window'
						)
					]
				: []),
			...(may('reached') ? [this.#reaching()] : [])
		];
	}

	#reaching(): Choice {
		return { label: both((w) => w.care.reached), note: null, choose: () => void this.#act('reached', {}) };
	}

	/** The class that is claimed comes first. */
	#classes(): Choice[] {
		const own = this.ticket?.class;
		const classes = this.#desk.view.classes.toSorted((a, b) => Number(b.code === own) - Number(a.code === own));
		return classes.map((one) => ({
			label: one.name,
			note: one.code === own ? both((w) => w.care.claimed) : null,
			choose: () => {
				this.granting = one;
				this.step = 'proof';
			}
		}));
	}

	#proofs(): Choice[] {
		const { granting } = this;
		if (!granting) return [];
		const seen = (proof: string | null, label: Text): Choice => ({
			label,
			note: null,
			choose: () => void this.#act('class', { ...this.#granted(granting), proof })
		});
		return [
			...granting.proofs.map(({ code, name }) => seen(code, name)),
			seen(
				null,
				both((w) => w.care.personSeen)
			)
		];
	}

	#granted({ code }: ConfirmableClass): object {
		const reason = words('zh-CN').console.classReason.isSeen;
		return { class: code, seen: true, reason, companions: this.companions };
	}

	#refusals(): Choice[] {
		return REFUSALS.map((reason) => ({
			label: both((w) => w.console.classReason[reason]),
			note: null,
			choose: () =>
				void this.#act('class', { class: 'ordinary', seen: false, reason: words('zh-CN').console.classReason[reason] })
		}));
	}

	#windows(): Choice[] {
		const to = (window: string | null, label: Text): Choice => ({
			label,
			note: null,
			choose: () => void this.#act('escort', { window })
		});
		const windows = this.ticket?.accessible ?? [];
		return [
			...windows.map(({ code, name }) => to(code, name)),
			to(
				null,
				both((w) => w.care.anyWindow)
			)
		];
	}

	async #act(action: 'class' | 'escort' | 'reached', body: object): Promise<void> {
		if (!this.ticket || this.busy) return;
		this.busy = true;
		this.told = null;
		const answer = await this.#desk.ask('POST', `/tickets/${String(this.ticket.id)}/${action}`, body);
		this.busy = false;
		this.problem = answer.ok ? null : answer.problem.code;
		if (!answer.ok) return;
		await this.find(this.ticket.number);
		this.told = action;
	}
}

const MORE = ['Equal', 'NumpadAdd'];
const FEWER = ['Minus', 'NumpadSubtract'];
