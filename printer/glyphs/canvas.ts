import { createRequire } from 'node:module';
import type * as Canvas from '@napi-rs/canvas';
import { noGlyphs } from './glyphs.ts';
import type { Glyphs, LineToDraw, Rows, Run } from './glyphs.ts';

/** Dots of a plain character, and where letters stand in it. */
const EM = 24;
const BASELINE = 0.86;
/** From so much ink on a dot is black, of 255: less than half, or the thin strokes of a hanzi break. */
const BLACK = 88;

/** The first that the machine has draws what it can; for the rest the system looks through all its fonts. */
const FONTS = [
	'Noto Sans SC',
	'Noto Sans CJK SC',
	'Noto Sans CJK JP',
	'Source Han Sans SC',
	'Microsoft YaHei',
	'SimSun'
];
const FONT = `${String(EM)}px ${FONTS.map((name) => `"${name}"`).join(', ')}, sans-serif`;

/** No font has a sign for what will never be a character. */
const NOBODYS = '\u{10ffff}';

let machine: Glyphs | undefined;

/**
 * The fonts of this machine. The drawing library is loaded when the first line is drawn, for most halls never do; where
 * it cannot be loaded nothing is drawn.
 */
export const machineGlyphs: Glyphs = {
	has: (char) => (machine ??= load()).has(char),
	draw: (line) => (machine ??= load()).draw(line)
};

function load(): Glyphs {
	try {
		return new Drawn(createRequire(import.meta.url)('@napi-rs/canvas') as typeof Canvas);
	} catch {
		return noGlyphs;
	}
}

class Drawn implements Glyphs {
	readonly #canvas: typeof Canvas;
	readonly #known = new Map<string, boolean>();
	#missing: string | undefined;

	constructor(canvas: typeof Canvas) {
		this.#canvas = canvas;
	}

	/** A character that no font has is drawn as the sign for that, the same for all of them. */
	has(char: string): boolean {
		const known = this.#known.get(char);
		if (known !== undefined) return known;
		this.#missing ??= this.#look(NOBODYS);
		const has = this.#look(char) !== this.#missing;
		if (this.#known.size < 10_000) this.#known.set(char, has);
		return has;
	}

	draw(line: LineToDraw): Rows {
		const { width, height } = line;
		const canvas = this.#canvas.createCanvas(width, height);
		const pen = canvas.getContext('2d');
		pen.font = FONT;
		pen.textBaseline = 'alphabetic';
		pen.direction = line.direction;
		for (const run of line.runs) this.#run(pen, line, run);
		return dotsOf(pen.getImageData(0, 0, width, height).data, width, height);
	}

	/** A bold letter is printed twice, a dot apart, as a printer does it itself. */
	#run(pen: Canvas.SKRSContext2D, { wide, high, height, bold, direction }: LineToDraw, run: Run): void {
		const natural = pen.measureText(run.text).width * wide;
		const squeeze = natural > run.width ? run.width / natural : 1;
		const free = run.width - natural * squeeze;
		const left = run.x + { left: 0, center: free / 2, right: free }[run.side];
		// A text that runs to the left is placed by its right edge.
		const x = direction === 'rtl' ? left + natural * squeeze : left;
		pen.textAlign = direction === 'rtl' ? 'right' : 'left';
		// The room between two lines is shared by what hangs below one and stands above the other.
		const y = height - EM * high * (1 - BASELINE) - Math.max(0, height - EM * high) / 2;
		for (const beside of bold ? [0, wide] : [0]) {
			pen.setTransform(wide * squeeze, 0, 0, high, Math.round(x) + beside, Math.round(y));
			pen.fillText(run.text, 0, 0);
		}
	}

	/** A character alone, as a text of dots to compare. */
	#look(char: string): string {
		const side = 2 * EM;
		const pen = this.#canvas.createCanvas(side, side).getContext('2d');
		pen.font = FONT;
		pen.fillText(char, EM / 2, 1.5 * EM);
		const rows = dotsOf(pen.getImageData(0, 0, side, side).data, side, side);
		return rows.map((row) => row.map((dot) => (dot ? '1' : '0')).join('')).join();
	}
}

/** A dot is there or not. */
function dotsOf(rgba: Uint8ClampedArray, width: number, height: number): Rows {
	return Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (__, x) => (rgba[4 * (y * width + x) + 3] ?? 0) >= BLACK)
	);
}
