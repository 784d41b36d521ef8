import type { Answer, Problem } from '#display/ask.ts';
import type { QuestionLine, QuestionList, QuestionsView, QuestionView, ReferralDraft } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';
import {
	blankForm,
	commandsOf,
	isFilled,
	isPlain,
	knownOf,
	wishOf,
	type QuestionCommand,
	type QuestionForm
} from './commands.ts';

export interface QuestionsOptions {
	/** one question to the API */
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	newIntent: () => string;
	/** asks the line for a whole snapshot */
	refresh?: () => void;
}

/** What the last command came to. */
export type QuestionsTold =
	| { kind: 'done' | 'sent' | 'drafted' | 'referred' | 'unconfirmed' | 'gone' }
	| { kind: 'refused'; code: Exclude<Problem['code'], 'offline'>; detail: string };

/** What was opened of a person, for as long as the question stands open here. */
export type OpenedPerson = Record<'name' | 'phone' | 'address', string | null>;

/**
 * What the page of questions does, without a page: a list to choose from, one open, one form at a time. What may be done
 * comes from the server. A wish without an answer is never sent again by itself.
 */
export class QuestionWork {
	view: QuestionsView = $state.raw() as QuestionsView;
	list: QuestionList = $state('waiting');
	/** the row that Enter opens */
	at = $state(0);
	open: QuestionView | null = $state.raw(null);
	form: QuestionForm | null = $state(null);
	busy = $state(false);
	told: QuestionsTold | null = $state.raw(null);
	person: OpenedPerson | null = $state.raw(null);
	help = $state(false);
	#options: QuestionsOptions;
	/** what was chosen last: what comes of another one, closed or left meanwhile, comes too late */
	#chosen: number | null;

	constructor(view: QuestionsView, one: QuestionView | null, options: QuestionsOptions) {
		this.view = view;
		this.open = one;
		this.#chosen = one?.case.id ?? null;
		this.list = one?.list ?? firstOf(view, this.lists);
		this.#options = options;
	}

	/** The lists of this person: a liaison sends nothing out. */
	get lists(): QuestionList[] {
		return this.view.staff.department === null ? ['unsent', 'waiting', 'tell', 'done'] : ['waiting', 'tell', 'done'];
	}

	/** For a liaison whatever is owed is to be answered, handed over or not. */
	isIn(line: QuestionLine, list: QuestionList): boolean {
		return line.list === list || (list === 'waiting' && line.list === 'unsent' && !this.lists.includes('unsent'));
	}

	get lines(): QuestionLine[] {
		return this.view.lines.filter((line) => this.isIn(line, this.list));
	}

	countOf(list: QuestionList): number {
		return this.view.lines.filter((line) => this.isIn(line, list)).length;
	}

	get commands(): QuestionCommand[] {
		return this.open ? commandsOf(this.open) : [];
	}

	/** Takes a view from the line; what is open is asked for again, because it may have changed too. */
	receive(view: QuestionsView): void {
		if (view.seq < this.view.seq) return;
		const isNews = view.seq > this.view.seq;
		this.view = view;
		this.at = Math.min(this.at, Math.max(0, this.lines.length - 1));
		if (isNews && this.open && !this.busy) void this.#read(this.open.case.id);
	}

	turn(list: QuestionList): void {
		this.list = list;
		this.at = 0;
		this.#close();
	}

	async show(id: number): Promise<void> {
		this.#close();
		this.#chosen = id;
		const at = this.lines.findIndex((line) => line.id === id);
		if (at >= 0) this.at = at;
		await this.#read(id);
	}

