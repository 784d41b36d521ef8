/** Text of the hall file → template. */
import { largest } from './numbers.ts';
import { bad, partOf } from './parts.ts';
import { SUMS } from './sums.ts';
import {
	isOpen,
	most,
	type Escape,
	type FrameFault,
	type FramePart,
	type FrameTemplate,
	type Span
} from './template.ts';
import { hexBytes, optionsOf, wordsOf, type Word } from './words.ts';

/** What belongs to a template beside its text. */
export interface FrameOptions {
	/** `{ '7E': '7D 5E' }`: a byte, and what is sent in its place */
	escapes?: Readonly<Record<string, string>>;
	/** bytes with names, set otherwise than in the template */
	set?: Readonly<Record<string, number>>;
}

export type Compiled = { ok: true; template: FrameTemplate } | { ok: false; fault: FrameFault };

/** Reads a template once, for sending and for receiving. */
export function compileFrame(text: string, { escapes = {}, set = {} }: FrameOptions = {}): Compiled {
	const words = wordsOf(text);
	if (!Array.isArray(words)) return { ok: false, fault: words };
	const loose: Loose = { parts: [], spans: [], brackets: [] };
	for (const word of words) {
		const fault = take(loose, word, set);
		if (fault) return { ok: false, fault };
	}
	return finish(loose, escapes);
}

/** What is read, while it is not yet known which parts lengths, sums and brackets are of. */
interface Loose {
	parts: FramePart[];
	spans: { part: number; word: Word }[];
	brackets: { at: number; word: Word }[];
}

function take({ parts, spans, brackets }: Loose, word: Word, set: Readonly<Record<string, number>>): FrameFault | null {
	if (word.text === '(' || word.text === ')') {
		brackets.push({ at: parts.length, word });
		return null;
	}
	const part = word.text.startsWith('{') ? partOf(optionsOf(word), set) : { ...BYTE, byte: parseInt(word.text, 16) };
	if ('code' in part) return part;
	const fault = repeats(parts, part, word);
	if (fault) return fault;
	if (part.kind === 'length' || part.kind === 'sum') {
		spans.push({ part: parts.length, word: optionsOf(word)[1] ?? word });
	}
	parts.push(part);
	return null;
}

const BYTE = { kind: 'byte', name: null } as const;

function finish({ parts, spans, brackets }: Loose, escapes: Readonly<Record<string, string>>): Compiled {
	const list = escapesOf(escapes);
	if (!list) return failed({ text: JSON.stringify(escapes), column: 1 }, 'bad-escape', ['7E: 7D 5E']);
	const apart = spans.find((one) => !joinSpan(parts, one));
	const wrong = apart ?? spans.find(({ part }) => readsItself(parts, part) || holdsTooLittle(parts, part));
	if (wrong) return failed(wrong.word, 'bad-span', namesOf(parts));
	const stray = strayBracket(brackets, list.length > 0);
	if (stray) return failed(stray, 'bad-brackets', ['( … )']);
	const [open, close] = brackets;
	const longest = parts.reduce((sum, part) => sum + most(part), 0) * Math.max(1, ...list.map(({ as }) => as.length));
	const escaped = open && close ? { from: open.at, to: close.at - 1 } : null;
	return { ok: true, template: { parts, escaped, escapes: list, longest } };
}

const failed = (...of: Parameters<typeof bad>): Compiled => ({ ok: false, fault: bad(...of) });

/** Finds the parts that a length or a sum is of; false when there are none such. */
function joinSpan(parts: FramePart[], { part, word }: Loose['spans'][number]): boolean {
	const own = parts[part];
	const of = spanOf(word.text, part, parts);
	if (!of || (own?.kind !== 'length' && own?.kind !== 'sum')) return false;
	parts[part] = { ...own, of };
	return true;
}

/** Escapes need to know where they hold: between one pair of brackets. */
function strayBracket(brackets: Loose['brackets'], escapes: boolean): Word | null {
	const [open, close, more] = brackets;
	if (!open) return escapes ? { text: '', column: 1 } : null;
	const fits = open.word.text === '(' && close?.word.text === ')' && close.at > open.at && !more;
	return fits ? null : (more ?? close ?? open).word;
}

/** A length of one digit cannot tell of twelve bytes. */
function holdsTooLittle(parts: readonly FramePart[], at: number): boolean {
	const part = parts[at];
	if (part?.kind !== 'length') return false;
	const bytes = parts.slice(part.of.from, part.of.to + 1).reduce((sum, one) => sum + most(one), 0);
	return bytes > largest(part.form);
}

/** Names are for one part each, and only one part may be as long as it likes. */
function repeats(before: readonly FramePart[], part: FramePart, word: Word): FrameFault | null {
	const name = nameOf(part);
	const known = name !== null && name !== 'len' && !isSum(name);
	if (known && before.some((one) => nameOf(one) === name)) return bad(word, 'twice', []);
	return isOpen(part) && before.some(isOpen) ? bad(word, 'two-open', ['{text:gb2312:16}']) : null;
}

function isSum(name: string): boolean {
	return SUMS.some((one) => one === name);
}

function nameOf(part: FramePart): string | null {
	switch (part.kind) {
		case 'byte':
		case 'number':
			return part.name;
		case 'text':
			return 'text';
		case 'any':
			return part.bytes === null ? 'rest' : null;
		case 'length':
			return 'len';
		case 'sum':
			return part.sum;
	}
}

function namesOf(parts: readonly FramePart[]): string[] {
	return [...new Set(parts.flatMap((part) => nameOf(part) ?? []))];
}

/** `addr..text`, `text`, `3..-1`: parts by their names, or counted from 1, or backwards from this one. */
function spanOf(text: string, self: number, parts: readonly FramePart[]): Span | null {
	const [first = '', last = first, ...more] = text.split('..').map((end) => end.trim());
	const from = endOf(first, self, parts);
	const to = endOf(last, self, parts);
	return more.length > 0 || from === null || to === null || from > to ? null : { from, to };
}

function endOf(word: string, self: number, parts: readonly FramePart[]): number | null {
	const counted = /^-?[1-9]\d?$/.test(word) ? Number(word) : null;
	const at =
		counted === null ? parts.findIndex((part) => nameOf(part) === word) : counted < 0 ? self + counted : counted - 1;
	return at >= 0 && at < parts.length ? at : null;
}

/** A checksum is of what stands without it; of checksums, only of those before. */
function readsItself(parts: readonly FramePart[], at: number): boolean {
	const part = parts[at];
	if (part?.kind !== 'sum') return false;
	return parts.some((one, i) => one.kind === 'sum' && i >= at && i >= part.of.from && i <= part.of.to);
}

function escapesOf(given: Readonly<Record<string, string>>): Escape[] | null {
	const list = Object.entries(given).map(([from, to]) => ({ from: hexBytes(from), as: hexBytes(to) }));
	const escapes = list.flatMap(({ from, as }) => (from?.length === 1 && as ? [{ byte: from[0] ?? 0, as }] : []));
	// What is sent in place of a byte begins with a byte that itself is never sent as it is.
	const marked = escapes.every(({ as }) => escapes.some(({ byte }) => byte === as[0]));
	return escapes.length === list.length && marked ? escapes : null;
}
