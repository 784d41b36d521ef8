import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { toyBoards, toyFrame, toyRepeated, type ToyBoards } from '#test/fakes/toy-boards.ts';
import type { Bus, BusFrame, BusLineState, BusOptions, BusResult } from './bus-types.ts';
import { openBus } from './bus.ts';
import { virtualLine, type VirtualLine } from './virtual.ts';

let clock: VirtualClock;
let line: VirtualLine;
let bus: Bus;
let far: ToyBoards;
let states: BusLineState[];

function start(options: BusOptions = {}): void {
	far = toyBoards(line, clock);
	bus = openBus(line.wire, { timers: clock, onLine: (state) => void states.push(state), ...options });
}

function show(board: number, slot: string, frame: BusFrame): BusResult[] {
	const results: BusResult[] = [];
	const onOutcome = (result: BusResult): void => void results.push(result);
	bus.show(`B${String(board)}`, slot, { frames: [frame], priority: 'call', onOutcome });
	return results;
}

const outcomes = (results: readonly BusResult[]): string[] => results.map(({ outcome, reason }) => reason ?? outcome);
const values = (board: number): number[] => far.got.filter((one) => one.board === board).map((one) => one.value);

beforeEach(() => {
	clock = virtualClock();
	line = virtualLine('test line');
	states = [];
});
afterEach(async () => {
	await bus.close();
	await clock.advance(0);
	expect(clock.pending()).toBe(0);
});

describe('quarantine', () => {
	test('three requests without an answer, then one a probe, whatever is asked for meanwhile', async () => {
		start({ probeMs: 10_000 });
		bus.add('B1');
		far.answer = () => null;
		const text = show(1, 'text', toyFrame(1, 1));
		await clock.advance(5000);
		expect(values(1)).toEqual([1, 1, 1]);
		expect(outcomes(text)).toEqual(['no-answer']);
		for (let value = 2; value < 20; value++) {
			expect(outcomes(show(1, 'text', toyFrame(1, value)))).toEqual(['no-answer']);
			show(1, 'bright', toyFrame(1, 100 + value));
			await clock.advance(1000);
		}
		expect(values(1)).toHaveLength(5);
	});
	test('the first answer ends it, and everything the board should show follows', async () => {
		start({ probeMs: 10_000 });
		bus.add('B1');
		far.answer = () => null;
		const text = show(1, 'text', toyFrame(1, 1));
		const bright = show(1, 'bright', toyFrame(1, 2));
		await clock.advance(5000);
		expect([text, bright].map(outcomes)).toEqual([['no-answer'], ['no-answer']]);
		far.answer = (board) => ({ afterMs: 10, bytes: [board + 0x80, 0] });
		far.got = [];
		await clock.advance(10_100);
		expect(new Set(values(1))).toEqual(new Set([1, 2]));
		expect([text, bright].map(outcomes)).toEqual([
			['no-answer', 'acked'],
			['no-answer', 'acked']
		]);
	});
	test('one lost answer is no quarantine, but the board is painted again', async () => {
		start();
		bus.add('B1');
		show(1, 'bright', toyFrame(1, 2));
		await clock.advance(1000);
		far.got = [];
		far.answer = (board) => (far.got.length === 1 ? null : { afterMs: 10, bytes: [board + 0x80, 0] });
		const text = show(1, 'text', toyFrame(1, 1));
		await clock.advance(2000);
		expect(outcomes(text)).toEqual(['acked']);
		expect(values(1)).toContain(2);
		expect(bus.state('B1')).toMatchObject({ failures: 0, quarantined: false });
	});
	test('a probe waits behind the calls of the living', async () => {
		start({ probeMs: 10_000 });
		for (const board of [1, 2, 3]) bus.add(`B${String(board)}`);
		const dead = (board: number): boolean => board === 1;
		far.answer = (board, value) => (dead(board) ? null : { afterMs: value, bytes: [board + 0x80, 0] });
		show(1, 'text', toyFrame(1, 1));
		await clock.advance(1800);
		expect(bus.state('B1').quarantined).toBe(true);
		while (values(1).length < 4) await clock.advance(1000);
		show(1, 'text', toyFrame(1, 9));
		await clock.advance(10_100);
		far.got = [];
		show(3, 'text', toyFrame(3, 250));
		await clock.advance(200);
		show(2, 'text', toyFrame(2, 20));
		await clock.advance(1000);
		expect(far.got.map(({ board }) => board)).toEqual([3, 2, 1]);
	});
	test('a board that was taken away is left alone', async () => {
		start({ refreshMs: 1000 });
		bus.add('B1');
		show(1, 'text', toyFrame(1, 1));
		await clock.advance(100);
		bus.remove('B1');
		await clock.advance(10_000);
		expect(values(1)).toEqual([1]);
		expect(() => bus.state('B1')).toThrow();
	});
});

