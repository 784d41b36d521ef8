import type { Answer, Problem } from '#display/ask.ts';
import type { CaseActView, CaseView, IncidentLine, IncidentsView } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';
import { BroadcastControl } from './broadcast.svelte.ts';

export interface IncidentsOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	intent: () => string;
	/** gives the keyboard to the field for words */
	toWords?: () => void;
}

/**
 * The page of incidents, without a page: a list, one that is open with what can be done with it, and the broadcast. Words are
 * written once, in one field, and go with the act that is pressed then.
 */
export class IncidentsWork {
	view: IncidentsView = $state.raw() as IncidentsView;
	open: CaseView | null = $state.raw(null);
	words = $state('');
	busy = $state(false);
	/** `text-needed` says that the act wants words */
	problem: Problem['code'] | null = $state(null);
	help = $state(false);
	readonly broadcast: BroadcastControl;
	#options: IncidentsOptions;
	/** what was chosen last: what comes of another one, closed or left meanwhile, comes too late */
	#chosen: number | null = null;

	constructor(view: IncidentsView, options: IncidentsOptions) {
		this.view = view;
		this.#options = options;
		this.broadcast = new BroadcastControl({
			part: () => this.view,
			ask: options.ask,
			intent: options.intent,
			incident: () => (this.line?.state === 'open' ? this.line.id : null)
		});
	}

	/** The incident that is open, as the live line has it. */
	get line(): IncidentLine | null {
		return this.view.incidents.find(({ id }) => id === this.open?.id) ?? null;
	}

	get acts(): readonly CaseActView[] {
		return this.open?.acts ?? [];
	}

	/** Takes a view from the line; what is open is read again, because it may have changed too. */
	receive(view: IncidentsView): void {
		if (view.seq < this.view.seq) return;
		const isNews = view.seq > this.view.seq;
		this.view = view;
		if (isNews && this.open && !this.busy) void this.#read(this.open.id);
	}

	async show(id: number): Promise<void> {
		this.#chosen = id;
		[this.words, this.problem] = ['', null];
		await this.#read(id);
	}

	/** Does an act with the words that stand there. */
	async act({ act, text }: CaseActView): Promise<void> {
		const words = this.words.trim();
		if (text === 'needed' && words === '') {
			this.problem = 'text-needed';
			this.#options.toWords?.();
			return;
		}
		await this.#send('act', `/cases/${String(this.open?.id)}/act`, {
			act,
			...(text === 'none' ? {} : { text: words })
		});
	}

	async grade(severity: number): Promise<void> {
		await this.#send('grade', `/incidents/${String(this.open?.id)}/severity`, { severity });
	}

	/** Somebody of the contacts was told by telephone. */
	async tell(contact: string): Promise<void> {
		await this.#send('tell', `/incidents/${String(this.open?.id)}/told`, { contact });
	}

	press(key: Press): boolean {
		if (this.broadcast.press(key)) return true;
		if (key.code === 'Escape') return this.back();
		return !key.typing && !key.repeat && this.#pressed(key.code);
	}

	#pressed(code: string): boolean {
		if (code === 'Slash' || code === 'F1') this.help = !this.help;
		else if (code === 'KeyB' && this.view.starts) this.broadcast.open();
		else if (code === 'ArrowDown' || code === 'ArrowUp') this.#move(code === 'ArrowDown' ? 1 : -1);
		else return this.#pressedAct(code);
		return true;
	}

	back(): boolean {
		if (this.help) this.help = false;
		else if (this.open) this.open = this.#chosen = null;
		else return false;
		return true;
	}

	#pressedAct(code: string): boolean {
		if (!this.open) return false;
		const act = this.acts[(figureOf(code) ?? 0) - 1];
		if (act) void this.act(act);
		else if (code === 'KeyW') this.#options.toWords?.();
		else return false;
		return true;
	}

	#move(by: number): void {
		const { incidents } = this.view;
		const at = incidents.findIndex(({ id }) => id === this.open?.id);
		const next = incidents[Math.max(0, Math.min(incidents.length - 1, at + by))];
		if (next) void this.show(next.id);
	}

	async #send(what: 'act' | 'grade' | 'tell', path: string, body: object): Promise<void> {
		const id = this.open?.id;
		if (id === undefined || this.busy) return;
		this.busy = true;
		this.problem = null;
		const answer = await this.#options.ask('POST', path, body);
		if (!answer.ok) this.problem = answer.problem.code;
		else if (what === 'act') this.words = '';
		// What can be done next is known only then: a fast key would do the same once more.
		const known = this.view.seq;
		await this.#read(id);
		this.busy = false;
		// What was read may be older than news that came meanwhile.
		if (this.view.seq !== known) void this.#read(id);
	}

	async #read(id: number): Promise<void> {
		const answer = await this.#options.ask<CaseView>('GET', `/cases/${String(id)}`);
		if (answer.ok && this.#chosen === id) this.open = answer.value;
	}
}
