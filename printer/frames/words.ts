/** Splits the text of a template into its words, and each word into its parts. */
import type { FrameFault } from './template.ts';

/** A word of a template and where it begins, columns from 1. */
export interface Word {
	text: string;
	column: number;
}

/** `AA55 {addr} (` → `AA`, `55`, `{addr}`, `(`; or the first fault. */
export function wordsOf(text: string): Word[] | FrameFault {
	const words: Word[] = [];
	const pattern = /\s+|\{[^{}]*\}|[0-9A-Fa-f]{2}|[()]/y;
	for (let at = 0; at < text.length; at = pattern.lastIndex) {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (found === undefined) return strange(text, at);
		if (found.trim() !== '') words.push({ text: found, column: at + 1 });
	}
	return words.length > 0 ? words : { column: 1, found: '', code: 'empty', allowed: EXAMPLES };
}

const EXAMPLES = ['AA', '{addr}', '{text:gb2312:16}', '{sum8:addr..text}'];

function strange(text: string, at: number): FrameFault {
	const found = /^\S+/.exec(text.slice(at))?.[0] ?? '';
	const unclosed = found.startsWith('{');
	return { column: at + 1, found, code: unclosed ? 'unclosed' : 'no-part', allowed: unclosed ? ['}'] : EXAMPLES };
}

/** What stands in braces, split at the colons: `{text:gb2312:16}` → `text`, `gb2312`, `16`, each with its column. */
export function optionsOf({ text, column }: Word): Word[] {
	const options: Word[] = [];
	let at = column + 1;
	for (const option of text.slice(1, -1).split(':')) {
		options.push({ text: option.trim(), column: at });
		at += option.length + 1;
	}
	return options;
}

/** Hexadecimal bytes with or without blanks; null when they are none. */
export function hexBytes(text: string): number[] | null {
	const bare = text.replaceAll(/\s/g, '');
	if (bare === '' || !/^([0-9A-Fa-f]{2})*$/.test(bare)) return null;
	return (bare.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
}
