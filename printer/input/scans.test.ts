import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { VirtualScanner } from '../virtual/scanner.ts';
import { scanLine } from './scan-line.ts';
import { ScanReader } from './scans.ts';

const bytesOf = (text: string): number[] => [...Buffer.from(text)];
const codes = fc.array(fc.stringMatching(/^[A-Za-z0-9.:/办事指南_-]{1,40}$/), { minLength: 1, maxLength: 4 });
const end = fc.constantFrom([0x0d], [0x0a], [0x0d, 0x0a]);

describe('K-06 what a scanner says on a serial line', () => {
	test('is one code for each end, split and glued at any place', () => {
		fc.assert(
			fc.property(codes, end, fc.array(fc.integer({ min: 1, max: 7 })), (texts, ends, sizes) => {
				const bytes = texts.flatMap((text) => [...bytesOf(text), ...ends]);
				const reader = new ScanReader('utf-8');
				const found: string[] = [];
				let at = 0;
				for (const size of [...sizes, bytes.length]) {
					found.push(...reader.take(bytes.slice(at, at + size)));
					at += size;
				}
				expect(found).toEqual(texts);
				expect([reader.waits, reader.unread]).toEqual([false, 0]);
			})
		);
	});

	test('any bytes are survived', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), fc.constantFrom('utf-8', 'gb18030'), (chunks, set) => {
				const reader = new ScanReader(set);
				const found = chunks.flatMap((chunk) => reader.take(chunk));
				found.push(...reader.silence());
				for (const text of found) expect(text).not.toMatch(/\p{Cc}/u);
				expect(reader.waits).toBe(false);
			})
		);
	});

	test('what is too long is no code, and the next one is', () => {
		const reader = new ScanReader('utf-8');
		expect(reader.take([...bytesOf('x'.repeat(5000)), 0x0d, ...bytesOf('12345678'), 0x0d])).toEqual(['12345678']);
		expect(reader.unread).toBe(1);
	});

	test('Chinese in the encoding that is set; in the other one it is no code', () => {
		const given = [...iconv.encode('办事指南', 'gb18030'), 0x0d];
		expect(new ScanReader('gb18030').take(given)).toEqual(['办事指南']);
		expect(new ScanReader('utf-8').take(given)).toEqual([]);
	});

	test('answers to commands are no codes', () => {
		const answer = [0x04, 0xd0, 0x00, 0x00, 0xff, 0x2c];
		const reader = new ScanReader('utf-8');
		expect(reader.take(answer)).toEqual([]);
		expect([reader.silence(), reader.unread]).toEqual([[], 0]);
		expect(reader.take([...answer, ...bytesOf('12345678\r')])).toEqual(['12345678']);
	});
});

describe('K-06 a scanner on its line', () => {
	test('is woken and started, ends a code by silence, and comes back after a break', async () => {
		const clock = virtualClock();
		const far = new VirtualScanner('scanner', clock);
		const scans: string[] = [];
		// GM72 manual, p. 32: wake, 50 ms, start.
		const start = [
			{ send: Uint8Array.of(0), waitMs: 50 },
			{ send: Uint8Array.of(4, 0xe4, 4, 0, 0xff, 0x14), waitMs: 0 }
		];
		const onScan = (text: string): void => void scans.push(text);
		const line = scanLine(far.wire, { timers: clock, encoding: 'utf-8', silenceMs: 100, start, onScan });
		onTestFinished(async () => {
			await line.close();
			expect(clock.pending()).toBe(0);
		});
		await clock.advance(200);
		expect(far.heard).toEqual(['00', '04e40400ff14']);
		const scan = async (text: string): Promise<void> => {
			far.scan(Buffer.from(text));
			await clock.advance(300);
		};
		await scan('11111111');
		far.setFault('no-end', true);
		far.setFault('split', true);
		await scan('22222222');
		far.setFault('noise', true);
		await scan('33333333');
		far.setFault('unplugged', true);
		await clock.advance(1000);
		expect(line.state()).toEqual({ up: false, unread: 1 });
		far.setFault('unplugged', false);
		await clock.advance(6000);
		await scan('44444444');
		for (const fault of ['split', 'noise'] as const) far.setFault(fault, false);
		far.scan(Buffer.from('half a co'));
		await clock.advance(1);
		far.setFault('unplugged', true);
		await clock.advance(1000);
		expect(scans).toEqual(['11111111', '22222222', '33333333', '44444444']);
		expect(far.heard.at(-1)).toBe('04e40400ff14');
	});
});
