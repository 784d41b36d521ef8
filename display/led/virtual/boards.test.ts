import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardFault } from '#server/devices/view.ts';
import { onbonCommand, onbonDriver } from '../onbon.ts';
import type { VirtualBoard } from './board.ts';
import { virtualModbusSlave } from './modbus-slave.ts';
import { virtualOnbonCard } from './onbon-card.ts';

/* The frames here are those of the manuals, so that the boards are not judged by our own drivers. */
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const heard = (board: VirtualBoard, text: string, now = 0): string[] =>
	board.receive(raw(text), now).map((answer) => hex(answer.bytes));
const A5 = 'a5'.repeat(8);
const ACK_OF_ANYBODY = `${A5}0080feff000000000000fe020500a00000000014ac5a`;
const WELCOME = `${A5}feff0080000000000000fe022c00a306010000000123000000800000808020000000000a0000000002010100020a08000000bbb6d3adb9e2c1d93c495a`;

describe('a virtual card', () => {
	test('shows the example of the manual and answers as the manual says', () => {
		const card = virtualOnbonCard(1);
		expect(heard(card, WELCOME)).toEqual([ACK_OF_ANYBODY]);
		expect(card.shown(0)).toEqual(['欢迎光临']);
	});
	test('reads what the vendor’s own program writes, escapes included', () => {
		const card = virtualOnbonCard(1);
		heard(
			card,
			`${A5}feff0080000000000000fe022800a30601000000011f0000000000005b02005b01000000000500000000020102000008040000005b025b025b015b01d76d5a`
		);
		expect(card.shown(0)).toEqual(['ZZ[[']);
	});
	test('puts two areas side by side in order', () => {
		const card = virtualOnbonCard(5);
		heard(
			card,
			`${A5}05000080000000000000fe024800a30601000000021f000000800000408010000000000a0000000002010100020a04000000413030311e000040800000408010000100000a0000000002010100020a0300000033bac573485a`
		);
		expect(card.shown(0)).toEqual(['A001', '3号']);
		expect(heard(card, `${A5}05000080000000000000fe020700a306010000ff0023f05a`)).toHaveLength(1);
		expect(card.shown(0)).toEqual([]);
	});
	test('hears only its own address, and damaged frames not at all', () => {
		const card = virtualOnbonCard(2);
		const ping = `${A5}01000080000000000000fe020500a20001000068f85a`;
		expect(heard(card, ping)).toEqual([]);
		expect(heard(virtualOnbonCard(1), ping)).toHaveLength(1);
		expect(heard(virtualOnbonCard(1), ping.replace('a20001', 'a20002'))).toEqual([]);
	});
	test('goes dark and comes back when told', () => {
		const card = virtualOnbonCard(1);
		heard(card, WELCOME);
		heard(card, `${A5}01000080000000000000fe020600a3000100000239eb5a`);
		expect(card.shown(0)).toEqual([]);
		heard(card, `${A5}01000080000000000000fe020600a3000100000179ea5a`);
		expect(card.shown(0)).toEqual(['欢迎光临']);
	});
	test('refuses what it does not know, and never a program for its flash', () => {
		const card = virtualOnbonCard(5);
		const [refused] = card.receive(onbonCommand(5, 0xa1, 0x05, [1, 0x50, 0x30, 0x30, 0x30, 9, 0, 0, 0]).bytes, 0);
		expect(hex(refused?.bytes ?? raw(''))).toContain('a00101');
	});
	test('blanks a picture that nobody renews', () => {
		const card = virtualOnbonCard(1);
		const driver = onbonDriver({ card: '6k', width: 64, height: 16 });
		for (const { bytes } of driver.show(1, { lines: ['A001'], ttlMs: 5000 }).frames) card.receive(bytes, 1000);
		expect([5000, 6001].map((now) => card.shown(now))).toEqual([['A001'], []]);
	});
	test('survives any bytes, and a frame behind them is heard', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
				const card = virtualOnbonCard(1);
				card.receive(noise, 0);
				card.receive(raw(WELCOME), 0);
				expect(card.shown(0)).toEqual(['欢迎光临']);
			})
		);
	});
});

describe('a virtual slave', () => {
	const map = { lines: [{ at: 0, length: 6, perRegister: 1 as const }], number: { at: 7, digits: 4 } };
	const TEXT = '01 10 00 00 00 06 0c 00 20 00 20 00 41 00 30 00 30 00 31 e8 0d';

	test('answers the frames that libmodbus and pymodbus answered, in the same way', () => {
		const slave = virtualModbusSlave(1, map);
		expect(heard(slave, TEXT)).toEqual(['011000000006400b']);
		expect(heard(slave, '01 06 00 07 04 d2 ba 96')).toEqual(['0106000704d2ba96']);
		expect(slave.shown(0)).toEqual(['1234', 'A001']);
	});
	test('refuses registers that it does not have, as they do', () => {
		expect(heard(virtualModbusSlave(2, map), '02 06 00 09 00 01 98 3b')).toEqual(['02860233a1']);
	});
	test('obeys a broadcast and does not answer it', () => {
		const slave = virtualModbusSlave(9, { lines: [], number: { at: 1, digits: 4 } });
		expect(heard(slave, '00 06 00 01 00 42 59 ea')).toEqual([]);
		expect(slave.shown(0)).toEqual(['66']);
	});
	test('forgets half a request after a while, and hears the next one', () => {
		const slave = virtualModbusSlave(1, map);
		expect(heard(slave, TEXT.slice(0, 30), 0)).toEqual([]);
		expect(heard(slave, TEXT, 500)).toHaveLength(1);
	});
	test('survives any bytes, and a request behind them is heard', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
				const slave = virtualModbusSlave(1, map);
				slave.receive(noise, 0);
				slave.receive(raw(TEXT), 500);
				expect(slave.shown(0).at(-1)).toBe('A001');
			})
		);
	});
});

describe('faults', () => {
	const faulty = (fault: BoardFault): { answers: VirtualBoard['receive']; card: VirtualBoard } => {
		const card = virtualOnbonCard(1);
		card.setFault(fault, true);
		return { card, answers: (bytes, now) => card.receive(bytes, now) };
	};
	test.each([
		['silent', 0, true],
		['unplugged', 0, false],
		['rejecting', 1, false],
		['slow', 1, true],
		['garbled', 1, true]
	] as const)('%s: %i answers, and the picture stands: %s', (fault, count, stands) => {
		const { card, answers } = faulty(fault);
		const got = answers(raw(WELCOME), 0);
		expect(got).toHaveLength(count);
		expect(card.shown(0).length > 0).toBe(stands);
		expect(card.faults()).toEqual([fault]);
		const [one] = got;
		if (fault === 'slow') expect(one?.afterMs).toBeGreaterThan(2000);
		if (fault !== 'slow' && one) expect(hex(one.bytes)).not.toBe(ACK_OF_ANYBODY);
		card.setFault(fault, false);
		expect(heard(card, WELCOME)).toEqual([ACK_OF_ANYBODY]);
	});
	test('switched off and on, a board has forgotten everything but its faults', () => {
		const { card } = faulty('silent');
		heard(card, WELCOME);
		card.powerCycle();
		expect([card.shown(0), card.faults()]).toEqual([[], ['silent']]);
	});
});
