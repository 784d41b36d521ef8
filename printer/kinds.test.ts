/* What some families do beyond the rest, each with the real driver: status told unasked, a mouth, another language. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, vi } from 'vitest';
import { test } from '#test/fakes/printer-test.ts';
import type { Cable } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { machineGlyphs } from './glyphs/canvas.ts';
import { printerModel } from './models/models.ts';
import type { PrintJob } from './printer.ts';

const slip = (number: string): PrintJob => ({
	lines: [
		{ type: 'text', text: number, align: 'center', size: { wide: 4, high: 4 } },
		{ type: 'text', text: '前面等待 12 人' },
		{ type: 'qr', data: `https://q.example.cn/t/${number}` }
	]
});

const SOON = { timeout: 15_000, interval: 20 };
const CABLES: Cable[] = has('socat') ? ['tcp', 'serial'] : ['tcp'];
const star = printerModel('star', 80);
const custom = printerModel('custom', 80);

describe.each(CABLES)('a Star printer over %s', { concurrent: true }, (cable) => {
	test('says that a slip is printed by its counter, one after the other', async ({ open }) => {
		const { printer, far, until } = await open(cable, { model: star });
		await until('ready');
		for (const number of ['A001', 'A002', 'A003']) {
			expect(await printer.print(slip(number))).toEqual({ state: 'printed', substituted: [] });
		}
		expect(far.papers().map(({ text, qrs }) => [text, qrs])).toEqual(
			['A001', 'A002', 'A003'].map((number) => [`${number}\n前面等待 12 人`, [`https://q.example.cn/t/${number}`]])
		);
	});

	test.for([
		['paper-out', 'paper-out'],
		['cover-open', 'cover-open'],
		['cutter', 'cutter-jam'],
		['jam', 'jam'],
		['hot', 'overheated']
	] as const)('%s before a slip: it is refused, and not one byte of it leaves', async ([fault, state], { open }) => {
		const { printer, far, until } = await open(cable, { model: star });
		await until('ready');
		far.setFault(fault, true);
		await until(state);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'failed', why: { state } });
		far.setFault(fault, false);
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(far.papers().map(({ text }) => text.split('\n')[0])).toEqual(['A002']);
	});

	test('paper out in the middle: unsure, and the next slip is not credited with its late end', async ({ open }) => {
		const { printer, far, until } = await open(cable, { model: star });
		await until('ready');
		far.after({ lines: 1 }, () => {
			far.setFault('paper-out', true);
		});
		let late = 0;
		const job: PrintJob = { ...slip('A001'), onLate: () => (late += 1) };
		expect(await printer.print(job)).toMatchObject({ state: 'unsure', why: { state: 'paper-out' } });
		far.setFault('paper-out', false);
		await vi.waitFor(() => expect(far.count()).toBe(1), SOON);
		await vi.waitFor(() => expect(late).toBe(1), SOON);
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(far.count()).toBe(2);
	});
});

describe('a Star printer', { concurrent: true }, () => {
	test('switched off in the middle of a slip is not believed to have printed it', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: star, limits: { printedMs: 3000 } });
		await until('ready');
		expect(await printer.print(slip('A000'))).toMatchObject({ state: 'printed' });
		far.after({ lines: 1 }, () => {
			far.reboot({ keepLink: true });
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'not-acknowledged' } });
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(far.papers().at(-1)?.text).toContain('A002');
	});

	test('that went silent gets a fresh link, and is not believed', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: star });
		await until('ready');
		far.setFault('mute', true);
		await until('unknown');
		far.setFault('mute', false);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
	});
});

describe('status told unasked', { concurrent: true }, () => {
	test.for(['epson', 'star', 'custom'] as const)(
		'%s tells trouble long before it would be asked',
		async (code, { open }) => {
			const { far, until, statuses } = await open('tcp', {
				model: printerModel(code, 80),
				limits: { idleMs: 600_000 }
			});
			await until('ready');
			far.setFault('cover-open', true);
			await until('cover-open');
			far.setFault('cover-open', false);
			await until('ready');
			far.setFault('near-end', true);
			await until('paper-low');
			expect(statuses).toEqual(['ready', 'cover-open', 'ready', 'paper-low']);
		}
	);

	test('a slip resets the printer, and it tells again afterwards', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { limits: { idleMs: 600_000 } });
		await until('ready');
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
		far.setFault('paper-out', true);
		await until('paper-out');
	});

	test('while it lives only one question is asked, and a printer that went silent is still noticed', async ({
		open
	}) => {
		const { far, until } = await open('tcp', { limits: { idleMs: 30 } });
		await until('ready');
		far.setFault('mute', true);
		await until('unknown');
		far.setFault('mute', false);
		await until('ready');
	});
});

describe('a byte of its own', { concurrent: true }, () => {
	test.for([
		['paper-out', 'paper-out'],
		['cutter', 'cutter-jam'],
		['near-end', 'paper-low']
	] as const)('a printer of the print801 class: %s is %s', async ([fault, state], { open }) => {
		const { printer, far, until } = await open('tcp', { model: printerModel('print801', 80) });
		await until('ready');
		far.setFault(fault, true);
		await until(state);
		far.setFault(fault, false);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
	});

	test.for([
		['snbc', 'jam'],
		['snbc', 'head-up'],
		['custom', 'jam'],
		['custom', 'head-up']
	] as const)('%s tells %s apart', async ([code, state], { open }) => {
		const { printer, far, until } = await open('tcp', { model: printerModel(code, 80) });
		await until('ready');
		far.setFault(state, true);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'failed', why: { state } });
		expect(printer.status()).toEqual({ state });
	});
});

describe('a mouth', { concurrent: true }, () => {
	test('a ticket that is taken is no news', async ({ open }) => {
		const presenter = { takeMs: 100, then: 'retract' } as const;
		const { printer, far, until, statuses } = await open('tcp', { model: custom, presenter });
		await until('ready');
		expect(await printer.print(slip('A001'))).toEqual({ state: 'sent', substituted: [] });
		await setTimeout(500);
		expect([statuses, far.mouth.retract]).toEqual([['ready'], 0]);
	});

	test.for(['retract', 'eject'] as const)(
		'a ticket that nobody takes in time: %s, told, once',
		async (then, { open }) => {
			const bench = await open('tcp', { model: custom, presenter: { takeMs: 300, then } });
			const { printer, far, until, statuses } = bench;
			await until('ready');
			far.setFault('not-taken', true);
			expect(await printer.print(slip('A001'))).toMatchObject({ state: 'sent' });
			await vi.waitFor(() => expect(statuses).toContain('not-taken'), SOON);
			await until('ready');
			expect([far.mouth.lies, far.mouth[then]]).toEqual([false, 1]);
		}
	);

	test('the next slip waits until the mouth is free, or its time is over', async ({ open }) => {
		const presenter = { takeMs: 400, then: 'retract' } as const;
		const { printer, far, until } = await open('tcp', { model: custom, presenter });
		await until('ready');
		far.setFault('not-taken', true);
		const drawnBack: number[] = [];
		far.onPaper(() => drawnBack.push(far.mouth.retract));
		const results = await Promise.all([printer.print(slip('A001')), printer.print(slip('A002'))]);
		expect(results.map(({ state }) => state)).toEqual(['sent', 'sent']);
		expect(drawnBack).toEqual([0, 1]);
	});

	test('left where it is: told, and the next slip is printed at once', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: custom, presenter: { takeMs: 200, then: 'leave' } });
		await until('ready');
		far.setFault('not-taken', true);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'sent' });
		await until('not-taken');
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'sent' });
		await vi.waitFor(() => expect(far.count()).toBe(2), SOON);
		expect([far.mouth.retract, far.mouth.eject]).toEqual([0, 0]);
	});

	test('a hall that says nothing of it presents nothing', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: custom });
		await until('ready');
		far.setFault('not-taken', true);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'sent' });
		expect(far.mouth.lies).toBe(false);
	});
});

describe('drawn letters', () => {
	test.skipIf(!machineGlyphs.has('𠮷'))('a rare name comes out as dots on every kind of printer', async ({ open }) => {
		for (const code of ['generic', 'epson-intl', 'star-intl'] as const) {
			const { printer, far, until } = await open('tcp', { model: printerModel(code, 80) });
			await until('ready');
			const lines = [{ type: 'text' as const, text: '王𠮷' }];
			expect(await printer.print({ lines })).toEqual({ state: 'printed', substituted: [] });
			const marks = far.papers()[0]?.marks ?? [];
			expect(marks.some((mark) => mark.kind === 'dots' && mark.rows.flat().filter(Boolean).length > 100)).toBe(true);
		}
	});
});
