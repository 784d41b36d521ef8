import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { compose, realtimeAt } from '../escpos/compose.ts';
import { MODEL_CODES, printerModel } from '../models/models.ts';
import type { Mark } from '../printer.ts';
import type { SlipLine } from '../slips/lines.ts';
import { machineGlyphs } from './canvas.ts';
import { noGlyphs } from './glyphs.ts';
import type { Glyphs, LineToDraw } from './glyphs.ts';

const generic = printerModel('generic', 80);
const text = (line: string, more: Partial<SlipLine> = {}): SlipLine =>
	({ type: 'text', text: line, ...more }) as SlipLine;

/** Draws a black box for every run: where it stands is what is looked at. */
function boxes(): { glyphs: Glyphs; lines: LineToDraw[] } {
	const lines: LineToDraw[] = [];
	const draw: Glyphs['draw'] = (line) => {
		lines.push(line);
		return Array.from({ length: line.height }, () =>
			Array.from({ length: line.width }, (_, x) => line.runs.some((run) => x >= run.x && x < run.x + run.width))
		);
	};
	return { glyphs: { has: (char) => char !== '\u{2fffd}', draw }, lines };
}

function drawn(lines: SlipLine[], model = generic): LineToDraw[] {
	const { glyphs, lines: all } = boxes();
	const { bytes } = compose(lines, model, glyphs);
	expect(decode(bytes, model).rest).toBe(0);
	return all;
}

const dotsOf = (marks: readonly Mark[]): number =>
	marks.reduce((sum, mark) => sum + (mark.kind === 'dots' ? mark.rows.flat().filter(Boolean).length : 0), 0);

describe('a line with a letter that the printer lacks', () => {
	test('is drawn in the same columns: a pair keeps both edges', () => {
		const [line] = drawn([{ type: 'pair', left: '姓名 𠮷', right: '09:30' }]);
		expect(line?.runs.map(({ text: piece, x, width }) => [piece, x, width])).toEqual([
			['姓', 0, 24],
			['名', 24, 24],
			['𠮷', 60, 24],
			...['0', '9', ':', '3', '0'].map((char, i) => [char, 576 - 60 + 12 * i, 12])
		]);
	});

	test('keeps its size, its weight and its place, and the line after it is text again', () => {
		const lines = [text('𠮷先生', { align: 'center', size: { wide: 2, high: 3 }, bold: true } as never), text('号')];
		expect(drawn(lines)).toMatchObject([{ wide: 2, high: 3, bold: true, height: 72, width: 576 }]);
		expect(drawn(lines)[0]?.runs.map(({ x, width }) => [x, width])).toEqual([
			[216, 48],
			[264, 48],
			[312, 48]
		]);
		const { bytes } = compose(lines, generic, boxes().glyphs);
		expect(decode(bytes, generic).chars).toEqual([{ char: '号', width: 24, height: 24 }]);
	});

	test('joined letters are drawn together, and a line that runs to the left begins at the right', () => {
		expect(drawn([text('رقمك A001')])).toMatchObject([
			{ direction: 'rtl', runs: [{ text: 'رقمك A001', side: 'right', x: 0, width: 576 }] }
		]);
		expect(drawn([{ type: 'pair', left: 'رقمك', right: 'A001' }])).toMatchObject([
			{
				direction: 'rtl',
				runs: [
					{ text: 'A001', side: 'left' },
					{ text: 'رقمك', side: 'right' }
				]
			}
		]);
		const [mixed] = drawn([text('欢迎 سلام عليكم 光临')]);
		expect(mixed).toMatchObject({ direction: 'ltr' });
		expect(mixed?.runs.map((run) => run.text)).toEqual(['欢', '迎', 'سلام عليكم', '光', '临']);
	});

	test('a mark stays on its letter, and what no font has is □ in its place, and told', () => {
		expect(drawn([text('𠮷n\u0303')])[0]?.runs.map((run) => run.text)).toEqual(['𠮷', 'n\u0303']);
		const { glyphs, lines } = boxes();
		expect(compose([text('𠮷\u{2fffd}')], generic, glyphs).substituted).toEqual(['\u{2fffd}']);
		expect(lines[0]?.runs.map((run) => run.text)).toEqual(['𠮷', '□']);
	});

	test('a QR, a rule and what the printer has are never drawn', () => {
		const lines: SlipLine[] = [
			text('您的号码 A001'),
			{ type: 'rule' },
			{ type: 'qr', data: 'https://q.example.cn/t/A001' },
			{ type: 'feed', lines: 1 }
		];
		for (const code of MODEL_CODES.filter((one) => !one.endsWith('-intl') && one !== 'star')) {
			const model = printerModel(code, 58);
			expect(drawn(lines, model)).toEqual([]);
			expect(compose(lines, model, boxes().glyphs)).toEqual(compose(lines, model, noGlyphs));
		}
	});

	test('a printer without Chinese: every line with Chinese is drawn, none without', () => {
		const lines = [text('您的号码'), text('A001'), { type: 'rule' } as const, text('Please wait')];
		expect(drawn(lines, printerModel('epson-intl', 80))).toHaveLength(1);
	});

	test('a font of GB 2312 alone has 镕 drawn, which GBK has', () => {
		const model = { ...generic, font: 'gb2312' as const };
		expect(drawn([text('朱镕')], model)).toHaveLength(1);
		expect(drawn([text('朱熔基 ①Ω')], model)).toHaveLength(0);
		expect(drawn([text('ⅰ')], model)).toHaveLength(1);
	});
});

