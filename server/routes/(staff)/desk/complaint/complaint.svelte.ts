import type { Problem } from '#display/ask.ts';
import type { CaseView, ComplaintDesk, DeskTicket, SameComplaint } from '#server/views.ts';
import {
	AGAINST,
	CLASSES,
	KINDS,
	type ComplaintAgainst,
	type ComplaintClass,
	type ComplaintKind
} from '../../complaints/complaints.svelte.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { DeskWork } from '../desk.svelte.ts';
import type { DeskPanel } from '../panels.ts';

/** What came of it: its number, and the code that the visitor follows it by. */
export interface Taken {
	id: number;
	number: string;
	code: string;
}

/** The steps, in the order in which one listens: of what kind, against whom; the words; how to answer; what is told. */
type Step = 'kind' | 'class' | 'against' | 'words';

/** How the visitor wants to hear of it. */
type Contact = NonNullable<CaseView['visitor']>['contact'];

const CONTACTS: readonly Contact[] = ['page', 'call', 'none'];

/**
 * A complaint at the desk (C-01, C-04): three figures say what it is, then the visitor's own words are written down. What
 * may be the same is looked for meanwhile. It is taken when the visitor has been told until when, and how to ask.
 */
export class ComplaintSheet implements DeskPanel {
	readonly action = 'complaint';
	step: Step = $state('kind');
	kind: ComplaintKind = $state('complaint');
	class: ComplaintClass = $state('other');
	against: ComplaintAgainst = $state('hall');
	text = $state('');
	urgent = $state(false);
	/** a number as it is typed, and whose it is */
	number = $state('');
	ticket: DeskTicket | null = $state.raw(null);
	unknownNumber = $state(false);
	staff = $state('');
	department = $state('');
	window = $state('');
	name = $state('');
	phone = $state('');
	contact: Contact = $state('page');
	resultDay = $state('');
	told = $state(false);
	same: SameComplaint[] = $state.raw([]);
	/** the open case to which this is added */
	linked: SameComplaint | null = $state.raw(null);
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	taken: Taken | null = $state.raw(null);
	#desk: DeskWork;
	#intent: string;
	/** the number as it was looked up last */
	#typed = '';
	/** the last question for what is the same; an older answer is dropped */
	#asked = 0;

	constructor(desk: DeskWork) {
		this.#desk = desk;
		this.#intent = desk.intent();
		if (desk.found) this.#take(desk.found);
	}

	/** What the desk knows of terms, departments and windows. */
	get desk(): ComplaintDesk {
		return this.#desk.view.complaint;
	}

	/** What the figure keys choose between in this step. */
	get choices(): readonly string[] {
		if (this.step === 'kind') return KINDS;
		if (this.step === 'class') return CLASSES;
		return this.step === 'against' ? AGAINST : [];
	}

	choose(word: string): void {
		const { step } = this;
		if (step === 'kind') this.kind = KINDS.find((one) => one === word) ?? 'complaint';
		else if (step === 'class') this.class = CLASSES.find((one) => one === word) ?? 'other';
		else if (step === 'against') this.against = AGAINST.find((one) => one === word) ?? 'hall';
		this.step = NEXT[step](this.kind);
	}

	/** Whether it can be taken as it stands here. */
	get filled(): boolean {
		return this.step === 'words' && this.text.trim() !== '' && this.told && !this.unknownNumber;
	}

