import type { Answer, Problem } from '#display/ask.ts';
import type { CallersRecord, TelephoneView } from '#server/views.ts';
import type { Press } from '../keyboard.ts';
import { Lookup } from './lookup.svelte.ts';
import { Sheet, type SheetVerb } from './sheet.svelte.ts';
import { KEYS, verbsOf, type Verb } from './verbs.ts';

export interface TelephoneOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	newIntent: () => string;
}

/** What the last command came to. */
export type TelephoneTold =
	{ kind: 'done' | 'unconfirmed' } | { kind: 'refused'; code: Exclude<Problem['code'], 'offline'>; detail: string };

/** These are done at once; the others are filled in first. */
const AT_ONCE: Partial<Record<Verb, { path: string; body: object }>> = {
	hold: { path: 'hold', body: {} },
	resume: { path: 'resume', body: {} },
	end: { path: 'end', body: {} }
};

/** Answering the telephone, without a page: the own call, what is done in it, the summary, the own state. */
export class TelephoneWork {
	view: TelephoneView = $state.raw() as TelephoneView;
	sheet: Sheet | null = $state(null);
	/** how a matter of the caller stands, until the call is another one */
	record: CallersRecord | null = $state.raw(null);
	/** a number that was opened, and of which call */
	number: { call: number; number: string } | null = $state.raw(null);
	summary = $state({ class: '', text: '' });
	busy = $state(false);
	told: TelephoneTold | null = $state.raw(null);
	help = $state(false);
	readonly find: Lookup;
	readonly #options: TelephoneOptions;

	constructor(view: TelephoneView, options: TelephoneOptions) {
		this.view = view;
		this.#options = options;
		this.find = new Lookup(options.ask);
	}

	/** What has come over the line. Another call is another matter. */
	receive(view: TelephoneView): void {
		if (view.seq < this.view.seq) return;
		if (view.current?.id !== this.view.current?.id) {
			this.record = null;
			this.summary = { class: '', text: '' };
			if (this.sheet?.of.call !== null && this.sheet?.of.call !== view.current?.id) this.sheet = null;
		}
		this.view = view;
	}

	/** What can be done now, in its order. */
	get verbs(): Verb[] {
		return verbsOf(this.view);
	}

	get summing(): boolean {
		return this.view.current?.state === 'ended';
	}

	/** Begins something, by key or by button. */
	begin(verb: Verb): void {
		const { current } = this.view;
		const direct = AT_ONCE[verb];
		this.told = null;
		if (verb === 'search') this.find.wanted = true;
		else if (verb === 'ready') void this.#send('/telephone/seat', { state: 'ready' });
		else if (verb === 'sign-off') void this.#send('/telephone/seat', { state: 'signed-off' });
		else if (direct && current) void this.#send(`/telephone/calls/${String(current.id)}/${direct.path}`, direct.body);
		else if (isSheet(verb)) this.#open(verb, current?.id ?? null);
	}

	/** A call-back for a missed call. */
	callBack(call: number): void {
		this.#open('call-back', call);
	}

	/** The transfer did not come about: who calls is called back. */
	failed(): void {
		const { sheet } = this;
		if (!sheet) return;
		const to = sheet.to;
		this.#open('call-back', sheet.of.call);
		if (this.sheet) this.sheet.failed = to === '' ? null : to;
	}

