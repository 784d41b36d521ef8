/** What can be wrong in a hall file, where, and the way to mend it. */
import type { Text } from '#server/views.ts';
import { formatWords } from './format-words.ts';
import type { FormatFault } from './formats.ts';
import { frameWords } from './frame-words.ts';
import { fileWords, type Detail, type Words } from './words.ts';

export type FaultCode = keyof typeof fileWords | keyof typeof frameWords | FormatFault;

/** Where a value stands: `['windows', 3, 'queues', 0]`. */
export type Path = (string | number)[];

/** A fault before its place in the text is known. */
export interface Finding {
	code: FaultCode;
	path: Path;
	/** the fault is the last key of the path itself, not its value */
	atKey?: boolean;
	/** the other one, for things that are there twice */
	otherPath?: Path;
	detail?: Partial<Detail>;
}

/** One fault of a hall file. */
export interface Fault {
	code: FaultCode;
	/** from 1 */
	line: number;
	/** from 1 */
	column: number;
	/** `windows[3].queues[0]`; empty for the file as a whole */
	path: string;
	what: Text;
	mend: Text;
}

const WORDS: Record<FaultCode, Words> = { ...fileWords, ...frameWords, ...formatWords };
const NOTHING: Detail = { value: '', allowed: [], near: null, other: 0 };

/** Whether a message of the schema names a fault. */
export function isFormatFault(message: string): message is FormatFault {
	return Object.hasOwn(formatWords, message);
}

/** `['windows', 3, 'name']` → `windows[3].name` */
function pathText(path: Path): string {
	return path
		.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`))
		.join('')
		.replace(/^\./, '');
}

/** Puts a fault into words. */
export function faultOf(
	code: FaultCode,
	place: { line: number; column: number },
	path: Path,
	detail: Partial<Detail> = {}
): Fault {
	const words = WORDS[code];
	const [zh, en, mendZh, mendEn] = typeof words === 'function' ? words({ ...NOTHING, ...detail }) : words;
	return { code, ...place, path: pathText(path), what: { zh, en }, mend: { zh: mendZh, en: mendEn } };
}

/** A value as a sentence quotes it. */
export function quoted(value: unknown): string {
	if (Array.isArray(value)) return '[…]';
	if (typeof value === 'object' && value !== null) return '{…}';
	const text = String(value);
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The candidate that differs least from the word, if it is close enough to be a slip of the finger. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
	let best: string | null = null;
	let least = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		const apart = distance(word.toLowerCase(), candidate.toLowerCase());
		if (apart < least) [best, least] = [candidate, apart];
	}
	return best;
}

/** Letters to change, add, take away, or swap with the next (Damerau–Levenshtein, each place touched once). */
function distance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	const cost = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		rows.push(row);
		for (let j = 1; j <= b.length; j += 1) {
			const change = cost(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cost(i - 2, j - 2) + 1 : Infinity;
			row.push(Math.min(change, swap, cost(i - 1, j) + 1, cost(i, j - 1) + 1));
		}
	}
	return cost(a.length, b.length);
}
