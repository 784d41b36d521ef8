import type { FindForm } from '#server/views.ts';
import { foldedSound } from './text.ts';

/** A name ready to be compared: by characters and by sounds. */
export interface Name {
	/** whose name it is */
	owner: number;
	/** 0 and 1 are its titles, others how it is called as well */
	rank: number;
	chars: readonly string[];
	/** one for each character; none for English */
	syllables: readonly string[];
	folded: readonly string[];
	text: string;
	letters: string;
	/** a bit for each of its Latin letters */
	mask: number;
}

/** Which Latin letters stand in a text, as bits. */
export function maskOf(letters: string): number {
	let mask = 0;
	for (let at = 0; at < letters.length; at += 1) {
		const letter = letters.charCodeAt(at) - 97;
		if (letter >= 0 && letter < 26) mask |= 1 << letter;
	}
	return mask;
}

export function nameOf({ text, spoken }: FindForm, owner: number, rank: number): Name {
	const syllables = spoken === '' ? [] : spoken.split(' ');
	const letters = syllables.length === 0 ? text : syllables.join('');
	const folded = syllables.map(foldedSound);
	return { owner, rank, chars: [...text], syllables, folded, text, letters, mask: maskOf(letters) };
}

/** Where something stands: which name, and at which of its characters or words. */
export type Place = number;

const UNITS = 64;
export const placeOf = (name: number, unit: number): Place => name * UNITS + Math.min(unit, UNITS - 1);
export const nameAt = (place: Place): number => Math.floor(place / UNITS);
export const unitAt = (place: Place): number => place % UNITS;

/**
 * Where two things stand side by side in a name: a character or the first letter of its syllable, and what may be typed after
 * it, the next letter of that syllable, the next character, or the first letter of the next syllable.
 */
export class Places {
	readonly #pairs = new Map<string, Place[]>();
	readonly #ones = new Map<string, Place[]>();
	readonly #words = new Map<string, Place[]>();

	add(name: Name, at: number): void {
		if (name.syllables.length === 0) {
			name.text.split(' ').forEach((word, unit) => put(this.#words, word, placeOf(at, unit)));
			return;
		}
		name.chars.forEach((char, unit) => {
			const place = placeOf(at, unit);
			const syllable = name.syllables[unit] ?? '';
			const [first, second] = [syllable.charAt(0), syllable.charAt(1)];
			const [next = '', initial = ''] = [name.chars[unit + 1], name.syllables[unit + 1]?.charAt(0)];
			put(this.#ones, char, place);
			if (first !== char && name.rank === 0) put(this.#ones, first, place);
			const pairs = new Set([char + next, char + initial, first + second, first + next, first + initial]);
			for (const pair of pairs) if ([...pair].length === 2) put(this.#pairs, pair, place);
		});
	}

	/** Where a question of these characters may begin. */
	beginning(asked: readonly string[]): readonly Place[] {
		const [first = '', second] = asked;
		return (second === undefined ? this.#ones.get(first) : this.#pairs.get(first + second)) ?? [];
	}

	/** English words that a test fits, each with where it stands. */
	*words(fits: (word: string) => number): Generator<[worth: number, places: readonly Place[]]> {
		for (const [word, places] of this.#words) {
			const worth = fits(word);
			if (worth > 0) yield [worth, places];
		}
	}
}

function put(map: Map<string, Place[]>, key: string, place: Place): void {
	const places = map.get(key);
	if (places) places.push(place);
	else map.set(key, [place]);
}
