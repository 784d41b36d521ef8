/** One part of a template, from what stands in its braces. */
import { CHARSETS } from './charsets.ts';
import { FORM_WORDS, formOf, largest, type NumberForm } from './numbers.ts';
import { SUM_BYTES, SUMS, type SumKind } from './sums.ts';
import { NUMBER_NAMES, type FrameFault, type FramePart, type NumberName, type TextPart } from './template.ts';
import { hexBytes, type Word } from './words.ts';

/** A fault at a word. */
export function bad({ text, column }: Word, code: FrameFault['code'], allowed: readonly string[]): FrameFault {
	return { column, found: text, code, allowed };
}

type Read = FramePart | FrameFault;

const KINDS = ['{addr}', '{num}', '{key}', '{cmd}', '{text:…}', '{name=01}', '{any:1}', '{rest}', '{len:…}'];

/** The options of a part, its name first; bytes with names as `set` has them. */
export function partOf([head = NOTHING, ...options]: Word[], set: Readonly<Record<string, number>>): Read {
	const name = head.text;
	const number = NUMBER_NAMES.find((one) => one === name);
	if (number) return numberOf(number, options);
	const sum = SUMS.find((one) => one === name);
	if (sum) return withSpan(head, options, { sum, form: formOfSum(sum) });
	if (name === 'len') return withSpan(head, options, { sum: null, form: { kind: 'be', bytes: 1 } });
	if (name === 'text') return textOf(head, options);
	if (name === 'any' || name === 'rest') return anyOf(name, options);
	return constantOf(head, set) ?? bad(head, 'unknown-part', [...KINDS, ...SUMS.map((one) => `{${one}:…}`)]);
}

const NOTHING: Word = { text: '', column: 1 };

function constantOf({ text }: Word, set: Readonly<Record<string, number>>): FramePart | null {
	const [, name = '', hex = ''] = /^([a-z][a-z0-9-]*)\s*=\s*([0-9A-Fa-f]{2})$/.exec(text) ?? [];
	return name === '' ? null : { kind: 'byte', byte: (set[name] ?? parseInt(hex, 16)) & 0xff, name };
}

function numberOf(name: NumberName, [form]: Word[]): Read {
	if (!form) return { kind: 'number', name, form: { kind: 'be', bytes: 1 } };
	const known = formOf(form.text);
	return known ? { kind: 'number', name, form: known } : bad(form, 'bad-option', FORM_WORDS);
}

function formOfSum(sum: SumKind): NumberForm {
	return { kind: sum.startsWith('crc') ? 'le' : 'be', bytes: SUM_BYTES[sum] };
}

/** A length or a checksum; of what is known later. */
function withSpan(head: Word, [of, form]: Word[], kind: { sum: SumKind | null; form: NumberForm }): Read {
	if (!of) return bad(head, 'bad-span', ['addr..text', '1..-1']);
	const known = form ? formOf(form.text) : kind.form;
	const small = kind.sum !== null && known && largest(known) < 256 ** SUM_BYTES[kind.sum] - 1;
	if (!known || small) return bad(form ?? of, 'bad-option', FORM_WORDS);
	const span = { from: 0, to: 0 };
	return kind.sum === null
		? { kind: 'length', of: span, form: known }
		: { kind: 'sum', sum: kind.sum, of: span, form: known };
}

function anyOf(name: 'any' | 'rest', [count]: Word[]): Read {
	if (name === 'rest') return { kind: 'any', bytes: null };
	if (!count) return { kind: 'any', bytes: 1 };
	return /^([1-9]|[12]\d|3[0-2])$/.test(count.text)
		? { kind: 'any', bytes: Number(count.text) }
		: bad(count, 'bad-option', ['1', '2', '32']);
}

const ROOM = 64;
const MOST_ROOM = 240;

function textOf(head: Word, [set, room, ...fill]: Word[]): Read {
	const charset = CHARSETS.find((one) => one === set?.text);
	if (!charset) return bad(set ?? head, 'bad-option', CHARSETS);
	if (!room) return { kind: 'text', charset, room: ROOM, fill: null };
	const bytes = Number(room.text.replace(/^\.\./, ''));
	if (!(Number.isInteger(bytes) && bytes >= 1 && bytes <= MOST_ROOM)) return bad(room, 'bad-option', ['16', '..16']);
	if (room.text.startsWith('..')) {
		return fill[0] ? bad(fill[0], 'bad-option', ['16']) : { kind: 'text', charset, room: bytes, fill: null };
	}
	const filling = fillOf(fill);
	return 'code' in filling ? filling : { kind: 'text', charset, room: bytes, fill: filling };
}

function fillOf([fill, side]: Word[]): NonNullable<TextPart['fill']> | FrameFault {
	const [byte, ...more] = hexBytes(fill?.text ?? '20') ?? [];
	if (byte === undefined || more.length > 0) return bad(fill ?? NOTHING, 'bad-option', ['20', '00', '30']);
	if (!side) return { byte, side: 'left' };
	const known = (['left', 'right'] as const).find((one) => one === side.text);
	return known ? { byte, side: known } : bad(side, 'bad-option', ['left', 'right']);
}
