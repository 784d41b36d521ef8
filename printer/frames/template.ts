/**
 * A frame template: how one device writes its frames, as data. Many boards, pads and evaluators on RS-485 differ only in
 * this, so a technician describes them in the hall file and nobody writes code.
 *
 * A template is a line of *parts* with blanks between them, in the order in which they go over the line:
 *
 *     AA 55 {addr} {len:text} {text:gb2312:16} {sum8:addr..text} 0D
 *
 * - `AA` a byte, two hexadecimal digits.
 * - `{addr}`, `{num}`, `{key}`, `{cmd}` a number, with a form behind a colon: `1` (a byte, unless told), `2be`, `2le`, `bcd2`,
 *   `ascii4`, `hex2`; see `numbers.ts`.
 * - `{colour=01}` a byte with a name of its own, which a device may set otherwise.
 * - `{text:gb2312:16}` text of a fixed number of bytes, filled up with blanks (`{text:ascii:4:30:right}`: with 30, from the
 *   left); `{text:gb2312:..16}` text as long as it is, 16 bytes at most.
 * - `{any:2}` bytes that mean nothing here (sent as 00); `{rest}` any number of them.
 * - `{len:addr..text}` how many bytes stand from one part to another; `{len:text:2le}` with a form.
 * - `{sum8:addr..text}` a checksum, of the names in `sums.ts`; `{crc16-modbus:1..-1}` counts parts from 1, and backwards from
 *   itself; a form may follow: `:hex2`, `:2be`.
 * - `(` … `)` what stands between them is sent with escapes.
 */
import type { Charset } from './charsets.ts';
import type { NumberForm } from './numbers.ts';
import type { SumKind } from './sums.ts';

/** The numbers that a template can have: of the device, shown, of a key, of a command. */
export const NUMBER_NAMES = ['addr', 'num', 'key', 'cmd'] as const;
export type NumberName = (typeof NUMBER_NAMES)[number];

/** Parts from one to another, both with; indices into the parts of the template. */
export interface Span {
	from: number;
	to: number;
}

export interface TextPart {
	kind: 'text';
	charset: Charset;
	/** bytes */
	room: number;
	/** what fills the room up and on which side the text stands; null: it is as long as it is */
	fill: { byte: number; side: 'left' | 'right' } | null;
}

export type FramePart =
	/** `name`: one of the device's own, null for a plain byte */
	| { kind: 'byte'; byte: number; name: string | null }
	| { kind: 'number'; name: NumberName; form: NumberForm }
	| TextPart
	/** null: any number of bytes */
	| { kind: 'any'; bytes: number | null }
	| { kind: 'length'; of: Span; form: NumberForm }
	| { kind: 'sum'; sum: SumKind; of: Span; form: NumberForm };

/** A byte that is sent as others, so that it marks nothing. */
export interface Escape {
	byte: number;
	as: readonly number[];
}

export interface FrameTemplate {
	parts: readonly FramePart[];
	/** the parts that are sent with escapes */
	escaped: Span | null;
	escapes: readonly Escape[];
	/** the longest frame, bytes on the line */
	longest: number;
}

/** What is wrong with a template, and where. */
export interface FrameFault {
	/** of the text, from 1 */
	column: number;
	/** as it stands there */
	found: string;
	code:
		| 'empty'
		/** neither a byte nor a part in braces */
		| 'no-part'
		| 'unclosed'
		| 'unknown-part'
		/** what stands behind a colon */
		| 'bad-option'
		/** the parts of a length or a checksum */
		| 'bad-span'
		/** only once in a frame */
		| 'twice'
		/** two parts of any length */
		| 'two-open'
		| 'bad-brackets'
		/** escapes: `7E: 7D 5E` */
		| 'bad-escape'
		/** sent, but its end cannot be told when it is received */
		| 'no-end'
		/** what a frame of this use must have */
		| 'lacks';
	/** what may stand there */
	allowed: readonly string[];
}

/** Numbers by their names (`addr`, `colour`), and the text. */
export interface FrameValues {
	numbers: Readonly<Record<string, number>>;
	text?: string;
}

/** Whether a part may have any number of bytes. */
export function isOpen(part: FramePart): boolean {
	return part.kind === 'text' ? part.fill === null : part.kind === 'any' && part.bytes === null;
}

/** The most bytes a part has, before escapes. */
export function most(part: FramePart): number {
	switch (part.kind) {
		case 'byte':
			return 1;
		case 'text':
			return part.room;
		case 'any':
			return part.bytes ?? REST;
		case 'number':
		case 'length':
		case 'sum':
			return part.form.bytes;
	}
}

/** The longest `{rest}`: devices send a handful of bytes. */
const REST = 32;

/** The part of a kind, when the template has it. */
export function numberPart(
	{ parts }: FrameTemplate,
	name: NumberName
): Extract<FramePart, { kind: 'number' }> | undefined {
	return parts.find(
		(part): part is Extract<FramePart, { kind: 'number' }> => part.kind === 'number' && part.name === name
	);
}

export function textPart({ parts }: FrameTemplate): TextPart | undefined {
	return parts.find((part) => part.kind === 'text');
}
