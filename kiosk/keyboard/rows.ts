import type { Candidate } from './pinyin.ts';

/** In which order letters stand: as on a telephone, or by the alphabet. */
export type Order = 'qwerty' | 'alphabet';

const QWERTY = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const FIGURES = ['12345', '67890'] as const;
const MARKS = { zh: '，。？！、', en: ',.?!-' } as const;
/** Keys that one row of a telephone's order needs. */
export const QWERTY_COLUMNS = 10;

/** The rows of letters, for so many keys in a row at most. */
export function letterRows(order: Order, columns: number): string[][] {
	if (order === 'qwerty') return QWERTY.map((row) => [...row]);
	const letters = [...ALPHABET];
	return Array.from({ length: Math.ceil(letters.length / columns) }, (_, row) =>
		letters.slice(row * columns, (row + 1) * columns)
	);
}

/** Figures and marks, as the language writes them. */
export function figureRows(chinese: boolean): string[][] {
	return [...FIGURES, chinese ? MARKS.zh : MARKS.en].map((row) => [...row]);
}

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
