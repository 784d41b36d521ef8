/**
 * Text as a Chinese receipt printer has it: what a character takes in bytes and in columns, and where lines break.
 * A printer advances one column for a one-byte character and two for any longer one, so the width follows the encoding.
 */
import iconv from 'iconv-lite';
import type { PrinterModel } from '../models/models.ts';

type Font = PrinterModel['font'];

/** One printed character. */
interface Cell {
	char: string;
	bytes: Uint8Array;
	columns: number;
}

/** What stands where a character is not in the font: □, which is. */
const MISSING: Cell = { char: '□', bytes: iconv.encode('□', 'gb18030'), columns: 2 };

/** The same character under another code point, which the font has. */
const SAME = new Map([
	['\u00a0', ' '],
	['\t', ' '],
	['\u00a5', '￥'],
	['\u2022', '·'],
	['\u2011', '-']
]);

/** Control characters and what only joins or varies other characters: nothing of it is printed, least of all as a command. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/** The bytes of one line, and the characters that had to be replaced by □. Control characters vanish. */
export function encode(text: string, font: Font): { bytes: Uint8Array; substituted: string[] } {
	const parts: Uint8Array[] = [];
	const substituted = new Set<string>();
	for (const char of printable(text)) {
		const cell = cellOf(char, font);
		if (cell === MISSING && char !== MISSING.char) substituted.add(char);
		parts.push(cell.bytes);
	}
	return { bytes: Buffer.concat(parts), substituted: [...substituted] };
}

/** How many columns a line takes at plain size. */
export function columns(text: string, font: Font): number {
	let sum = 0;
	for (const char of printable(text)) sum += cellOf(char, font).columns;
	return sum;
}

/** The characters that will be printed. */
function printable(text: string): string[] {
	return [...text].map((char) => SAME.get(char) ?? char).filter((char) => !UNPRINTABLE.test(char));
}

/** Asking the encoder costs far more than the answer is large, and a hall's texts repeat the same characters. */
const CELLS: Record<Font, Map<string, Cell>> = { gbk: new Map(), gb18030: new Map() };

function cellOf(char: string, font: Font): Cell {
	const known = CELLS[font].get(char);
	if (known) return known;
	const cell = look(char, font);
	if (CELLS[font].size < 10_000) CELLS[font].set(char, cell);
	return cell;
}

function look(char: string, font: Font): Cell {
	const bytes = iconv.encode(char, 'gb18030');
	if (char < '\u0080') return { char, bytes, columns: 1 };
	return inFont(char, bytes, font) ? { char, bytes, columns: 2 } : MISSING;
}

/** GBK has what both encodings write with the same two bytes; of the four-byte characters, fonts have hanzi. */
function inFont(char: string, bytes: Uint8Array, font: Font): boolean {
	if (bytes.length === 2) return font === 'gb18030' || iconv.encode(char, 'gbk').equals(bytes);
	return font === 'gb18030' && /\p{Script=Han}/u.test(char);
}

/** Punctuation that never begins a line, and that never ends one. */
const CLOSING = /^[\p{Pe}\p{Pf}，。、；：？！·…—–,.;:?!%％℃]/u;
const OPENING = /[\p{Ps}\p{Pi}￥$]$/u;

/**
 * Breaks a text into lines of at most `width` columns: between words, never before closing or after opening
 * punctuation, inside a word only when it is longer than a line. `\n` always breaks.
 */
export function wrap(text: string, width: number, font: Font): string[] {
	return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, font));
}

function wrapParagraph(paragraph: string, width: number, font: Font): string[] {
	const text = printable(paragraph).join('');
	if (columns(text, font) <= width) return [text.trimEnd()];
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const unit of units(text)) {
		if (used + columns(unit.trimEnd(), font) <= width) {
			line += unit;
			used += columns(unit, font);
			continue;
		}
		if (line !== '') lines.push(line.trimEnd());
		const pieces = chop(unit.trimStart(), width, font);
		lines.push(...pieces.slice(0, -1).map((piece) => piece.trimEnd()));
		line = pieces.at(-1) ?? '';
		used = columns(line, font);
	}
	return [...lines, line.trimEnd()];
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** What stays together: a word with the punctuation that belongs to it. */
function units(text: string): string[] {
	const joined: string[] = [];
	for (const { segment } of WORDS.segment(text)) {
		const before = joined.at(-1);
		if (before !== undefined && stick(before, segment)) joined[joined.length - 1] = before + segment;
		else joined.push(segment);
	}
	return joined;
}

function stick(before: string, after: string): boolean {
	if (after.trim() === '' || CLOSING.test(after)) return true;
	// A figure stays with its unit: "12 人".
	if (/\s$/.test(before)) return /\d\s$/.test(before);
	return OPENING.test(before) || (/[!-~]$/.test(before) && /^[!-~]/.test(after));
}

/** Cuts what is longer than a line wherever it must. */
function chop(unit: string, width: number, font: Font): string[] {
	const pieces = [''];
	for (const char of unit) {
		const last = pieces.at(-1) ?? '';
		if (columns(last + char.trimEnd(), font) > width) pieces.push(char);
		else pieces[pieces.length - 1] = last + char;
	}
	return pieces;
}

/** A name at the left edge and its value at the right one; on two lines, or more, when one is too short. */
export function pair(left: string, right: string, width: number, font: Font): string[] {
	const gap = width - columns(left, font) - columns(right, font);
	if (gap >= 1) return [left + ' '.repeat(gap) + right];
	const ends = wrap(right, width, font).map((line) => ' '.repeat(width - columns(line, font)) + line);
	return [...wrap(left, width, font), ...ends];
}
