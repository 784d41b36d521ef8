/** Slip lines → Star Line bytes. */
import { machineGlyphs } from '../glyphs/canvas.ts';
import type { Composed } from '../escpos/compose.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import type { DotRow } from '../images/rows.ts';
import type { PrinterModel } from '../models/models.ts';
import type { SlipLine } from '../slips/lines.ts';
import { Typesetter } from '../typeset.ts';
import type { Hand, QrSettings } from '../typeset.ts';

/**
 * ESC @ reset, ESC RS F 0 the font of 12 by 24 dots, ESC i 0 0 plain size, ESC GS a 0 left. A Chinese model reads text as
 * GB 18030 by its memory switch; no command turns that on.
 */
const START = Buffer.from('1b401b1e46001b6900001b1d6100', 'hex');
/** ESC d: 2 and 3 feed to the cutter and cut, whole or leaving a bridge; ESC a feeds so that it can be torn off. */
const END = {
	partial: Buffer.from('1b6403', 'hex'),
	full: Buffer.from('1b6402', 'hex'),
	none: Buffer.from('1b6106', 'hex')
};
/** The largest letters of this language. */
const LARGEST = 6;
/** Rows of one band of dots. */
const BAND = 24;

/** Composes one slip; the same rules as in ESC/POS. */
export function composeStar(lines: readonly SlipLine[], model: PrinterModel, glyphs: Glyphs = machineGlyphs): Composed {
	const parts: Uint8Array[] = [START];
	const setter = new Typesetter(model, glyphs, handOf(parts));
	for (const line of lines) setter.line(line);
	parts.push(END[model.cutter]);
	return { bytes: Buffer.concat(parts), substituted: [...setter.substituted], dots: setter.dots };
}

/**
 * After a job that broke off: `broken`, bytes are missing, so the printer is reset, which empties its buffer; what is on
 * paper already is cut off.
 */
export function recoverStar(model: PrinterModel, broken: boolean): Uint8Array {
	const reset = Buffer.from(broken && model.clears ? '1b0618' : '', 'hex');
	return Buffer.concat([reset, Buffer.from('0a1b40', 'hex'), END[model.cutter]]);
}

function handOf(parts: Uint8Array[]): Hand {
	const put = (...bytes: number[]): void => void parts.push(Uint8Array.from(bytes));
	return {
		align: (align) => {
			put(0x1b, 0x1d, 0x61, { left: 0, center: 1, right: 2 }[align]);
		},
		bold: (on) => {
			put(0x1b, on ? 0x45 : 0x46);
		},
		// Height comes first, and both count from 0.
		size: ({ wide, high }) => {
			put(0x1b, 0x69, Math.min(high, LARGEST) - 1, Math.min(wide, LARGEST) - 1);
		},
		write: (bytes) => {
			parts.push(bytes, Uint8Array.of(0x0a));
		},
		dots: (rows) => {
			for (let from = 0; from < rows.length; from += BAND) parts.push(band(rows.slice(from, from + BAND)));
		},
		qr: (data, settings) => {
			parts.push(qr(data, settings));
		}
	};
}

/** ESC GS y S 0/1/2 (model 2, level, dots of a module), D 1 0 (data, its length in two bytes), P. */
function qr(data: Uint8Array, { module, level }: QrSettings): Uint8Array {
	const setting = (kind: number, n: number): Buffer => Buffer.of(0x1b, 0x1d, 0x79, 0x53, kind, n);
	return Buffer.concat([
		setting(0x30, 2),
		setting(0x31, 'LMQH'.indexOf(level)),
		setting(0x32, module),
		Buffer.of(0x1b, 0x1d, 0x79, 0x44, 0x31, 0, data.length & 0xff, data.length >> 8),
		data,
		Buffer.of(0x1b, 0x1d, 0x79, 0x50)
	]);
}

/**
 * ESC X: 24 rows, column by column, three bytes each from above; then ESC I moves the paper by just those rows. White at
 * the right end is not sent, but for one column: a band without any is none.
 */
function band(rows: readonly DotRow[]): Uint8Array {
	const across = Math.max(1, ...rows.map((row) => row.lastIndexOf(true) + 1));
	const columns = new Uint8Array(across * 3);
	for (const [y, row] of rows.entries()) {
		for (const [x, dot] of row.entries()) {
			const at = x * 3 + (y >> 3);
			if (dot) columns[at] = (columns[at] ?? 0) | (0x80 >> (y & 7));
		}
	}
	const head = Buffer.of(0x1b, 0x58, across & 0xff, across >> 8);
	return Buffer.concat([head, calm(columns), Buffer.of(0x1b, 0x49, rows.length)]);
}

/** `1B 06` would be obeyed at once within dots as well: one dot more, and it is none. */
function calm(bytes: Uint8Array): Uint8Array {
	return bytes.map((byte, i) => (byte === 0x1b && bytes[i + 1] === 0x06 ? 0x1f : byte));
}
