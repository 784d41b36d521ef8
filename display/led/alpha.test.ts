import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAlpha, parseAlpha, type HeardAlpha } from './alpha-frame.ts';
import { alphaDriver, alphaFile, alphaText, type AlphaSign } from './alpha.ts';

const SIGN: AlphaSign = {
	...{ type: 'Z', columns: 8, text: 'A', strings: ['S'], colour: 'red', mode: 'hold', answers: false }
};
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const packet = (address: number, sealed: boolean, ...commands: string[]): Uint8Array =>
	encodeAlpha({ type: 'Z', address, commands: commands.map(ascii) }, sealed);
const texts = (frames: readonly { bytes: Uint8Array }[]): string[] =>
	frames.flatMap(({ bytes }) => parseAlpha(bytes).message?.commands.map((one) => String.fromCharCode(...one)) ?? []);

function packets(stream: Uint8Array): HeardAlpha[] {
	const found: HeardAlpha[] = [];
	for (let rest = stream; ;) {
		const { used, message } = parseAlpha(rest);
		if (message) found.push(message);
		if (used === 0) return found;
		rest = rest.subarray(used);
	}
}

/* The vectors stand in form 9708-8061 or were put together from it. */
const VECTORS: [name: string, bytes: string, ours: Uint8Array][] = [
	[
		'AAHELLO, sum 01FB, the manual’s own',
		'00 00 00 00 00 01 5A 30 30 02 41 41 48 45 4C 4C 4F 03 30 31 46 42 04',
		packet(0, true, 'AAHELLO')
	],
	[
		'GaREAD ME, sum 027B, the manual’s own',
		'00 00 00 00 00 01 5A 30 30 02 47 61 52 45 41 44 20 4D 45 03 30 32 37 42 04',
		packet(0, true, 'GaREAD ME')
	],
	[
		'sign 05, STRING S = A001',
		'00 00 00 00 00 01 5A 30 35 02 47 53 41 30 30 31 03 30 31 37 31 04',
		alphaDriver(SIGN).show(5, { lines: ['A001'] }).frames[0]?.bytes ?? raw('')
	],
	[
		'nested, S = A001 and T = 3',
		'00 00 00 00 00 01 5A 30 35 02 47 53 41 30 30 31 03 30 31 37 31 02 47 54 33 03 30 30 44 33 04',
		packet(5, true, 'GSA001', 'GT3')
	],
	[
		'TEXT A, fill, hold, red, that calls S',
		'00 00 00 00 00 01 5A 30 30 02 41 41 1B 30 62 1C 31 41 30 30 31 20 10 53 04',
		packet(0, false, `AA${alphaText(SIGN, 'A001 ')}`)
	],
	[
		'priority released',
		'00 00 00 00 00 01 5A 30 30 02 41 30 04',
		alphaDriver(SIGN).alarm?.release(0)[0]?.bytes ?? raw('')
	],
	[
		'memory: TEXT A of 64, STRING S of 16, locked',
		`00 00 00 00 00 01 5A 30 30 02 45 24 41 41 55 30 30 34 30 46 46 46 46 53 42 4C 30 30 31 30 30 30 30 30 03 30 35 38 33 04`,
		packet(0, true, `E$${alphaFile('A', 'A', 64)}${alphaFile('S', 'B', 16)}`)
	]
];

describe('the packets of the manual', () => {
	test.each(VECTORS)('%s', (_, bytes, ours) => {
		expect(hex(ours)).toBe(hex(raw(bytes)));
	});
	test.each(VECTORS)('%s: read back', (_, bytes, ours) => {
		const [read] = packets(raw(bytes));
		expect(read).toEqual(packets(ours)[0]);
		expect(read?.damaged).toBe(false);
	});
	test('a sum that does not fit is seen', () => {
		expect(packets(raw('01 5A 30 30 02 41 41 48 45 4C 4C 4F 03 30 31 46 43 04'))[0]?.damaged).toBe(true);
	});
	test('split, glued and dirty: a whole packet behind any bytes is found', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 255 }), (noise, address) => {
				const bytes = packet(address, true, 'GSA001');
				const clean = noise.map((byte) => (byte === 1 ? 2 : byte));
				expect(packets(Uint8Array.from([...clean, 4, ...bytes])).at(-1)).toMatchObject({ address, damaged: false });
				expect(() => packets(noise)).not.toThrow();
			})
		);
	});
	test('noise without an end fills no memory', () => {
		expect(parseAlpha(new Uint8Array(9000).fill(1)).used).toBeGreaterThan(4000);
	});
});

