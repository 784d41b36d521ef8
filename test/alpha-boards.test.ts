import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alphaDriver, type AlphaSign } from '#display/led/alpha.ts';
import type { VirtualBoard } from '#display/led/virtual/board.ts';
import { virtualAlphaSign } from '#display/led/virtual/alpha-sign.ts';
import { modbusDriver } from '#display/led/modbus.ts';
import { virtualModbusSlave } from '#display/led/virtual/modbus-slave.ts';
import type { Bus, BusPriority, BusResult } from '#printer/wire/bus-types.ts';
import { openBus } from '#printer/wire/bus.ts';
import { virtualBus, type VirtualBus } from '#server/hardware/virtual-bus.ts';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';

/* Alpha signs on a real bus: they need seconds to be laid out, and a quarter of one between packets. */
const SIGN: AlphaSign = {
	...{ type: 'Z', columns: 16, text: 'A', strings: ['1', '2'], colour: 'red', mode: 'hold', answers: false }
};
const MAP = { lines: [{ at: 0, length: 8, perRegister: 2 as const }] };

let clock: VirtualClock;
let line: VirtualBus;
let bus: Bus;
let signs: VirtualBoard[];

function hang(address: number, more: Partial<AlphaSign> = {}): (lines: string[]) => BusResult[] {
	const sign = { ...SIGN, ...more };
	const driver = alphaDriver(sign);
	const board = virtualAlphaSign(address, sign);
	const code = `S${String(address)}`;
	line.attach(code, board);
	signs.push(board);
	bus.add(code, { ping: driver.ping(address), minRefreshMs: driver.caps.minRefreshMs });
	driver.setup?.(address).forEach((frame, at) => {
		bus.show(code, `setup ${String(at)}`, { frames: [frame], priority: 'alert', times: 1 });
	});
	return (lines) => {
		const results: BusResult[] = [];
		const onOutcome = (result: BusResult): void => void results.push(result);
		bus.show(code, 'text', { frames: driver.show(address, { lines }).frames, priority: 'call', onOutcome });
		return results;
	};
}

function alarm(address: number, lines: string[] | null, priority: BusPriority = 'alert'): void {
	const { alarm: place } = alphaDriver(SIGN);
	const frames = lines ? place?.show(address, { lines }).frames : place?.release(address);
	bus.show(`S${String(address)}`, 'alarm', { frames: frames ?? [], priority, times: 3 });
}

const shown = (at: number): string[] => signs[at]?.shown(clock.now()) ?? [];

beforeEach(() => {
	clock = virtualClock();
	signs = [];
	line = virtualBus('signs', { timers: clock });
	bus = openBus(line.wire, { timers: clock, baud: 9600 });
});
afterEach(async () => {
	await bus.close();
	await clock.advance(3000);
	expect(clock.pending()).toBe(0);
});

describe('Alpha signs on a line', () => {
	test('are laid out one step after the other while the others go on, and then show what is newest', async () => {
		const show = hang(5);
		const modbus = modbusDriver(MAP);
		const other = virtualModbusSlave(9, MAP);
		line.attach('M', other);
		bus.add('M');
		show(['A001', 'WINDOW 3']);
		const results = show(['A002', 'WINDOW 4']);
		await clock.advance(2000);
		bus.show('M', 'text', { frames: modbus.show(9, { lines: ['B7'] }).frames, priority: 'call' });
		await clock.advance(1000);
		expect([shown(0), other.shown(clock.now())]).toEqual([[], ['B7']]);
		await clock.advance(9000);
		expect(shown(0)).toEqual(['A002', 'WINDOW 4']);
		expect(results.map(({ outcome }) => outcome)).toEqual(['sent-unconfirmed']);
	});
	test('each hears only its own, and two calls at once both arrive', async () => {
		const [one, two] = [hang(1), hang(2)];
		await clock.advance(15_000);
		one(['A001', 'WINDOW 1']);
		two(['B001', 'WINDOW 2']);
		await clock.advance(3000);
		expect([shown(0), shown(1)]).toEqual([
			['A001', 'WINDOW 1'],
			['B001', 'WINDOW 2']
		]);
	});
	test('the memory is laid out once, not at every repetition', async () => {
		const show = hang(5);
		show(['A001', '']);
		await clock.advance(15_000);
		for (let n = 0; n < 20; n++) {
			await clock.advance(10_000);
			expect(shown(0)).toEqual(['A001']);
		}
	});
	test('an alarm takes the sign over, calls go on beneath, and its end shows them', async () => {
		const show = hang(5);
		show(['A001', '']);
		await clock.advance(15_000);
		alarm(5, ['LEAVE BY EXITS']);
		await clock.advance(1000);
		expect(shown(0)).toEqual(['LEAVE BY EXITS']);
		show(['A002', '']);
		await clock.advance(1000);
		expect(shown(0)).toEqual(['LEAVE BY EXITS']);
		alarm(5, null);
		await clock.advance(1000);
		expect(shown(0)).toEqual(['A002']);
	});
	test('one that answers is known to have it; one that refuses, to have not', async () => {
		const show = hang(5, { answers: true });
		await clock.advance(15_000);
		const good = show(['A001', '']);
		await clock.advance(1000);
		expect(good.map(({ outcome }) => outcome)).toEqual(['acked']);
		signs[0]?.setFault('rejecting', true);
		const bad = show(['A002', '']);
		await clock.advance(8000);
		expect(bad).toMatchObject([{ outcome: 'rejected', reason: 'damaged on the way' }]);
		expect(shown(0)).toEqual(['A001']);
	});
	test('a formatted but empty alarm would hold the sign blank: the release is bare', async () => {
		const show = hang(5);
		show(['A001', '']);
		await clock.advance(15_000);
		alarm(5, ['']);
		await clock.advance(1000);
		expect(shown(0)).toEqual([]);
		alarm(5, null);
		await clock.advance(1000);
		expect(shown(0)).toEqual(['A001']);
	});
});