	/** Begins a command: opens its form, or does it at once where nothing is asked. */
	begin(command: QuestionCommand): void {
		if (this.busy || !this.open) return;
		this.told = null;
		const form = blankForm(command, this.#options.newIntent());
		if (isPlain(command)) void this.#send(form);
		else this.form = form;
	}

	/** Chooses a department; for a referral with what is known of the way there. */
	async choose(department: string): Promise<void> {
		if (!this.form) return;
		this.form.department = department;
		if (this.form.command.kind !== 'refer' || department === '') return;
		const known = await this.#options.ask<ReferralDraft>('GET', `/referrals/known/department:${department}`);
		if (known.ok && this.form.department === department) this.form.referral = knownOf(known.value);
	}

	get filled(): boolean {
		return this.form !== null && isFilled(this.form);
	}

	/** Sends the form that is open. */
	async send(): Promise<void> {
		if (this.form && this.filled && !this.busy) await this.#send(this.form);
	}

	/** Closes what is open, the innermost first; false when there is nothing. */
	back(): boolean {
		if (this.help) this.help = false;
		else if (this.form) this.form = null;
		else if (this.open) this.#close();
		else return false;
		return true;
	}

	/** One key. True when it was ours, so that the page keeps the browser from using it too. */
	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.back();
		if (this.form || typing) return false;
		if (code === 'Slash' || code === 'F1') this.help = !this.help;
		else if (code === 'ArrowDown' || code === 'ArrowUp') this.#move(code === 'ArrowDown' ? 1 : -1);
		else if (this.open) return this.#pressInOne(code, repeat);
		else return this.#pressInList(code);
		return true;
	}

	#pressInList(code: string): boolean {
		const list = this.lists[(figureOf(code) ?? 0) - 1];
		if (list) this.turn(list);
		else if (code === 'Enter' || code === 'NumpadEnter') this.#openAt();
		else return false;
		return true;
	}

	#pressInOne(code: string, repeat: boolean): boolean {
		const asked = code.replace('Numpad', 'Digit');
		const command = this.commands.find((one) => one.code === asked && one.shown !== '');
		if (command && !repeat) this.begin(command);
		return command !== undefined;
	}

	#move(by: number): void {
		this.at = Math.max(0, Math.min(this.lines.length - 1, this.at + by));
		if (this.open) this.#openAt();
	}

	#openAt(): void {
		const line = this.lines[this.at];
		if (line) void this.show(line.id);
	}

	#close(): void {
		this.open = this.#chosen = null;
		this.form = null;
		this.told = null;
		this.person = null;
	}

	async #send(form: QuestionForm): Promise<void> {
		const id = this.open?.case.id;
		if (id === undefined) return;
		this.busy = true;
		const { path, body } = wishOf(id, form);
		const answer = await this.#options.ask<unknown>('POST', path, body);
		this.told = toldOf(form.command, answer);
		if (answer.ok) {
			this.form = null;
			if (form.command.kind === 'person' && this.#chosen === id) this.person = answer.value as OpenedPerson;
		} else if (answer.problem.code === 'offline') {
			this.form = null;
			this.#options.refresh?.();
		}
		const known = this.view.seq;
		await this.#read(id);
		this.busy = false;
		// What was read may be older than news that came meanwhile.
		if (this.view.seq !== known) void this.#read(id);
	}

	/** Reads a question; one that is no longer this person's closes, and what was done stays told. */
	async #read(id: number): Promise<void> {
		const answer = await this.#options.ask<QuestionView>('GET', `/questions/${String(id)}`);
		if (this.#chosen !== id) return;
		if (answer.ok) this.open = answer.value;
		else if (answer.problem.code === 'case-unknown') {
			const { told } = this;
			this.#close();
			this.told = told ?? { kind: 'gone' };
		}
	}
}

/** The first list that has something. */
function firstOf(view: QuestionsView, lists: readonly QuestionList[]): QuestionList {
	const own = lists.includes('unsent') ? lists.find((list) => view.counts[list] > 0) : undefined;
	return own ?? 'waiting';
}

function toldOf({ kind }: QuestionCommand, answer: Answer<unknown>): QuestionsTold {
	if (!answer.ok) {
		const { code, detail } = answer.problem;
		return code === 'offline' ? { kind: 'unconfirmed' } : { kind: 'refused', code, detail };
	}
	if (kind === 'send' || kind === 'not-ours') return { kind: 'sent' };
	if (kind === 'draft') return { kind: 'drafted' };
	return { kind: kind === 'refer' ? 'referred' : 'done' };
}
