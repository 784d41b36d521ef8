/**
 * Text as a receipt printer has it: what a character takes in bytes and in columns, and where lines break. A printer
 * advances one column for a one-byte character and two for any longer one, so the width follows the encoding; what is not
 * in its font is drawn, in as many columns, where this machine has a font for it.
 */
import iconv from 'iconv-lite';
import type { Glyphs } from '../glyphs/glyphs.ts';
import type { Font } from '../models/family.ts';

/** What lines can be set in: the printer's own font, and what is drawn for the rest. */
export interface Face {
	font: Font;
	glyphs: Glyphs;
}

/** One printed character. */
interface Cell {
	char: string;
	bytes: Uint8Array;
	columns: number;
	/** not in the font */
	missing: boolean;
}

/** What stands where a character is in no font: □, or two signs that every printer has. */
const SQUARE = iconv.encode('□', 'gb18030');
const NO_SQUARE = Buffer.from('[]');

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

/** Of these, what chooses the form of a joined letter: no bytes and no column, yet a drawing needs it. */
const JOINERS = /[\u200c\u200d\u180b-\u180d\u180f]/u;

/** As wide as a hanzi. */
const WIDE =
	/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** One line for the printer. */
interface Encoded {
	bytes: Uint8Array;
	/** what no font has and □ stands for */
	substituted: string[];
	/** what is to be drawn instead of sending the bytes; undefined when the printer has it all */
	drawn: string | undefined;
}

/** The bytes of one line, or the text to be drawn. Control characters vanish. */
export function encode(text: string, face: Face): Encoded {
	const cells = printable(text).map((char) => cellOf(char, face));
	const missing = cells.filter((cell) => cell.missing).map(({ char }) => char);
	const lost = new Set(missing.filter((char) => !face.glyphs.has(char)));
	const bytes = Buffer.concat(cells.map((cell) => cell.bytes));
	const drawn = missing.some((char) => !lost.has(char))
		? cells.map(({ char }) => (lost.has(char) ? '□' : char)).join('')
		: undefined;
	return { bytes, substituted: [...lost], drawn };
}

/** How many columns a line takes at plain size. */
export function columns(text: string, face: Face): number {
	let sum = 0;
	for (const char of printable(text)) sum += cellOf(char, face).columns;
	return sum;
}

/** The characters that will be printed. */
function printable(text: string): string[] {
	const chars = [...text].map((char) => SAME.get(char) ?? char);
	return chars.filter((char) => !UNPRINTABLE.test(char) || JOINERS.test(char));
}

/** Asking the encoder costs far more than the answer is large, and a hall's texts repeat the same characters. */
const CELLS = new WeakMap<Glyphs, Record<Font, Map<string, Cell>>>();

function cellOf(char: string, { font, glyphs }: Face): Cell {
	let fonts = CELLS.get(glyphs);
	if (!fonts) CELLS.set(glyphs, (fonts = { none: new Map(), gb2312: new Map(), gbk: new Map(), gb18030: new Map() }));
	const cells = fonts[font];
	const known = cells.get(char);
	if (known) return known;
	const cell = look(char, font, glyphs);
	if (cells.size < 10_000) cells.set(char, cell);
	return cell;
}

function look(char: string, font: Font, glyphs: Glyphs): Cell {
	const bytes = iconv.encode(char, 'gb18030');
	if (char < '\u0080') return { char, bytes, columns: 1, missing: false };
	if (JOINERS.test(char)) return { char, bytes: new Uint8Array(), columns: 0, missing: false };
	if (inFont(char, bytes, font)) return { char, bytes, columns: 2, missing: false };
	const square = font === 'none' ? NO_SQUARE : SQUARE;
	return { char, bytes: square, columns: glyphs.has(char) ? drawnColumns(char, bytes) : 2, missing: true };
}

/**
 * A drawn letter is condensed into what it gets: two columns for what is as wide as a hanzi or would be in a Chinese font,
 * one for another letter, none for a mark.
 */
function drawnColumns(char: string, bytes: Uint8Array): number {
	if (/\p{M}/u.test(char)) return 0;
	if (bytes.length === 2) return 2;
	return WIDE.test(char) ? 2 : 1;
}

/** GBK has what both encodings write with the same two bytes; of the four-byte characters, fonts have hanzi. */
function inFont(char: string, bytes: Uint8Array, font: Font): boolean {
	if (font === 'none') return false;
	if (bytes.length === 2) return font === 'gb18030' || (iconv.encode(char, 'gbk').equals(bytes) && inRows(bytes, font));
	return font === 'gb18030' && /\p{Script=Han}/u.test(char);
}

/** Cells within the rows of GB 2312 that only GBK fills. */
const GBK_ONLY: readonly (readonly [from: number, to: number])[] = [
	[0xa2a1, 0xa2b0],
	[0xa6d9, 0xa6f5],
	[0xa8bb, 0xa8c0],
	[0xa996, 0xa996]
];

/** GB 2312 fills rows 1 to 9 and 16 to 87 of GBK, and of each the upper half. */
function inRows(bytes: Uint8Array, font: Font): boolean {
	if (font !== 'gb2312') return true;
	const [row = 0, cell = 0] = bytes;
	const code = row * 256 + cell;
	if (GBK_ONLY.some(([from, to]) => code >= from && code <= to)) return false;
	return cell >= 0xa1 && ((row >= 0xa1 && row <= 0xa9) || (row >= 0xb0 && row <= 0xf7));
}

/** Punctuation that never begins a line, and that never ends one. */
const CLOSING = /^[\p{Pe}\p{Pf}，。、；：？！·…—–,.;:?!%％℃]/u;
const OPENING = /[\p{Ps}\p{Pi}￥$]$/u;

/**
 * Breaks a text into lines of at most `width` columns: between words, never before closing or after opening
 * punctuation, inside a word only when it is longer than a line. `\n` always breaks.
 */
export function wrap(text: string, width: number, face: Face): string[] {
	return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, face));
}

function wrapParagraph(paragraph: string, width: number, face: Face): string[] {
	const text = printable(paragraph).join('');
	if (columns(text, face) <= width) return [text.trimEnd()];
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const unit of units(text)) {
		if (used + columns(unit.trimEnd(), face) <= width) {
			line += unit;
			used += columns(unit, face);
			continue;
		}
		if (line !== '') lines.push(line.trimEnd());
		const pieces = chop(unit.trimStart(), width, face);
		lines.push(...pieces.slice(0, -1).map((piece) => piece.trimEnd()));
		line = pieces.at(-1) ?? '';
		used = columns(line, face);
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
function chop(unit: string, width: number, face: Face): string[] {
	const pieces = [''];
	for (const char of unit) {
		const last = pieces.at(-1) ?? '';
		if (columns(last + char.trimEnd(), face) > width) pieces.push(char);
		else pieces[pieces.length - 1] = last + char;
	}
	return pieces;
}

/** A name at the left edge and its value at the right one; on two lines, or more, when one is too short. */
export function pair(left: string, right: string, width: number, face: Face): string[] {
	const gap = width - columns(left, face) - columns(right, face);
	if (gap >= 1) return [left + ' '.repeat(gap) + right];
	const ends = wrap(right, width, face).map((line) => ' '.repeat(width - columns(line, face)) + line);
	return [...wrap(left, width, face), ...ends];
}
