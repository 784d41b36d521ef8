import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesAfter } from '#db/ledger.ts';
import { getHall } from '#db/setup.ts';
import { getSlip } from '#db/slips.ts';
import { SLIP_KINDS, type SlipKind } from '#printer/slips/layout.ts';
import { ENGINES } from '#test/db.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { slipLines } from '../devices/slip.ts';
import { loadSetup } from '../run/open.ts';
import { previewOf } from './preview.ts';
import { saveSlips, type SaveWish } from './save.ts';
import { slipsView } from './show.ts';
import { keepSign } from './sign.ts';
import { printSample } from './test-slip.ts';
import type { HallBlock } from './view.ts';

const LAYOUT: HallBlock[] = [
	{ block: 'logo', align: 'center' },
	{ block: 'reprint' },
	{ block: 'number', size: 8, align: 'center' },
	{ block: 'text', text: { zh: '请看大屏', en: 'Watch the screen' }, bold: true },
	{ block: 'qr' },
	{ block: 'note' }
];
const NOTE = { zh: '停车免费两小时', en: 'Two hours of free parking' };

/** A black square. */
function sign(width: number): Buffer {
	const data = Buffer.alloc(width * width * 4);
	for (let i = 3; i < data.length; i += 4) data[i] = 255;
	return PNG.sync.write({ width, height: width, data });
}

