import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { test } from '#test/fakes/printer-test.ts';
import type { PrinterBench } from '#test/fakes/printers.ts';
import { ptyPair } from '#test/fakes/pty.ts';
import { has } from '#test/tools.ts';
import { compose } from './escpos/compose.ts';
import { machineGlyphs } from './glyphs/canvas.ts';
import { printerModel } from './models/models.ts';
import type { PrintJob } from './printer.ts';
import { thermal } from './thermal.ts';
import { virtualPrinter } from './virtual/virtual.ts';
import { serialWire } from './wire/serial.ts';
import { tcpWire } from './wire/tcp.ts';
import { usbWire } from './wire/usb.ts';

function slip(number: string, lines = 10): PrintJob {
	const body = Array.from({ length: lines }, (_, i) => ({ type: 'text' as const, text: `第 ${i} 行` }));
	return { lines: [{ type: 'text', text: number, size: { wide: 4, high: 4 } }, ...body] };
}

/** 73 kB: more than any buffer between here and paper. */
function longSlip(number: string): PrintJob {
	const text = ['材'.repeat(24), ...Array<string>(1499).fill('料'.repeat(24)), '末'].join('\n');
	return {
		lines: [
			{ type: 'text', text: number },
			{ type: 'text', text }
		]
	};
}

const first = (text: string): string => text.split('\n')[0] ?? '';
const printed = ({ far }: Pick<PrinterBench, 'far'>): string[] => far.papers().map(({ text }) => first(text));

const LONG = { timeout: 100_000 };
const epson = printerModel('epson', 80);
const generic = printerModel('generic', 80);

describe('what its own transport gets wrong does not happen here', () => {
	test('F1 paper out: told, and nothing is claimed to be printed', async ({ open }) => {
		const { printer, far } = await open('tcp', {
			prepare: (one) => {
				one.setFault('paper-out', true);
			}
		});
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'failed', why: { state: 'paper-out' } });
		far.setFault('paper-out', false);
		await setTimeout(100);
		expect(far.count()).toBe(0);
	});

	test('F2 a printer that accepts and never reads is not said to have printed', async ({ open }) => {
		const { printer, far, until } = await open('tcp', { limits: { answerMs: 100, printedMs: 500 } });
		await until('ready');
		far.setFault('hung', true);
		expect(await printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'unknown' } });
		expect(printer.status().state).toBe('unknown');
	});

	test('F3 rebooted in the middle: the torn slip is known, the next one is whole and alone on its paper', async ({
		open
	}) => {
		const bench = await open('tcp', { speed: 300 });
		bench.far.after({ lines: 5 }, () => {
			bench.far.reboot();
		});
		expect(await bench.printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'link-lost' } });
		expect(await bench.printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(printed(bench)).toEqual(['A001', 'A002']);
		expect(bench.far.papers()[1]?.text.split('\n')).toHaveLength(11);
	});

	test.skipIf(!has('socat'))(
		'F3 over a cable that does not notice: the word "printed" never comes',
		async ({ open }) => {
			const bench = await open('serial', { speed: 300, limits: { printedMs: 800 } });
			await bench.until('ready');
			bench.far.after({ lines: 5 }, () => {
				bench.far.reboot({ keepLink: true });
			});
			expect(await bench.printer.print(slip('A001'))).toMatchObject({
				state: 'unsure',
				why: { state: 'not-acknowledged' }
			});
			expect(await bench.printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
			expect(printed(bench).at(-1)).toBe('A002');
		}
	);

	// Each of its lines is a timer.
	test('F4 a talkative, slow printer gets all of a very long slip: no reset throws it away', LONG, async ({ open }) => {
		const bench = await open('tcp', { speed: 30_000, limits: { printedMs: 90_000 } });
		await bench.until('ready');
		bench.far.after({ lines: 100 }, () => {
			bench.far.say(Uint8Array.of(0x10, 0, 0, 0x0f));
		});
		expect(await bench.printer.print(longSlip('A001'))).toMatchObject({ state: 'printed' });
		await bench.printer.close();
		expect(bench.far.papers()[0]?.text.split('\n')).toHaveLength(1502);
	});

	test('F5 a printer that hangs up while it is waited for: the job ends, as unsure', async ({ open }) => {
		const bench = await open('tcp', { limits: { printedMs: 60_000 } });
		await bench.until('ready');
		bench.far.after({ lines: 3 }, () => {
			bench.far.setFault('unplugged', true);
		});
		expect(await bench.printer.print(slip('A001'))).toMatchObject({ state: 'unsure' });
	});

	test('F6 four bytes of automatic status are no answer to a job: cover open is cover open', async ({ open }) => {
		const bench = await open('tcp');
		await bench.until('ready');
		bench.far.after({ lines: 3 }, () => {
			bench.far.say(Uint8Array.of(0x38, 0, 0, 0x0f));
			bench.far.setFault('cover-open', true);
		});
		expect(await bench.printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'cover-open' } });
		expect(bench.far.count()).toBe(0);
	});

	test.skipIf(!has('socat')).for(['serial', 'usb'] as const)(
		'F7 a %s device that stalls and goes on: the slip is not sent again',
		async (kind, { afterwards }) => {
			const pty = await ptyPair();
			afterwards.push(() => pty.close());
			const wire =
				kind === 'usb' ? usbWire(pty.near) : serialWire({ path: pty.near, baud: 115_200 }, { lingerMs: 100 });
			const model = { ...generic, status: null, processId: 'no' as const };
			const printer = thermal({ wire, model, limits: { writeMs: 2000, linkMs: 5000 } });
			afterwards.push(() => printer.close());
			expect(await printer.print(longSlip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'stalled' } });
			const far = virtualPrinter({ model, speed: 1_000_000 });
			far.attach(await serialWire({ path: pty.far, baud: 115_200 }).open());
			afterwards.push(() => far.close());
			expect(await printer.print(slip('A002'))).toMatchObject({ state: 'sent' });
			while (first(far.papers().at(-1)?.text ?? '') !== 'A002') await setTimeout(20);
			const all = far
				.papers()
				.map(({ text }) => text)
				.join('\n');
			expect(all.match(/A001/g)?.length ?? 0).toBeLessThanOrEqual(1);
			expect(all).not.toContain('末');
		}
	);
});

