import type { FindForm, FindIndex } from '#server/views.ts';
import { spread, taken, type Asked } from './align.ts';
import { maskOf, nameAt, nameOf, Places, unitAt, type Name } from './names.ts';
import { slipsIn, slipsInBeginning } from './slips.ts';
import { foldedSound, isHan, stem } from './text.ts';

/** What each item, and then each theme and department, is worth for a part of a question; 0 where it does not fit. */
export type Scores = Float32Array;

/** A second way to call a thing is worth less than its titles. */
const SECOND = 0.82;
/** The share of a name that was named: of two that fit, the shorter one is meant. */
const SHARE = 0.15;
/** How fully the syllables were spelt. */
const FULL = 0.1;
/** What is left of it when sounds are taken for each other. */
const FOLDED = 0.88;
const HOMOPHONES = 0.85;
const SPREAD = 0.45;
const SLIP = 0.55;
const TWO_SLIPS = 0.42;
/** Letters and characters from which a slip can be told from another word, and letters from which two can. */
const SLIP_FROM = 5;
const SLIP_FROM_HAN = 3;
const TWO_FROM = 10;
/** Slips and likeness are looked for in so many ways to call a thing. */
const MOST_RANK = 4;

/** All names that can be asked for, and how well a part of a question fits each thing. Pure but for what it holds. */
export class Library {
	readonly #names: Name[] = [];
	readonly #places = new Places();
	readonly #sounds = new Map<string, Set<string>>();
	readonly #size: number;

