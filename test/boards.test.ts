import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BoardContent, BoardDriver, Outcome } from '#display/led/driver.ts';
import { modbusDriver, type ModbusMap } from '#display/led/modbus.ts';
import { onbonDriver } from '#display/led/onbon.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import { virtualOnbonCard } from '#display/led/virtual/onbon-card.ts';
import type { Bus, BusOptions, BusResult } from '#printer/wire/bus-types.ts';
import { openBus } from '#printer/wire/bus.ts';
import { virtualBus, type VirtualBus } from '#server/hardware/virtual-bus.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';

/*
 * The real drivers and the real bus, speaking to boards that decode what comes over the line. Time is virtual; the
 * three kinds of boards that a hall has hang on one line.
 */
const MAP: ModbusMap = { lines: [{ at: 0, length: 8, perRegister: 2 }], number: { at: 50, digits: 4 } };
const SIMPLE: ModbusMap = { lines: [{ at: 10, length: 4, perRegister: 1 }], write: 'one' };

interface Fixture {
	address: number;
	driver: BoardDriver;
	board: VirtualBoard;
	results: BusResult[];
	/** for each acknowledgement: what was said to stand there, and what did */
	claims: [said: string, stood: string][];
}

let clock: VirtualClock;
let line: VirtualBus;
let bus: Bus;
let heard: { at: number; bytes: Uint8Array }[];
const fixtures = new Map<string, Fixture>();

function hang(code: string, address: number, kind: 'onbon' | 'modbus' | 'simple'): void {
	const map = kind === 'simple' ? SIMPLE : MAP;
	const onbon = kind === 'onbon';
	const driver = onbon ? onbonDriver({ card: '6k', width: 128, height: 16 }) : modbusDriver(map);
	const board = onbon ? virtualOnbonCard(address) : virtualModbusSlave(address, map);
	fixtures.set(code, { address, driver, board, results: [], claims: [] });
	line.attach(code, board);
	bus.add(code, { ping: driver.ping(address), minRefreshMs: driver.caps.minRefreshMs });
}

function get(code: string): Fixture {
	const fixture = fixtures.get(code);
	if (!fixture) throw new Error(code);
	return fixture;
}

function show(code: string, content: BoardContent): void {
	const { driver, address, results, claims } = get(code);
	const { frames, lines } = driver.show(address, content);
	const onOutcome = (result: BusResult): void => {
		results.push(result);
		if (result.outcome === 'acked') claims.push([lines.join('|'), shown(code)]);
	};
	bus.show(code, 'text', { frames, priority: 'call', onOutcome });
}

const call = (code: string, text: string): void => {
	show(code, { lines: [text] });
};
const shown = (code: string): string => get(code).board.shown(clock.now()).join('|');
const outcomes = (code: string): Outcome[] => get(code).results.map(({ outcome }) => outcome);

function start(options: BusOptions & { echo?: boolean; adapterEchoes?: boolean } = {}): void {
	line = virtualBus('virtual line', { timers: clock, echo: options.adapterEchoes ?? false });
	heard = [];
	line.attach('tap', {
		...{ faults: () => [], setFault: () => undefined, powerCycle: () => undefined, shown: () => [] },
		receive: (bytes, now) => {
			heard.push({ at: now, bytes });
			return [];
		}
	});
	bus = openBus(line.wire, { timers: clock, baud: 9600, ...options });
}

beforeEach(() => {
	clock = virtualClock();
	fixtures.clear();
});
afterEach(async () => {
	await bus.close();
	await clock.advance(3000);
	expect(clock.pending()).toBe(0);
});

