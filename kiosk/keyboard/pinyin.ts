/** What the letters so far may be written as, and how many of the letters it takes. */
export interface Candidate {
	word: string;
	letters: number;
}

interface Word {
	word: string;
	/** natural logarithm of how likely it is, of all that is written */
	likely: number;
}

interface Node {
	next: Map<string, Node>;
	/** the likeliest first; read from the table when it is first asked for */
	words: () => readonly Word[];
}

/** A place in the table that some of the letters lead to. */
interface Reached {
	node: Node;
	/** how many letters it takes */
	letters: number;
	/** the last syllable is only begun */
	begun: boolean;
}

/** The table counts to about e^18 characters; it keeps five times the logarithm. */
const ALL = 18;
const STEP = 5;
const NEVER = -ALL - 2;
/** What only begins like the letters is less likely than what they spell. */
const BEGUN = 3;
/** Longer than this is no sentence of a visitor, but a hand on the glass. */
const LONGEST = 48;
/** So many letters may be the beginnings of syllables alone: `sbk`. */
const LONGEST_SHORT = 8;

/**
 * Writes Chinese from pinyin: whole syllables, with the last one only begun, or first letters. An apostrophe parts syllables
 * (`xi'an`). In memory and pure: the table is handed in as words.txt has it.
 */
export class Pinyin {
	readonly #root: Node = { next: new Map(), words: () => [] };

	constructor(table: string) {
		for (const line of table.split('\n')) {
			const space = line.indexOf(' ');
			if (space > 0) this.#add(line.slice(0, space).split("'"), line.slice(space + 1));
		}
	}

	/** The likeliest first, at most `most`: all letters as one sentence, then what the first of them may be. */
	candidates(typed: string, most: number): Candidate[] {
		const letters = typed
			.toLowerCase()
			.slice(0, LONGEST)
			.replaceAll(/([nl])ue/g, '$1ve');
		if (letters === '') return [];
		const found = new Map<string, Candidate>();
		const offer = (one: Candidate): void => {
			if (found.size < most && !found.has(one.word)) found.set(one.word, one);
		};
		const spelt = this.#spelt(letters, 0).toSorted((one, other) => other.letters - one.letters);
		const sentence = this.#sentence(letters);
		const short = spelt.some((one) => !one.begun && one.letters === letters.length) ? [] : this.#short(letters);
		if (sentence !== null) offer({ word: sentence, letters: letters.length });
		for (const one of short) offer(one);
		for (const { node, letters: taken } of spelt) {
			for (const { word } of node.words()) offer({ word, letters: taken });
		}
		return [...found.values()];
	}

	/** Whether letters can be the beginning of something Chinese. */
	spells(typed: string): boolean {
		return this.candidates(typed, 1).length > 0;
	}

	#add(syllables: readonly string[], listed: string): void {
		let node = this.#root;
		for (const syllable of syllables) {
			const next: Node = node.next.get(syllable) ?? { next: new Map(), words: () => [] };
			node.next.set(syllable, next);
			node = next;
		}
		let read: readonly Word[] | undefined;
		node.words = () => (read ??= wordsIn(listed));
	}

	/** Every place to which letters from `from` on lead by whole syllables, and by a begun one at their end. */
	#spelt(letters: string, from: number): Reached[] {
		const reached: Reached[] = [];
		const walk = (node: Node, at: number): void => {
			const start = letters.charAt(at) === "'" ? at + 1 : at;
			const rest = letters.slice(start);
			if (rest === '') return;
			for (const [syllable, next] of node.next) {
				if (rest.startsWith(syllable)) {
					reached.push({ node: next, letters: start + syllable.length - from, begun: false });
					walk(next, start + syllable.length);
				} else if (syllable.startsWith(rest)) {
					reached.push({ node: next, letters: letters.length - from, begun: true });
				}
			}
		};
		walk(this.#root, from);
		return reached.toSorted((one, other) => likelyOf(other) - likelyOf(one));
	}

	/** The likeliest words that together take all letters; null where some of them spell nothing. */
	#sentence(letters: string): string | null {
		const best: ({ text: string; likely: number } | undefined)[] = [{ text: '', likely: 0 }];
		for (let at = 0; at < letters.length; at += 1) {
			const here = best[at];
			if (here === undefined) continue;
			for (const one of this.#spelt(letters, at)) {
				const word = one.node.words()[0];
				if (word === undefined) continue;
				const end = at + one.letters;
				const likely = here.likely + word.likely - (one.begun ? BEGUN : 0);
				if (likely > (best[end]?.likely ?? -Infinity)) best[end] = { text: here.text + word.word, likely };
			}
		}
		return best[letters.length]?.text ?? null;
	}

	/** Words whose syllables begin like the letters, one after the other: `sbk`, `shebk`. */
	#short(letters: string): Candidate[] {
		if (letters.length < 2 || letters.length > LONGEST_SHORT) return [];
		const words: Word[] = [];
		const walk = (node: Node, rest: string): void => {
			if (rest === '') words.push(...node.words().slice(0, 3));
			else for (const [syllable, next] of node.next) for (const left of afterBegun(rest, syllable)) walk(next, left);
		};
		for (const [syllable, next] of this.#root.next) {
			for (const rest of afterBegun(letters, syllable)) if (rest !== '') walk(next, rest);
		}
		return words
			.toSorted((one, other) => other.likely - one.likely)
			.map(({ word }) => ({ word, letters: letters.length }));
	}
}

/** What is left of letters of which the first one, two … begin a syllable. */
function afterBegun(letters: string, syllable: string): string[] {
	const left: string[] = [];
	for (let n = 1; n <= syllable.length && letters.charAt(n - 1) === syllable.charAt(n - 1); n += 1) {
		left.push(letters.slice(n));
	}
	return left;
}

function likelyOf({ node, begun }: Reached): number {
	return (node.words()[0]?.likely ?? NEVER) - (begun ? BEGUN : 0);
}

function wordsIn(listed: string): Word[] {
	const [counted = '', never = ''] = listed.split('|');
	const words = [...counted.matchAll(/(\D+)(\d\d)/gu)].map(([, word = '', times = '0']) => {
		return { word, likely: Number(times) / STEP - ALL };
	});
	return [...words, ...[...never].map((word) => ({ word, likely: NEVER }))];
}
