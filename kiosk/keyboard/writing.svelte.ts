import type { Candidate, Pinyin } from './pinyin.ts';

/** Where the keys write: a field, at its caret. */
export interface Field {
	/** what stands before the caret */
	before: () => string;
	/** writes in place of so many characters before the caret */
	put: (text: string, instead?: number) => void;
	/** takes away what is marked, or the character before the caret */
	drop: () => void;
}

export type Mode = 'pinyin' | 'latin' | 'figures';

/** So many candidates can be leafed through. */
const MOST = 240;
const LETTERS = /[a-z][a-z']*$/;

/**
 * What keys do. Letters are written at once, so none is ever lost; while Chinese is written, those before the caret are
 * pinyin, and a word that is chosen takes their place. Knows no browser.
 */
export class Writing {
	mode: Mode = $state('pinyin');
	/** the next letter is a capital */
	capital = $state(false);
	#before = $state('');
	/** null until the table has come */
	#pinyin: Pinyin | null = $state.raw(null);
	readonly #field: Field;
	/** the pinyin before the caret */
	readonly letters: string = $derived(this.mode === 'pinyin' ? spelling(this.#before, this.#pinyin) : '');
	readonly candidates: readonly Candidate[] = $derived(this.#pinyin?.candidates(this.letters, MOST) ?? []);

	constructor(field: Field, mode: Mode) {
		this.#field = field;
		this.mode = mode;
	}

	learn(pinyin: Pinyin): void {
		this.#pinyin = pinyin;
	}

	/** The field or its caret has changed, by these keys or by others. */
	changed(): void {
		this.#before = this.#field.before();
	}

	/** A letter, a figure or a mark. */
	key(key: string): void {
		this.#field.put(this.capital ? key.toUpperCase() : key);
		this.capital = false;
		this.changed();
	}

	/** Takes the likeliest word, or writes a blank. */
	space(): void {
		const first = this.candidates[0];
		if (first) this.choose(first);
		else this.key(' ');
	}

	/** Writes a word for the first of the letters; the others wait for theirs. */
	choose({ word, letters }: Candidate): void {
		const rest = this.letters.slice(letters).replace(/^'+/, '');
		this.#field.put(word + rest, this.letters.length);
		this.changed();
	}

	erase(): void {
		this.#field.drop();
		this.changed();
	}

	turn(mode: Mode): void {
		this.mode = mode;
		this.capital = false;
	}
}

/** The letters at the end of a text that spell something; those before them were meant otherwise. */
function spelling(before: string, pinyin: Pinyin | null): string {
	const letters = LETTERS.exec(before)?.[0] ?? '';
	if (pinyin === null) return letters;
	for (let from = 0; from < letters.length; from += 1) {
		const rest = letters.slice(from);
		if (rest.charAt(0) !== "'" && pinyin.spells(rest)) return rest;
	}
	return letters;
}
