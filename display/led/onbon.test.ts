import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from './driver.ts';
import { dynamicAreas } from './onbon-area.ts';
import { encodeOnbon, parseOnbon, type OnbonPacket } from './onbon-frame.ts';
import { onbonCommand, onbonDriver } from './onbon.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const A5 = 'a5'.repeat(8);
const big = onbonDriver({ card: '6k', width: 128, height: 32 });
const small = onbonDriver({ card: '6k', width: 128, height: 16 });
const bytesOf = (frames: readonly { bytes: Uint8Array }[]): string => frames.map(({ bytes }) => hex(bytes)).join('|');

/** Every packet in a stream, as a line that never ends would hand them over. */
function packets(stream: Uint8Array): OnbonPacket[] {
	const found: OnbonPacket[] = [];
	for (let rest = stream; ;) {
		const { used, message } = parseOnbon(rest);
		if (message) found.push(message);
		if (used === 0) return found;
		rest = rest.subarray(used);
	}
}

/** What a frame makes of a stream that arrives whole. */
function verdict(read: (received: Uint8Array) => Reading, stream: Uint8Array): Reading['verdict'] | 'nothing' {
	for (let rest = stream; ;) {
		const reading = read(rest);
		if (reading.verdict) return reading.verdict;
		if (reading.used === 0) return 'nothing';
		rest = rest.subarray(reading.used);
	}
}

describe('bytes the manual and other decoders agree on', () => {
	const sdkArea = (size: string, text: string, length: string): number[] => [
		...raw(`0001 ${length} 00 00000000 ${size} 000000 0500 000000 020101000008`),
		...raw(text)
	];
	const vectors: [string, string, string][] = [
		[
			'欢迎光临 on 128x32, the example of the manual',
			`${A5}feff0080000000000000fe022c00a306010000000123000000800000808020000000000a0000000002010100020a08000000bbb6d3adb9e2c1d93c495a`,
			bytesOf(big.show(0xfffe, { lines: ['欢迎光临'] }).frames)
		],
		[
			'A001 请到3号窗口 on screen 5, 128x16',
			`${A5}05000080000000000000fe023400a30601000000012b000000800000808010000000000a0000000002010100020a100000004130303120c7ebb5bd33bac5b4b0bfdab2f25a`,
			bytesOf(small.show(5, { lines: ['A001 请到3号窗口'] }).frames)
		],
		[
			'two areas side by side',
			`${A5}05000080000000000000fe024800a30601000000021f000000800000408010000000000a0000000002010100020a04000000413030311e000040800000408010000100000a0000000002010100020a0300000033bac573485a`,
			hex(
				onbonCommand(
					5,
					0xa3,
					0x06,
					dynamicAreas([
						{
							...{ id: 0, x: 0, y: 0, width: 64, height: 16 },
							singleLine: false,
							motion: 'still',
							text: raw('41303031')
						},
						{
							...{ id: 1, x: 64, y: 0, width: 64, height: 16 },
							singleLine: false,
							motion: 'still',
							text: raw('33bac5')
						}
					])
				).bytes
			)
		],
		[
			'an area as the vendor writes it for 6K',
			`${A5}feff0080000000000000fe023400a30601000000012b000000000000400010000000000500000000020101000008100000004130303120c7ebb5bd33bac5b4b0bfdacc225a`,
			hex(
				onbonCommand(0xfffe, 0xa3, 0x06, sdkArea('40001000', '10000000 4130303120c7ebb5bd33bac5b4b0bfda', '2b00')).bytes
			)
		],
		[
			'escapes in size and text',
			`${A5}feff0080000000000000fe022800a30601000000011f0000000000005b02005b01000000000500000000020102000008040000005b025b025b015b01d76d5a`,
			hex(
				onbonCommand(0xfffe, 0xa3, 0x06, [
					...raw('0001 1f00 00 00000000 5a005b00 000000 0500 000000 020102000008 04000000 5a5a5b5b')
				]).bytes
			)
		],
		['on', `${A5}01000080000000000000fe020600a3000100000179ea5a`, hex(onbonCommand(1, 0xa3, 0, [1]).bytes)],
		['off', `${A5}01000080000000000000fe020600a3000100000239eb5a`, hex(onbonCommand(1, 0xa3, 0, [2]).bytes)],
		[
			'clear screen',
			`${A5}feff0080000000000000fe020500a31001000075dc5a`,
			hex(onbonCommand(0xfffe, 0xa3, 0x10, []).bytes)
		],
		['ping', `${A5}01000080000000000000fe020500a20001000068f85a`, bytesOf(big.ping(1))],
		['status', `${A5}05000080000000000000fe020500a102010000dc705a`, hex(onbonCommand(5, 0xa1, 2, []).bytes)],
		['brightness 8 of 15', `${A5}05000080000000000000fe020700a302010000010863d25a`, bytesOf(big.brightness(5, 53))],
		['delete all areas', `${A5}05000080000000000000fe020700a306010000ff0023f05a`, bytesOf(big.clear(5))],
		[
			'lock a program, never sent but in the manual',
			`${A5}01000080000000000000fe020b00a304010000000150303030c2405a`,
			hex(onbonCommand(1, 0xa3, 4, [0, 1, ...Buffer.from('P000')]).bytes)
		]
	];
	test.each(vectors)('%s', (_, manual, ours) => {
		expect(ours).toBe(manual);
		expect(packets(raw(manual))).toHaveLength(1);
	});
});

