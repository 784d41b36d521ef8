import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOWN_BOARDS } from '#printer/frames/known.ts';
import type { FrameSpec } from '#printer/frames/exchange.ts';
import type { Frame, Picture } from './driver.ts';
import { frameDriver } from './frame-template.ts';
import { virtualFrameBoard } from './virtual/frame-board.ts';

const LANGUAGES: FrameSpec[] = [
	...Object.values(KNOWN_BOARDS),
	{
		frame: 'AA 55 {addr:hex2} {len:text} {text:gb2312:16:00} {crc16-modbus:1..-1} 0D',
		answer: '06 {addr}',
		refusal: '15 {addr}'
	},
	{
		frame: '7E ( {addr:2be} {num:bcd2} {text:gbk:..12} {lrc:addr..text} ) 7E',
		escapes: { '7E': '7D 5E', '7D': '7D 5D' }
	},
	{ frame: '02 {addr:ascii2} {num:ascii4} {xor8:1..-1:hex2} 03' }
];
const texts = fc.stringMatching(/^[A-Z0-9请到窗口号珺 ]{0,8}$/);

function only({ frames }: Picture): Frame {
	const [frame] = frames;
	if (!frame) throw new Error('no frame');
	return frame;
}

describe('D-04 a board by its frame', () => {
	test.each(LANGUAGES.map((language) => [language.frame, language] as const))('%s', (_, language) => {
		const driver = frameDriver({ language });
		const { caps } = driver;
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 999 }), texts, (address, number, text) => {
				const board = virtualFrameBoard(address, { language });
				const picture = driver.show(address, { lines: caps.lines ? [text] : [], number });
				const frame = only(picture);
				const answers = board.receive(frame.bytes, 0);
				const drawn = picture.lines.map((line) => line.trim()).filter((line) => line !== '');
				const digits = caps.number && caps.lines ? [String(number)] : [];
				expect(board.shown(0)).toEqual([...digits, ...drawn]);
				expect(frame.expect).toBe(language.answer === undefined ? 'none' : 'ack');
				for (const { bytes } of answers) expect(frame.read(bytes).verdict).toBe('acked');
				expect(answers).toHaveLength(language.answer === undefined ? 0 : 1);
			}),
			{ numRuns: 40 }
		);
	});

	test('shows no digits of a call that is over', () => {
		const driver = frameDriver({ language: KNOWN_BOARDS['kanban-4'] });
		const board = virtualFrameBoard(5, { language: KNOWN_BOARDS['kanban-4'] });
		const put = (lines: string[], number?: number): string[] => {
			const content = number === undefined ? { lines } : { lines, number };
			for (const { bytes } of driver.show(5, content).frames) board.receive(bytes, 0);
			return board.shown(0);
		};
		expect([put([], 12), put([])]).toEqual([['12'], []]);
		expect(driver.caps).toMatchObject({ font: 'none', lines: 0, number: true, ack: 'none' });
	});

	test('tells what was cut and what it lacks, and hears a refusal', () => {
		const language = { frame: '40 {addr} {text:ascii:..4} 0D', answer: '06 {addr}', refusal: '15 {addr}' };
		const picture = frameDriver({ language }).show(3, { lines: ['A001号'] });
		expect(picture).toMatchObject({ lines: ['A001'], cut: true });
		expect(frameDriver({ language }).show(3, { lines: ['1号'] }).replaced).toEqual(['号']);
		const board = virtualFrameBoard(3, { language });
		board.setFault('rejecting', true);
		const [answer] = board.receive(picture.frames[0]?.bytes ?? new Uint8Array(), 0);
		expect(picture.frames[0]?.read(answer?.bytes ?? new Uint8Array()).verdict).toBe('rejected');
		expect(board.shown(0)).toEqual([]);
	});

	test('an answer repeats what was sent, which is less where it was too long; of what was not sent it may say anything', () => {
		const language = { frame: '02 {addr} {num:bcd2} {text:ascii:6} 03', answer: '06 {cmd} {addr} {num:bcd2} {text:ascii:6}' };
		const frame = only(frameDriver({ language }).show(3, { lines: [' A01'], number: 123_456 }));
		const says = (number: string): unknown => frame.read(Buffer.from(`068103${number}204130312020`, 'hex')).verdict;
		expect([says('3456'), says('3457')]).toEqual(['acked', 'stray']);
	});

	test('bytes that look like one mask behind another are read as what they are', () => {
		const language = { frame: '7E ( {addr} {num} ) 7E', escapes: { '7E': '7D 5E', '7D': '7D 5D' } };
		const board = virtualFrameBoard(0x7d, { language });
		board.receive(only(frameDriver({ language }).show(0x7d, { lines: [], number: 0x5e })).bytes, 0);
		expect(board.shown(0)).toEqual(['94']);
	});

	test('of another address shows nothing', () => {
		const board = virtualFrameBoard(4, { language: KNOWN_BOARDS['at-text'] });
		board.receive(only(frameDriver({ language: KNOWN_BOARDS['at-text'] }).show(3, { lines: ['A001'] })).bytes, 0);
		expect(board.shown(0)).toEqual([]);
	});

	test('a byte with a name is as the board wants it', () => {
		const driver = frameDriver({ language: KNOWN_BOARDS.sunpn, set: { colour: 2 } });
		const frame = only(driver.show(0, { lines: [], number: 8 }));
		expect([...frame.bytes].slice(0, 4)).toEqual([0x3a, 2, 0, 8]);
	});
});
