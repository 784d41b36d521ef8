import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decode } from '#test/fakes/decode.ts';
import { MODEL_CODES, printerModel, type PrinterModel } from '../models/models.ts';
import type { SlipLine } from '../slips/lines.ts';
import { noGlyphs } from '../glyphs/glyphs.ts';
import { languageOf } from '../language.ts';
import { acknowledge, compose as composeWith, realtimeAt, recover } from './compose.ts';

/** On a machine that draws nothing. */
const compose = (lines: SlipLine[], model: PrinterModel): ReturnType<typeof composeWith> =>
	composeWith(lines, model, noGlyphs);

const narrow = printerModel('generic', 58);
const wide = printerModel('generic', 80);
const rare = printerModel('epson', 80);

const text = (line: string): SlipLine => ({ type: 'text', text: line });
const hex = (lines: SlipLine[], model = narrow): string => Buffer.from(compose(lines, model).bytes).toString('hex');
const START = '1b401c261b52001d2100';
const CUT = '1d564200';

/** Assembled by hand from the manuals; three decoders and zbar agree on it. */
const GOLDEN = [
	START + '1b6101c4b3c4b3cad0d5fecef1b7fecef1d6d0d0c40a',
	'1d2133413030310a1d2100d2b5cef1a3babba7bcaeb0ecc0ed0ac7b0c3e6b5c8b4fd20313220c8cb0a',
	'1d286b0400314132001d286b030031430' + '61d286b03003145311d286b2500315030',
	'68747470733a2f2f712e6578616d706c652e636e2f742f413030313f6b3d396633631d286b0300315130',
	'1b6100323032362d30382d31382030393a33303a313520c7ebcef0b9fdbac50a' + CUT + '1d284806003030' + '41303031'
].join('');

test('the golden ticket comes out byte for byte', () => {
	const lines: SlipLine[] = [
		{ type: 'text', text: '某某市政务服务中心', align: 'center' },
		{ type: 'text', text: 'A001', align: 'center', size: { wide: 4, high: 4 } },
		{ type: 'text', text: '业务：户籍办理', align: 'center' },
		{ type: 'text', text: '前面等待 12 人', align: 'center' },
		{ type: 'qr', data: 'https://q.example.cn/t/A001?k=9f3c', module: 6 },
		text('2026-08-18 09:30:15 请勿过号')
	];
	const bytes = Buffer.concat([compose(lines, narrow).bytes, acknowledge('A001')]);
	expect(bytes.toString('hex')).toBe(GOLDEN);
	expect(bytes).toHaveLength(195);
});

describe('what node-thermal-printer gets wrong does not reach paper', () => {
	test('N1 Chinese mode is switched on in every slip, also in the one after a cut', () => {
		const slip = compose([text('您的号码')], narrow).bytes;
		const { text: read } = decode(Buffer.concat([slip, slip]), narrow, false);
		expect(read).toBe('您的号码\n您的号码');
	});

	test('N2 a name outside GBK is never sent as another code page', () => {
		expect(hex([text('𠮷先生')])).toBe(`${START}a1f5cfc8c9fa0a${CUT}`);
		expect(decode(compose([text('𠮷先生㐀')], rare).bytes, rare).text).toBe('𠮷先生㐀');
		expect(hex([text('𠮷先生㐀€')], rare)).not.toMatch(/1b74|1b5208/);
	});

	test('N3 € and ¥ are whole characters, and what follows stands', () => {
		expect(decode(compose([text('€5 ¥8 元')], rare).bytes, rare).text).toBe('€5 ￥8 元');
	});

	test('N4 nothing depends on a character set being chosen', () => {
		expect(hex([text('您的号码')])).toBe(`${START}c4fab5c4bac5c2eb0a${CUT}`);
	});

	test('N5 a QR with Chinese declares its bytes, and all of them are stored', () => {
		const { qrs, text: printed } = decode(
			compose([{ type: 'qr', data: '号码：A001 业务：户籍' }], narrow).bytes,
			narrow
		);
		expect(qrs).toEqual(['号码：A001 业务：户籍']);
		expect(printed).toBe('');
	});

	test('N6 width is width and height is height', () => {
		const { chars } = decode(compose([{ ...text('A人'), size: { wide: 3, high: 2 } } as SlipLine], wide).bytes, wide);
		expect(chars).toEqual([
			{ char: 'A', width: 36, height: 48 },
			{ char: '人', width: 72, height: 48 }
		]);
	});

	test('N7 Chinese after a large line is plain again, also where ESC ! leaves it large', () => {
		const lines: SlipLine[] = [{ type: 'text', text: '中', size: { wide: 2, high: 2 } }, text('文')];
		const { chars } = decode(compose(lines, narrow).bytes, narrow);
		expect(chars.at(-1)).toEqual({ char: '文', width: 24, height: 24 });
		expect(hex(lines)).not.toContain('1b21');
	});

	test('N8 the drawer is never touched', () => {
		expect(hex([text('p'), { type: 'rule' }, { type: 'feed', lines: 2 }])).not.toMatch(/1b70|1014/);
	});

	test('N9 a rule is a row of GBK dashes from edge to edge', () => {
		expect(hex([{ type: 'rule' }])).toBe(`${START}${'a9a4'.repeat(16)}0a${CUT}`);
	});

	test('N10 no line runs over: the paper breaks where we break', () => {
		const lines: SlipLine[] = [
			{ type: 'pair', left: '取号时间', right: '2026-08-18 09:30' },
			{ type: 'text', text: '请在一层东侧社保医保分厅等候，听到叫号后到窗口办理', size: { wide: 2, high: 2 } },
			{ type: 'text', text: '· 基本养老保险关系转移接续申请表（原件 2 份）', indent: 3 }
		];
		for (const model of [narrow, wide]) {
			const bytes = Buffer.from(compose(lines, model).bytes);
			const sent = bytes.toString('latin1').split('\n').length - 1;
			expect(decode(bytes, model).text.split('\n')).toHaveLength(sent);
		}
	});

	test('N11 every model takes Chinese', () => {
		for (const code of MODEL_CODES.filter((one) => !one.endsWith('-intl') && one !== 'star')) {
			expect(decode(compose([text('请')], printerModel(code, 58)).bytes, narrow).text).toBe('请');
		}
	});
});

