/** Values → the bytes of a frame. */
import { completed, joined } from './build.ts';
import { charBytes, type Charset } from './charsets.ts';
import { digitsOf, largest, numberBytes, type NumberForm } from './numbers.ts';
import type { FramePart, FrameTemplate, FrameValues, TextPart } from './template.ts';

export interface EncodedFrame {
	bytes: Uint8Array;
	/** what an answer to it must repeat: its numbers and its text as they were sent */
	sent: FrameValues;
	/** the text as it will be drawn */
	text: string;
	/** characters that cannot be sent, each once; □ (or ? where there is none) stands in their place */
	replaced: string[];
	/** the text or the number was too long and was cut */
	cut: boolean;
}

/** A text that has been fitted into its part. */
export type FittedText = Omit<EncodedFrame, 'bytes' | 'sent'> & { bytes: number[] };

/**
 * The bytes of a frame. Never throws for a text, or for a number that is too large: what cannot be sent is replaced or cut,
 * and told.
 * @throws when a number that the template needs is not handed in
 */
export function encodeFrame(template: FrameTemplate, values: FrameValues): EncodedFrame {
	const written = template.parts.map((part) => write(template, part, values));
	const bytes = joined(
		template,
		completed(
			template,
			written.map((one) => one.bytes)
		)
	);
	const { text, replaced = [] } = written.find((one) => one.text !== undefined) ?? {};
	const numbers = numbersOf(template, values);
	const sent = text === undefined ? { numbers } : { numbers, text };
	return { bytes, sent, text: text ?? '', replaced, cut: written.some((one) => one.cut === true) };
}

/** The numbers of a template as far as they fit. */
function numbersOf({ parts }: FrameTemplate, values: FrameValues): Record<string, number> {
	const numbers = parts.filter((part) => part.kind === 'number');
	return Object.fromEntries(numbers.map((part) => [part.name, fitNumber(valueOf(values, part), part.form).value]));
}

/** The bytes of one part; of lengths and sums they come later. */
function write(
	template: FrameTemplate,
	part: FramePart,
	values: FrameValues
): Partial<FittedText> & { bytes: number[] } {
	switch (part.kind) {
		case 'byte':
			return { bytes: [part.byte] };
		case 'any':
			return { bytes: Array<number>(part.bytes ?? 0).fill(0) };
		case 'text': {
			const fitted = fitText(template, part, values.text ?? '');
			return { ...fitted, bytes: filled(fitted.bytes, part) };
		}
		case 'number': {
			const { value, cut } = fitNumber(valueOf(values, part), part.form);
			return { bytes: numberBytes(value, part.form), cut };
		}
		case 'length':
		case 'sum':
			return { bytes: [] };
	}
}

function valueOf({ numbers }: FrameValues, { name }: Extract<FramePart, { kind: 'number' }>): number {
	const value = numbers[name];
	if (value === undefined || !Number.isInteger(value) || value < 0) throw new Error(`a frame without its ${name}`);
	return value;
}

/** The last digits of a number that is too long. */
function fitNumber(value: number, form: NumberForm): { value: number; cut: boolean } {
	if (value <= largest(form)) return { value, cut: false };
	return { value: value % 10 ** digitsOf(form), cut: true };
}

const STAND_INS: Record<Charset, string> = { ascii: '?', gb2312: '□', gbk: '□' };

/**
 * A text as the bytes of its part, never cut through the middle of a character. Control characters and line breaks count
 * as blanks; a character whose bytes would end the frame is replaced.
 */
function fitText(template: FrameTemplate, part: TextPart, text: string): FittedText {
	const marks = marksOf(template, part);
	const bytesOf = (char: string): readonly number[] | null => {
		const bytes = charBytes(char, part.charset);
		return bytes?.some((byte) => marks.has(byte)) ? null : bytes;
	};
	const bytes: number[] = [];
	const replaced = new Set<string>();
	const stand = STAND_INS[part.charset];
	let drawn = '';
	for (const char of text.replace(/\p{Cc}+/gu, ' ')) {
		const known = bytesOf(char);
		const own = known ?? bytesOf(stand) ?? bytesOf(' ') ?? [];
		if (bytes.length + own.length > part.room) return { bytes, text: drawn, replaced: [...replaced], cut: true };
		if (!known) replaced.add(char);
		bytes.push(...own);
		drawn += known ? char : stand;
	}
	return { bytes, text: drawn, replaced: [...replaced], cut: false };
}

function filled(bytes: readonly number[], { room, fill }: TextPart): number[] {
	if (fill === null) return [...bytes];
	const blanks = Array<number>(room - bytes.length).fill(fill.byte);
	return fill.side === 'right' ? [...blanks, ...bytes] : [...bytes, ...blanks];
}

/**
 * Bytes that a text must not have: where neither a length nor escapes say how far it goes, the byte that begins a frame and
 * the one that follows the text would be taken for what they are elsewhere.
 */
export function marksOf({ parts, escaped }: FrameTemplate, part: TextPart): ReadonlySet<number> {
	if (part.fill !== null || escaped !== null || parts.some(({ kind }) => kind === 'length')) return new Set();
	const around = [parts[0], parts[parts.indexOf(part) + 1]];
	return new Set(around.flatMap((one) => (one?.kind === 'byte' ? [one.byte] : [])));
}
