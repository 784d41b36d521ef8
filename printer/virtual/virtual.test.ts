import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { decode } from '#test/fakes/decode.ts';
import { printerModel } from '../models/models.ts';
import type { PrinterModel } from '../models/models.ts';
import type { PrinterFault } from '../printer.ts';
import type { Link } from '../wire/wire.ts';
import { PRINTER_FAULTS } from './faults.ts';
import { virtualPrinter } from './virtual.ts';
import type { VirtualPrinter } from './virtual.ts';

const epson = printerModel('epson', 58);
const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');

interface Rig {
	far: VirtualPrinter;
	link: Link;
	clock: ReturnType<typeof virtualClock>;
	/** sends, lets a moment pass, and gives what was answered since */
	say: (hex: string, ms?: number) => Promise<string>;
	end: () => Promise<void>;
}

async function rig(model: PrinterModel = epson, speed?: number): Promise<Rig> {
	const clock = virtualClock();
	const far = virtualPrinter({ model, timers: clock, ...(speed === undefined ? {} : { speed }) });
	const link = await far.wire.open();
	let heard = '';
	link.onBytes((got) => (heard += Buffer.from(got).toString('hex')));
	const say = async (hex: string, ms = 0): Promise<string> => {
		heard = '';
		await link.write(bytes(hex));
		await clock.advance(ms);
		return heard;
	};
	return { far, link, clock, say, end: () => far.close() };
}

const PROBE = '100401 100402 100403 100404';
const ASB_ON = '1d610f';

describe('what it says of itself is what the manuals print', () => {
	test.each<[PrinterFault[], string, string]>([
		[[], '12121212', '1000000f'],
		[['paper-out'], '1a32127e', '18000f0f'],
		[['cover-open'], '1a161212', '3800000f'],
		[['near-end'], '1212121e', '1000030f'],
		[['cutter'], '1a521a12', '1808000f'],
		[['hot'], '1a525212', '1840000f'],
		[['paper-out', 'cover-open'], '1a36127e', '38000f0f']
	])('%s: %s and %s', async (faults, probe, asb) => {
		const { far, say, end } = await rig();
		for (const fault of faults) far.setFault(fault, true);
		expect(await say(PROBE)).toBe(probe);
		for (const fault of faults) far.setFault(fault, false);
		await say(ASB_ON);
		for (const fault of faults) far.setFault(fault, true);
		expect((await say('')).slice(-8)).toBe(faults.length > 0 ? asb : '');
		await end();
	});

	test('automatic status is pushed at every change, once it is switched on', async () => {
		const { far, say, end } = await rig();
		expect(await say(ASB_ON)).toBe('1000000f');
		const pushed = say('');
		far.setFault('cover-open', true);
		far.setFault('cover-open', false);
		expect(await pushed).toBe('3800000f1000000f');
		await end();
	});

	test('a kiosk printer answers six bytes as well; a mute one and a one-way one nothing', async () => {
		const custom = await rig(printerModel('custom', 80));
		custom.far.setFault('paper-out', true);
		expect(await custom.say('100414')).toBe('100f05000000');
		custom.far.setFault('mute', true);
		expect(await custom.say(PROBE)).toBe('');
		const plain = await rig(printerModel('plain', 58));
		expect(await plain.say(PROBE + '1d2848060030304130303 1'.replace(' ', ''))).toBe('');
		await custom.end();
		await plain.end();
	});

	test('questions are answered at once, also in the middle of data and while nothing moves', async () => {
		const { far, say, end } = await rig();
		far.setFault('paper-out', true);
		expect(await say('1d286b2500315030 68747470 100404')).toBe('7e');
		expect(await say('1004')).toBe('');
		expect(await say('01')).toBe('1a');
		await end();
	});
});

