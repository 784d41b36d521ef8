import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { compose } from './escpos/compose.ts';
import { printerModel, type PaperWidth } from './models/models.ts';
import { paperDots } from './paper.ts';
import type { Paper } from './printer.ts';
import type { SlipLine } from './slips/lines.ts';
import { testPage } from './slips/test-page.ts';
import { virtualPrinter } from './virtual/virtual.ts';

const PAGE = {
	title: '测试页',
	hall: '小厅',
	name: '打印机',
	facts: [['编号', 'printer-1'] as const],
	at: '2026-11-23 09:00',
	link: 'http://hall.test',
	note: '这不是号票'
};
const TEN_CM: SlipLine[] = [{ type: 'feed', lines: 26 }];

/** What comes out of a virtual printer. */
async function printed(lines: readonly SlipLine[], width: PaperWidth): Promise<Paper> {
	const clock = virtualClock();
	const model = printerModel('generic', width);
	const far = virtualPrinter({ model, timers: clock, chinese: true });
	const link = await far.wire.open();
	await link.write(compose(lines, model).bytes);
	await clock.advance(10_000);
	const [paper] = far.papers();
	await far.close();
	if (!paper) throw new Error('nothing came out');
	return paper;
}

test.each<[string, PaperWidth, (columns: number) => SlipLine[]]>([
	['a test page', 80, (columns) => testPage(PAGE, columns)],
	['a test page', 58, (columns) => testPage(PAGE, columns)],
	['plain lines', 80, () => TEN_CM],
	['a symbol', 58, () => [{ type: 'qr', data: 'http://10.0.0.5:3000/t/18342.abcdefghijklmnop' }]],
	['large figures', 80, () => [...TEN_CM, { type: 'text', text: 'A017', size: { wide: 4, high: 4 } }]]
])('%s of %d mm takes the paper that comes out, and the way to the knife', async (_, width, lines) => {
	const model = printerModel('generic', width);
	const page = lines(model.columns);
	const { height } = await printed(page, width);
	const counted = paperDots(page, model);
	// Nothing that is counted is more than 15 mm and a tenth away from what comes out, and never less.
	expect(counted).toBeGreaterThanOrEqual(height);
	expect(counted - height).toBeLessThanOrEqual(120 + height / 10);
});

test('a test page shows the whole width, Chinese, ASCII, a symbol, and that it is no number', async () => {
	const paper = await printed(testPage(PAGE, 48), 80);
	expect(paper.text).toContain('---------1---------2---------3---------4--------');
	expect(paper.text).toContain('123456789012345678901234567890123456789012345678');
	expect(paper.text).toContain('永字八法');
	expect(paper.text).toContain('这不是号票');
	expect(paper.qrs).toEqual(['http://hall.test']);
});
