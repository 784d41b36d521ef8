/**
 * What a board's font can draw. Text becomes bytes here, once, before anything is sent: a character the font lacks
 * becomes □ (or ? on a board without □) and is reported, never silently changed.
 *
 * GB2312 is the two-byte set of GB/T 2312-1980: 682 signs and 6763 characters in rows 1-9 and 16-87.
 */
import { charBytes } from '#printer/frames/charsets.ts';
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

function bytesOf(character: string, font: BoardFont): readonly number[] | null {
	return charBytes(character, font === 'gb2312' ? 'gb2312' : 'ascii');
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