describe('composing', () => {
	test('what had to be replaced is told once each', () => {
		expect(compose([text('𠮷𠮷'), text('㛃😀𠮷')], narrow).substituted).toEqual(['𠮷', '㛃', '😀']);
	});

	test('centred lines are about equally long, and set in under a bullet they keep its edge', () => {
		const lines: SlipLine[] = [
			{ type: 'text', text: '扫码查看排队进度，叫号时手机会提醒', align: 'center' },
			{ type: 'text', text: '· 授权委托书（原件 1 份）（如有）', indent: 3 }
		];
		expect(decode(compose(lines, narrow).bytes, narrow).text.split('\n')).toEqual([
			'扫码查看排队进度，',
			'叫号时手机会提醒',
			'· 授权委托书（原件 1 份）',
			'   （如有）'
		]);
	});

	test('a QR that the printer cannot hold stands there as text, cut off nowhere', () => {
		const address = 'https://hall.example.cn/' + 'x'.repeat(300);
		const { text: printed, qrs } = decode(compose([{ type: 'qr', data: address }], narrow).bytes, narrow);
		expect([printed.replaceAll('\n', ''), qrs]).toEqual([address, []]);
	});

	test('a QR fills about 24 mm, whatever is in it', () => {
		for (const data of ['https://q.cn/1', 'https://hall.example.cn/t/' + 'a'.repeat(43), 'x'.repeat(252)]) {
			const { commands } = decode(compose([{ type: 'qr', data }], narrow).bytes, narrow);
			const size = commands.find((command) => command.to === 'mode' && command.kind === 'qr-module');
			expect(size).toMatchObject({ dots: expect.toSatisfy((dots: number) => dots >= 3 && dots <= 8) as number });
		}
	});

	test.each([
		['generic', 4],
		['generic', 12],
		['star', 12]
	] as const)('a QR is as large as its layout says and no wider than its paper: %s, %i', (code, module) => {
		const model = printerModel(code, 58);
		const line: SlipLine = { type: 'qr', data: 'x'.repeat(60), module };
		const { commands, qrs } = decode(languageOf(model).compose([line], model).bytes, model);
		const size = commands.find((command) => command.to === 'mode' && command.kind === 'qr-module');
		// 33 modules across; Star has none of more than eight dots.
		const dots = { generic: Math.min(module, 11), star: 8 }[code];
		expect([size, qrs]).toMatchObject([{ dots }, [line.data]]);
	});

	test('paper without a cutter is fed out to be torn', () => {
		expect(hex([text('A')], printerModel('plain', 58))).toBe(`${START}410a1b6404`);
	});

	test('whatever a visitor is called, no realtime command gets into the stream and every byte is read', () => {
		const anything = fc.string({
			unit: fc.oneof(
				fc.constantFrom('\u0010', '\u0004', '\u0001', '\u0014', '中'),
				fc.string({ unit: 'binary', maxLength: 1, minLength: 1 })
			)
		});
		fc.assert(
			fc.property(anything, anything, (left, right) => {
				const lines: SlipLine[] = [
					text(left),
					{ type: 'pair', left, right },
					{ type: 'qr', data: right.replaceAll(/\p{Cc}/gu, '') }
				];
				const { bytes } = compose(lines, rare);
				expect(realtimeAt(bytes)).toBe(-1);
				expect(decode(bytes, rare).rest).toBe(0);
			}),
			{ numRuns: 30 }
		);
	});

	test('a realtime command is found wherever it hides', () => {
		expect(realtimeAt(Uint8Array.of(1, 0x10, 0x04, 1))).toBe(1);
		expect(realtimeAt(Uint8Array.of(0x10, 0x14))).toBe(0);
		expect(realtimeAt(Uint8Array.of(0x10, 0x03, 0x04))).toBe(-1);
	});
});

describe('after a torn job', () => {
	test('a symbol that the printer still waits for is filled up, and the torn slip is cut off', () => {
		const torn = compose([text('A001'), { type: 'qr', data: 'https://q.example.cn/t/A001' }], narrow).bytes.subarray(
			0,
			60
		);
		const next = compose([text('A002')], narrow).bytes;
		const { commands, text: printed, rest } = decode(Buffer.concat([torn, recover(narrow, true), next]), narrow);
		const cut = commands.findIndex((command) => command.to === 'paper' && command.kind === 'cut');
		expect(
			commands.slice(cut).some((command) => command.to === 'paper' && command.kind === 'char' && command.char === '2')
		).toBe(true);
		expect(printed.split('\n').at(-1)).toBe('A002');
		expect(rest).toBe(0);
	});

	test('only a printer that knows how is told to clear its buffer', () => {
		expect(Buffer.from(recover(rare, true)).toString('hex')).toMatch(/^10140801031401060208(00){256}0a1b401d564200$/);
		expect(Buffer.from(recover(narrow, true)).toString('hex')).toMatch(/^(00){256}0a1b401d564200$/);
	});

	test('when no byte is missing, what may still be printing is left in peace', () => {
		expect(Buffer.from(recover(rare, false)).toString('hex')).toBe('0a1b401d564200');
	});
});
