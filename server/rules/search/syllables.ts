import { pinyin } from 'pinyin-pro';

/** A text as it is spoken, without tones: a syllable for each character, figures and letters as they are. */
export function syllablesOf(text: string): string[] {
	const joined = text.replaceAll(' ', '');
	return joined === ''
		? []
		: pinyin(joined, { toneType: 'none', type: 'array', v: true }).map((one) => one.toLowerCase());
}

/** First letters: 社保卡 → sbk. */
export function initialsOf(syllables: readonly string[]): string {
	return syllables.map((one) => one.charAt(0)).join('');
}

/**
 * Whether typed letters name these syllables from one of them on, each by the whole of it or by its beginning:
 * `sbk`, `shebaok`, `shebka` and `shebaoka` all name 社保卡.
 * @returns where it begins and how many syllables it takes; undefined where it does not
 */
export function namedBy(typed: string, syllables: readonly string[]): { from: number; count: number } | undefined {
	for (let from = 0; from < syllables.length; from += 1) {
		const count = taken(typed, syllables, from);
		if (count !== undefined) return { from, count };
	}
	return undefined;
}

function taken(typed: string, syllables: readonly string[], from: number): number | undefined {
	if (typed === '') return 0;
	const syllable = syllables[from];
	if (syllable === undefined) return undefined;
	for (let length = common(typed, syllable); length > 0; length -= 1) {
		const rest = taken(typed.slice(length), syllables, from + 1);
		if (rest !== undefined) return rest + 1;
	}
	return undefined;
}

/** How many first letters are the same. */
function common(one: string, other: string): number {
	let n = 0;
	while (n < one.length && n < other.length && one.charAt(n) === other.charAt(n)) n += 1;
	return n;
}

/** Whether the letters stand in the word in their order, the first of them first: `ylrz` in `yldylqzgrz`. */
export function isSpread(letters: string, word: string): boolean {
	if (letters.charAt(0) !== word.charAt(0)) return false;
	let at = 0;
	for (const letter of letters) {
		at = word.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