	constructor({ items, themes, departments }: FindIndex) {
		const owners = [...items, ...themes, ...departments];
		this.#size = owners.length;
		owners.forEach(({ forms }, owner) => this.#add(forms, owner));
	}

	/** As it is written: characters, pinyin, first letters, and all of these mixed; English by the beginnings of words. */
	exactly(part: string): Scores {
		const scores = new Float32Array(this.#size);
		const chars = [...part];
		this.#aligned(scores, { chars, fold: false, sounds: SILENT }, [chars], 1);
		const root = stem(part);
		const fits = (word: string): number => {
			if (word.startsWith(part)) return part.length / word.length;
			return part.length > 3 && stem(word) === root ? 0.9 : 0;
		};
		if (/^[a-z]+$/.test(part)) this.#english(scores, fits, 1);
		return scores;
	}

	/** With sounds that many take for each other, and characters that only sound alike. */
	bySound(part: string): Scores {
		const scores = new Float32Array(this.#size);
		const chars = [...part];
		if (chars.some(isHan)) {
			this.#aligned(scores, { chars, fold: false, sounds: this.#sounds }, this.#beginnings(chars), HOMOPHONES);
		} else {
			const asked = { chars: [...foldedSound(part)], fold: true, sounds: SILENT };
			this.#aligned(scores, asked, mistaken(part), FOLDED);
		}
		return scores;
	}

	/** With something left out between, or with a slip. */
	loosely(part: string): Scores {
		const scores = new Float32Array(this.#size);
		const chars = [...part];
		const han = chars.some(isHan);
		const isSpread = chars.length >= (han ? 2 : 3);
		const canSlip = chars.length >= (han ? SLIP_FROM_HAN : SLIP_FROM);
		const slipped = slipOf(part, han);
		for (const name of this.#names) {
			if (name.syllables.length === 0 || name.rank >= MOST_RANK) continue;
			if (isSpread && name.rank === 0) raise(scores, name, SPREAD * spread(chars, name));
			if (canSlip) raise(scores, name, slipped(name));
		}
		if (canSlip && !han) {
			const fits = (word: string): number => (word.length >= SLIP_FROM && slipsInBeginning(part, word) === 1 ? 1 : 0);
			this.#english(scores, fits, 0.7);
		}
		return scores;
	}

	/** What they have in common by pairs of characters, or three letters: for what nothing fits. */
	alike(part: string): Scores {
		const scores = new Float32Array(this.#size);
		const han = [...part].some(isHan);
		const asked = gramsOf(han ? [...part].filter(isHan).join('') : foldedSound(part), han ? 2 : 3);
		if (asked.length === 0) return scores;
		for (const name of this.#names) {
			if (name.rank >= MOST_RANK || (han && name.syllables.length === 0)) continue;
			const there = han ? name.text : name.syllables.length === 0 ? foldedSound(name.text) : name.folded.join('');
			raise(scores, name, asked.filter((gram) => there.includes(gram)).length / asked.length);
		}
		return scores;
	}

	#add(forms: readonly FindForm[], owner: number): void {
		// The first Chinese name is the title of its owner, and so is the first English one.
		const titled = { han: 0, latin: 0 };
		for (const form of forms) {
			const script = form.spoken === '' ? 'latin' : 'han';
			const name = nameOf(form, owner, titled[script]);
			titled[script] += 1;
			this.#places.add(name, this.#names.length);
			this.#names.push(name);
			name.syllables.forEach((syllable, at) => this.#hear(name.chars[at] ?? '', syllable));
		}
	}

	#hear(char: string, syllable: string): void {
		if (!isHan(char)) return;
		const known = this.#sounds.get(char);
		if (known) known.add(syllable);
		else this.#sounds.set(char, new Set([syllable]));
	}

	/** Each place where the question may begin is looked at once. */
	#aligned(scores: Scores, asked: Asked, beginnings: readonly (readonly string[])[], left: number): void {
		for (const beginning of beginnings) {
			for (const place of this.#places.beginning(beginning)) {
				const name = this.#names[nameAt(place)];
				const unit = unitAt(place);
				const got = name && taken(asked, name, unit);
				if (!got) continue;
				const base = unit === 0 ? (got.count === name.chars.length ? 0.8 : 0.75) : 0.6;
				const worth = base + (SHARE * got.count) / name.chars.length + (FULL * got.sum) / got.count;
				raise(scores, name, left * worth);
			}
		}
	}

	/** The first letters with which characters of these sounds begin. */
	#beginnings(chars: readonly string[]): string[][] {
		const [first = [], second = []] = chars.slice(0, 2).map((char) => {
			return isHan(char) ? [...(this.#sounds.get(char) ?? [])].map((one) => one.charAt(0)) : [char];
		});
		return chars.length === 1 ? [] : first.flatMap((one) => [...new Set(second)].map((other) => [one, other]));
	}

	#english(scores: Scores, fits: (word: string) => number, left: number): void {
		for (const [worth, places] of this.#places.words(fits)) {
			for (const place of places) {
				const name = this.#names[nameAt(place)];
				if (!name) continue;
				const words = name.text.split(' ').length;
				raise(scores, name, left * ((unitAt(place) === 0 ? 0.75 : 0.68) + SHARE / words + FULL * worth));
			}
		}
	}
}

const SILENT: Asked['sounds'] = new Map();

function raise(scores: Scores, { owner, rank }: Name, worth: number): void {
	const told = rank === 0 ? worth : SECOND * worth;
	if (told > (scores[owner] ?? 0)) scores[owner] = told;
}

/** With what a name may begin when sounds were taken for each other: `se` also for `sh`, `la` for `na`. */
function mistaken(part: string): string[][] {
	const firsts = [part.charAt(0), swapped(part.charAt(0))];
	const second = part.charAt(1);
	const hissed = /^[zcs]/.test(part) ? ['h', ...(second === 'h' ? [part.charAt(2)] : [])] : [];
	const seconds = [...new Set([second, swapped(second), ...hissed])];
	return [...new Set(firsts)].flatMap((one) => seconds.filter((other) => other !== '').map((other) => [one, other]));
}

function swapped(letter: string): string {
	return letter === 'n' ? 'l' : letter === 'l' ? 'n' : letter;
}

/** What a name is worth that holds the part with a slip. */
function slipOf(part: string, han: boolean): (name: Name) => number {
	const pieces = piecesOf(part, han);
	const mask = maskOf(part);
	const most = part.length >= TWO_FROM ? 2 : 1;
	return (name) => {
		if (bitsIn(mask & ~name.mask) > most) return 0;
		const text = han ? name.text : name.letters;
		if (!pieces.some((piece) => text.includes(piece))) return 0;
		const slips = slipsIn(part, text);
		if (slips > most) return 0;
		return (slips === 2 ? TWO_SLIPS : SLIP) + (FULL * part.length) / Math.max(part.length, text.length);
	};
}

/** A slip leaves one of three pieces as it was: only names that hold one of them are compared letter by letter. */
function piecesOf(part: string, han: boolean): string[] {
	const size = Math.max(han ? 1 : 2, Math.floor(part.length / 3));
	return [0, Math.floor((part.length - size) / 2), part.length - size].map((at) => part.slice(at, at + size));
}

function bitsIn(mask: number): number {
	let count = 0;
	for (let left = mask; left !== 0; left &= left - 1) count += 1;
	return count;
}

function gramsOf(text: string, size: number): string[] {
	return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));
}