describe('a line with boards of three kinds', () => {
	beforeEach(() => {
		start();
		hang('onbon', 1, 'onbon');
		hang('modbus', 2, 'modbus');
		hang('simple', 3, 'simple');
	});

	test('two calls in the same second both reach their boards, and are acknowledged', async () => {
		call('onbon', 'A001 请到3号窗口');
		show('modbus', { lines: ['A001'], number: 1 });
		call('simple', 'A1');
		await clock.advance(1000);
		expect(['onbon', 'modbus', 'simple'].map(shown)).toEqual(['A001 请到3号窗口', '1|A001', 'A1']);
		expect(['onbon', 'modbus', 'simple'].map(outcomes)).toEqual([['acked'], ['acked'], ['acked']]);
	});
	test('two calls for one board in the same second: the newer one stays', async () => {
		call('onbon', 'A001');
		await clock.advance(300);
		call('onbon', 'A002');
		await clock.advance(1500);
		expect(shown('onbon')).toBe('A002');
		expect(outcomes('onbon')).toEqual(['acked', 'acked']);
	});
	test('a board that lost its memory has its picture again within the refresh time', async () => {
		call('onbon', 'A001');
		await clock.advance(1000);
		get('onbon').board.powerCycle();
		expect(shown('onbon')).toBe('');
		await clock.advance(46_000);
		expect(shown('onbon')).toBe('A001');
		expect(outcomes('onbon')).toEqual(['acked']);
	});
	test('pulled out and put back: every board is painted again', async () => {
		for (const code of ['onbon', 'modbus', 'simple']) call(code, 'A1');
		await clock.advance(2000);
		line.unplug(true);
		for (const { board } of fixtures.values()) board.powerCycle();
		await clock.advance(5000);
		expect(bus.line()).toMatchObject({ open: false });
		call('modbus', 'A2');
		expect(get('modbus').results.at(-1)).toMatchObject({ outcome: 'timeout', reason: 'line-down' });
		line.unplug(false);
		await clock.advance(11_000);
		expect(['onbon', 'modbus', 'simple'].map(shown)).toEqual(['A1', 'A2', 'A1']);
		expect(outcomes('modbus').at(-1)).toBe('acked');
		expect(bus.line().open).toBe(true);
	});
	test('a dead board costs one time-out a probe, and the others do not notice', async () => {
		get('onbon').board.setFault('unplugged', true);
		call('onbon', 'A001');
		await clock.advance(15_000);
		expect(bus.state('onbon')).toMatchObject({ quarantined: true, failures: 3 });
		expect(outcomes('onbon')).toEqual(['timeout']);
		heard = [];
		await clock.advance(90_000);
		const forOnbon = heard.filter(({ bytes }) => bytes[0] === 0xa5);
		expect(forOnbon).toHaveLength(3);
		const began = clock.now();
		call('modbus', 'A2');
		while (shown('modbus') !== 'A2') await clock.advance(10);
		expect(clock.now() - began).toBeLessThan(2200);
	});
	test('a board that comes back is painted at the next probe', async () => {
		get('onbon').board.setFault('unplugged', true);
		call('onbon', 'A001');
		await clock.advance(20_000);
		get('onbon').board.setFault('unplugged', false);
		await clock.advance(31_000);
		expect(shown('onbon')).toBe('A001');
		expect(outcomes('onbon')).toEqual(['timeout', 'acked']);
		expect(bus.state('onbon')).toMatchObject({ quarantined: false, failures: 0 });
	});
	test('a board that obeys but never answers is a time-out, not a success', async () => {
		get('modbus').board.setFault('silent', true);
		call('modbus', 'A1');
		await clock.advance(5000);
		expect(shown('modbus')).toBe('A1');
		expect(outcomes('modbus')).toEqual(['timeout']);
	});
	test.each(['onbon', 'modbus'])('late answers of %s are nobody else’s', async (slow) => {
		get(slow).board.setFault('slow', true);
		get('simple').board.setFault('silent', true);
		for (let number = 1; number <= 9; number++) {
			for (const code of [slow, 'simple']) call(code, `A${String(number)}`);
			await clock.advance(900);
		}
		await clock.advance(20_000);
		expect(new Set(outcomes(slow))).toEqual(new Set(['timeout']));
		expect(new Set(outcomes('simple'))).toEqual(new Set(['timeout']));
	});
	test('a board that refuses is told so, and takes the picture when it is ready', async () => {
		get('onbon').board.setFault('rejecting', true);
		call('onbon', 'A001');
		await clock.advance(5000);
		expect(get('onbon').results).toMatchObject([{ outcome: 'rejected', reason: 'busy' }]);
		get('onbon').board.setFault('rejecting', false);
		await clock.advance(46_000);
		expect(shown('onbon')).toBe('A001');
		expect(outcomes('onbon')).toEqual(['rejected', 'acked']);
	});
	test('damaged answers are never an acknowledgement', async () => {
		for (const code of ['onbon', 'modbus']) get(code).board.setFault('garbled', true);
		for (const code of ['onbon', 'modbus', 'simple']) call(code, 'A1');
		await clock.advance(20_000);
		expect(get('onbon').results).toMatchObject([{ outcome: 'timeout', reason: 'unreadable' }]);
		expect(get('modbus').results).toMatchObject([{ outcome: 'timeout', reason: 'unreadable' }]);
		expect(outcomes('simple')).toEqual(['acked']);
	});
	test('a board nobody writes to is pinged, so that its death is seen', async () => {
		get('onbon').board.setFault('unplugged', true);
		await clock.advance(40_000);
		expect(bus.state('onbon').quarantined).toBe(true);
		expect(bus.state('modbus')).toMatchObject({ quarantined: false, failures: 0 });
		expect(bus.state('modbus').heardAt).toBeGreaterThan(clock.now() - 20_000);
	});
	test('a server that dies leaves no old number standing', async () => {
		show('onbon', { lines: ['A001'], ttlMs: 60_000 });
		await clock.advance(1000);
		await bus.close();
		expect(shown('onbon')).toBe('A001');
		await clock.advance(61_000);
		expect(shown('onbon')).toBe('');
	});
});