describe.each(ENGINES)('%s: slips as the hall wants them', (engine) => {
	let house: TestHall;
	beforeAll(async () => {
		house = await testHall(engine);
	});
	afterAll(() => house.close());

	const wish = (over: Partial<SaveWish> = {}): SaveWish => ({
		...{ kind: 'ticket', blocks: LAYOUT, note: NOTE, logo: null, basis: house.hall.setup.appliedAt },
		...over
	});
	const save = async (over: Partial<SaveWish> = {}): ReturnType<typeof saveSlips> => {
		await house.clock.advance(1000);
		const saved = await saveSlips(house.hall, SUPERVISOR, wish(over));
		house.hall.setup = await loadSetup(house.opened.hall.database, house.hall.id);
		return saved;
	};
	const paperOf = async (): Promise<string> => {
		const { ticket } = await house.take('enrol');
		const slip = await getSlip(house.hall.read, house.hall.id, ticket.id);
		if (!slip) throw new Error('no slip');
		return JSON.stringify(await slipLines(house.hall, slip, 48));
	};

	test('a saved layout is the one of the next ticket, by a line of the ledger that says who; restored, the built-in one is', async () => {
		const before = await paperOf();
		expect(before).not.toContain('请看大屏');
		const saved = await save();
		expect(saved.ok).toBe(true);
		const [line] = (await linesAfter(house.hall.read, house.hall.id, 0)).slice(-1);
		expect(line).toMatchObject({ act: 'hall.applied', actor: 'staff:9001' });
		expect(line?.body).not.toContain('停车');
		const paper = await paperOf();
		for (const said of ['请看大屏', '停车免费两小时', '"high":8']) expect(paper).toContain(said);
		expect(paper).not.toContain('前面等待');
		expect(slipsView(house.hall, SUPERVISOR).kinds[0]).toMatchObject({ kind: 'ticket', blocks: LAYOUT, note: NOTE });
		expect((await save({ blocks: null, note: null })).ok).toBe(true);
		expect((await getHall(house.hall.read, house.hall.id)).file?.trimEnd()).toBe(SMALL_HALL.trimEnd());
	});

	test('what must stand there cannot be left out, whatever page or program sends it', async () => {
		const without = LAYOUT.filter(({ block }) => block !== 'number');
		expect(await save({ blocks: without })).toMatchObject({ refusal: 'slips-faulty', detail: /"number"/ });
		const wordless = [...LAYOUT, { block: 'text' }];
		expect(await save({ blocks: wordless })).toMatchObject({ refusal: 'slips-faulty', detail: /missing/ });
		for (const block of ['sauna', 'constructor', '__proto__']) {
			expect(await save({ blocks: [...LAYOUT, { block }] })).toMatchObject({ refusal: 'slips-faulty' });
			const { papers } = previewOf(
				house.hall,
				{ ...wish(), blocks: [{ block }], lang: 'en', sample: 'usual' },
				'generic'
			);
			expect(papers).toHaveLength(2);
		}
		expect(await save({ logo: '../hall.yaml' })).toMatchObject({ refusal: 'slips-faulty' });
		expect(house.hall.setup.file.slips.layouts.ticket).toBeNull();
	});

	test('two who change the file at once: the second is told, and nothing is lost', async () => {
		const basis = house.hall.setup.appliedAt;
		expect((await save({ kind: 'next', note: NOTE, blocks: null, basis })).ok).toBe(true);
		expect(await save({ kind: 'guide', note: NOTE, blocks: null, basis })).toMatchObject({ refusal: 'slips-changed' });
		expect(house.hall.setup.file.slips.notes).toMatchObject({ next: NOTE, guide: null });
		await save({ kind: 'next', note: null, blocks: null });
	});

	test('a sign is printed, and one that cannot be read is told and left out', async () => {
		const { dataDir } = house.hall;
		const kept = keepSign(dataDir, sign(64));
		const logo = kept.ok ? kept.file : '';
		expect(logo).toMatch(/^sign-[0-9a-f]{12}\.png$/);
		await save({ logo });
		expect(await paperOf()).toContain('"type":"image","rows":["ffffffffffffffff"');
		expect(slipsView(house.hall, SUPERVISOR).sign).toEqual({ file: logo, fault: null });
		writeFileSync(join(dataDir, 'slips', logo), 'no picture any more');
		expect(await paperOf()).not.toContain('"image"');
		expect(slipsView(house.hall, SUPERVISOR).sign).toEqual({ file: logo, fault: 'wrong-kind' });
		await save({ logo: 'gone.png' });
		expect(slipsView(house.hall, SUPERVISOR).sign.fault).toBe('missing');
		mkdirSync(join(dataDir, 'slips', 'gone.png'));
		expect(await paperOf()).toContain('请看大屏');
		expect(keepSign(dataDir, Buffer.from('GIF89a'))).toEqual({ ok: false, fault: 'wrong-kind' });
		expect(keepSign(dataDir, Buffer.alloc(1_000_001))).toEqual({ ok: false, fault: 'too-large' });
		await save({ blocks: null, note: null });
	});

	test.each(SLIP_KINDS)(
		'a sample of %s: usual, as long as it gets, and printed again, on both widths',
		(kind: SlipKind) => {
			const wishes = (['zh-CN', 'en'] as const).flatMap((lang) =>
				(['usual', 'long', 'reprint'] as const).map((sample) => ({ lang, sample }))
			);
			for (const { lang, sample } of wishes) {
				const asked = { kind, lang, sample, blocks: null, note: NOTE, logo: null };
				const { papers } = previewOf(house.hall, asked, 'generic');
				expect(papers.map(({ width }) => width)).toEqual([58, 80]);
				const again = lang === 'en' ? />[RP]</ : />补</;
				expect(papers.every(({ svg }) => sample !== 'reprint' || again.test(svg))).toBe(true);
				expect(papers.every(({ millimetres }) => millimetres > 30)).toBe(true);
			}
		}
	);

	test('a sample is printed at a printer, as it stands on the page, saved or not', async () => {
		const asked = { ...wish({ blocks: LAYOUT }), lang: 'zh-CN', sample: 'reprint' } as const;
		const printed = await printSample(house.hall, SUPERVISOR, asked, 'printer-1');
		expect(printed).toMatchObject({ ok: true, value: { kind: 'sample', state: 'queued', ticket: null } });
		const paper = printed.ok ? JSON.stringify(await slipLines(house.hall, printed.value, 32)) : '';
		for (const said of ['A001', '补打', '请看大屏', '停车免费两小时']) expect(paper).toContain(said);
		expect(await printSample(house.hall, SUPERVISOR, asked, 'printer-9')).toMatchObject({ refusal: 'printer-unknown' });
	});

	test('a preview names the characters that the paper lacks', () => {
		const note = { zh: '\u{2fffd}', en: '' };
		const rare = { kind: 'ticket', lang: 'zh-CN', sample: 'usual', blocks: null, note, logo: null } as const;
		expect(previewOf(house.hall, rare, 'generic').papers.map(({ replaced }) => replaced)).toEqual([
			['\u{2fffd}'],
			['\u{2fffd}']
		]);
	});
});
