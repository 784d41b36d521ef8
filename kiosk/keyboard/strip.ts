import type { Candidate } from './pinyin.ts';

/** What a candidate needs of the strip, and what stands there beside them. Pixels. */
export interface Strip {
	room: number;
	/** of one character */
	letter: number;
	/** left and right of a word, together */
	padding: number;
	/** the narrowest key, and what lies between two */
	least: number;
	gap: number;
}

/** Parts the candidates into pages of whole words, as many as fit beside the two keys that turn them; at least one each. */
export function pagesOf(candidates: readonly Candidate[], strip: Strip): Candidate[][] {
	const { letter, padding, least, gap } = strip;
	const room = strip.room - 2 * (least + gap);
	const pages: Candidate[][] = [];
	let left = 0;
	for (const one of candidates) {
		const wide = Math.max(least, [...one.word].length * letter + padding) + gap;
		if (wide > left) {
			pages.push([]);
			left = room + gap;
		}
		pages.at(-1)?.push(one);
		left -= wide;
	}
	return pages;
}