	/** Finds whose number was typed; then what may be the same. */
	async find(): Promise<void> {
		const typed = this.number.trim();
		this.#typed = typed;
		this.ticket = null;
		this.unknownNumber = false;
		if (typed !== '') {
			const answer = await this.#desk.ask<DeskTicket>('GET', `/numbers/${encodeURIComponent(typed)}`);
			// Another number stands there by now: it was typed, or scanned.
			if (this.#typed !== typed) return;
			if (answer.ok) this.#take(answer.value);
			else this.unknownNumber = answer.problem.code !== 'offline';
		}
		await this.look();
	}

	/** Looks for what may be the same, by what is known so far. */
	async look(): Promise<void> {
		this.#asked += 1;
		const asked = this.#asked;
		const { kind, text, phone } = this;
		const known = { ticket: this.ticket?.id ?? null, staff: orNull(this.staff), department: orNull(this.department) };
		const body = { kind, ...known, phone, text };
		const answer = await this.#desk.ask<SameComplaint[]>('POST', '/complaints/same', body);
		if (asked === this.#asked && answer.ok) this.same = answer.value;
	}

	/** Adds it to a case that is open, or takes it as a new one. */
	link(one: SameComplaint | null): void {
		this.linked = one?.state === 'open' ? one : null;
	}

	/** How to answer: the next of the ways; by telephone only where there is one. */
	turnContact(): void {
		const next = CONTACTS[(CONTACTS.indexOf(this.contact) + 1) % CONTACTS.length] ?? 'page';
		this.contact = next;
	}

	/** Takes it. Sent again after no answer, the same wish is the same case. */
	async take(): Promise<void> {
		if (!this.filled || this.busy) return;
		this.busy = true;
		// Enter in the field itself comes before the number is looked up.
		if (this.number.trim() !== this.#typed) await this.find();
		if (this.unknownNumber) {
			this.busy = false;
			return;
		}
		const answer = await this.#desk.ask<Taken>('POST', '/complaints', this.#wish());
		this.busy = false;
		this.problem = answer.ok ? null : answer.problem.code;
		if (answer.ok) this.taken = answer.value;
	}

	#wish(): object {
		const { kind, against, text, urgent, name, phone, contact, told } = this;
		const about = { ticket: this.ticket?.id ?? null, window: orNull(this.window) };
		const who = { staff: orNull(this.staff), department: orNull(this.department) };
		const when = { resultDay: kind === 'unsolved' ? orNull(this.resultDay) : null, intent: this.#intent };
		const said = { kind, class: this.class, against, text, urgent };
		return { ...said, ...about, ...who, ...when, name, phone, contact, told, same: this.linked?.id ?? null };
	}

	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.#back();
		if (typing || repeat) return false;
		const figure = code === 'Digit0' || code === 'Numpad0' ? 10 : (figureOf(code) ?? 0);
		const word = this.choices[figure - 1];
		if (word === undefined) return this.#pressInWords(code);
		this.choose(word);
		return true;
	}

	#pressInWords(code: string): boolean {
		const does = this.step === 'words' && !this.taken ? this.#keys[code.replace('Numpad', '')] : undefined;
		does?.();
		return does !== undefined;
	}

	#keys: Record<string, () => void> = {
		KeyU: () => (this.urgent = !this.urgent),
		KeyT: () => (this.told = !this.told),
		KeyR: () => {
			this.turnContact();
		},
		KeyM: () => {
			this.link(this.linked ? null : (this.same.find(({ state }) => state === 'open') ?? null));
		},
		Enter: () => void this.take()
	};

	/** Whom it is about, or who complains, is known by the slip. */
	scanned(ticket: DeskTicket): boolean {
		if (this.taken || this.busy) return false;
		this.#take(ticket);
		void this.look();
		return true;
	}

	/** One step back; the sheet closes from where it began, and when it is taken. */
	#back(): boolean {
		if (this.taken || this.step === 'kind') return false;
		this.step =
			this.step === 'words' && this.kind === 'complaint' ? 'against' : this.step === 'against' ? 'class' : 'kind';
		return true;
	}

	#take(ticket: DeskTicket): void {
		this.ticket = ticket;
		this.number = ticket.number;
		this.#typed = ticket.number;
		this.unknownNumber = false;
	}
}

const NEXT: Record<Step, (kind: ComplaintKind) => Step> = {
	kind: (kind) => (kind === 'complaint' ? 'class' : 'words'),
	class: () => 'against',
	against: () => 'words',
	words: () => 'words'
};

function orNull(typed: string): string | null {
	return typed.trim() === '' ? null : typed.trim();
}
