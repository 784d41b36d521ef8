import type { Name } from './names.ts';
import { isHan } from './text.ts';

/** How characters may sound, learnt from the names themselves. */
export type Sounds = ReadonlyMap<string, ReadonlySet<string>>;

/** How much of a name was asked for, and how fully it was spelt, 0 to 1. */
export interface Taken {
	sum: number;
	count: number;
}

export interface Asked {
	chars: readonly string[];
	/** compared by folded sounds */
	fold: boolean;
	sounds: Sounds;
}

/** What another character of the same sound is worth. */
const HOMOPHONE = 0.5;
const NOTHING: Taken = { sum: 0, count: 0 };

/**
 * Whether the question stands in a name from one of its characters on: characters for themselves, letters for a whole
 * syllable or its beginning: `社保卡`, `shebaoka`, `shebk`, `sbk`, `社bk`.
 */
export function taken(asked: Asked, name: Name, unit: number): Taken | null {
	return from(asked, name, 0, unit);
}

function from(asked: Asked, name: Name, at: number, unit: number): Taken | null {
	const char = asked.chars[at];
	if (char === undefined) return NOTHING;
	const here = name.chars[unit];
	if (here === undefined) return null;
	if (char === here) return and(1, from(asked, name, at + 1, unit + 1));
	if (isHan(char)) {
		const same = asked.sounds.get(char)?.has(name.syllables[unit] ?? '') === true;
		return same ? and(HOMOPHONE, from(asked, name, at + 1, unit + 1)) : null;
	}
	return spelt(asked, name, at, unit);
}

/** The longest beginning of the syllable with which the rest goes on. */
function spelt(asked: Asked, name: Name, at: number, unit: number): Taken | null {
	const syllable = (asked.fold ? name.folded : name.syllables)[unit] ?? '';
	let common = 0;
	while (common < syllable.length && asked.chars[at + common] === syllable.charAt(common)) common += 1;
	for (; common > 0; common -= 1) {
		const rest = and(common / syllable.length, from(asked, name, at + common, unit + 1));
		if (rest !== null) return rest;
	}
	return null;
}

function and(worth: number, rest: Taken | null): Taken | null {
	return rest === null ? null : { sum: rest.sum + worth, count: rest.count + 1 };
}

/** Whether characters and first letters stand in a name in their order, with others between; and how closely, 0 to 1. */
export function spread(asked: readonly string[], { chars, syllables }: Name): number {
	const fits = (char: string, unit: number): boolean => char === chars[unit] || char === syllables[unit]?.charAt(0);
	let first = 0;
	while (first < chars.length && !fits(asked[0] ?? '', first)) first += 1;
	let unit = first;
	for (const char of asked) {
		while (unit < chars.length && !fits(char, unit)) unit += 1;
		if (unit === chars.length) return 0;
		unit += 1;
	}
	return asked.length / (unit - first);
}
