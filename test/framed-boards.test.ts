import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { frameDriver } from '#display/led/frame-template.ts';
import { virtualFrameBoard } from '#display/led/virtual/frame-board.ts';
import type { Bus, BusResult } from '#printer/wire/bus-types.ts';
import { openBus } from '#printer/wire/bus.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import { systemClock } from '#server/clock.ts';
import { hangBoards } from '#server/hardware/virtual-bus.ts';
import { serveLine, type ServedLine } from '#server/simulators/line.ts';
import { has } from './tools.ts';

/* Boards that a hall file describes by their frame, on a real port: their answer comes in pieces, late, or never. */

const BOARD = {
	language: {
		frame: 'AA 55 {addr} {len:text} {text:gb2312:..16} {sum8:addr..text} 0D',
		answer: 'AA 55 {addr} 06 {sum8:addr..-1} 0D',
		timeoutMs: 250
	}
};
const ADDRESSES = { one: 13, two: 14 };
const SOON = { timeout: 20_000, interval: 20 };

describe.each(has('socat') ? (['tcp', 'serial'] as const) : (['tcp'] as const))(
	'framed boards, on %s',
	{ timeout: 60_000 },
	(wire) => {
		const folder = mkdtempSync(join(tmpdir(), 'framed-'));
		const driver = frameDriver(BOARD);
		const boards = { one: virtualFrameBoard(13, BOARD), two: virtualFrameBoard(14, BOARD) };
		const told: Record<'one' | 'two', string[]> = { one: [], two: [] };
		let served: ServedLine;
		let bus: Bus;
		beforeAll(async () => {
			const hung = new Map(Object.entries(boards));
			served = await serveLine(
				{ devices: [], attach: (link) => hangBoards(link, hung, { timers: systemClock }) },
				wire === 'tcp' ? { kind: 'tcp', host: '127.0.0.1', port: 0 } : { kind: 'pty', path: join(folder, 'tty') },
				{ clock: systemClock, seed: 3 }
			);
			const near =
				wire === 'tcp'
					? tcpWire('127.0.0.1', Number(served.at.split(':')[1]))
					: serialWire({ path: served.at, baud: 115_200 });
			bus = openBus(near, { refreshMs: 400, probeMs: 250 });
			for (const code of ['one', 'two'] as const) bus.add(code, { ping: driver.ping(ADDRESSES[code]) });
		});
		afterAll(async () => {
			await bus.close();
			await served.close();
			rmSync(folder, { recursive: true });
		});

		const shown = (code: 'one' | 'two'): string => boards[code].shown(systemClock.now()).join(' ');
		const show = (code: 'one' | 'two', text: string): void => {
			told[code] = [];
			const onOutcome = ({ outcome, reason }: BusResult): void => {
				told[code].push(reason ? `${outcome} ${reason}` : outcome);
			};
			const { frames } = driver.show(ADDRESSES[code], { lines: [text] });
			bus.show(code, 'text', { frames, priority: 'call', onOutcome });
		};
		/** What was said last of each, and what stands there. */
		const until = async (one: [said: string, text: string], two: [said: string, text: string]): Promise<void> => {
			await vi.waitFor(() => {
				expect([
					[told.one.at(-1), shown('one')],
					[told.two.at(-1), shown('two')]
				]).toEqual([one, two]);
			}, SOON);
		};

		test('an answer in single bytes is one answer, and Chinese stands there as it was meant', async () => {
			served.cable.setFault('split', true);
			show('one', '请到13号窗口');
			show('two', 'B001');
			await until(['acked', '请到13号窗口'], ['acked', 'B001']);
			served.cable.setFault('split', false);
		});

		test('late answers are no answers and no others’: the neighbour goes on, and what is mended is said to stand', async () => {
			boards.one.setFault('slow', true);
			show('one', 'A002');
			show('two', 'B002');
			await until(['timeout no-answer', 'A002'], ['acked', 'B002']);
			boards.one.setFault('slow', false);
			show('one', 'A003');
			await until(['acked', 'A003'], ['acked', 'B002']);
		});

		test('one that never answers is left alone but for a try now and then, and has its newest text once it is back', async () => {
			boards.one.setFault('unplugged', true);
			show('one', 'A004');
			await until(['timeout no-answer', 'A003'], ['acked', 'B002']);
			await vi.waitFor(() => expect(bus.state('one').quarantined).toBe(true), SOON);
			show('one', 'A005');
			show('two', 'B005');
			await vi.waitFor(() => expect([told.two, shown('two')]).toEqual([['acked'], 'B005']), SOON);
			boards.one.setFault('unplugged', false);
			await until(['acked', 'A005'], ['acked', 'B005']);
			expect(bus.state('one').quarantined).toBe(false);
		});
	}
);
