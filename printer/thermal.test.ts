import { describe, expect, vi } from 'vitest';
import { test } from '#test/fakes/printer-test.ts';
import type { Cable, PrinterBench } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { printerModel } from './models/models.ts';
import type { PrintJob } from './printer.ts';

function slip(number: string): PrintJob {
	return {
		lines: [
			{ type: 'text', text: number, align: 'center', size: { wide: 4, high: 4 } },
			{ type: 'text', text: '前面等待 12 人' },
			{ type: 'qr', data: `https://q.example.cn/t/${number}` },
			...Array.from({ length: 12 }, (_, i) => ({ type: 'text' as const, text: `需带材料 ${i}` }))
		]
	};
}

/** The numbers on all papers that were cut off whole. */
const numbers = ({ far }: Pick<PrinterBench, 'far'>): string[] =>
	far
		.papers()
		.flatMap(({ text }) =>
			text.endsWith('材料 11') ? [text.split('\n').find((line) => /^A\d+$/.test(line)) ?? '?'] : []
		);

const SOON = { timeout: 15_000, interval: 20 };
/** Serial and USB printers are tested over ptys, which socat makes. */
const CABLES: Cable[] = has('socat') ? ['tcp', 'serial', 'usb'] : ['tcp'];
test.skipIf(!has('socat'))('serial and USB printers are tested too', () => {
	expect(CABLES).toHaveLength(3);
});

describe.each(CABLES)('over %s', { concurrent: true }, (cable) => {
	test('a slip is printed, and said to be so only then', async ({ open }) => {
		const { printer, far } = await open(cable, { speed: 400 });
		const result = await printer.print(slip('A001'));
		expect(result).toEqual({ state: 'printed', substituted: [] });
		expect(far.papers().map(({ text }) => text.split('\n')[0])).toEqual(['A001']);
		expect(far.papers()[0]?.qrs).toEqual(['https://q.example.cn/t/A001']);
	});

	test('slips come out one after the other, in the order asked for', async ({ open }) => {
		const { printer, far } = await open(cable);
		const results = await Promise.all(['A001', 'A002', 'A003'].map((number) => printer.print(slip(number))));
		expect(results.map(({ state }) => state)).toEqual(['printed', 'printed', 'printed']);
		expect(far.papers().map(({ text }) => text.split('\n')[0])).toEqual(['A001', 'A002', 'A003']);
	});

	test.for(['paper-out', 'cover-open'] as const)(
		'%s before a slip: it is refused, and not one byte of it leaves',
		async (fault, { open }) => {
			const { printer, far, until } = await open(cable);
			await until('ready');
			far.setFault(fault, true);
			expect(await printer.print(slip('A001'))).toMatchObject({ state: 'failed', why: { state: fault } });
			far.setFault(fault, false);
			expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
			expect(numbers({ far })).toEqual(['A002']);
		}
	);

	test('paper out in the middle: unsure at once, and what comes out later is one slip, told late', async ({ open }) => {
		const { printer, far, until } = await open(cable);
		await until('ready');
		far.after({ lines: 6 }, () => {
			far.setFault('paper-out', true);
		});
		let late = (): void => undefined;
		const told = new Promise<void>((resolve) => (late = resolve));
		expect(await printer.print({ ...slip('A001'), onLate: late })).toMatchObject({
			state: 'unsure',
			why: { state: 'paper-out' }
		});
		far.setFault('paper-out', false);
		await told;
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(numbers({ far })).toEqual(['A001', 'A002']);
	});

	test('unplugged in the middle: unsure, opened again by itself, and the next slip is clean and alone', async ({
		open
	}) => {
		const { printer, far, until, unplug } = await open(cable);
		await until('ready');
		// It stands still from here on: whether it is faster than the hand at the cable is not what is asked.
		const pulled = new Promise<void>((resolve) => {
			far.after({ lines: 4 }, () => {
				far.setFault('hung', true);
				resolve(unplug(true));
			});
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'unsure' });
		await pulled;
		far.reboot({ keepLink: true });
		far.setFault('hung', false);
		await unplug(false);
		await until('ready');
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(far.papers().at(-1)?.text.split('\n')[0]).toBe('A002');
		expect(numbers({ far })).toEqual(['A002']);
	});

	test('unplugged before: failed, not unsure, for the next printer may have it', async ({ open }) => {
		const { printer, far, until, unplug } = await open(cable, { limits: { linkMs: 300 } });
		await until('ready');
		await unplug(true);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'failed', why: { state: 'unreachable' } });
		await unplug(false);
		await until('ready');
		expect(far.count()).toBe(0);
	});
});

