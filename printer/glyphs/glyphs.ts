/**
 * Letters as dots, for what a printer's font lacks: rare hanzi of names, scripts that join their letters, Chinese on a
 * printer without Chinese.
 */

/** A drawing of one line: rows from above, each dot black or not. */
export type Rows = boolean[][];

/** Some text on the line that is drawn, in a box of its own. */
export interface Run {
	text: string;
	/** left edge and width of its box, dots; a text that is wider is condensed into it */
	x: number;
	width: number;
	/** where it stands in its box when it is narrower */
	side: 'left' | 'center' | 'right';
}

export interface LineToDraw {
	runs: readonly Run[];
	/** dots of the whole line */
	width: number;
	height: number;
	/** of one plain character, 24 dots high: how many times wider and higher */
	wide: number;
	high: number;
	bold: boolean;
	/** which way the line runs */
	direction: 'ltr' | 'rtl';
}

export interface Glyphs {
	/** whether a font has this character */
	has(char: string): boolean;
	draw(line: LineToDraw): Rows;
}

/** A machine that draws nothing. */
export const noGlyphs: Glyphs = {
	has: () => false,
	draw: ({ width, height }) => Array.from({ length: height }, () => new Array<boolean>(width).fill(false))
};
