import type { Answer, Problem } from '#display/ask.ts';
import type { BroadcastPart, PreparedText } from '#server/views.ts';
import { figureOf, type Press } from '../keyboard.ts';

export interface BroadcastMeans {
	/** as it is on the live line */
	part: () => BroadcastPart;
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	intent: () => string;
	/** the incident that is open, to which it belongs */
	incident: () => number | null;
}

type Step = 'shut' | 'choose' | 'free' | 'confirm';
export type EndKey = 'ask' | 'confirm' | 'keep';

const PATHS: Record<EndKey, string> = { ask: 'ask-end', confirm: 'confirm-end', keep: 'keep' };

/**
 * An emergency broadcast in the hands of one person: a text is chosen or written, then started by a second key, Y. Its end
 * is asked for with E, and confirmed by another person with the same key; K keeps it on. G-04.
 */
export class BroadcastControl {
	step: Step = $state('shut');
	drill = $state(false);
	/** null for own words */
	chosen: PreparedText | null = $state.raw(null);
	zh = $state('');
	en = $state('');
	override = $state(false);
	busy = $state(false);
	problem: Problem['code'] | null = $state(null);
	#means: BroadcastMeans;
	#intent = '';

	constructor(means: BroadcastMeans) {
		this.#means = means;
	}

	get part(): BroadcastPart {
		return this.#means.part();
	}

	/** Opens the choice of texts. */
	open(): void {
		if (!this.part.starts) return;
		this.problem = null;
		this.step = 'choose';
	}

	/** Takes a prepared text, or own words with null; nothing is told yet. */
	choose(text: PreparedText | null): void {
		this.chosen = text;
		this.problem = null;
		this.#intent = this.#means.intent();
		this.step = text === null ? 'free' : 'confirm';
	}

	/** Own words are written. */
	written(): void {
		if (this.zh.trim() !== '') this.step = 'confirm';
	}

	/** The second key: it goes to every screen, voice and board. */
	async start(): Promise<void> {
		if (this.step !== 'confirm' || this.busy) return;
		const own =
			this.chosen === null ? { zh: this.zh, en: this.en, override: this.override } : { code: this.chosen.code };
		const body = { ...own, drill: this.drill, incident: this.#means.incident(), confirmed: true, intent: this.#intent };
		if (await this.#send('/broadcasts', body)) this.#shut();
	}

	/** Asks for the end, confirms it as another person, or keeps it on. */
	async end(key: EndKey): Promise<void> {
		const live = this.part.live;
		if (!live?.allowed.includes(key) || this.busy) return;
		await this.#send(`/broadcasts/${String(live.id)}/${PATHS[key]}`, {});
	}

	/** One key, while it is open or something is on air. */
	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.back();
		if (typing || repeat) return false;
		if (this.step === 'shut') return this.#pressedLive(code);
		if (this.step === 'confirm' && code === 'KeyY') void this.start();
		else if (code === 'KeyD') this.drill = !this.drill;
		else if (this.step === 'choose') return this.#pick(code);
		return true;
	}

	/** One step back; false when it was shut. */
	back(): boolean {
		if (this.step === 'shut') return false;
		this.problem = null;
		if (this.step === 'choose') this.#shut();
		else this.step = this.step === 'confirm' && this.chosen === null ? 'free' : 'choose';
		return true;
	}

	#pressedLive(code: string): boolean {
		const live = this.part.live;
		if (!live || (code !== 'KeyE' && code !== 'KeyK')) return false;
		const key = code === 'KeyK' ? 'keep' : live.allowed.includes('confirm') ? 'confirm' : 'ask';
		void this.end(key);
		return true;
	}

	#pick(code: string): boolean {
		const at = figureOf(code);
		const text = at === null ? undefined : this.part.texts[at - 1];
		if (text) this.choose(text);
		else if (code === 'Digit0' || code === 'Numpad0') this.choose(null);
		return true;
	}

	#shut(): void {
		this.step = 'shut';
		this.drill = false;
		this.chosen = null;
		this.override = false;
		[this.zh, this.en] = ['', ''];
	}

	async #send(path: string, body: object): Promise<boolean> {
		this.busy = true;
		this.problem = null;
		const answer = await this.#means.ask('POST', path, body);
		this.busy = false;
		if (!answer.ok) this.problem = answer.problem.code;
		return answer.ok;
	}
}