describe('status', { concurrent: true }, () => {
	test('trouble and its end are told while nothing is printed', async ({ open }) => {
		const { far, until, statuses } = await open('tcp');
		await until('ready');
		for (const [fault, state] of [
			['near-end', 'paper-low'],
			['paper-out', 'paper-out'],
			['cover-open', 'cover-open'],
			['cutter', 'cutter-jam'],
			['hot', 'overheated'],
			['unplugged', 'unreachable']
		] as const) {
			far.setFault(fault, true);
			await until(state);
			far.setFault(fault, false);
			await until('ready');
		}
		expect(statuses.filter((state, i) => state === statuses[i - 1])).toEqual([]);
	});

	test('near the end of the roll it still prints', async ({ open }) => {
		const { printer, far } = await open('tcp', {
			prepare: (one) => {
				one.setFault('near-end', true);
			}
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
		expect(printer.status().state).toBe('paper-low');
		expect(far.count()).toBe(1);
	});

	test('a status that comes unasked is taken in at once, and never for the end of a job', async ({ open }) => {
		const { printer, far, until } = await open('tcp', {
			limits: { idleMs: 60_000, printedMs: 300 },
			model: printerModel('epson', 58)
		});
		await until('ready');
		far.say(Uint8Array.of(0x38, 0x00, 0x00, 0x0f));
		await until('cover-open');
		far.say(Uint8Array.of(0x10, 0x00, 0x00, 0x0f));
		await until('ready');
		far.setFault('slow', true);
		far.after({ lines: 2 }, () => {
			far.say(Uint8Array.of(0x10, 0, 0, 0x0f, 0x37, 0x22, 0x41, 0x41, 0x41, 0x41, 0));
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'not-acknowledged' } });
	});

	test('a kiosk printer is asked in its own words as well', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: printerModel('custom', 80) });
		await until('ready');
		far.setFault('hot', true);
		await until('overheated');
		far.setFault('hot', false);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'sent' });
		await vi.waitFor(() => expect(numbers({ far })).toEqual(['A001']), SOON);
	});
});

describe('a printer that cannot say "printed"', { concurrent: true }, () => {
	test('a printer that never says a word is printed on all the same, and nothing more is claimed than "sent"', async ({
		open
	}) => {
		const { printer, far } = await open('tcp', {
			model: printerModel('generic', 58),
			limits: { answerMs: 100 },
			prepare: (one) => {
				one.setFault('mute', true);
			}
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'sent' });
		expect(printer.status()).toEqual({ state: 'unknown' });
		await vi.waitFor(() => expect(numbers({ far })).toEqual(['A001']), SOON);
	});

	test('noise before every answer changes nothing that is true', async ({ open }) => {
		const { printer, far } = await open('tcp', {
			prepare: (one) => {
				one.garble(Uint8Array.of(0xff, 0x00, 0x37, 0x12, 0x34));
			}
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
		far.setFault('paper-out', true);
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'failed' });
		expect(numbers({ far })).toEqual(['A001']);
	});

	test('is found out once, and its slips are "sent"', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: printerModel('plain', 58) });
		await until('unknown');
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'sent' });
		expect(far.count()).toBe(0);
	});

	test('is still asked how it is, and trouble makes the slip unsure', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { model: { ...printerModel('generic', 80), processId: 'no' } });
		await until('ready');
		far.after({ lines: 8 }, () => {
			far.setFault('cover-open', true);
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'cover-open' } });
	});

	test('but one that is only said to be unknown is asked, and believed', async ({ open }) => {
		const { printer } = await open('tcp', { model: printerModel('generic', 58) });
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
	});
});

describe('a printer whose first word was lost', { concurrent: true }, () => {
	test('is believed again with the first "printed" that comes', async ({ open }) => {
		const { printer, far, until } = await open('tcp', {
			model: printerModel('generic', 58),
			limits: { learnMs: 60, answerMs: 300 }
		});
		await until('ready');
		far.setFault('mute', true);
		expect((await printer.print(slip('A001'))).state).not.toBe('printed');
		far.setFault('mute', false);
		await until('ready');
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
	});
});

describe('closing', () => {
	test('ends after the slip in work; those behind it fail, and nothing stays open', async ({ open }) => {
		const { printer, far } = await open('tcp');
		const [first, second] = [printer.print(slip('A001')), printer.print(slip('A002'))];
		await new Promise<void>((resolve) => {
			far.after({ lines: 2 }, resolve);
		});
		await printer.close();
		expect([(await first).state, (await second).state]).toEqual(['printed', 'failed']);
		expect(far.count()).toBe(1);
	});
});