	async send(): Promise<void> {
		const { sheet } = this;
		if (!sheet || this.busy) return;
		if (sheet.of.verb === 'record') await this.#look(sheet);
		else if (await this.#send(sheet.path, sheet.body)) this.sheet = null;
	}

	async sumUp(): Promise<void> {
		const { current } = this.view;
		if (!current || this.summary.class === '') return;
		await this.#send(`/telephone/calls/${String(current.id)}/summary`, { ...this.summary });
	}

	/** The right number was told to who called the wrong one. */
	async tell(key: string, number: string): Promise<void> {
		const { current } = this.view;
		if (current) await this.#send(`/telephone/calls/${String(current.id)}/refer`, { key, number });
	}

	async openNumber(call: number): Promise<void> {
		const path = `/telephone/calls/${String(call)}/number`;
		const answer = await this.#options.ask<{ number: string }>('POST', path, {});
		if (answer.ok) this.number = { call, number: answer.value.number };
		else this.#refuse(answer.problem);
	}

	async again(message: number): Promise<void> {
		await this.#send(`/telephone/messages/${String(message)}/again`, {});
	}

	async lift(block: number): Promise<void> {
		const answer = await this.#options.ask('POST', `/telephone/blocks/${String(block)}/lift`, {});
		if (answer.ok) this.told = { kind: 'done' };
		else this.#refuse(answer.problem);
	}

	/** @returns whether the key was this page's */
	press({ code, typing, repeat }: Press): boolean {
		if (repeat) return false;
		if (code === 'Escape') return this.#back(typing);
		if (this.sheet) return this.#inSheet(code);
		if (typing) return this.#typing(code);
		if (code === 'Slash' || code === 'F1') this.help = !this.help;
		else return this.#letter(code);
		return true;
	}

	#letter(code: string): boolean {
		if (this.summing && this.#chooses(code)) return true;
		const verb = this.verbs.find((one) => KEYS[one] === code);
		if (verb === undefined) return false;
		this.begin(verb);
		return true;
	}

	/** The figures choose the class of the call that is over; Enter is done with it. */
	#chooses(code: string): boolean {
		const [, figure] = /^(?:Digit|Numpad)([0-9])$/.exec(code) ?? [];
		const beyond = BEYOND.indexOf(code);
		if (code === 'Enter' || code === 'NumpadEnter') void this.sumUp();
		else if (figure === undefined && beyond < 0) return false;
		else {
			const at = figure === undefined ? 10 + beyond : (Number(figure) + 9) % 10;
			this.summary.class = this.view.classes[at]?.code ?? this.summary.class;
		}
		return true;
	}

	/** In the field of the summary Enter is done with the call; else the keys are the search's. */
	#typing(code: string): boolean {
		if (this.find.question !== '') return this.find.press(code);
		if (this.summing && (code === 'Enter' || code === 'NumpadEnter')) {
			void this.sumUp();
			return true;
		}
		return false;
	}

	#inSheet(code: string): boolean {
		if (code !== 'Enter' && code !== 'NumpadEnter') return false;
		void this.send();
		return true;
	}

	#back(typing: boolean): boolean {
		if (this.help) this.help = false;
		else if (this.sheet) this.sheet = null;
		else if (typing && this.find.question !== '') void this.find.search('');
		else return false;
		return true;
	}

	#open(verb: SheetVerb, call: number | null): void {
		const { current, missed } = this.view;
		const own = current?.id === call ? current : null;
		const caller = (own ?? missed.find(({ id }) => id === call))?.caller ?? null;
		const intent = this.#options.newIntent();
		this.told = null;
		this.sheet = new Sheet({ verb, call, intent, earlier: own?.earlier ?? [], hasNumber: caller !== null });
		this.#prefill(this.sheet, verb);
	}

	/** The first choice of a list stands there already. */
	#prefill(sheet: Sheet, verb: SheetVerb): void {
		const { takes, reasons, targets, sends } = this.view;
		if (verb === 'case') [sheet.kind = ''] = takes;
		if (verb === 'not-ready') [sheet.kind = ''] = reasons.map(({ code }) => code);
		if (verb === 'transfer') [sheet.to = ''] = targets.map(({ staff }) => staff);
		if (verb === 'answer' && !sends) sheet.way = 'slip';
	}

	async #look(sheet: Sheet): Promise<void> {
		this.busy = true;
		const answer = await this.#options.ask<CallersRecord>('POST', sheet.path, sheet.body);
		this.busy = false;
		if (answer.ok) [this.record, this.sheet] = [answer.value, null];
		else this.#refuse(answer.problem);
	}

	async #send(path: string, body: object): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const answer = await this.#options.ask<TelephoneView>('POST', path, body);
		this.busy = false;
		if (!answer.ok) {
			this.#refuse(answer.problem);
			return false;
		}
		this.receive(answer.value);
		this.told = null;
		return true;
	}

	#refuse({ code, detail }: Problem): void {
		this.told = code === 'offline' ? { kind: 'unconfirmed' } : { kind: 'refused', code, detail };
	}
}

/** The keys after the figures: the eleventh class and the twelfth. */
const BEYOND: readonly string[] = ['Minus', 'Equal'];

const SHEETS: readonly SheetVerb[] = [
	...(['begin', 'check', 'record', 'transfer', 'call-back', 'case', 'answer', 'nuisance', 'not-ready'] as const)
];

function isSheet(verb: Verb): verb is SheetVerb {
	return SHEETS.some((one) => one === verb);
}