describe('a sign of two lines', () => {
	const sign: AlphaSign = { ...SIGN, strings: ['1', '2'], colour: 'green' };
	const driver = alphaDriver(sign);

	test('has its memory erased, laid out, and then its text, each with the time it needs', () => {
		const frames = driver.setup?.(5) ?? [];
		expect(texts(frames)).toEqual([
			'E$',
			'E$AAU0040FFFF1BL007D00002BL007D0000',
			'AA\u001b"b\u001c2\u00101\u001b&b\u001c2\u00102'
		]);
		expect(frames.map(({ deafMs }) => deafMs)).toEqual([5000, 5000, undefined]);
		for (const { quietBeforeMs } of frames) expect(quietBeforeMs).toBe(250);
	});
	test('what it lacks is replaced and told, nothing is longer than a line', () => {
		const { lines, replaced, cut, frames } = driver.show(5, { lines: ['A001', '请到3号 window'] });
		expect([lines, replaced, cut]).toEqual([['A001', '??3? win'], ['请', '到', '号'], true]);
		expect(texts(frames)).toEqual(['1A001', '2??3? win'].map((text) => `G${text}`));
		for (const { bytes } of frames) for (const byte of bytes) expect(byte).toBeLessThan(0x80);
	});
	test('no text begins a command of its own', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (codes) => {
				const text = String.fromCharCode(...codes);
				for (const { bytes } of driver.show(5, { lines: [text, text] }).frames) {
					expect(packets(bytes)).toHaveLength(1);
					expect(texts([{ bytes }])).toHaveLength(1);
				}
			})
		);
	});
	test('is claimed to be known only where the sign answers', () => {
		expect(driver.caps).toMatchObject({ ack: 'none', health: 'none', brightness: null, font: 'ascii', scrolls: false });
		expect(driver.show(5, { lines: [] }).frames[0]?.expect).toBe('none');
		const talking = alphaDriver({ ...sign, answers: true });
		expect(talking.caps.ack).toBe('protocol');
		const [frame] = talking.show(5, { lines: ['A001'] }).frames;
		expect(frame?.expect).toBe('ack');
		expect(talking.show(0, { lines: ['A001'] }).frames[0]?.expect).toBe('none');
		expect(frame?.read(raw('00 01 06'))).toEqual({ used: 3, verdict: 'acked' });
		expect(frame?.read(raw('15'))).toMatchObject({ verdict: 'again' });
		expect(frame?.read(frame.bytes)).toEqual({ used: frame?.bytes.length });
	});
	test('an alarm stands in the priority file, and runs when it is too long to stand', () => {
		const alarm = driver.alarm?.show(5, { lines: ['DRILL', 'LEAVE BY EXITS'] });
		expect(texts(alarm?.frames ?? [])).toEqual(['A0\u001b0aDRILL LEAVE BY EXITS']);
		expect(texts(driver.alarm?.show(5, { lines: ['FIRE'] }).frames ?? [])).toEqual(['A0\u001b0cFIRE']);
		expect(alarm?.cut).toBe(false);
	});
	test('in a mode that moves, a line may be long', () => {
		const moving = alphaDriver({ ...SIGN, mode: 'rotate' });
		expect(moving.caps.scrolls).toBe(true);
		expect(moving.show(5, { lines: ['A001 TO WINDOW 3'] })).toMatchObject({ lines: ['A001 TO WINDOW 3'], cut: false });
		expect(moving.show(5, { lines: ['x'.repeat(200)] }).lines[0]).toHaveLength(125);
	});
});
