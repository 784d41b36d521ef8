import { Converter } from 'opencc-js/t2cn';

const simplified = Converter({ from: 't', to: 'cn' });
const TRADITIONAL = /[^\p{ASCII}]/u;

/**
 * A text in the one form in which texts are compared: full width as half width, small letters, traditional characters as
 * simplified ones, marks and runs of blanks as one blank.
 */
export function plain(text: string): string {
	const folded = text.normalize('NFKC').toLowerCase();
	const read = TRADITIONAL.test(folded) ? simplified(folded) : folded;
	return read.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The stretches of one script, in order: Chinese characters, Latin letters, figures. */
export interface Runs {
	han: string[];
	latin: string[];
	digits: string[];
}

/** Splits a plain text into its stretches. */
export function runsOf(text: string): Runs {
	return {
		han: text.match(/\p{Script=Han}+/gu) ?? [],
		latin: text.match(/\p{Script=Latin}+/gu) ?? [],
		digits: text.match(/\p{Nd}+/gu) ?? []
	};
}

/** English words as they are compared: `renewal`, `renewing` and `renew` alike, `cards` as `card`. */
export function stem(word: string): string {
	const bare = word.replace(/(ies)$/, 'y').replace(/(ments?|ations?|ing|als?|ed|s)$/, '');
	return bare.length >= 3 ? bare.replace(/e$/, '') : word;
}

/** The stretches of `size` characters of a text; the text itself where it is shorter. */
export function gramsOf(text: string, size: number): string[] {
	const letters = [...text];
	if (letters.length <= size) return letters.length === 0 ? [] : [text];
	return letters.slice(0, letters.length - size + 1).map((_, at) => letters.slice(at, at + size).join(''));
}