describe('the port', () => {
	test('that cannot be opened is said at once, and everything is painted when it can', async () => {
		line.unplug(true);
		start();
		bus.add('B1');
		await clock.advance(100);
		const results = show(1, 'text', toyFrame(1, 1));
		expect(outcomes(results)).toEqual(['line-down']);
		expect(bus.line()).toMatchObject({ open: false, reason: 'test line: not plugged in' });
		line.unplug(false);
		await clock.advance(11_000);
		expect(outcomes(results)).toEqual(['line-down', 'acked']);
	});
	test('that takes nothing any more is closed and opened again', async () => {
		start();
		bus.add('B1');
		await clock.advance(1);
		line.stall(true);
		const results = show(1, 'text', toyFrame(1, 1));
		await clock.advance(2500);
		expect(outcomes(results)).toEqual(['line-down']);
		line.stall(false);
		await clock.advance(11_000);
		expect(outcomes(results)).toEqual(['line-down', 'acked']);
		expect(states.map(({ open }) => open)).toEqual([true, false, true]);
	});
	test('that looks open but hears nobody is opened again', async () => {
		start({ probeMs: 1000 });
		for (const board of [1, 2, 3]) bus.add(`B${String(board)}`, { ping: [toyFrame(board, 0)] });
		await clock.advance(1000);
		line.silence(true);
		await clock.advance(60_000);
		expect(far.opened).toBeGreaterThan(1);
		line.silence(false);
		await clock.advance(10_000);
		for (const board of [1, 2, 3]) expect(bus.state(`B${String(board)}`).quarantined).toBe(false);
	});
	test('that goes takes back no acknowledgement', async () => {
		start({ refreshMs: 1000 });
		bus.add('B1');
		const results = show(1, 'text', toyFrame(1, 1));
		await clock.advance(500);
		far.answer = () => null;
		await clock.advance(600);
		line.unplug(true);
		await clock.advance(5000);
		expect(values(1)).toEqual([1, 1]);
		expect(outcomes(results)).toEqual(['acked']);
	});
	test('a request on its way when the cable is pulled is sent again', async () => {
		start();
		bus.add('B1');
		await clock.advance(1);
		far.answer = () => null;
		const results = show(1, 'text', toyFrame(1, 1));
		await clock.advance(100);
		line.unplug(true);
		await clock.advance(100);
		expect(outcomes(results)).toEqual(['line-down']);
		far.answer = (board) => ({ afterMs: 10, bytes: [board + 0x80, 0] });
		line.unplug(false);
		await clock.advance(11_000);
		expect(outcomes(results)).toEqual(['line-down', 'acked']);
	});
	test('closing does not wait for an answer, and nothing is reported afterwards', async () => {
		start();
		bus.add('B1');
		far.answer = () => null;
		const results = show(1, 'text', toyFrame(1, 1, { timeoutMs: 60_000 }));
		await clock.advance(100);
		await bus.close();
		await clock.advance(120_000);
		expect(results).toEqual([]);
		expect(values(1)).toEqual([1]);
	});
});

describe('an adapter that hears itself', () => {
	const echoing = (answering: boolean): void => {
		far.answer = (board, value) => ({
			afterMs: 1,
			bytes: [board, value, ...(answering ? (value >= 50 ? [board, value] : [board + 0x80, 0]) : [])]
		});
	};

	test('its echo is taken off before the answer is read', async () => {
		start();
		bus.add('B1');
		echoing(true);
		expect(outcomes(await shown(toyFrame(1, 1)))).toEqual(['acked']);
	});
	test('a dead board behind it is a time-out, though its answer would look like the echo', async () => {
		start();
		bus.add('B1', { ping: [toyFrame(1, 0)] });
		echoing(false);
		expect(outcomes(await shown(toyRepeated(1, 50)))).toEqual(['no-answer']);
	});
	test('an answer that repeats the request is told from the echo by coming twice', async () => {
		start();
		bus.add('B1');
		echoing(true);
		expect(outcomes(await shown(toyRepeated(1, 50)))).toEqual(['acked']);
	});
	test('where nothing tells echo from answer, nothing is claimed', async () => {
		start();
		bus.add('B1');
		echoing(false);
		expect(outcomes(await shown(toyRepeated(1, 50)))).toEqual(['sent-unconfirmed']);
	});
	test('told that there is none, the repeated request is the answer', async () => {
		start({ echo: false });
		bus.add('B1');
		echoing(false);
		expect(outcomes(await shown(toyRepeated(1, 50)))).toEqual(['acked']);
	});
	test('a probe of a dead board behind an unknown adapter costs one time-out, too', async () => {
		start({ probeMs: 10_000, pingMs: 1e6 });
		bus.add('B1', { ping: [toyFrame(1, 0)] });
		far.answer = () => null;
		await shown(toyRepeated(1, 50));
		expect(bus.state('B1').quarantined).toBe(true);
		far.got = [];
		await clock.advance(30_000);
		expect(values(1)).toHaveLength(3);
	});
	test('another adapter after the cable was pulled is found out anew', async () => {
		start();
		bus.add('B1', { ping: [toyFrame(1, 0)] });
		echoing(true);
		const results = await shown(toyRepeated(1, 50));
		line.unplug(true);
		far.answer = (board, value) => ({ afterMs: 1, bytes: value >= 50 ? [board, value] : [board + 0x80, 0] });
		line.unplug(false);
		await clock.advance(11_000);
		expect(outcomes(results)).toEqual(['acked']);
		expect(bus.state('B1').failures).toBe(0);
	});
	test('a request damaged on its way back is not taken for an answer', async () => {
		start({ echo: true });
		bus.add('B1');
		far.answer = (board) => ({ afterMs: 1, bytes: [board, 0x7f] });
		expect(outcomes(await shown(toyFrame(1, 1)))).toEqual(['unreadable']);
	});

	async function shown(frame: BusFrame): Promise<BusResult[]> {
		const results = show(1, 'text', frame);
		await clock.advance(5000);
		return results;
	}
});
