import type { Candidate, Pinyin } from './pinyin.ts';

/** Where the keys write: a field, at its caret. */
export interface Field {
	put: (text: string) => void;
	/** takes away the character before the caret */
	drop: () => void;
}

export type Mode = 'pinyin' | 'latin' | 'figures';

/** So many candidates can be leafed through. */
const MOST = 240;

/**
 * What keys do, whether touched or typed: letters gather until a Chinese word is chosen for them, everything else is written at
 * once. Knows no browser.
 */
export class Writing {
	/** letters for which no word is chosen yet */
	letters = $state('');
	mode: Mode = $state('pinyin');
	/** the next letter is a capital */
	capital = $state(false);
	/** the table has come; until then letters gather all the same */
	#pinyin: Pinyin | null = $state.raw(null);
	readonly #field: Field;
	readonly candidates: readonly Candidate[] = $derived(
		this.#pinyin !== null && this.letters !== '' ? this.#pinyin.candidates(this.letters, MOST) : []
	);

	constructor(field: Field, mode: Mode) {
		this.#field = field;
		this.mode = mode;
	}

	learn(pinyin: Pinyin): void {
		this.#pinyin = pinyin;
	}

	/** A letter, a figure or a mark. */
	key(key: string): void {
		if (this.mode === 'pinyin' && /^[a-z']$/.test(key)) {
			// An apostrophe parts what is there.
			if (key !== "'" || this.letters !== '') this.letters += key;
			return;
		}
		this.settle();
		this.#field.put(this.capital ? key.toUpperCase() : key);
		this.capital = false;
	}

	/** Takes the likeliest word, or writes a blank. */
	space(): void {
		const first = this.candidates[0];
		if (first) this.choose(first);
		else if (this.letters !== '') this.settle();
		else this.#field.put(' ');
	}

	/** Writes a word for the first of the letters; the others wait for theirs. */
	choose({ word, letters }: Candidate): void {
		this.#field.put(word);
		this.letters = this.letters.slice(letters).replace(/^'/, '');
	}

	erase(): void {
		if (this.letters === '') this.#field.drop();
		else this.letters = this.letters.slice(0, -1);
	}

	/** Writes the letters as they are, so that none is lost. */
	settle(): void {
		if (this.letters !== '') this.#field.put(this.letters);
		this.letters = '';
	}

	turn(mode: Mode): void {
		this.settle();
		this.mode = mode;
		this.capital = false;
	}
}
