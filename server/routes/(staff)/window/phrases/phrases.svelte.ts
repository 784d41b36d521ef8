import { LIBRARY, phrasesFor, searchSituations, type Situation } from '#display/words/phrases/library.ts';
import type { Phrase } from '#display/words/phrases/phrase.ts';
import type { Press } from '../../keyboard.ts';
import type { Console } from '../console.svelte.ts';
import type { Panel } from '../panels.ts';
import { circumstancesOf, inBoth, situationOf } from '../talk/moment.ts';
import type { Text } from '#server/views.ts';

/**
 * The phrases by situation. LIST: situations are found by typing, and Enter takes the one that is marked. LARGE: its phrases
 * stand large enough to be read aloud; arrows go through them, W sends one to the text screen, Enter is done with it, Escape
 * leads back to the list.
 */
export class Phrases implements Panel {
	readonly action = 'phrases';
	typed = $state('');
	at = $state(0);
	/** the situation that is read large */
	large: Situation | null = $state(null);
	/** which of its phrases */
	n = $state(0);
	/** how sending to the text screen went; null while nothing was sent */
	sent: boolean | null = $state(null);
	#desk: Console;

	constructor(desk: Console) {
		this.#desk = desk;
		const now = situationOf(desk.talk.moment);
		if (now !== null) this.at = searchSituations('').indexOf(now);
	}

	get shown(): Situation[] {
		return searchSituations(this.typed);
	}

	/** The phrases of the large situation: those that fit now first, then the others. */
	get phrases(): Phrase[] {
		if (this.large === null) return [];
		const fit = phrasesFor(this.large, circumstancesOf(this.#desk.talk.moment));
		return [...fit, ...LIBRARY[this.large].phrases.filter((one) => !fit.includes(one))];
	}

	/** The one that is read, with the facts of the moment. */
	get read(): Text {
		const phrase = this.phrases[this.n];
		return phrase ? inBoth(phrase, this.#desk.view) : { zh: '', en: '' };
	}

	/** The first phrase of a situation as the list shows it. */
	sample(situation: Situation): Text {
		const [phrase] = phrasesFor(situation, circumstancesOf(this.#desk.talk.moment));
		const any = phrase ?? LIBRARY[situation].phrases[0];
		return any ? inBoth(any, this.#desk.view) : { zh: '', en: '' };
	}

	type(typed: string): void {
		[this.typed, this.at] = [typed, 0];
	}

	/** Reads a situation large; from now on its phrase is the one that fits the moment. */
	choose(situation: Situation): void {
		[this.large, this.n, this.sent] = [situation, 0, null];
		this.#desk.talk.choose(situation);
	}

	/** Writes the phrase on the screen that faces the visitor. */
	async send(lang: 'zh' | 'en' = 'zh'): Promise<void> {
		this.sent = await this.#desk.say(this.read[lang]);
	}

	/** Back to the list, or out of the sheet. */
	back(): void {
		if (this.large === null) this.#desk.back();
		else this.large = null;
	}

	press({ code, repeat }: Press): boolean {
		return this.large === null ? this.#pressInList(code) : this.#pressInLarge(code, repeat);
	}

	#pressInList(code: string): boolean {
		const step = STEPS[code];
		const chosen = this.shown[this.at];
		if (step !== undefined) this.at = within(this.at + step, this.shown.length);
		else if (ENTER.includes(code) && chosen) this.choose(chosen);
		else return false;
		return true;
	}

	#pressInLarge(code: string, repeat: boolean): boolean {
		const step = STEPS[code] ?? TURNS[code];
		if (step !== undefined) [this.n, this.sent] = [within(this.n + step, this.phrases.length), null];
		else if (repeat) return true;
		else if (code === 'KeyW') void this.send();
		else if (code === 'Escape') this.back();
		else if (ENTER.includes(code)) this.#desk.back();
		else return false;
		return true;
	}
}

const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const TURNS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const ENTER = ['Enter', 'NumpadEnter'];

function within(at: number, length: number): number {
	return length === 0 ? 0 : (at + length) % length;
}
