import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { has } from '#test/tools.ts';
import { decodeText, encodeText } from './font.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Every cell of GB2312 as iconv, which nobody here wrote, knows it. */
function iconvCells(): Map<number, string> {
	const cells = new Map<number, string>();
	const codes: number[] = [];
	for (let row = 0xa1; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) codes.push((row << 8) | cell);
	const input = Buffer.from(codes.flatMap((code) => [code >> 8, code & 0xff, 0x0a]));
	// -c drops what GB2312 does not have and leaves the line empty
	const lines = execFileSync('sh', ['-c', 'iconv -c -f GB2312 -t UTF-8 || true'], { input }).toString().split('\n');
	codes.forEach((code, index) => {
		const drawn = lines[index];
		if (drawn) cells.set(code, drawn);
	});
	return cells;
}

describe('the GB2312 font', () => {
	test('a call in Chinese becomes the bytes of the manual', () => {
		expect(hex(encodeText('欢迎光临', 'gb2312', 99).bytes)).toBe('bbb6d3adb9e2c1d9');
	});

	test.skipIf(!has('iconv'))('holds exactly the cells that iconv holds, with the same characters', () => {
		const cells = iconvCells();
		expect(cells.size).toBe(7445);
		const different: string[] = [];
		for (const [code, drawn] of cells) {
			const ours = encodeText(drawn, 'gb2312', 9);
			const got = ours.replaced.length ? null : Number.parseInt(hex(ours.bytes), 16);
			if (got !== code) different.push(`${code.toString(16)} ${drawn}`);
		}
		// iconv draws A1A4 and A1AA as ・ and ―, the Web as · and —: one cell, two names
		expect(different).toEqual(['a1a4 ・', 'a1aa ―']);
		expect(hex(encodeText('·—', 'gb2312', 9).bytes)).toBe('a1a4a1aa');
		let ours = 0;
		for (let point = 0x80; point < 0x30000; point++) {
			if (point >= 0xd800 && point <= 0xdfff) continue;
			const one = encodeText(String.fromCodePoint(point), 'gb2312', 2);
			if (one.replaced.length === 0 && one.text !== ' ') ours++;
		}
		expect(ours).toBe(7445);
	});

	test('a rare character of a name becomes a square and is reported', () => {
		const name = encodeText('朱镕基㐀𠮷€', 'gb2312', 99);
		expect(name.text).toBe('朱□基□□□');
		expect(name.replaced).toEqual(['镕', '㐀', '𠮷', '€']);
	});

	test('an ASCII board shows a question mark for what it lacks', () => {
		const line = encodeText('A001 号', 'ascii', 99);
		expect(line.text).toBe('A001 ?');
		expect(line.replaced).toEqual(['号']);
	});

	test('a line is cut before the character that does not fit whole', () => {
		const line = encodeText('A号号', 'gb2312', 4);
		expect(line).toMatchObject({ text: 'A号', cut: true });
		expect(line.bytes).toHaveLength(3);
	});

	test('control characters cannot reach the board', () => {
		expect(encodeText('A\u001b\r\n1\u0000', 'gb2312', 99).text).toBe('A 1 ');
	});

	test('any text can be encoded, fits its room, and is read back as drawn', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.nat(64), (text, room) => {
				const encoded = encodeText(text, 'gb2312', room);
				expect(encoded.bytes.length).toBeLessThanOrEqual(room);
				expect(decodeText(encoded.bytes)).toBe(encoded.text);
			})
		);
	});
});
