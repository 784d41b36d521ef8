import type { Answer, Problem } from '#display/ask.ts';
import type { CaseLine, CaseList, CasesView, CaseView } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';
import { bodyOf, commandsOf, firstValues, isFilled, type CaseCommand, type FieldName, type Values } from './forms.ts';

const LISTS: readonly CaseList[] = ['mine', 'offered', 'department', 'overdue', 'all'];

export interface CasesOptions {
	/** one question to the API */
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** turns to another list, of one kind or of all */
	turn: (list: CaseList, kind: string | null) => void;
	/** asks the line for a whole snapshot */
	refresh?: () => void;
}

/** A command that is being filled in. */
export interface CaseForm {
	command: CaseCommand;
	values: Values;
}

/** What the last command came to. */
export type CaseTold =
	| { kind: 'done' }
	| { kind: 'refused'; code: Exclude<Problem['code'], 'offline'> }
	| { kind: 'unconfirmed' }
	| { kind: 'gone' };

/** What was opened of a person, for as long as the case stands open here. */
export type OpenedPerson = Record<'name' | 'phone' | 'address', string | null>;

/**
 * What the cases page does, without a page: a list to choose from, one case open, one form at a time.
 * What may be done comes from the server. A wish without an answer is never sent again by itself.
 */
export class CaseWork {
	view: CasesView = $state.raw() as CasesView;
	open: CaseView | null = $state.raw(null);
	/** the row that Enter opens */
	at = $state(0);
	form: CaseForm | null = $state(null);
	busy = $state(false);
	told: CaseTold | null = $state.raw(null);
	person: OpenedPerson | null = $state.raw(null);
	help = $state(false);
	#options: CasesOptions;
	/** what was chosen last: what comes of another one, closed or left meanwhile, comes too late */
	#chosen: number | null;

	constructor(view: CasesView, one: CaseView | null, options: CasesOptions) {
		this.view = view;
		this.open = one;
		this.#chosen = one?.id ?? null;
		this.#options = options;
	}

	/** The rows to draw. */
	get lines(): CaseLine[] {
		return this.view.cases;
	}

	/** The lists for this person, in the order of their figures. */
	get lists(): CaseList[] {
		return LISTS.filter((list) => this.mayTurn(list));
	}

	get commands(): CaseCommand[] {
		return this.open ? commandsOf(this.open) : [];
	}

	/** Takes a list from the line; the open case is asked for again, because it may have changed too. */
	receive(view: CasesView): void {
		if (view.seq < this.view.seq) return;
		const isNews = view.seq > this.view.seq;
		this.view = view;
		this.at = Math.min(this.at, Math.max(0, this.lines.length - 1));
		if (isNews && this.open && !this.busy) void this.#read(this.open.id);
	}

	/** Opens a case. */
	async show(id: number): Promise<void> {
		this.#chosen = id;
		this.told = null;
		this.form = null;
		this.person = null;
		const at = this.lines.findIndex((line) => line.id === id);
		if (at >= 0) this.at = at;
		await this.#read(id);
	}

	/** Begins a command: fills a form, or does it at once where nothing is asked. */
	begin(command: CaseCommand): void {
		if (this.busy || !this.open) return;
		this.told = null;
		if (command.fields.length === 0) void this.#send(command, {});
		else this.form = { command, values: firstValues(command, this.open) };
	}

	fill(name: FieldName | 'override', value: string | boolean): void {
		if (this.form) this.form = { ...this.form, values: { ...this.form.values, [name]: value } };
	}

	get filled(): boolean {
		return this.form !== null && isFilled(this.form.command, this.form.values);
	}

	/** Sends the form that is open. */
	async send(): Promise<void> {
		if (this.form && this.filled && !this.busy) await this.#send(this.form.command, this.form.values);
	}

	/** Turns to another list, of the kind that is chosen. */
	turn(list: CaseList): void {
		this.#options.turn(list, this.view.kind);
	}

	/** Chooses a kind of case; null for all of them. */
	chooseKind(kind: string | null): void {
		this.#options.turn(this.view.list, kind);
	}

	/** Goes through the kinds, and back to all. */
	turnKind(): void {
		const { kind, kinds } = this.view;
		const next = kind === null ? 0 : kinds.indexOf(kind) + 1;
		this.chooseKind(kinds[next] ?? null);
	}

	/** Closes what is open, the innermost first; false when there is nothing. */
	back(): boolean {
		if (this.help) this.help = false;
		else if (this.form) this.form = null;
		else if (this.open) {
			this.open = this.#chosen = null;
			this.person = null;
			this.told = null;
		} else return false;
		return true;
	}

	/** One key. True when it was ours, so that the page keeps the browser from using it too. */
	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.back();
		if (this.form || typing) return false;
		if (code === 'Slash' || code === 'F1') this.help = !this.help;
		else if (code === 'ArrowDown' || code === 'ArrowUp') this.#move(code === 'ArrowDown' ? 1 : -1);
		else if (this.open) return this.#pressInCase(code, repeat);
		else return this.#pressInList(code);
		return true;
	}

	#pressInList(code: string): boolean {
		const list = this.lists[(figureOf(code) ?? 0) - 1];
		if (list) this.turn(list);
		else if (code === 'Enter' || code === 'NumpadEnter') this.#openAt();
		else if (code === 'KeyK') this.turnKind();
		else return false;
		return true;
	}

	/** Whether a list is for this person. */
	mayTurn(list: CaseList): boolean {
		if (list === 'department') return this.view.counts.department !== null;
		return list !== 'all' || this.view.staff.reads;
	}

	#pressInCase(code: string, repeat: boolean): boolean {
		const asked = code.replace('Numpad', 'Digit');
		const command = this.commands.find((one) => one.code === asked && one.shown !== '');
		if (command && !repeat) this.begin(command);
		return command !== undefined;
	}

	#move(by: number): void {
		const last = this.lines.length - 1;
		this.at = Math.max(0, Math.min(last, this.at + by));
		if (this.open) this.#openAt();
	}

	#openAt(): void {
		const line = this.lines[this.at];
		if (line) void this.show(line.id);
	}

	async #send(command: CaseCommand, values: Values): Promise<void> {
		const id = this.open?.id;
		if (id === undefined) return;
		this.busy = true;
		const answer = await this.#options.ask<unknown>('POST', command.path, bodyOf(command, values));
		this.told = toldOf(answer);
		if (answer.ok) {
			this.form = null;
			if (command.name === 'open' && this.#chosen === id) this.person = answer.value as OpenedPerson;
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

	/** Reads a case; one that is no longer this person's closes, and says so. */
	async #read(id: number): Promise<void> {
		const answer = await this.#options.ask<CaseView>('GET', `/cases/${String(id)}`);
		if (this.#chosen !== id) return;
		if (answer.ok) this.open = answer.value;
		else if (answer.problem.code === 'case-unknown') {
			this.open = this.#chosen = null;
			this.form = null;
			this.told = { kind: 'gone' };
		}
	}
}

function toldOf(answer: Answer<unknown>): CaseTold {
	if (answer.ok) return { kind: 'done' };
	const { code } = answer.problem;
	return code === 'offline' ? { kind: 'unconfirmed' } : { kind: 'refused', code };
}
