import { describe, expect, test } from 'vitest';
import { frameLanguage, readAnswer } from './exchange.ts';
import { encodeFrame } from './encode.ts';
import { KNOWN_BOARDS, KNOWN_PADS } from './known.ts';
import { FrameReader } from './reader.ts';
import type { FrameValues } from './template.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const read = (bytes: Uint8Array): string =>
	Buffer.from(bytes)
		.toString('hex')
		.toUpperCase()
		.replaceAll(/(..)\B/g, '$1 ');

/** Vectors of public papers, see `docs/devices.md`. */
const VECTORS: [name: keyof typeof KNOWN_BOARDS, values: FrameValues, bytes: string][] = [
	['kanban-4', { numbers: { addr: 5, num: 999 } }, '05 03 E7 EF'],
	['sunpn', { numbers: { num: 0x7803 } }, '3A 00 78 03 01 B6 0A'],
	['sunpn-low-first', { numbers: { num: 888 } }, '3A 00 78 03 01 B6 0A'],
	['cx-h', { numbers: {}, text: '啊阿' }, '21 21 55 AA 00 01 03 08 10 00 00 00 04 00 B0 A1 B0 A2'],
	['at-text', { numbers: { addr: 3 }, text: 'A001' }, '40 03 41 30 30 31 0D']
];

describe('D-04 frames of boards as their papers have them', () => {
	test.each(VECTORS)('%s', (name, values, bytes) => {
		const { frame } = frameLanguage(KNOWN_BOARDS[name]);
		expect(read(encodeFrame(frame, values).bytes)).toBe(bytes);
		const [back] = new FrameReader(frame).take(hex(bytes));
		expect(back).toMatchObject(values);
	});

	test('the answer of a Sunpn board is one to what was sent, and to nothing else', () => {
		const language = frameLanguage(KNOWN_BOARDS.sunpn);
		const answer = hex('2A 00 78 03 01 A6 0A');
		const sent = { numbers: { num: 0x7803 } };
		expect(readAnswer(language, sent, answer)).toEqual({ used: 7, verdict: 'acked' });
		expect(readAnswer(language, { numbers: { num: 7 } }, answer)).toEqual({ used: 7, verdict: 'stray' });
		expect(readAnswer(language, sent, hex('FF 2A 00 2A 00 78 03 01 A6 0A'))).toEqual({ used: 10, verdict: 'acked' });
		expect(readAnswer(language, sent, answer.subarray(0, 4))).toEqual({ used: 0 });
		expect(readAnswer(language, sent, hex('2A 00 78 03 01 A7 0A'))).toEqual({ used: 7 });
	});

	test('a refusal is told from an answer', () => {
		const language = frameLanguage({
			frame: '02 {addr} {num} {xor8:1..-1}',
			answer: '06 {addr}',
			refusal: '15 {addr}'
		});
		expect(readAnswer(language, { numbers: { addr: 4, num: 1 } }, hex('15 04'))).toEqual({
			used: 2,
			verdict: 'rejected'
		});
		expect(readAnswer(language, { numbers: { addr: 4, num: 1 } }, hex('15 05'))).toEqual({ used: 2, verdict: 'stray' });
	});

	test('bytes with names are set for one device', () => {
		const { frame } = frameLanguage(KNOWN_BOARDS.sunpn, { colour: 2 });
		expect(read(encodeFrame(frame, { numbers: { num: 1 } }).bytes)).toBe('3A 02 00 01 01 3E 0A');
	});
});

describe('W-13 the 21-key pad by its template', () => {
	test('is read with and without the byte that wakes the line, and with longer data', () => {
		const reader = new FrameReader(frameLanguage(KNOWN_PADS['pad-21']).frame);
		const keys = reader.take(hex('FF 68 03 03 68 03 01 0B 0F 16 68 04 04 68 07 01 05 FF 0C 16'));
		expect(keys).toEqual([{ numbers: { addr: 3, cmd: 1, key: 11 } }, { numbers: { addr: 7, cmd: 1, key: 5 } }]);
		expect(reader.garbage).toBe(1);
	});
});

describe('D-04 checksums of templates', () => {
	test.each([
		['31 32 33 34 35 36 37 38 39 {sum8:1..-1}', 'DD'],
		['31 32 33 34 35 36 37 38 39 {sum16:1..-1}', '01 DD'],
		['31 32 33 34 35 36 37 38 39 {xor8:1..-1}', '31'],
		['31 32 33 34 35 36 37 38 39 {lrc:1..-1}', '23'],
		['31 32 33 34 35 36 37 38 39 {crc16-arc:1..-1}', '3D BB'],
		['31 32 33 34 35 36 37 38 39 {crc16-modbus:1..-1}', '37 4B'],
		['31 32 33 34 35 36 37 38 39 {crc16-modbus:1..-1:2be}', '4B 37'],
		['31 32 33 34 35 36 37 38 39 {sum8:1..-1:hex2}', '44 44']
	])('%s', (text, sum) => {
		// The check values of the CRC catalogue, and of the others by hand.
		const { bytes } = encodeFrame(frameLanguage({ frame: text }).frame, { numbers: {} });
		expect(read(bytes.subarray(9))).toBe(sum);
	});
});
