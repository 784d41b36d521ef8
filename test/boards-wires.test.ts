import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { modbusDriver } from '#display/led/modbus.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import type { Bus, BusFrame, BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import { openBus } from '#printer/wire/bus.ts';
import { serialWire } from '#printer/wire/serial.ts';
import { tcpWire } from '#printer/wire/tcp.ts';
import type { Link, Wire } from '#printer/wire/wire.ts';
import { ptyPair, type Pty } from '#test/fakes/pty.ts';
import { has, PYTHON } from '#test/tools.ts';

/* A bus on real wires. On serial ports the far end is pymodbus; mbpoll reads what was written, tshark reads the line. */

const BAUD = 9600;
const SOON = { timeout: 20_000, interval: 20 };
const LONG = { timeout: 90_000 };

let pty: Pty;
let bus: Bus | undefined;
let slave: ChildProcess | undefined;
let frames: Uint8Array[] = [];

/** The wire, with every piece that goes over it kept. */
function tapped(wire: Wire): Wire {
	const tap = (link: Link): Link => ({
		...link,
		write: (bytes) => {
			frames.push(bytes);
			return link.write(bytes);
		},
		onBytes: (listener) => {
			link.onBytes((bytes) => {
				frames.push(bytes);
				listener(bytes);
			});
		}
	});
	return { name: wire.name, open: () => wire.open().then(tap) };
}

function show(
	code: string,
	sent: readonly BusFrame[],
	[slot, priority]: [string, BusPriority] = ['text', 'call']
): BusResult[] {
	const results: BusResult[] = [];
	bus?.show(code, slot, { frames: sent, priority, onOutcome: (result) => void results.push(result) });
	return results;
}

async function startSlave(units: string): Promise<void> {
	const script = join(import.meta.dirname, 'fakes/modbus-slave.py');
	const child = spawn(PYTHON, [script, pty.far, units], { stdio: ['ignore', 'pipe', 'ignore'] });
	slave = child;
	await new Promise((resolve) => child.stdout.once('data', resolve));
}

/** mbpoll gives an answer up whose bytes come apart, as they do on a busy machine; a slave that is wrong is wrong each time. */
const MBPOLL_TRIES = 3;

/** What another master reads out of a slave: registers as numbers. */
function mbpoll(unit: number, from: number, count: number, tries = MBPOLL_TRIES): number[] {
	const line = ['-m', 'rtu', '-b', String(BAUD), '-P', 'none', '-o', '2', '-1', '-q', '-0', '-t', '4:hex'];
	const place = ['-a', String(unit), '-r', String(from), '-c', String(count)];
	const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
	try {
		const out = execFileSync('mbpoll', [...line, ...place, pty.near], { encoding: 'utf8', stdio });
		return [...out.matchAll(/^\[\d+\]:\s+(0x[0-9A-F]+)/gm)].map((found) => Number(found[1]));
	} catch (error) {
		if (tries === 1) throw error;
		// What still comes of the answer that was given up is not taken for the next one.
		spawnSync('timeout', ['1', 'cat', pty.near]);
		return mbpoll(unit, from, count, tries - 1);
	}
}

