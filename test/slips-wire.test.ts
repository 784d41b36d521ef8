import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageOf } from '#printer/language.ts';
import { MODEL_CODES, printerModel, type PrinterModel } from '#printer/models/models.ts';
import type { Paper } from '#printer/printer.ts';
import { BUILT_IN } from '#printer/slips/kinds.ts';
import { SLIP_KINDS, type SlipKind } from '#printer/slips/layout.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { proofOf } from '#printer/virtual/proof.ts';
import { virtualPrinter, type VirtualPrinter } from '#printer/virtual/virtual.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import type { Link } from '#printer/wire/wire.ts';
import { sampleLines } from '#server/slips/samples.ts';
import { paperBitmap, printerBench } from './fakes/printers.ts';

/* The preview of a slip and the paper that a printer cuts off at the far end of a real TCP wire are the same dots. */

/** A ring and a diagonal, so that no dot can be mistaken for its neighbour; 300 dots do not fill a byte. */
const SIGN = Array.from({ length: 120 }, (_, y) =>
	Array.from({ length: 300 }, (_dot, x) => x === y || Math.abs(Math.hypot(x - 150, y - 60) - 50) < 3)
);
function linesOf(kind: SlipKind, lang: 'zh-CN' | 'en', { columns }: PrinterModel): SlipLine[] {
	const design = { blocks: BUILT_IN[kind], logo: () => SIGN, note: '停车 Parking 㛃𠮷' };
	const of = { lang, columns, design, hall: '云港市政务服务中心', phone: '0518-1', origin: 'https://hall.example.cn' };
	return sampleLines(kind, { ...of, sample: kind === 'next' ? 'reprint' : 'long' });
}

function bytesOf(lines: readonly SlipLine[], model: PrinterModel): Uint8Array {
	return languageOf(model).compose(lines, model).bytes;
}

/** The preview, against what was cut off. */
function expectSame(paper: Paper | undefined, lines: readonly SlipLine[], model: PrinterModel): void {
	const proof = proofOf(bytesOf(lines, model), model);
	expect(JSON.stringify(paper?.marks)).toBe(JSON.stringify(proof.marks));
	expect(paper && [paper.width, paper.height, paper.text, paper.svg]).toEqual([
		...[proof.width, proof.height, proof.text, proof.svg]
	]);
	expect(paper && paperBitmap(paper).equals(paperBitmap({ ...paper, ...proof }))).toBe(true);
}

/** Every model and width, once for those that put the same dots on paper. */
const ALL = MODEL_CODES.flatMap((code) => [printerModel(code, 58), printerModel(code, 80)]);
const MODELS = [...new Map(ALL.map((one) => [[one.dots, one.font, one.cutter, one.language].join(), one])).values()];

describe.each(MODELS)('$code, $width mm', (model) => {
	let far: VirtualPrinter;
	let link: Link;
	beforeAll(async () => {
		far = virtualPrinter({ model, speed: 1_000_000, chinese: true });
		link = await tcpWire('127.0.0.1', await far.listen(), { connectMs: 5000, lingerMs: 500 }).open();
	});
	afterAll(async () => {
		await link.close();
		await far.close();
	});

	/** Of every model the ticket in both languages, and one other slip: together they are all of them. */
	const index = MODELS.indexOf(model);
	const other = SLIP_KINDS[1 + (index % (SLIP_KINDS.length - 1))] ?? 'next';
	const slips = [
		['ticket', 'zh-CN'],
		['ticket', 'en'],
		[other, index < SLIP_KINDS.length ? 'zh-CN' : 'en']
	] as const;

	test.each(slips)('%s in %s, with all it can have', async (kind, lang) => {
		const lines = linesOf(kind, lang, model);
		const cut = new Promise<Paper>((resolve) => {
			far.onPaper(resolve);
		});
		await link.write(bytesOf(lines, model));
		// What is torn off by hand is cut here, without moving it.
		if (model.cutter === 'none') await link.write(Uint8Array.of(0x1d, 0x56, 0x01));
		expectSame(await cut, lines, model);
	});
});

test('what the driver prints, with all it says before and after, is the preview as well', async () => {
	const model = printerModel('epson', 80);
	const bench = await printerBench('tcp', { model, speed: 100_000 });
	await bench.until('ready');
	const lines = linesOf('ticket', 'zh-CN', model);
	expect((await bench.printer.print({ lines })).state).toBe('printed');
	expectSame(bench.far.papers().at(-1), lines, model);
	await bench.close();
});
