import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import type { Mark } from '../printer.ts';
import { imageLine, type DotRow } from '../images/rows.ts';
import { printerModel } from '../models/models.ts';
import { compose, realtimeAt } from './compose.ts';
import { rasterBytes } from './raster.ts';

const model = printerModel('generic', 58);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The dots that a printer puts on paper, row by row, whatever strips they came in. */
function dotsOn(marks: readonly Mark[]): boolean[][] {
	const rows: boolean[][] = [];
	for (const mark of marks) {
		if (mark.kind === 'dots') for (const [y, row] of mark.rows.entries()) rows[mark.y + y] = [...row];
	}
	return rows;
}

/** Rows whose bytes are these: what a realtime command looks like within a picture. */
function rowOf(...bytes: number[]): DotRow {
	return bytes.flatMap((byte) => [128, 64, 32, 16, 8, 4, 2, 1].map((bit) => (byte & bit) !== 0));
}

describe('a raster', () => {
	test('is GS v 0 with its width in bytes and its height in dots', () => {
		expect(hex(rasterBytes([rowOf(0x80, 0x01), rowOf(0xff, 0)], 384))).toBe('1d76300002000200' + '8001' + 'ff00');
		expect(hex(rasterBytes([[true, false, true]], 384))).toBe('1d76300001000100' + 'a0');
		expect(rasterBytes([], 384)).toHaveLength(0);
	});

	test('is cut into strips of 48 rows, and into the width of the head', () => {
		const bytes = rasterBytes(
			Array.from({ length: 100 }, () => new Array<boolean>(600).fill(true)),
			576
		);
		const heads = [...hex(bytes).matchAll(/1d7630004800(..)00/g)].map(([, rows]) => Number.parseInt(rows ?? '', 16));
		expect(heads).toEqual([48, 48, 4]);
		expect(bytes).toHaveLength(3 * 8 + 100 * 72);
	});

	test.each(['1004', '1005', '1014'])('%s within dots gets one dot more: a printer would obey it', (command) => {
		const bytes = rasterBytes([rowOf(...Buffer.from(`00${command}01`, 'hex'))], 384);
		expect(hex(bytes)).toBe(`1d76300004000100` + `0018${command.slice(2)}01`);
	});

	test('any dots come out as they are, but for those single dots, and never hold a realtime command', () => {
		const byte = fc.constantFrom(0, 4, 5, 0x10, 0x14, 0x80, 0xff);
		const picture = fc.array(fc.array(byte, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(picture, (bytes) => {
				const rows = bytes.map((row) => rowOf(...row));
				const raster = rasterBytes(rows, 384);
				expect(realtimeAt(raster)).toBe(-1);
				const printed = dotsOn(decode(raster, model).paper.marks);
				expect(printed.map((row) => row.length)).toEqual(rows.map(() => 24));
				const off = rows.flatMap((row, y) => row.filter((dot, x) => printed[y]?.[x] !== dot));
				expect(off.every((dot) => !dot)).toBe(true);
			})
		);
	});
});

describe('a picture on a slip', () => {
	const square = Array.from({ length: 16 }, () => new Array<boolean>(16).fill(true));

	test('stands at the left, in the middle or at the right, and text goes on below it', () => {
		for (const [align, x] of [
			['left', 0],
			['center', 184],
			['right', 368]
		] as const) {
			const { bytes, dots } = compose([imageLine(square, align), { type: 'text', text: '号' }], model);
			const { paper } = decode(bytes, model);
			const rows = dotsOn(paper.marks);
			expect(rows).toHaveLength(16);
			expect(rows.every((row) => row.indexOf(true) === x && row.lastIndexOf(true) === x + 15)).toBe(true);
			expect(paper.marks.at(-1)).toMatchObject({ kind: 'char', char: '号', y: 16 });
			expect(dots).toBe(46);
		}
	});

	test('is made narrower where it is wider than the head, as high as that asks for', () => {
		const wide = Array.from({ length: 96 }, () => new Array<boolean>(768).fill(true));
		const rows = dotsOn(decode(compose([imageLine(wide)], model).bytes, model).paper.marks);
		expect([rows.length, rows[0]?.length, rows.flat().every(Boolean)]).toEqual([48, 384, true]);
	});
});