describe.skipIf(!machineGlyphs.has('𠮷'))('drawn with the fonts of this machine', () => {
	test.each(['𠮷', '㛃', '𡋾'])('%s is ink on the paper, and more of it in bold', (char) => {
		const ink = (bold: boolean): number =>
			dotsOf(decode(compose([text(char, { bold })], generic).bytes, generic).paper.marks);
		expect(ink(false)).toBeGreaterThan(80);
		expect(ink(true)).toBeGreaterThan(ink(false));
	});

	test('different letters are different dots, within their own cell', () => {
		const rows = (char: string): string[] =>
			machineGlyphs
				.draw({
					runs: [{ text: char, x: 24, width: 24, side: 'center' }],
					...{ width: 72, height: 30, wide: 1, high: 1, bold: false, direction: 'ltr' }
				})
				.map((row) => row.map((dot) => (dot ? '#' : '.')).join(''));
		expect(rows('𠮷')).not.toEqual(rows('吉'));
		const ink = rows('𠮷').filter((row) => row.includes('#'));
		expect(ink.every((row) => row.indexOf('#') >= 23 && row.lastIndexOf('#') <= 48)).toBe(true);
	});

	test.skipIf(!machineGlyphs.has('ر'))('Arabic joins its letters: a word is narrower than its letters alone', () => {
		const width = (word: string): number => {
			const run = { text: word, x: 0, width: 576, side: 'right' as const };
			const rows = machineGlyphs.draw({
				...{ runs: [run], width: 576, height: 30, wide: 1, high: 1, bold: false, direction: 'rtl' }
			});
			return 576 - Math.min(...rows.map((row) => row.indexOf(true)).filter((x) => x >= 0));
		};
		expect(width('سلام')).toBeLessThan(width('س\u200cل\u200cا\u200cم'));
	});

	test('no realtime command is in what is drawn, and every byte is read', () => {
		const lines = ['𠮷䶮㛃㐀𡋾𣲗', 'سلام', '王𬺈'].map((line) => text(line, { size: { wide: 3, high: 3 } }));
		for (const code of ['generic', 'epson-intl'] as const) {
			const { bytes } = compose(lines, printerModel(code, 80));
			expect([realtimeAt(bytes), decode(bytes, printerModel(code, 80)).rest]).toEqual([-1, 0]);
		}
	});

	test('a character of nobody is not had', () => {
		expect(machineGlyphs.has('\u{10fffe}')).toBe(false);
	});
});
