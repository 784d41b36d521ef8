import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { has } from '#test/tools.ts';
import { noGlyphs } from '../glyphs/glyphs.ts';
import type { Font } from '../models/family.ts';
import { columns as columnsIn, encode as encodeIn, pair as pairIn, wrap as wrapIn } from './text.ts';

/* What a printer's font has, on a machine that draws nothing. */
const face = (font: Font): Parameters<typeof columnsIn>[1] => ({ font, glyphs: noGlyphs });
const columns = (text: string, font: Font): number => columnsIn(text, face(font));
const encode = (text: string, font: Font): ReturnType<typeof encodeIn> => encodeIn(text, face(font));
const wrap = (text: string, width: number, font: Font): string[] => wrapIn(text, width, face(font));
const pair = (left: string, right: string, width: number, font: Font): string[] =>
	pairIn(left, right, width, face(font));

const hex = (text: string, font: 'gbk' | 'gb18030' = 'gb18030'): string =>
	Buffer.from(encode(text, font).bytes).toString('hex');

describe('encoding', () => {
	test('common Chinese is two bytes a character, ASCII one', () => {
		expect(hex('前面等待 12 人')).toBe('c7b0c3e6b5c8b4fd20313220c8cb');
	});

	test('rare names keep their four bytes where the font has them', () => {
		expect(encode('𠮷先生㛃镕', 'gb18030').substituted).toEqual([]);
		expect(hex('𠮷')).toMatch(/^9[0-9a-f]3[0-9][0-9a-f]{2}3[0-9]$/);
		expect(hex('镕')).toBe('e946');
	});

	test('a name the font lacks is told and shown as □, and the rest of the line stands', () => {
		const { bytes, substituted } = encode('𠮷先生㛃镕', 'gbk');
		expect(substituted).toEqual(['𠮷', '㛃']);
		expect(Buffer.from(bytes).toString('hex')).toBe('a1f5cfc8c9faa1f5e946');
	});

	test.each([
		['€', 'a2e3', []],
		['¥', 'a3a4', []],
		['😀', 'a1f5', ['😀']],
		['ب', 'a1f5', ['ب']],
		['\ud800', 'a1f5', ['\ud800']]
	])('%s does not destroy its neighbours', (char, bytes, substituted) => {
		expect(hex(`好${char}人`)).toBe(`bac3${bytes}c8cb`);
		expect(encode(char, 'gb18030').substituted).toEqual(substituted);
	});

	test('the euro is not in GBK, where its code is another maker’s half character', () => {
		expect(encode('€', 'gbk').substituted).toEqual(['€']);
	});

	test('nothing a visitor types is a command', () => {
		expect(hex('A\u001b@B\u0010\u0004\u0001C\u001d!\u0033\u007f\u0080\u200bD')).toBe(
			Buffer.from('A@BC!3D').toString('hex')
		);
	});

	test('any text becomes characters without a control byte, told where replaced', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('gbk', 'gb18030'), (text, font) => {
				const { bytes, substituted } = encode(text, font);
				expect(bytes.every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
				expect(substituted.every((char) => text.includes(char))).toBe(true);
			}),
			{ numRuns: 50 }
		);
	});

	test.skipIf(!has('iconv'))('iconv reads the same text', () => {
		const text = '请到3号窗口办理，谢谢！𠮷㛃镕€·“补打”—％';
		const read = execFileSync('iconv', ['-f', 'GB18030', '-t', 'UTF-8'], { input: encode(text, 'gb18030').bytes });
		expect(read.toString('utf8')).toBe(text);
	});
});

describe('lines', () => {
	test('a Chinese character takes two columns, and so does any other that takes two bytes', () => {
		expect(columns('A001 社保', 'gbk')).toBe(9);
		expect(columns('15–25', 'gbk')).toBe(6);
		expect(columns('é', 'gbk')).toBe(2);
	});

	test('a line breaks between words, never before a closing mark', () => {
		expect(wrap('企业职工基本养老保险关系转移接续（跨省）', 32, 'gbk')).toEqual([
			'企业职工基本养老保险关系转移接续',
			'（跨省）'
		]);
		expect(wrap('请在大厅等候，谢谢', 12, 'gbk')).toEqual(['请在大厅', '等候，谢谢']);
		expect(wrap('taken within 25 minutes', 15, 'gbk')).toEqual(['taken within', '25 minutes']);
	});

	test('a word longer than the paper is cut where it must be', () => {
		expect(wrap('https://q.example.cn/t/A001', 12, 'gbk')).toEqual(['https://q.ex', 'ample.cn/t/A', '001']);
	});

	test('a line break in the text is one on paper, and an empty text an empty line', () => {
		expect(wrap('一\n\n二', 32, 'gbk')).toEqual(['一', '', '二']);
		expect(wrap('', 32, 'gbk')).toEqual(['']);
	});

	test('no line is wider than the paper and no character is lost, whatever the text', () => {
		const text = fc.string({ unit: fc.constantFrom(...Array.from('社保 Ab1，（）“x”12.;𠮷')) });
		fc.assert(
			fc.property(text, fc.integer({ min: 2, max: 48 }), (any, width) => {
				const lines = wrap(any, width, 'gbk');
				expect(lines.every((line) => columns(line, 'gbk') <= width)).toBe(true);
				expect(lines.join('').replaceAll(' ', '')).toBe(any.replaceAll(' ', ''));
			})
		);
	});

	test('a pair fills the line exactly, by columns', () => {
		expect(pair('取号时间', '09:30', 32, 'gbk')).toEqual(['取号时间' + ' '.repeat(19) + '09:30']);
	});

	test('a pair too long for one line takes two, the value at the right', () => {
		expect(pair('办理事项名称', '不动产转移登记', 20, 'gbk')).toEqual(['办理事项名称', '      不动产转移登记']);
	});
});
