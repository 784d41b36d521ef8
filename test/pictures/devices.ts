/**
 * Draws what simulated devices print and show into `docs/pictures`, from the bytes that real ones would get, and writes the
 * table of known printers into the documents: `node test/pictures/devices.ts`.
 */
import { chromium, type Browser } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modbusDriver } from '#display/led/modbus.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import { drawBoard } from '#display/led/virtual/draw.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import { printerModel, type PaperWidth } from '#printer/models/models.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { thermal } from '#printer/thermal.ts';
import { virtualPrinter } from '#printer/virtual/virtual.ts';
import { CHROMIUM_ARGS, findChromium } from '../chromium.ts';
import { ROOT } from '../server.ts';
import { PAGES, withTable } from './models-table.ts';

const SLIP: SlipLine[] = [
	{ type: 'text', text: '某某市政务服务中心', align: 'center' },
	{ type: 'text', text: 'A001', align: 'center', size: { wide: 3, high: 3 } },
	{ type: 'text', text: '业务：户籍办理', align: 'center' },
	{ type: 'text', text: '前面等待 12 人', align: 'center' },
	{ type: 'qr', data: 'https://q.example.cn/t/A001?k=9f3c' },
	{ type: 'text', text: '2026-08-18 09:30:15' },
	{ type: 'text', text: '请勿过号' }
];

async function paper(width: PaperWidth): Promise<string> {
	const model = printerModel('epson', width);
	const far = virtualPrinter({ model, speed: 10_000 });
	const printer = thermal({ wire: far.wire, model });
	const { state } = await printer.print({ lines: SLIP });
	await printer.close();
	await far.close();
	const [svg] = far.papers().map((one) => one.svg);
	if (svg === undefined) throw new Error(`no paper came out: ${state}`);
	return svg;
}

function boards(): string {
	const card = virtualOnbonCard(1);
	const wide = onbonDriver({ card: '6k', width: 160, height: 32 });
	const registers = { lines: [{ at: 0, length: 6, perRegister: 2 as const }] };
	const slave = virtualModbusSlave(2, registers);
	const at = 0;
	for (const { bytes } of wide.show(1, { lines: ['请A001号', '到3号窗口'] }).frames) card.receive(bytes, at);
	for (const { bytes } of modbusDriver(registers).show(2, { lines: ['A001'] }).frames) slave.receive(bytes, at);
	return [card, slave].map((one) => drawBoard(one.shown(at))).join('<br><br>');
}

async function shoot(browser: Browser, name: string, svg: string): Promise<void> {
	const page = await browser.newPage({ deviceScaleFactor: 1 });
	await page.setContent(
		`<body style="margin:0;background:#ddd"><div id="all" style="display:inline-block;padding:16px">${svg}</div>`
	);
	await page.locator('#all').screenshot({ path: join(ROOT, 'docs/pictures', `${name}.png`) });
	await page.close();
}

for (const page of PAGES) writeFileSync(join(ROOT, page), withTable(page));
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
try {
	await shoot(browser, 'paper-80', await paper(80));
	await shoot(browser, 'paper-58', await paper(58));
	await shoot(browser, 'boards', `<div style="zoom:3">${boards()}</div>`);
} finally {
	await browser.close();
}
