import type { Problem } from '#display/ask.ts';
import type { DeskIncidents, IncidentKindView, IncidentLine } from '#server/views.ts';
import type { Press } from '../../keyboard.ts';
import { BroadcastControl } from '../../incidents/broadcast.svelte.ts';
import type { DeskWork } from '../desk.svelte.ts';
import { Intents } from '../intents.ts';
import type { DeskPanel } from '../panels.ts';

/** The keys of the kinds, in the order of the hall file: figures first. */
export const KIND_KEYS: readonly { shown: string; codes: readonly string[] }[] = [
	...[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((figure) => ({
		shown: String(figure),
		codes: [`Digit${String(figure)}`, `Numpad${String(figure)}`]
	})),
	...['Q', 'W', 'T', 'U', 'I', 'O', 'P', 'G', 'H', 'J'].map((letter) => ({ shown: letter, codes: [`Key${letter}`] }))
];

/** What was done last with the incident at hand. */
type Done = 'reported' | 'graded' | 'acknowledged' | 'noted';

/**
 * An incident at the desk (G-04): the first key after S names its kind, and it is recorded and called out. Then a figure
 * sets another severity, A says that somebody goes, and words can be added. B is the emergency broadcast.
 */
export class IncidentSheet implements DeskPanel {
	readonly action = 'incident';
	readonly broadcast: BroadcastControl;
	/** of the case that was recorded or chosen; null while a kind is asked for */
	at: number | null = $state(null);
	words = $state('');
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	done: Done | null = $state(null);
	#desk: DeskWork;
	#intents: Intents;

	constructor(desk: DeskWork) {
		this.#desk = desk;
		this.#intents = new Intents(() => desk.intent());
		this.broadcast = new BroadcastControl({
			part: () => desk.view.incidents,
			ask: (method, path, body) => desk.ask(method, path, body),
			intent: () => desk.intent(),
			incident: () => this.at
		});
	}

	get view(): DeskIncidents {
		return this.#desk.view.incidents;
	}

	/** The incident at hand, as the live line has it. */
	get incident(): IncidentLine | null {
		return this.view.open.find(({ id }) => id === this.at) ?? null;
	}

	press(key: Press): boolean {
		if (this.broadcast.press(key)) return true;
		if (key.code === 'Escape') return this.#back();
		if (key.typing || key.repeat || this.busy) return false;
		if (key.code === 'KeyB' && this.view.starts) {
			this.broadcast.open();
			return true;
		}
		return this.at === null ? this.#pressedKind(key.code) : this.#pressedAct(key.code);
	}

	/** Records an incident of a kind; it is called out at every desk. */
	async report(kind: IncidentKindView): Promise<void> {
		const made = await this.#send<{ id: number }>(
			'/incidents',
			{ what: kind.code, intent: this.#intents.of({ what: kind.code }) },
			'reported'
		);
		if (!made) return;
		this.#intents.done();
		this.at = made.id;
	}

	/** Turns to one that is open. */
	choose({ id }: IncidentLine): void {
		this.at = id;
		[this.done, this.problem, this.words] = [null, null, ''];
	}

	async grade(severity: number): Promise<void> {
		if (this.at !== null) await this.#send(`/incidents/${String(this.at)}/severity`, { severity }, 'graded');
	}

	async acknowledge(): Promise<void> {
		if (this.at !== null) await this.#send(`/cases/${String(this.at)}/act`, { act: 'acknowledge' }, 'acknowledged');
	}

	/** Adds words: where it is, what was done. */
	async note(): Promise<void> {
		const text = this.words.trim();
		if (this.at === null || text === '') return;
		const noted = await this.#send(`/cases/${String(this.at)}/act`, { act: 'measure', text }, 'noted');
		if (noted) this.words = '';
	}

	#back(): boolean {
		if (this.at === null) return false;
		this.at = null;
		[this.done, this.problem] = [null, null];
		return true;
	}

	#pressedKind(code: string): boolean {
		const kind = this.view.kinds[KIND_KEYS.findIndex(({ codes }) => codes.includes(code))];
		if (kind) void this.report(kind);
		return kind !== undefined;
	}

	#pressedAct(code: string): boolean {
		const severity = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1];
		if (severity !== undefined) void this.grade(Number(severity));
		else if (code === 'KeyA') void this.acknowledge();
		else return false;
		return true;
	}

	async #send<T>(path: string, body: object, done: Done): Promise<T | null> {
		if (this.busy) return null;
		this.busy = true;
		[this.problem, this.done] = [null, null];
		const answer = await this.#desk.ask<T>('POST', path, body);
		this.busy = false;
		if (answer.ok) this.done = done;
		else this.problem = answer.problem.code;
		return answer.ok ? answer.value : null;
	}
}
