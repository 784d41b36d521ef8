import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardDriver } from '#display/led/driver.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import type { Bus, BusResult } from '#printer/wire/bus-types.ts';
import { openBus } from '#printer/wire/bus.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import type { Wire } from '#printer/wire/wire.ts';
import { systemClock } from '#server/clock.ts';
import { hangBoards } from '#server/hardware/virtual-bus.ts';
import type { SimulatedDevice } from '#server/simulators/device.ts';
import { serveLine } from '#server/simulators/line.ts';
import { ownPort } from '../ports.ts';

export type BusWire = 'tcp' | 'serial';

/** The real bus and driver, two boards that are programs, and a cable with faults between them, on a real port. */
export interface BoardStand {
	wire: BusWire;
	boards: { one: VirtualBoard; two: VirtualBoard };
	cable: SimulatedDevice;
	/** outcome and reason, newest last, of everything that was shown on each */
	told: Record<'one' | 'two', string[]>;
	show: (code: 'one' | 'two', text: string) => void;
	/** what stands there */
	shown: (code: 'one' | 'two') => string;
	/** Hangs a second board with the address of the first on the line, so that their answers collide, or takes it off. */
	twin: (on: boolean) => void;
	/** Ends the bus, as a process that dies does, and opens another after it. */
	dieAndComeBack: (between: () => Promise<void>) => Promise<void>;
	/** the wire, to be opened by somebody else */
	other: () => Wire;
	/** the boards at a port of another name, which the name in the hall file follows; serial */
	moveElsewhere: () => Promise<void>;
	close: () => Promise<void>;
}

const REGISTERS = { lines: [{ at: 100, length: 6, perRegister: 2 as const }] };
const ADDRESSES = { one: 1, two: 2 };
/** Short, so that what is mended is seen soon. */
const TIMES = { refreshMs: 400, probeMs: 250, pingMs: 200, gapMs: 5 };
const SEED = 7;

/** Makes the port and opens it with the bus. */
export async function boardStand(wire: BusWire): Promise<BoardStand> {
	const driver: BoardDriver = modbusDriver(REGISTERS);
	const boards = { one: virtualModbusSlave(1, REGISTERS), two: virtualModbusSlave(2, REGISTERS) };
	const folder = mkdtempSync(join(tmpdir(), 'bus-'));
	const double = virtualModbusSlave(1, REGISTERS);
	double.setFault('garbled', true);
	const hung = new Map(Object.entries(boards));
	const line = {
		devices: [],
		attach: (link: Parameters<typeof hangBoards>[0]) => hangBoards(link, hung, { timers: systemClock })
	};
	const port = await ownPort();
	const serve = (name: string): ReturnType<typeof serveLine> =>
		serveLine(
			line,
			wire === 'tcp' ? { kind: 'tcp', host: '127.0.0.1', port } : { kind: 'pty', path: join(folder, name) },
			{ clock: systemClock, seed: SEED }
		);
	let served = await serve('ttyUSB0');
	const byId = join(folder, 'by-id');
	const pointAt = (name: string): void => {
		rmSync(byId, { force: true });
		symlinkSync(name, byId);
	};
	pointAt('ttyUSB0');
	const other = (): Wire =>
		wire === 'tcp'
			? tcpWire('127.0.0.1', Number(served.at.split(':')[1]), { connectMs: 1000, lingerMs: 300 })
			: serialWire({ path: byId, baud: 115_200 }, { lingerMs: 300 });
	const wanted = { one: '', two: '' };
	const told: BoardStand['told'] = { one: [], two: [] };
	const paint = (code: 'one' | 'two'): void => {
		bus.show(code, 'text', {
			frames: driver.show(ADDRESSES[code], { lines: [wanted[code]] }).frames,
			priority: 'call',
			onOutcome: ({ outcome, reason }: BusResult) => void told[code].push(reason ? `${outcome} ${reason}` : outcome)
		});
	};
	const start = (): Bus => {
		const opened = openBus(other(), TIMES);
		for (const code of ['one', 'two'] as const) opened.add(code, { ping: driver.ping(ADDRESSES[code]) });
		return opened;
	};
	let bus = start();
	return {
		...{ wire, boards, told, other },
		get cable() {
			return served.cable;
		},
		show: (code, text) => {
			wanted[code] = text;
			paint(code);
		},
		shown: (code) => boards[code].shown(systemClock.now()).join(' '),
		twin: (on) => {
			if (on) hung.set('twin', double);
			else hung.delete('twin');
		},
		dieAndComeBack: async (between) => {
			await bus.close();
			await between();
			bus = start();
			for (const code of ['one', 'two'] as const) paint(code);
		},
		moveElsewhere: async () => {
			await served.close();
			served = await serve('ttyUSB1');
			pointAt('ttyUSB1');
		},
		close: async () => {
			await bus.close();
			await served.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The first bytes of what is sent to the first board, as a process that dies leaves them on the line. */
export function halfFrame(): Uint8Array {
	const [frame] = modbusDriver(REGISTERS).show(1, { lines: ['A999'] }).frames;
	return frame?.bytes.subarray(0, 9) ?? new Uint8Array();
}