const ack = (from: number): Uint8Array => encodeOnbon({ to: 0x8000, from, data: raw('a000000000') });
const nack = (from: number, error: number): Uint8Array =>
	encodeOnbon({ to: 0x8000, from, data: Uint8Array.of(0xa0, 1, error, 0, 0) });

describe('what a card answers', () => {
	const [ping] = big.ping(5);
	const read = ping?.read ?? ((): Reading => ({ used: 0 }));

	test('the answers of the manual are understood', () => {
		const [any] = big.ping(0xfffe);
		const reads = any?.read ?? read;
		const head = `a5${A5}0080feff000000000000fe020500`;
		expect(verdict(reads, raw(`${head}a00000000014ac5a`))).toBe('acked');
		expect(verdict(reads, raw(`${head}a0010500000551 5a`))).toBe('again');
	});
	test('busy and damaged are worth another try, everything else is final', () => {
		const verdicts = Array.from({ length: 18 }, (_, error) => verdict(read, nack(5, error)));
		expect(verdicts.map((one, at) => (one === 'again' ? at : -1)).filter((at) => at >= 0)).toEqual([3, 5]);
		expect(new Set(verdicts)).toEqual(new Set(['again', 'rejected']));
		expect(read(nack(5, 3)).reason).toBe('busy');
	});
	test('the answer of another card is not ours', () => {
		expect(verdict(read, ack(6))).toBe('stray');
	});
	test('a status answer is not an acknowledgement', () => {
		expect(verdict(read, encodeOnbon({ to: 0x8000, from: 5, data: raw('a10200000001') }))).toBe('stray');
	});
	test('on a connection of its own the card may use its own address', () => {
		const [frame] = big.ping(0x8000);
		expect(verdict(frame?.read ?? read, ack(1))).toBe('acked');
	});
	test('nobody answers a broadcast', () => {
		expect(big.clear(0xffff).map((frame) => frame.expect)).toEqual(['none']);
	});
	test('one changed byte is never an acknowledgement', () => {
		const good = ack(5);
		for (let at = 8; at < good.length; at++) {
			for (const flip of [0x01, 0x80, 0xff]) {
				const bad = good.slice();
				bad[at] = (bad[at] ?? 0) ^ flip;
				expect(verdict(read, bad)).toBe('nothing');
			}
		}
	});
	test('an answer split anywhere, after any noise, is one answer', () => {
		const noise = fc.uint8Array({ maxLength: 20 }).filter((bytes) => !bytes.includes(0xa5));
		fc.assert(
			fc.property(noise, fc.nat(40), (dirt, cut) => {
				const stream = Uint8Array.from([...dirt, ...ack(5), ...ack(6)]);
				const head = stream.subarray(0, Math.min(cut, stream.length));
				let rest = head;
				let early = 0;
				for (let one = read(rest); one.used > 0; one = read(rest)) {
					early += one.verdict ? 1 : 0;
					rest = rest.subarray(one.used);
				}
				const later = packets(Uint8Array.from([...rest, ...stream.subarray(head.length)])).length;
				expect(early + later).toBe(2);
			})
		);
	});
	test('any bytes are survived and always make progress', () => {
		const byte = fc.oneof(fc.constantFrom(0xa5, 0x5a, 0xa6, 0x5b, 1, 2), fc.nat(255));
		fc.assert(
			fc.property(fc.array(byte, { maxLength: 200 }), (bytes) => {
				expect(packets(Uint8Array.from(bytes))).toHaveLength(0);
			})
		);
	});
	test('a head without an end does not grow for ever', () => {
		expect(parseOnbon(Uint8Array.from([0xa5, ...Array<number>(4000).fill(0x11)])).used).toBeGreaterThan(4000);
	});
	test('whatever is packed is unpacked again', () => {
		fc.assert(
			fc.property(fc.nat(0xffff), fc.uint8Array({ minLength: 1, maxLength: 300 }), (to, data) => {
				expect(packets(encodeOnbon({ to, from: 0x8000, data }))).toEqual([{ to, from: 0x8000, data }]);
			})
		);
	});
});

