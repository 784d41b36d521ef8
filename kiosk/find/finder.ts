import type { FindIndex, FindItem } from '#server/views.ts';
import { Library, type Scores } from './library.ts';
import { matterOf, partsOf } from './text.ts';

/** What was found: codes of items, the best first; `near` where nothing fits and these have only something in common. */
export interface Found {
	codes: readonly string[];
	near: boolean;
}

/** So many are told at most: nobody leafs through more. */
const MOST = 60;
const MOST_NEAR = 5;
/** What has less in common is not shown as near. */
const LEAST_NEAR = 0.19;
/** What a department or a theme of that name says of an item. */
const GROUP = 0.5;
/** So long is what may be two things without a blank between. */
const LEAST_HALVES = 4;
const MOST_HALVES = 10;
/** Several parts, in whatever order. */
const PARTS = 0.95;
/** Where something fits that well as it is written, nothing is looked for that fits otherwise. */
const GOOD = 0.6;

/**
 * Finds items while somebody types (K-02): characters, pinyin whole or begun, first letters, all of these mixed, English,
 * and these with a slip or with sounds that many do not tell apart. Pure, in memory, over an index that the server made.
 */
export class Finder {
	readonly #library: Library;
	readonly #items: readonly FindItem[];
	/** by item, where its department and its themes stand in the scores */
	readonly #groups: readonly (readonly number[])[];

	constructor(index: FindIndex) {
		this.#library = new Library(index);
		this.#items = index.items;
		const { themes, departments, items } = index;
		const at = new Map<string, number>([
			...themes.map(({ code }, n) => [`theme ${code}`, items.length + n] as const),
			...departments.map(({ code }, n) => [`department ${code}`, items.length + themes.length + n] as const)
		]);
		this.#groups = items.map(({ department, themes: of }) => {
			return [`department ${department}`, ...of.map((code) => `theme ${code}`)].flatMap((key) => at.get(key) ?? []);
		});
	}

	find(question: string): Found {
		const asked = partsOf(question);
		const codes = this.#fitting(asked);
		if (codes.length > 0 || asked.length === 0) return { codes, near: false };
		const matter = partsOf(matterOf(question));
		const bare = matter.join(' ') === asked.join(' ') ? [] : this.#fitting(matter);
		return bare.length > 0 ? { codes: bare, near: false } : { codes: this.#near(matter), near: true };
	}

	#fitting(parts: readonly string[]): string[] {
		if (parts.length === 0) return [];
		const exact = parts.map((part) => this.#library.exactly(part));
		const found = this.#ranked(together(exact));
		if ((found[0]?.score ?? 0) >= GOOD) return codesOf(found);
		const wider = parts.map((part, at) => {
			const ways = [exact[at], ...this.#halves(part), this.#library.bySound(part), this.#library.loosely(part)];
			return best(ways.filter((one) => one !== undefined));
		});
		return codesOf(this.#ranked(together(wider)));
	}

	/** Two things said without a blank between: 驾照过期, `sbkbb`. */
	#halves(part: string): Scores[] {
		const chars = [...part];
		if (chars.length < LEAST_HALVES || chars.length > MOST_HALVES) return [];
		return Array.from({ length: chars.length - 3 }, (_, n) => {
			const halves = [chars.slice(0, n + 2).join(''), chars.slice(n + 2).join('')];
			return together(halves.map((half) => this.#library.exactly(half)));
		});
	}

	#near(parts: readonly string[]): string[] {
		const scores = parts
			.filter((part) => part.length > 1)
			.map((part) => {
				return best([this.#library.alike(part), this.#library.exactly(part)]);
			});
		if (scores.length === 0) return [];
		const common = this.#ranked(mean(scores));
		return codesOf(common.filter(({ score }) => score >= LEAST_NEAR)).slice(0, MOST_NEAR);
	}

	/** The best first; of equals the first of the hall file. */
	#ranked(scores: Scores): Scored[] {
		const ranked = this.#items.flatMap(({ code }, at) => {
			const own = scores[at] ?? 0;
			const by = (this.#groups[at] ?? []).reduce((most, group) => Math.max(most, scores[group] ?? 0), 0);
			const score = Math.max(own, GROUP * by);
			return score > 0 ? [{ code, score }] : [];
		});
		return ranked.sort((one, other) => other.score - one.score);
	}
}

interface Scored {
	code: string;
	score: number;
}

function codesOf(scored: readonly Scored[]): string[] {
	return scored.slice(0, MOST).map(({ code }) => code);
}

function best(scores: readonly Scores[]): Scores {
	const [first, ...others] = scores;
	if (!first) throw new Error('nothing to choose of');
	return first.map((score, at) => others.reduce((most, one) => Math.max(most, one[at] ?? 0), score));
}

/** Every part must fit; together they are worth their mean. */
function together(scores: readonly Scores[]): Scores {
	const all = mean(scores).map((score, at) => (scores.every((one) => (one[at] ?? 0) > 0) ? score : 0));
	return scores.length === 1 ? all : all.map((score) => score * PARTS);
}

function mean(scores: readonly Scores[]): Scores {
	const [first] = scores;
	if (!first) throw new Error('no part of a question');
	return first.map((_, at) => scores.reduce((sum, one) => sum + (one[at] ?? 0), 0) / scores.length);
}
