import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { modbusDriver, type ModbusMap } from '#display/led/modbus.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import type { Bus } from '#printer/wire/bus-types.ts';
import { openBus } from '#printer/wire/bus.ts';
import { serialWire } from '#printer/wire/serial.ts';
import type { Link } from '#printer/wire/wire.ts';
import { systemClock } from '#server/clock.ts';
import { freeAddress, verdictOf, type Check } from '#server/commission/check.ts';
import { Session } from '#server/commission/session.ts';
import type { OpenBusLine } from '#server/hardware/hardware.ts';
import { readHall } from '#server/setup/read.ts';
import { doubledLine } from '#test/fakes/doubled.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { ptyPair, type Pty } from '#test/fakes/pty.ts';
import { has } from '#test/tools.ts';

/* A check over a real serial port: slaves of Modbus, two of them with one address, that answer 0 or 3 ms apart. */
const SOON = { timeout: 40_000, interval: 20 };
const MAP: ModbusMap = { lines: [{ at: 0, length: 8, perRegister: 2 }] };
const IDENTITY: ModbusMap = { ...MAP, identity: { at: 100, count: 2 } };

let pty: Pty;
let bus: Bus;
let far: Link;
let session: Session | undefined;
let check: Check;
let slaves: VirtualBoard[];
let ended: number;

/** The entry of a board as a hall file has it. */
function entryOf(address: number): OpenBusLine['boards'][number]['entry'] {
	const read = readHall(liveHall());
	if (!('file' in read)) throw new Error('the small hall has faults');
	const [, board] = read.file.devices.boards;
	if (board?.driver !== 'modbus-rtu') throw new Error('no Modbus board in the small hall');
	return { ...board, code: `b${String(address)}`, address };
}

function lineOf(map: ModbusMap, addresses: readonly number[]): OpenBusLine {
	const read = readHall(liveHall());
	const [entry] = 'file' in read ? read.file.devices.buses : [];
	if (!entry) throw new Error('no bus in the small hall');
	return { entry, bus, boards: addresses.map((address) => ({ entry: entryOf(address), driver: modbusDriver(map) })) };
}

async function begin(map: ModbusMap, { units, skewMs }: { units: readonly number[]; skewMs: number }): Promise<void> {
	slaves = units.map((unit, at) => virtualModbusSlave(unit, map, 0x1000 + at * 0x0111));
	far = await doubledLine(pty.far, slaves, skewMs);
	// One answer that a busy machine brings late would make of a clean address a suspect.
	bus = openBus(serialWire({ path: pty.near, baud: 9600 }), { baud: 9600, answerMs: 800 });
	await vi.waitFor(() => {
		expect(bus.line().open).toBe(true);
	}, SOON);
	const line = lineOf(map, [...new Set(units)]);
	const driver = modbusDriver(map);
	for (const { entry } of line.boards) {
		bus.add(entry.code);
		bus.show(entry.code, 'text', { frames: driver.show(entry.address, { lines: ['CALL'] }).frames, priority: 'call' });
	}
	await vi.waitFor(() => {
		expect(shown()).toEqual(units.map(() => 'CALL'));
	}, SOON);
	const loan = bus.borrow();
	if (!loan) throw new Error('the line is lent');
	session = new Session(line, loan, {
		clock: systemClock,
		onChanged: (one) => {
			check = one;
		},
		onEnded: () => {
			ended++;
		}
	});
	await vi.waitFor(() => {
		expect(check.phase).toBe('looking');
	}, SOON);
}

const shown = (): string[] => slaves.map((slave) => slave.shown(0).join());
const signs = (): (string | null)[] => check.places.map(({ sign }) => sign);
const verdicts = (): string[] => check.places.map((place) => verdictOf(place, check.places));

/** What a person who stands there answers: on how many boards the text of this turn stands. */
async function look(): Promise<void> {
	const { place, text } = check.at;
	const wanted = `${String(check.places[place]?.address)}-${text === 0 ? 'A' : 'B'}`;
	await vi.waitFor(() => {
		expect(shown()).toContain(wanted);
	}, SOON);
	session?.seen(shown().filter((one) => one === wanted).length > 1 ? 'two' : 'one');
}

beforeEach(async () => {
	ended = 0;
	if (has('socat')) pty = await ptyPair();
});
afterEach(async () => {
	if (!has('socat')) return;
	session?.end();
	session = undefined;
	await bus.close();
	await far.close();
	await pty.close();
});

describe.skipIf(!has('socat'))('two boards of one address on a serial line', { timeout: 90_000 }, () => {
	test('that answer as one are found by who looks, and calls come back at the end', async () => {
		await begin(MAP, { units: [1, 2, 2], skewMs: 0 });
		expect(signs()).toEqual(['clean', 'clean']);
		for (let turn = 0; turn < 4; turn++) await look();
		expect(verdicts()).toEqual(['alone', 'double']);
		session?.end();
		await vi.waitFor(() => {
			expect(shown()).toEqual(['CALL', 'CALL', 'CALL']);
		}, SOON);
		expect([ended, check.phase]).toEqual([1, 'over']);
	});
	test('that answer 3 ms apart are heard to collide, and their neighbour is not blamed', async () => {
		await begin(MAP, { units: [1, 2, 2], skewMs: 3 });
		expect(signs()).toEqual(['clean', 'unreadable']);
		expect(verdicts()).toEqual(['open', 'suspect']);
	});
	test('that answer as one are heard where they tell their serial number', async () => {
		await begin(IDENTITY, { units: [1, 2, 2], skewMs: 0 });
		expect(signs()).toEqual(['clean', 'unreadable']);
		expect(check.places[0]?.identity).toBe('10001000');
	});
	test('an address that is not in the hall file is found', async () => {
		await begin(MAP, { units: [1, 2], skewMs: 0 });
		slaves.push(virtualModbusSlave(5, MAP));
		expect(session?.scan(6)).toBe(true);
		await vi.waitFor(() => {
			expect(check.scan).toBeNull();
		}, SOON);
		expect(check.found).toEqual([{ driver: 'modbus-rtu', address: 5 }]);
	});
	test('two on an address that is not in the hall file are found, and no board is sent there', async () => {
		await begin(MAP, { units: [1], skewMs: 3 });
		slaves.push(virtualModbusSlave(2, MAP), virtualModbusSlave(2, MAP));
		session?.scan(3);
		await vi.waitFor(() => {
			expect(check.scan).toBeNull();
		}, SOON);
		expect(check.found).toEqual([{ driver: 'modbus-rtu', address: 2 }]);
		expect(freeAddress(check)).toBe(3);
	});
});
