import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { dotsOf } from './dots.ts';
import { readPicture } from './picture.ts';
import { imageLine, placedDots } from './rows.ts';

/* Files of every kind with the same little sign: an L of black dots, four wide and three high. */
const SIGN = ['x...', 'x...', 'xx..'];

function letters(bytes: Uint8Array): string[] | string {
	const read = readPicture(bytes);
	if (!read.ok) return read.fault;
	return dotsOf(read.picture, 1000).map((row) => row.map((dot) => (dot ? 'x' : '.')).join(''));
}

function png(rows: readonly string[], ink = [0, 0, 0, 255], ground = [255, 255, 255, 255]): Buffer {
	const width = rows[0]?.length ?? 0;
	const data = Buffer.from([...rows.join('')].flatMap((char) => (char === 'x' ? ink : ground)));
	return PNG.sync.write({ width, height: rows.length, data });
}

/** A bitmap of one bit a dot, its rows from below to above, each filled up to four bytes. */
function bmp(bits: 1 | 24): Buffer {
	const across = bits === 1 ? 4 : 12;
	const palette = bits === 1 ? Buffer.from('ffffff00' + '00000000', 'hex') : Buffer.alloc(0);
	const head = Buffer.alloc(54);
	head.write('BM');
	head.writeUInt32LE(54 + palette.length, 10);
	head.writeUInt32LE(40, 14);
	head.writeInt32LE(4, 18);
	head.writeInt32LE(3, 22);
	head.writeUInt16LE(1, 26);
	head.writeUInt16LE(bits, 28);
	const rows = SIGN.toReversed().map((row) => {
		const body = Buffer.alloc(across);
		if (bits === 1) body[0] = Number.parseInt(row.replaceAll('x', '1').replaceAll('.', '0').padEnd(8, '0'), 2);
		else [...row].forEach((char, x) => body.fill(char === 'x' ? 0 : 255, x * 3, x * 3 + 3));
		return body;
	});
	return Buffer.concat([head, palette, ...rows]);
}

/** A PNG of 8 × 8 grey dots that come in seven passes. */
function interlaced(idat: Buffer): Buffer {
	const chunk = (name: string, body: Buffer): Buffer => {
		const named = Buffer.concat([Buffer.from(name), body]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(body.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 1]);
	const signature = Buffer.from('89504e470d0a1a0a', 'hex');
	return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', idat), chunk('IEND', Buffer.alloc(0))]);
}

describe('a picture file', () => {
	test.each<[string, Uint8Array]>([
		['PNG', png(SIGN)],
		['PNG with a transparent ground', png(SIGN, [0, 0, 0, 255], [0, 0, 0, 0])],
		['PNG in dark red', png(SIGN, [140, 22, 22, 255])],
		['BMP of one bit', bmp(1)],
		['BMP of 24 bits', bmp(24)],
		['PBM of letters', Buffer.from('P1\n# sign of the hall\n4 3\n1000\n1 0 0 0\n1100\n')],
		['PBM of bytes', Buffer.concat([Buffer.from('P4 4 3\n'), Buffer.from('8080c0', 'hex')])]
	])('%s is read', (_, bytes) => {
		expect(letters(bytes)).toEqual(SIGN);
	});

	test('a file that unpacks to more than its picture is broken, and a strip that would unroll metres too large', () => {
		expect(letters(interlaced(deflateSync(Buffer.alloc(79))))).toHaveLength(8);
		expect(letters(interlaced(deflateSync(Buffer.alloc(20_000_000))))).toBe('broken');
		expect(letters(Buffer.concat([Buffer.from('P4 8 2500\n'), Buffer.alloc(2500)]))).toHaveLength(2500);
		expect(letters(Buffer.concat([Buffer.from('P4 8 2501\n'), Buffer.alloc(2501)]))).toBe('too-large');
	});

	test('what is none, broken or too large is told', () => {
		expect(letters(Buffer.from('GIF89a'))).toBe('wrong-kind');
		expect(letters(new Uint8Array())).toBe('wrong-kind');
		expect(letters(png(SIGN).subarray(0, 50))).toBe('broken');
		expect(letters(bmp(24).subarray(0, 60))).toBe('broken');
		expect(letters(Buffer.from('P4 4 3\n'))).toBe('broken');
		const bomb = Buffer.from(png(SIGN));
		bomb.writeUInt32BE(100_000, 16);
		bomb.writeUInt32BE(100_000, 20);
		expect(letters(bomb)).toBe('too-large');
		expect(letters(Buffer.from('P1 0 9\n'))).toBe('broken');
	});

	test('whatever bytes come, nothing is thrown', () => {
		const begun = fc.constantFrom(png(SIGN), bmp(1), bmp(24), Buffer.from('P4 4 3\n\x80\x80\xc0', 'latin1'));
		fc.assert(
			fc.property(begun, fc.nat(120), fc.uint8Array({ maxLength: 12 }), (file, at, dirt) => {
				const dirty = Buffer.from(file);
				dirty.set(dirt.subarray(0, Math.max(0, dirty.length - at)), Math.min(at, dirty.length));
				expect(['object', 'string']).toContain(typeof letters(dirty));
			})
		);
	});
});

describe('dots of a picture', () => {
	const flat = (width: number, height: number, value: number) => ({
		...{ width, height },
		grey: new Uint8Array(width * height).fill(value)
	});

	test('are made fewer in its proportions, and never more', () => {
		const wide = dotsOf(flat(800, 200, 0), 384);
		expect([wide.length, wide[0]?.length, wide.flat().every(Boolean)]).toEqual([96, 384, true]);
		expect(dotsOf(flat(40, 20, 0), 384)).toHaveLength(20);
	});

	test('of a grey field are as many black ones as it is dark', () => {
		const black = dotsOf(flat(100, 100, 64), 384)
			.flat()
			.filter(Boolean).length;
		expect(black).toBeGreaterThan(7300);
		expect(black).toBeLessThan(7700);
	});

	test('come back from the line of a slip as they were', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(20), fc.infiniteStream(fc.boolean()), (bytes, high, dots) => {
				const rows = Array.from({ length: high }, () => [...dots.take(bytes * 8)]);
				expect(placedDots(imageLine(rows), 384)).toEqual(rows);
			})
		);
	});
});