describe('a picture', () => {
	test('names the characters that became squares', () => {
		const picture = small.show(1, { lines: ['请㐀𠮷到3号'] });
		expect(picture).toMatchObject({ lines: ['请□□到3号'], replaced: ['㐀', '𠮷'], cut: false });
	});
	test('a long text on a one-line board runs instead of being cut', () => {
		const picture = small.show(1, { lines: ['请A001到3号窗口办理社会保险'] });
		expect(picture.cut).toBe(false);
		expect(hex(picture.frames[0]?.bytes ?? raw(''))).toContain('0000000001010300020a');
	});
	test('on a board with more lines each line is cut to its width and lines too many are left out', () => {
		const picture = big.show(1, { lines: ['请A001号到3号窗口办理', '二', '三'] });
		expect(picture).toMatchObject({ lines: ['请A001号到3号窗', '二'], cut: true });
	});
	test('a board that hears nothing any more blanks itself', () => {
		const picture = small.show(1, { lines: ['A001'], ttlMs: 90_000 });
		expect(hex(picture.frames[0]?.bytes ?? raw(''))).toContain('0000025b0200');
	});
	test('a text cannot give the card commands', () => {
		expect(small.show(1, { lines: ['\\C1A'] }).lines).toEqual(['＼C1A']);
	});
	test('a coloured board with a larger font says so before the text', () => {
		const driver = onbonDriver({ card: '5k', width: 128, height: 48, font: 24, color: 2 });
		expect(driver.caps).toMatchObject({ columns: 10, lines: 2 });
		const [frame] = driver.show(1, { lines: ['A', 'B'] }).frames;
		const [packet] = packets(frame?.bytes ?? raw(''));
		expect(Buffer.from(packet?.data.slice(-19) ?? '').toString('latin1')).toBe('\\FO001\\FE001\\C2A\\nB');
	});
	test('no text is too long for the card', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.constantFrom('5k', '6k'), (text, card) => {
				const { frames } = onbonDriver({ card, width: 64, height: 16 }).show(1, { lines: [text] });
				const [packet] = packets(frames[0]?.bytes ?? raw(''));
				expect(packet?.data.length).toBeLessThanOrEqual(card === '5k' ? 521 : 1033);
			})
		);
	});
	test('modules too small for a character are refused', () => {
		expect(() => onbonDriver({ card: '6k', width: 8, height: 16 })).toThrow('8x16');
	});
});
