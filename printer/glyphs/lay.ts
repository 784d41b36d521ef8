/** Where the characters of a line stand when it is drawn: in the same columns in which a printer would print them. */
import type { LineToDraw, Run } from './glyphs.ts';

/** Dots of a column at plain size. */
const COLUMN = 12;

export interface Laid {
	align: 'left' | 'center' | 'right';
	wide: number;
	high: number;
	bold: boolean;
	/** dots of the paper */
	width: number;
	/** the width of a character, in columns */
	columnsOf: (char: string) => number;
}

/** Scripts whose letters change beside others, or stack, so that a word is drawn as a whole. */
const SCRIPTS = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Mongolian', 'Phags_Pa', 'Tibetan', 'Devanagari'];
const MORE = ['Thai', 'Lao', 'Khmer', 'Myanmar'];
const LETTERS = [...SCRIPTS, ...MORE].map((script) => `\\p{Script=${script}}`).join('');
const JOINED = new RegExp(
	`((?:[${LETTERS}\\p{M}\u200c\u200d])+(?: +[${LETTERS}][${LETTERS}\\p{M}\u200c\u200d]*)*)`,
	'u'
);
const TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;

/** Two ends of a line with room between them. */
const ENDS = /^(\S.*?) {2,}(\S.*)$/su;

/** A line as the boxes of its characters; joined letters share one. */
export function lay(text: string, line: Laid): LineToDraw {
	const { wide, high, bold, width } = line;
	const height = Math.max(30, 24 * high);
	const first = [...text].find((char) => LETTER.test(char));
	const toLeft = first !== undefined && TO_LEFT.test(first);
	const runs = toLeft ? mirrored(text, line) : inColumns(text, line);
	return { runs, width, height, wide, high, bold, direction: toLeft ? 'rtl' : 'ltr' };
}

/** A line that runs to the left begins at the right edge; one with two ends has its first one there. */
function mirrored(text: string, { align, width }: Laid): Run[] {
	const [, begin, end] = ENDS.exec(text) ?? [];
	if (begin !== undefined && end !== undefined) {
		const half = Math.floor(width / 2);
		return [
			{ text: end, x: 0, width: half, side: 'left' },
			{ text: begin, x: half, width: width - half, side: 'right' }
		];
	}
	return [
		{ text: text.trim(), x: 0, width, side: align === 'center' ? 'center' : align === 'left' ? 'right' : 'left' }
	];
}

function inColumns(text: string, { align, width, wide, columnsOf }: Laid): Run[] {
	const column = COLUMN * wide;
	const pieces = piecesOf(text).map((piece) => ({
		piece,
		dots: [...piece].reduce((sum, char) => sum + columnsOf(char), 0) * column
	}));
	const free = Math.max(0, width - pieces.reduce((sum, { dots }) => sum + dots, 0));
	let x = { left: 0, center: Math.floor(free / 2), right: free }[align];
	return pieces.flatMap(({ piece, dots }) => {
		const run: Run = { text: piece, x, width: dots, side: 'center' };
		x += dots;
		return piece.trim() === '' ? [] : [run];
	});
}

/** Every character alone; joined letters, and the blanks between their words, together. */
function piecesOf(text: string): string[] {
	const pieces: string[] = [];
	for (const [i, part] of text.split(JOINED).entries()) {
		const before = pieces.at(-1);
		if (i % 2 === 0) pieces.push(...part);
		else if (before !== undefined && /^\p{M}/u.test(part)) pieces[pieces.length - 1] = before + part;
		else pieces.push(part);
	}
	return pieces;
}