describe('an adapter that hears itself', () => {
	test.each([true, undefined])('its echo is no answer (told: %s)', async (echo) => {
		start({ adapterEchoes: true, ...(echo === undefined ? {} : { echo }) });
		hang('simple', 3, 'simple');
		hang('dead', 4, 'simple');
		hang('onbon', 1, 'onbon');
		get('dead').board.setFault('unplugged', true);
		for (const code of ['dead', 'simple', 'onbon']) call(code, 'A1');
		await clock.advance(5000);
		expect(['dead', 'simple', 'onbon'].map(outcomes)).toEqual([['timeout'], ['acked'], ['acked']]);
	});
	test('a dead card alone behind it is a time-out', async () => {
		start({ adapterEchoes: true });
		hang('dead', 1, 'onbon');
		get('dead').board.setFault('unplugged', true);
		call('dead', 'A1');
		await clock.advance(15_000);
		expect(outcomes('dead')).toEqual(['timeout']);
	});
});

describe('a line of bad quality', () => {
	test('bytes lost, changed and invented: the right picture stands soon after it gets better', async () => {
		start();
		let seed = 7;
		const dice = (sides: number): number => (seed = (seed * 48_271) % 0x7fffffff) % sides;
		let bad = true;
		const wear = (byte: number): number[] => {
			const luck = dice(600);
			return luck > 2 ? [byte] : ([[], [byte ^ 8], [byte, 0xa5]][luck] ?? []);
		};
		const worn = (bytes: Uint8Array): Uint8Array => Uint8Array.from([...bytes].flatMap((byte) => wear(byte)));
		for (const [at, kind] of (['onbon', 'modbus', 'simple'] as const).entries()) {
			hang(kind, at + 1, kind);
			const { board } = get(kind);
			line.attach(kind, {
				...board,
				receive: (bytes, now) =>
					board
						.receive(bad ? worn(bytes) : bytes, now)
						.map((answer) => ({ ...answer, bytes: bad ? worn(answer.bytes) : answer.bytes }))
			});
		}
		for (let number = 1; number <= 40; number++) {
			for (const code of fixtures.keys()) call(code, `A${String(number)}`);
			await clock.advance(3000);
		}
		bad = false;
		await clock.advance(46_000);
		expect(['onbon', 'modbus', 'simple'].map(shown)).toEqual(['A40', 'A40', 'A40']);
		for (const { claims } of fixtures.values()) {
			expect(claims.length).toBeGreaterThan(5);
			for (const [said, stood] of claims) expect(stood).toBe(said);
		}
		expect(['onbon', 'modbus', 'simple'].map((code) => outcomes(code).at(-1))).toEqual(['acked', 'acked', 'acked']);
	});
});

describe('a busy morning', () => {
	test('50 calls in a second on ten boards: each ends at its newest, and the line keeps its silences', async () => {
		start();
		const codes = Array.from({ length: 10 }, (_, at) => `M${String(at + 1)}`);
		codes.forEach((code, at) => {
			hang(code, at + 1, 'modbus');
		});
		await clock.advance(1500);
		heard = [];
		for (let number = 1; number <= 50; number++) {
			call(codes[(number * 7) % 10] ?? '', `A${String(number)}`);
			await clock.advance(20);
		}
		await clock.advance(1000);
		for (const [at, code] of codes.entries()) {
			const last = Array.from({ length: 50 }, (_, one) => one + 1)
				.filter((number) => (number * 7) % 10 === at)
				.at(-1);
			expect(shown(code)).toBe(`A${String(last)}`);
			expect(outcomes(code).at(-1)).toBe('acked');
		}
		const lineMs = (bytes: Uint8Array): number => (bytes.length * 11 * 1000) / 9600;
		heard.slice(1).forEach(({ at }, index) => {
			const before = heard[index];
			expect(at - (before?.at ?? 0)).toBeGreaterThanOrEqual(lineMs(before?.bytes ?? new Uint8Array()) + 4);
		});
	});
});