describe('paper', () => {
	test('"printed" is said after the paper has moved, not when the bytes are in', async () => {
		const { far, say, clock, end } = await rig(epson, 150);
		expect(await say('0a0a0a0a 1d564200 1d28480600303041303031')).toBe('');
		expect(far.count()).toBe(0);
		await clock.advance(200);
		expect(await say('', 300)).toBe('37224130303100');
		expect(far.count()).toBe(1);
		await end();
	});

	test('no paper: nothing moves and nothing is lost; after the roll is changed it goes on', async () => {
		const { far, say, end } = await rig();
		far.setFault('paper-out', true);
		expect(await say('41420a 1d564200 1d28480600303041303031', 5000)).toBe('');
		far.setFault('paper-out', false);
		expect(await say('', 5000)).toBe('37224130303100');
		expect(far.papers().map(({ text }) => text)).toEqual(['AB']);
		await end();
	});

	test('clearing the buffer drops what is not printed, and a printer that cannot ignores it', async () => {
		const clear = '10140801031401060208';
		for (const [model, answer, text] of [
			[epson, '372500', 'B'],
			[printerModel('generic', 58), '', 'A\nB']
		] as const) {
			const { far, say, end } = await rig(model);
			far.setFault('cover-open', true);
			expect(await say(`410a${clear}`)).toBe(answer);
			far.setFault('cover-open', false);
			await say('420a1d564200', 5000);
			expect(far.papers()[0]?.text).toBe(text);
			await end();
		}
	});

	test('a reboot forgets modes and unprinted bytes, and breaks links', async () => {
		const { far, say, link, end } = await rig();
		const closed = new Promise((resolve) => {
			link.onClosed(resolve);
		});
		await say('1c26 1d2111 4142');
		far.reboot();
		expect(await closed).toBeInstanceOf(Error);
		await end();
	});

	test('slow is slower', async () => {
		const { far, say, end } = await rig();
		far.setFault('slow', true);
		await say('0a0a0a0a1d564200', 1000);
		expect(far.count()).toBe(0);
		await say('', 20_000);
		expect(far.count()).toBe(1);
		await end();
	});

	test('a picture shows every character where it stands, and the QR', async () => {
		const { far, say, end } = await rig();
		await say('1c26 1b6101 1d2111 413c 1d2100 0a c7eb0a 1d286b0400315030 41 1d286b0300315130 1d564200', 5000);
		const svg = far.papers()[0]?.svg ?? '';
		expect(svg).toContain('>A</text>');
		expect(svg).toContain('>&lt;</text>');
		expect(svg).toContain('>请</text>');
		expect(svg.match(/<path /g)).toHaveLength(1);
		await end();
	});
});

describe('firmware', () => {
	test('ESC ! leaves Chinese as large as it was; GS ! does not', () => {
		const trap = decode(bytes('1c26 1d2111 d6d0 0a 1b2100 cec4 0a'), epson);
		expect(trap.chars.map(({ width }) => width)).toEqual([48, 48]);
		const right = decode(bytes('1c26 1d2111 d6d0 0a 1d2100 cec4 0a'), epson);
		expect(right.chars.map(({ width }) => width)).toEqual([48, 24]);
	});

	test('half a character swallows its neighbour', () => {
		expect(decode(bytes('1c26 80 c4 0a 41 0a'), printerModel('generic', 58)).text).not.toContain('\n');
	});

	test('without FS & an international printer prints two strange letters for one Chinese', () => {
		expect(decode(bytes('c7eb0a'), epson).text).toHaveLength(2);
		expect(decode(bytes('c7eb0a'), epson, true).text).toBe('请');
	});

	test('a line longer than the paper goes on in the next one, and alignment counts at its start only', () => {
		const { paper } = decode(Buffer.concat([Buffer.from('a'.repeat(33)), bytes('1b6101'), bytes('0a')]), epson);
		expect(paper.text).toBe('a'.repeat(32) + '\na');
		expect(paper.marks.at(-1)).toMatchObject({ x: 0 });
	});

	test('a raster is dots', () => {
		const { paper } = decode(bytes('1d7630 00 0100 0200 80 01'), epson);
		expect(paper.marks).toMatchObject([
			{
				kind: 'dots',
				scale: 1,
				rows: [
					{ 0: true, 7: false },
					{ 0: false, 7: true }
				]
			}
		]);
	});

	test('any bytes are survived, however cut', async () => {
		const { far, link, clock, end } = await rig(epson, 100_000);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), async (parts) => {
				for (const part of parts) await link.write(part);
				await clock.advance(50);
				far.reboot({ keepLink: true });
			}),
			{ numRuns: 200 }
		);
		await end();
	});
});

test('every fault is offered once', () => {
	expect(new Set(PRINTER_FAULTS).size).toBe(PRINTER_FAULTS.length);
});
