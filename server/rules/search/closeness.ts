import { initialsOf, isSpread, namedBy } from './syllables.ts';
import type { Form } from './tokens.ts';

/** How well a question fits one name, 0 to 1: the name itself, its beginning, or a part of it. Plain texts. */
export function closeness(matter: string, form: Form): number {
	const asked = matter.replaceAll(' ', '');
	return Math.max(byText(asked, form.text), byLetters(asked, form.spoken), byRuns(matter, form.text));
}

/** The share of a name that was named: of two names that fit, the shorter one is meant. */
const SHARE = 0.15;

function byText(asked: string, name: string): number {
	if (asked === name) return 1;
	if (name.startsWith(asked)) return 0.8 + (SHARE * asked.length) / name.length;
	if (name.includes(asked)) return 0.7 + (SHARE * asked.length) / name.length;
	return name.length > 1 && asked.includes(name) ? 0.6 + (SHARE * name.length) / asked.length : 0;
}

/** Every part of a question stands in the name, in whatever order. */
function byRuns(matter: string, name: string): number {
	const parts = matter.split(' ').filter((part) => part !== '');
	if (parts.length < 2 || !parts.every((part) => name.includes(part))) return 0;
	return 0.6 + (SHARE * parts.join('').length) / name.length;
}

function byLetters(asked: string, spoken: string): number {
	if (spoken === '' || asked.length < 2 || !/^[a-z0-9]+$/.test(asked)) return 0;
	const syllables = spoken.split(' ');
	const named = namedBy(asked, syllables);
	if (named) {
		const first = named.from === 0 ? 0.8 : 0.65;
		return first + (SHARE * named.count) / syllables.length;
	}
	const initials = initialsOf(syllables);
	return asked.length > 2 && isSpread(asked, initials) ? 0.35 + (SHARE * asked.length) / initials.length : 0;
}

/**
 * How well it fits but for a slip: one letter or character too many, too few or another one, in three Chinese characters
 * or five letters at least. Plain texts.
 */
export function closenessWithSlip(matter: string, { text: name, spoken }: Form): number {
	const asked = matter.replaceAll(' ', '');
	const isHan = /\p{Script=Han}/u.test(asked);
	if (asked.length < (isHan ? 3 : 5)) return 0;
	const within = Math.min(
		slipsIn(asked, name),
		isHan || spoken === '' ? Infinity : slipsIn(asked, spoken.replaceAll(' ', ''))
	);
	return within <= 1 ? 0.6 : within === 2 && asked.length >= 8 ? 0.45 : 0;
}

/** The fewest slips with which the asked letters stand anywhere in the name; two neighbours changed round are one. */
export function slipsIn(asked: string, name: string): number {
	let before: number[] = [];
	let row = Array.from({ length: name.length + 1 }, () => 0);
	for (let i = 1; i <= asked.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= name.length; j += 1) next.push(cell(asked, name, { i, j, row, before, next }));
		before = row;
		row = next;
	}
	return Math.min(...row);
}

interface Cell {
	i: number;
	j: number;
	row: readonly number[];
	before: readonly number[];
	next: readonly number[];
}

function cell(asked: string, name: string, { i, j, row, before, next }: Cell): number {
	const same = asked.charAt(i - 1) === name.charAt(j - 1) ? 0 : 1;
	const changed = Math.min(at(row, j - 1) + same, at(row, j) + 1, at(next, j - 1) + 1);
	const swapped =
		i > 1 && j > 1 && asked.charAt(i - 1) === name.charAt(j - 2) && asked.charAt(i - 2) === name.charAt(j - 1);
	return swapped ? Math.min(changed, at(before, j - 2) + 1) : changed;
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
