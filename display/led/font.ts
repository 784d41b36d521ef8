/**
 * What a board's font can draw. Text becomes bytes here, once, before anything is sent: a character the font lacks
 * becomes □ (or ? on a board without □) and is reported, never silently changed.
 *
 * GB2312 is the two-byte set of GB/T 2312-1980: 682 signs and 6763 characters in rows 1-9 and 16-87.
 */
import type { BoardFont } from './driver.ts';

export interface Encoded {
	bytes: Uint8Array;
	/** the text as the board will draw it */
	text: string;
	/** characters the font lacks, each once, in order of appearance */
	replaced: string[];
	/** the text was longer than the room */
	cut: boolean;
}

const SQUARE = '□';

/** Cells that the decoder of the Web fills (it knows GBK) and that GB/T 2312 leaves empty. */
const NOT_IN_GB2312: readonly (readonly [from: number, to: number])[] = [
	[0xa2a1, 0xa2b0],
	[0xa2e3, 0xa2e4],
	[0xa6d9, 0xa6f5],
	[0xa8bb, 0xa8c0],
	[0xa996, 0xa996]
];

let table: Map<string, readonly [number, number]> | undefined;

/** The set is read backwards out of the decoder that every browser and Node carry, so no table has to be shipped. */
function gb2312(): Map<string, readonly [number, number]> {
	if (table) return table;
	const decoder = new TextDecoder('gbk', { fatal: true });
	const found = new Map<string, readonly [number, number]>();
	for (let row = 0xa1; row <= 0xf7; row++) {
		if (row > 0xa9 && row < 0xb0) continue;
		for (let cell = 0xa1; cell <= 0xfe; cell++) {
			const drawn = decodeCell(decoder, row, cell);
			if (drawn !== null) found.set(drawn, [row, cell]);
		}
	}
	table = found;
	return found;
}

function decodeCell(decoder: TextDecoder, row: number, cell: number): string | null {
	const code = (row << 8) | cell;
	if (NOT_IN_GB2312.some(([from, to]) => code >= from && code <= to)) return null;
	try {
		const drawn = decoder.decode(new Uint8Array([row, cell]));
		const point = drawn.codePointAt(0) ?? 0;
		return point >= 0xe000 && point <= 0xf8ff ? null : drawn;
	} catch {
		return null;
	}
}

function bytesOf(character: string, font: BoardFont): readonly number[] | null {
	const point = character.codePointAt(0) ?? 0;
	if (point >= 0x20 && point <= 0x7e) return [point];
	return font === 'gb2312' ? (gb2312().get(character) ?? null) : null;
}

/**
 * Text as the bytes of a font, cut to `room` bytes, never through the middle of a character. Control characters and
 * line breaks count as blanks.
 */
export function encodeText(text: string, font: BoardFont, room: number): Encoded {
	const bytes: number[] = [];
	const replaced = new Set<string>();
	const stand = font === 'gb2312' ? SQUARE : '?';
	let drawn = '';
	for (const character of text.replace(/\p{Cc}+/gu, ' ')) {
		const known = bytesOf(character, font);
		const code = known ?? bytesOf(stand, font) ?? [];
		if (bytes.length + code.length > room) {
			return { bytes: Uint8Array.from(bytes), text: drawn, replaced: [...replaced], cut: true };
		}
		if (!known) replaced.add(character);
		bytes.push(...code);
		drawn += known ? character : stand;
	}
	return { bytes: Uint8Array.from(bytes), text: drawn, replaced: [...replaced], cut: false };
}

/** Bytes of a GB2312 font as text; half a character at the end is dropped, an empty cell becomes �. */
export function decodeText(bytes: Uint8Array): string {
	return new TextDecoder('gbk').decode(bytes);
}
