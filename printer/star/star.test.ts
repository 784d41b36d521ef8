import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { paperBitmap, readQr } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { statusOf } from '../escpos/status.ts';
import { noGlyphs } from '../glyphs/glyphs.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import { imageLine } from '../images/rows.ts';
import { printerModel } from '../models/models.ts';
import { signsOf } from '../models/status.ts';
import type { PrinterStatus } from '../printer.ts';
import type { SlipLine } from '../slips/lines.ts';
import { composeStar, recoverStar } from './compose.ts';
import { readStar } from './status.ts';
import type { StarStatus } from './status.ts';

const model = printerModel('star', 80);
const meaning = model.status?.own?.bits ?? [];
const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const hex = (lines: SlipLine[]): string => Buffer.from(composeStar(lines, model, noGlyphs).bytes).toString('hex');
const text = (line: string): SlipLine => ({ type: 'text', text: line });

const START = '1b40 1b1e4600 1b690000 1b1d6100'.replaceAll(' ', '');
const CUT = '1b6403';

describe('composing in Star Line', () => {
	test('the slip of the golden ticket, in this language, assembled by hand from the manuals', () => {
		const lines: SlipLine[] = [
			{ type: 'text', text: '某某市政务服务中心', align: 'center' },
			{ type: 'text', text: 'A001', align: 'center', size: { wide: 4, high: 4 } },
			{ type: 'text', text: '前面等待 12 人', bold: true },
			{ type: 'qr', data: 'https://q.example.cn/t/A001?k=9f3c', module: 6 },
			text('请勿过号')
		];
		expect(hex(lines)).toBe(
			[
				START,
				'1b1d6101 c4b3c4b3cad0d5fecef1b7fecef1d6d0d0c4 0a',
				'1b690303 41303031 0a',
				'1b1d6100 1b45 1b690000 c7b0c3e6b5c8b4fd20313220c8cb 0a',
				'1b1d6101 1b46',
				'1b1d79533002 1b1d79533101 1b1d79533206',
				'1b1d79443100 2200 68747470733a2f2f712e6578616d706c652e636e2f742f413030313f6b3d39663363 1b1d7950',
				'1b1d6100 c7ebcef0b9fdbac5 0a',
				CUT
			]
				.join('')
				.replaceAll(' ', '')
		);
	});

	test('width and height stand the other way round than in ESC/POS, and stop at six', () => {
		expect(hex([{ ...text('A'), size: { wide: 2, high: 3 } } as SlipLine])).toContain('1b690201');
		expect(hex([{ ...text('A'), size: { wide: 8, high: 8 } } as SlipLine])).toContain('1b690505');
	});

	test('a printer reads back what was meant, every byte of it', () => {
		const lines = [text('您的号码 𠮷先生'), { type: 'pair' as const, left: '取号', right: '09:30' }];
		const { text: read, rest } = decode(composeStar(lines, model, noGlyphs).bytes, model);
		expect([read.split('\n'), rest]).toEqual([['您的号码 𠮷先生', `取号${' '.repeat(39)}09:30`], 0]);
	});

	test.skipIf(!has('zbarimg'))('zbar reads the QR from the paper', () => {
		const data = 'https://q.example.cn/t/A001?k=9f3c';
		expect(readQr(paperBitmap(decode(composeStar([{ type: 'qr', data }], model).bytes, model).paper))).toBe(data);
	});

	test('dots come out as they are, in bands that move the paper by as much', () => {
		const picture = fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(picture, (rows) => {
				const { paper, rest } = decode(composeStar([imageLine(rows)], model).bytes, model);
				const drawn = rows.map((row) => row.map(() => false));
				const bands = paper.marks.filter((mark) => mark.kind === 'dots');
				const black = bands.flatMap((band) =>
					band.rows.flatMap((row, y) => row.flatMap((dot, x) => (dot ? [{ x, y: band.y + y }] : [])))
				);
				for (const { x, y } of black) drawn[y]?.splice(x, 1, true);
				expect([drawn, rest]).toEqual([rows, 0]);
			}),
			{ numRuns: 40 }
		);
	});

	test('no dots are a command that is obeyed at once', () => {
		const pattern = '0001101100000110';
		const column = Array.from({ length: 16 }, (_, y) => [pattern.charAt(y) === '1']);
		expect(hex([imageLine(column)])).toContain('1b580100' + '1f0600' + '1b4910');
	});

	test('a printer without Chinese gets Chinese drawn, and its own letters as letters', () => {
		const ink: Glyphs = { has: () => true, draw: () => [[true]] };
		const { bytes: sent } = composeStar([text('号'), text('A001')], printerModel('star-intl', 80), ink);
		expect(Buffer.from(sent).toString('hex')).toBe(`${START}1b580100800000` + '1b4901' + '413030310a' + CUT);
	});

	test('after a torn slip the printer is reset only where bytes are missing', () => {
		expect(Buffer.from(recoverStar(model, true)).toString('hex')).toBe('1b06180a1b401b6403');
		expect(Buffer.from(recoverStar(model, false)).toString('hex')).toBe('0a1b401b6403');
	});
});

/** Feeds pieces as they come in. */
function read(pieces: Uint8Array[]): StarStatus[] {
	let rest: Uint8Array = new Uint8Array();
	return pieces.flatMap((piece) => {
		const got = readStar(Buffer.concat([rest, piece]));
		rest = got.rest;
		return got.answers;
	});
}

describe('what a Star printer says', () => {
	test.each<[string, PrinterStatus['state']]>([
		['238600000000000000', 'ready'],
		['238628000000000000', 'cover-open'],
		['238608000008000000', 'paper-out'],
		['238600000004000000', 'paper-low'],
		['238608080000000000', 'cutter-jam'],
		['238608400000000000', 'overheated'],
		['238608200000000000', 'error'],
		['238608000400000000', 'jam'],
		['0f060800000c00', 'paper-out']
	])('status %s: %s', (status, state) => {
		const [answer] = read([bytes(status)]);
		expect(statusOf(signsOf(answer?.bits ?? new Uint8Array(), meaning)).state).toBe(state);
	});

	test('the counter is five bits with a gap; seven bytes have none', () => {
		const counted = (byte: string): number | undefined => read([bytes(`2386 0000 0000 00 ${byte} 00`)])[0]?.etb;
		expect(['00', '02', '0e', '20', '40', '6e'].map(counted)).toEqual([0, 1, 7, 8, 16, 31]);
		expect(read([bytes('0f060000000000')])[0]?.etb).toBeUndefined();
	});

	test('whatever comes, however cut, the same is read, and a whole status after it is not lost', () => {
		const pieces = fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 12 });
		fc.assert(
			fc.property(pieces, (parts) => {
				const last = bytes('ffffffffffffffffffffffffffffff 238600000000000200');
				const split = read([...parts, last]);
				expect(split).toEqual(read([Buffer.concat([...parts, last])]));
				expect(split.at(-1)).toMatchObject({ etb: 1 });
			})
		);
	});
});
