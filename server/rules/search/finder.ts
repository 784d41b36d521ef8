import { kindsAsked, matterOf } from './asked.ts';
import { closeness, closenessWithSlip } from './closeness.ts';
import { plain } from './plain.ts';
import { formsOf } from './synonyms.ts';
import { formOf, tokensOfBody, tokensOfName, tokensOfQuestion, BODY, type Form } from './tokens.ts';

/** What can be found: by its names, first of all, and by what is said in it. */
export interface Findable {
	/** what it is found as; adding the same key again replaces it */
	key: string;
	kind: string;
	/** titles first, then what else it is called */
	names: readonly string[];
	bodies: readonly string[];
}

export interface Found {
	key: string;
	/** higher is nearer; 1 and more is a name that fits */
	score: number;
}

interface Kept {
	findable: Findable;
	forms: Form[];
	alive: boolean;
}

/** How many of the likeliest are looked at closely. */
const CLOSELY = 60;
/** A piece that so large a share of all things has in it tells nothing, unless there is nothing else. */
const COMMON = 0.5;
const FEW = 200;
/** What has less in common with the question is not what was asked for. */
const LEAST = 0.3;
/** How much it counts that the kind fits, that the name fits; and what a second name is worth beside the first. */
const KIND = 0.25;
const SECOND = 0.97;
/** Comparing with slips is slow. */
const FORMS_WITH_SLIPS = 12;

/**
 * Finds things by words, pinyin, first letters, English, and all of these with a slip. In memory: pieces of names and
 * bodies lead to the likely ones, of which the names are then compared with the question. Pure but for what it holds.
 */
export class Finder {
	readonly #kept: Kept[] = [];
	readonly #at = new Map<string, number>();
	readonly #pieces = new Map<string, number[]>();
	#scores = new Float32Array(0);
	#dead = 0;

	/** How many things can be found. */
	get size(): number {
		return this.#at.size;
	}

	add(findable: Findable): void {
		this.remove(findable.key);
		const at = this.#kept.length;
		const names = new Set(findable.names.map(plain).filter((name) => name !== ''));
		const texts = [...new Set([...names].flatMap(formsOf))];
		const forms = texts.map(formOf);
		this.#kept.push({ findable, forms, alive: true });
		this.#at.set(findable.key, at);
		const pieces = new Set(forms.flatMap((form, n) => tokensOfName(texts[n] ?? '', form)));
		for (const body of findable.bodies) for (const piece of tokensOfBody(plain(body))) pieces.add(piece);
		for (const piece of pieces) {
			const things = this.#pieces.get(piece);
			if (things) things.push(at);
			else this.#pieces.set(piece, [at]);
		}
	}

	remove(key: string): void {
		const at = this.#at.get(key);
		const kept = at === undefined ? undefined : this.#kept[at];
		if (!kept) return;
		kept.alive = false;
		this.#at.delete(key);
		this.#dead += 1;
		if (this.#dead > FEW + this.#at.size / 4) this.#renew();
	}

	/** The nearest first, at most `most`; nothing that has too little in common with the question. */
	find(question: string, most: number): Found[] {
		const asked = plain(question).slice(0, 100);
		if (asked === '') return [];
		const matter = matterOf(asked);
		const kinds = kindsAsked(asked);
		const { likely, whole } = this.#likely(matter);
		return likely
			.flatMap(({ at, score }) => {
				const kept = this.#kept[at];
				if (!kept) return [];
				const near = nearest(matter, kept.forms) + score / whole;
				const total = near + (kinds.has(kept.findable.kind) ? KIND * Math.min(1, near) : 0);
				return near < LEAST ? [] : [{ key: kept.findable.key, score: total }];
			})
			.toSorted((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1))
			.slice(0, most);
	}

	/** Those that have the most weighty pieces of the question, and what all of its pieces would weigh. */
	#likely(matter: string): { likely: readonly Likely[]; whole: number } {
		if (this.#scores.length < this.#kept.length) this.#scores = new Float32Array(this.#kept.length * 2);
		const scores = this.#scores;
		const touched: number[] = [];
		let whole = 0;
		for (const [piece, weight] of tokensOfQuestion(matter)) {
			const things = this.#pieces.get(piece) ?? [];
			const worth = weight * Math.log(1 + this.#at.size / (1 + things.length));
			if (!piece.startsWith(BODY)) whole += worth;
			if (things.length > Math.max(FEW, COMMON * this.#kept.length)) continue;
			for (const at of things) {
				if (scores[at] === 0) touched.push(at);
				scores[at] = (scores[at] ?? 0) + worth;
			}
		}
		return { likely: this.#likeliest(touched), whole: Math.max(whole, 1e-6) };
	}

	/** The best of those that were touched, whose scores are wiped for the next question. */
	#likeliest(touched: readonly number[]): readonly Likely[] {
		const likely = new Likeliest(CLOSELY);
		for (const at of touched) {
			if (this.#kept[at]?.alive === true) likely.offer({ at, score: this.#scores[at] ?? 0 });
			this.#scores[at] = 0;
		}
		return likely.all;
	}

	/** Builds all anew without what was removed. */
	#renew(): void {
		const alive = this.#kept.filter((one) => one.alive).map((one) => one.findable);
		this.#kept.length = 0;
		this.#at.clear();
		this.#pieces.clear();
		this.#dead = 0;
		for (const one of alive) this.add(one);
	}
}

/** How well the best of the names fits; the first form is the title. Slips are looked for only where no name fits. */
function nearest(matter: string, forms: readonly Form[]): number {
	return (
		best(forms, (form) => closeness(matter, form)) ||
		best(forms.slice(0, FORMS_WITH_SLIPS), (form) => closenessWithSlip(matter, form))
	);
}

function best(forms: readonly Form[], fits: (form: Form) => number): number {
	return forms.reduce((most, form, index) => Math.max(most, fits(form) * (index === 0 ? 1 : SECOND)), 0);
}

interface Likely {
	at: number;
	score: number;
}

/** The so many likeliest of a great many. */
class Likeliest {
	readonly all: Likely[] = [];
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	offer(one: Likely): void {
		const { all } = this;
		if (all.length === this.#most && (all.at(-1)?.score ?? 0) >= one.score) return;
		let at = all.length;
		while (at > 0 && (all[at - 1]?.score ?? 0) < one.score) at -= 1;
		all.splice(at, 0, one);
		if (all.length > this.#most) all.pop();
	}
}
