/** Dots as a slip carries them, and how they are placed on paper. */
import type { Align, SlipLine } from '../slips/lines.ts';

/** One row of dots, from left to right; true is black. */
export type DotRow = readonly boolean[];

export type ImageLine = Extract<SlipLine, { type: 'image' }>;

/** Dots as a line of a slip: rows as hexadecimal figures, so that a slip stays plain JSON wherever it is sent. */
export function imageLine(rows: readonly DotRow[], align: Align = 'left'): ImageLine {
	return { type: 'image', rows: rows.map(hexOf), align };
}

function hexOf(row: DotRow): string {
	const nibbles = Array.from({ length: Math.ceil(row.length / 8) * 2 }, (_, i) => row.slice(i * 4, i * 4 + 4));
	return nibbles.map((four) => four.reduce((sum, dot, bit) => (dot ? sum | (8 >> bit) : sum), 0).toString(16)).join('');
}

/** The dots of a line, no wider than the head (every so many columns and rows are left out) and where the line says. */
export function placedDots({ rows, align = 'left' }: ImageLine, head: number): DotRow[] {
	const dots = narrowed(rows.map(dotsOf), head);
	const width = Math.max(0, ...dots.map((row) => row.length));
	const left = align === 'left' ? 0 : Math.floor((head - width) / (align === 'center' ? 2 : 1));
	const edge = new Array<boolean>(left).fill(false);
	return dots.map((row) => [...edge, ...row]);
}

function dotsOf(row: string): DotRow {
	return [...row].flatMap((figure) => [8, 4, 2, 1].map((bit) => (Number.parseInt(figure, 16) & bit) !== 0));
}

function narrowed(rows: readonly DotRow[], head: number): readonly DotRow[] {
	const width = Math.max(0, ...rows.map((row) => row.length));
	if (width <= head) return rows;
	const step = width / head;
	const kept = Array.from(
		{ length: Math.max(1, Math.round(rows.length / step)) },
		(_, y) => rows[Math.floor(y * step)]
	);
	return kept.map((row) => Array.from({ length: head }, (_, x) => row?.[Math.floor(x * step)] ?? false));
}