describe('printer rows of the fault matrix', { concurrent: true }, () => {
	test.for(['cutter', 'hot'] as const)(
		'%s in the middle: unsure with its own reason, and it goes on when that is gone',
		async (fault, { open }) => {
			const bench = await open('tcp');
			await bench.until('ready');
			bench.far.after({ lines: 5 }, () => {
				bench.far.setFault(fault, true);
			});
			const why = { state: fault === 'cutter' ? 'cutter-jam' : 'overheated' };
			expect(await bench.printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why });
			expect(await bench.printer.print(slip('A002'))).toMatchObject({ state: 'failed', why });
			bench.far.setFault(fault, false);
			expect(await bench.printer.print(slip('A003'))).toMatchObject({ state: 'printed' });
			expect(printed(bench)).toEqual(['A001', 'A003']);
		}
	);

	test('a slow printer is waited for', async ({ open }) => {
		const bench = await open('tcp', {
			prepare: (far) => {
				far.setFault('slow', true);
			}
		});
		expect(await bench.printer.print(slip('A001', 2))).toMatchObject({ state: 'printed' });
		expect(printed(bench)).toEqual(['A001']);
	});

	test('one that is slower than anybody waits: unsure, told late, and the next slip does not tear it', async ({
		open
	}) => {
		const bench = await open('tcp', { speed: 100, limits: { printedMs: 100 } });
		await bench.until('ready');
		let late = 0;
		expect(await bench.printer.print({ ...slip('A001', 20), onLate: () => (late += 1) })).toMatchObject({
			state: 'unsure',
			why: { state: 'not-acknowledged' }
		});
		while (late === 0) await setTimeout(20);
		expect(printed(bench)).toEqual(['A001']);
		await bench.printer.print(slip('A002', 20));
		while (printed(bench).at(-1) !== 'A002') await setTimeout(20);
		expect(late).toBe(1);
		expect(printed(bench)).toEqual(['A001', '', 'A002']);
	});

	test('refused connections are tried again by themselves', async ({ open }) => {
		const bench = await open('tcp', {
			prepare: (far) => {
				far.setFault('unplugged', true);
			}
		});
		await bench.until('unreachable').catch(() => undefined);
		bench.far.setFault('unplugged', false);
		await bench.until('ready');
		expect(await bench.printer.print(slip('A001'))).toMatchObject({ state: 'printed' });
	});

	test('one that answered and is mute now gets a fresh link, then the slip, and is not believed', async ({ open }) => {
		const bench = await open('tcp', { limits: { answerMs: 100 } });
		await bench.until('ready');
		bench.far.setFault('mute', true);
		expect(await bench.printer.print(slip('A001'))).toMatchObject({ state: 'unsure', why: { state: 'unknown' } });
		expect(bench.statuses).toContain('unreachable');
		bench.far.setFault('mute', false);
		await bench.until('ready');
		expect(await bench.printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(printed(bench).filter((text) => text !== '')).toEqual(['A001', 'A002']);
	});

	test('half a slip of a process that died is cleaned up before the next one', async ({ afterwards }) => {
		const far = virtualPrinter({ model: epson, speed: 5000 });
		afterwards.push(() => far.close());
		const port = await far.listen();
		const { bytes } = compose(
			[
				{ type: 'text', text: 'A001' },
				{ type: 'qr', data: 'https://q.example.cn/' + 'x'.repeat(200) }
			],
			epson
		);
		const dead = connect(port, '127.0.0.1');
		await new Promise<void>((resolve) =>
			dead.write(bytes.subarray(0, 70), () => {
				resolve();
			})
		);
		dead.resetAndDestroy();
		const printer = thermal({ wire: tcpWire('127.0.0.1', port), model: epson, torn: true });
		afterwards.push(() => printer.close());
		expect(await printer.print(slip('A002'))).toMatchObject({ state: 'printed' });
		expect(printed({ far }).at(-1)).toBe('A002');
	});

	test('a character the font lacks is told with the result', async ({ open }) => {
		const drawn = machineGlyphs.has('𠮷') ? [] : ['𠮷'];
		const { printer } = await open('tcp', { model: generic });
		const lines = [{ type: 'text' as const, text: '𠮷先生\u{2fffd}' }];
		expect(await printer.print({ lines })).toEqual({ state: 'printed', substituted: [...drawn, '\u{2fffd}'] });
	});
});