/** Dissects frames as Modbus RTU: one row of fields a frame. */
function tshark(packets: readonly Uint8Array[], ...fields: string[]): string[][] {
	const folder = mkdtempSync(join(tmpdir(), 'modbus-'));
	const file = join(folder, 'line.pcap');
	// DLT 147 is "user 0", which the option below declares to be Modbus RTU.
	const header = Buffer.from('d4c3b2a1020004000000000000000000ffff000093000000', 'hex');
	const records = packets.flatMap((bytes, at) => {
		const record = Buffer.alloc(16);
		record.writeUInt32LE(at, 0);
		record.writeUInt32LE(bytes.length, 8);
		record.writeUInt32LE(bytes.length, 12);
		return [record, bytes];
	});
	writeFileSync(file, Buffer.concat([header, ...records]));
	const as = ['-o', 'uat:user_dlts:"User 0 (DLT=147)","mbrtu","0","","0",""', '-o', 'mbrtu.crc_verification:TRUE'];
	const out = execFileSync('tshark', ['-r', file, ...as, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	rmSync(folder, { recursive: true });
	return out
		.replace(/\n$/, '')
		.split('\n')
		.map((row) => row.split('\t'));
}

const ascii = (registers: readonly number[]): string =>
	registers.map((value) => String.fromCharCode(value >> 8, value & 0xff)).join('');

beforeEach(async () => {
	frames = [];
	if (has('socat')) pty = await ptyPair();
});
afterEach(async () => {
	await bus?.close();
	bus = undefined;
	slave?.kill('SIGKILL');
	slave = undefined;
	if (has('socat')) await pty.close();
});

describe.skipIf(!has('socat') || !has('pymodbus'))('slaves that nobody here wrote', LONG, () => {
	const wide = modbusDriver({
		lines: [{ at: 0, length: 12, perRegister: 2 }],
		number: { at: 40, digits: 4 },
		brightness: { at: 36, min: 0, max: 8 },
		readback: true
	});
	const simple = modbusDriver({ lines: [{ at: 10, length: 4, perRegister: 1, align: 'right' }], write: 'one' });

	test.skipIf(!has('mbpoll'))('take what we write, and another master reads it there', async () => {
		await startSlave('1,2');
		// A slow machine must have time for the brightness, which goes after all that is repeated.
		bus = openBus(serialWire({ path: pty.near, baud: BAUD }), { baud: BAUD, refreshMs: 3000, probeMs: 1000 });
		bus.add('wide', { ping: wide.ping(1) });
		bus.add('simple', { ping: simple.ping(2) });
		bus.add('nobody', { ping: simple.ping(3) });
		const first = show('wide', wide.show(1, { lines: ['A001 to 3'], number: 1 }).frames);
		const second = show('simple', simple.show(2, { lines: ['A7'] }).frames);
		const nobody = show('nobody', simple.show(3, { lines: ['A7'] }).frames);
		const light = show('wide', wide.brightness(1, 50), ['brightness', 'brightness']);
		await vi.waitFor(() => {
			const outcomes = [first, second, light, nobody].map((results) => results.at(-1)?.outcome);
			expect(outcomes).toEqual(['acked', 'acked', 'acked', 'timeout']);
		}, SOON);
		await bus.close();
		bus = undefined;
		expect(ascii(mbpoll(1, 0, 6))).toBe('A001 to 3   ');
		expect(mbpoll(1, 36, 1)).toEqual([4]);
		expect(mbpoll(1, 40, 1)).toEqual([1]);
		expect(mbpoll(2, 10, 4)).toEqual([0x20, 0x20, 0x41, 0x37]);
	});

	test('refuse a register they do not have, and that is what we hear', async () => {
		await startSlave('1');
		bus = openBus(serialWire({ path: pty.near, baud: BAUD }), { baud: BAUD, refreshMs: 500, probeMs: 500 });
		bus.add('far');
		const off = modbusDriver({ lines: [{ at: 5000, length: 4, perRegister: 1 }] });
		const results = show('far', off.show(1, { lines: ['A1'] }).frames);
		await vi.waitFor(() => {
			expect(results.at(-1)).toMatchObject({ outcome: 'rejected', reason: 'illegal address' });
		}, SOON);
	});

	test.skipIf(!has('tshark'))('understand the same frames as a dissector nobody here wrote', async () => {
		await startSlave('1');
		bus = openBus(tapped(serialWire({ path: pty.near, baud: BAUD })), { baud: BAUD, refreshMs: 500, probeMs: 500 });
		bus.add('wide', { ping: wide.ping(1) });
		const sent = wide.show(1, { lines: ['A001 to 3'], number: 7 }).frames;
		const results = show('wide', sent);
		await vi.waitFor(() => {
			expect(results.at(-1)?.outcome).toBe('acked');
		}, SOON);
		const requests = sent.map(({ bytes }) => bytes).filter((bytes) => frames.includes(bytes));
		const damaged = requests.map((bytes) => bytes.with(3, 0x77));
		const rows = tshark([...requests, ...damaged], 'modbus.func_code', 'mbrtu.crc16.status');
		expect(rows.map((row) => row.join(' '))).toEqual(['16 1', '3 1', '6 1', '3 1', '16 0', '3 0', '6 0', '3 0']);
		const [text] = tshark(requests, 'modbus.reference_num', 'modbus.regval_uint16');
		expect(text?.[0]).toBe('0');
		expect(ascii((text?.[1] ?? '').split(',').map(Number))).toBe('A001 to 3   ');
	});
});

describe.skipIf(!has('socat'))('a serial port pulled out of the computer', LONG, () => {
	test('the board has its newest picture soon after it is put back', async () => {
		const card = virtualOnbonCard(1);
		const driver = onbonDriver({ card: '6k', width: 128, height: 16 });
		const hang = async (): Promise<Link> => {
			const far = await serialWire({ path: pty.far, baud: BAUD }).open();
			far.onBytes((bytes) => {
				for (const answer of card.receive(bytes, Date.now())) void far.write(answer.bytes).catch(() => undefined);
			});
			return far;
		};
		let far = await hang();
		bus = openBus(serialWire({ path: pty.near, baud: BAUD }), { baud: BAUD, refreshMs: 500, probeMs: 500 });
		bus.add('card', { ping: driver.ping(1), minRefreshMs: driver.caps.minRefreshMs });
		const before = show('card', driver.show(1, { lines: ['A001'] }).frames);
		await vi.waitFor(() => {
			expect(before.at(-1)?.outcome).toBe('acked');
		}, SOON);
		await pty.unplug();
		await far.close();
		card.powerCycle();
		await vi.waitFor(() => {
			expect(bus?.line().open).toBe(false);
		}, SOON);
		const after = show('card', driver.show(1, { lines: ['A002 请到3号窗口'] }).frames);
		await pty.plug();
		far = await hang();
		await vi.waitFor(() => {
			expect(card.shown(Date.now())).toEqual(['A002 请到3号窗口']);
			expect(after[0]).toMatchObject({ outcome: 'timeout', reason: 'line-down' });
			expect(after.at(-1)?.outcome).toBe('acked');
		}, SOON);
		await bus.close();
		await far.close();
	});
});

describe('a card on the network', () => {
	test('is painted over TCP, and again after it was away', async () => {
		const card = virtualOnbonCard(1);
		const driver = onbonDriver({ card: '6k', width: 128, height: 32 });
		const sockets = new Set<Socket>();
		const server = createServer((socket) => {
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('data', (bytes) => {
				for (const answer of card.receive(bytes, Date.now())) socket.write(answer.bytes);
			});
		});
		const port = await new Promise<number>((resolve) => {
			server.listen(0, '127.0.0.1', () => {
				const address = server.address();
				resolve(typeof address === 'object' && address ? address.port : 0);
			});
		});
		bus = openBus(tcpWire('127.0.0.1', port));
		bus.add('card', { ping: driver.ping(1), minRefreshMs: driver.caps.minRefreshMs });
		const results = show('card', driver.show(1, { lines: ['A001号', '请到3号窗口'] }).frames);
		await vi.waitFor(() => {
			expect(results).toMatchObject([{ outcome: 'acked' }]);
		}, SOON);
		expect(card.shown(Date.now())).toEqual(['A001号', '请到3号窗口']);
		card.powerCycle();
		for (const socket of sockets) socket.destroy();
		await vi.waitFor(() => {
			expect(card.shown(Date.now())).toEqual(['A001号', '请到3号窗口']);
		}, SOON);
		await bus.close();
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	});
});
