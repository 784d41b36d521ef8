/** Dots → `GS v 0`: a picture or a drawn text as the printer's own raster. */
import type { DotRow } from '../images/rows.ts';

/**
 * Rows of one strip: the wire's buffer of a cheap printer has 4 kB, of which a strip of 576 dots takes 3.4; some read one
 * byte of the height only. Strips follow each other without a gap.
 */
const STRIP_ROWS = 48;
/** GS v 0, plain size; width in bytes and height in dots follow, low byte first. */
const RASTER = [0x1d, 0x76, 0x30, 0x00];

/**
 * Dots as raster commands, left edge at the left edge of what the head prints; `dots` across at most, what is wider is cut
 * off. It moves no paper but its own rows, and must begin at the start of a line. Holds no realtime command: where dots
 * would make one (`10 04`, `10 05`, `10 14`), a printer would obey it in the middle of the picture, so one dot is added.
 */
export function rasterBytes(rows: readonly DotRow[], dots: number): Uint8Array {
	const across = Math.ceil(Math.min(dots, Math.max(0, ...rows.map((row) => row.length))) / 8);
	if (across === 0) return new Uint8Array();
	const strips: number[] = [];
	for (let from = 0; from < rows.length; from += STRIP_ROWS) {
		const strip = rows.slice(from, from + STRIP_ROWS);
		strips.push(...RASTER, across & 0xff, across >> 8, strip.length, 0);
		strips.push(...harmless(strip.flatMap((row) => packed(row, across))));
	}
	return Uint8Array.from(strips);
}

/** Eight dots a byte, the leftmost in the highest bit. */
function packed(row: DotRow, across: number): number[] {
	return Array.from({ length: across }, (_, i) => {
		const eight = row.slice(i * 8, i * 8 + 8);
		return eight.reduce((byte, dot, bit) => (dot ? byte | (0x80 >> bit) : byte), 0);
	});
}

const REALTIME: readonly (number | undefined)[] = [0x04, 0x05, 0x14];

/** A dot beside the one that made `10`: no byte of a realtime command any more, and nobody sees it. */
function harmless(bytes: readonly number[]): number[] {
	return bytes.map((byte, i) => (byte === 0x10 && REALTIME.includes(bytes[i + 1]) ? 0x18 : byte));
}
