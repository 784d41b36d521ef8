import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { toyBoards, toyFrame as frame, type ToyBoards } from '#test/fakes/toy-boards.ts';
import { silenceMs } from './bus-line.ts';
import type { Bus, BusFrame, BusOptions, BusPriority, BusResult } from './bus-types.ts';
import { openBus } from './bus.ts';
import { virtualLine, type VirtualLine } from './virtual.ts';

let clock: VirtualClock;
let line: VirtualLine;
let bus: Bus;
let far: ToyBoards;

function start(options: BusOptions = {}): void {
	far = toyBoards(line, clock);
	bus = openBus(line.wire, { timers: clock, ...options });
}

/** How long a board takes for its answer, and which one it is; null: none. */
function answers(afterMs: (board: number, value: number) => number | null, status = 0): void {
	far.answer = (board, value) => {
		const after = afterMs(board, value);
		return after === null ? null : { afterMs: after, bytes: [board + 0x80, status] };
	};
}

function show(board: number, value: number, priority: BusPriority = 'call', more: Partial<BusFrame> = {}): BusResult[] {
	const results: BusResult[] = [];
	const picture = {
		frames: [frame(board, value, more)],
		priority,
		onOutcome: (one: BusResult) => void results.push(one)
	};
	bus.show(`B${String(board)}`, priority === 'brightness' ? 'brightness' : 'text', picture);
	return results;
}

const outcomes = (results: readonly BusResult[]): string[] => results.map(({ outcome, reason }) => reason ?? outcome);
const values = (board: number): number[] => far.got.filter((one) => one.board === board).map((one) => one.value);

beforeEach(() => {
	clock = virtualClock();
	line = virtualLine('test line');
});
afterEach(async () => {
	await bus.close();
	expect(clock.pending()).toBe(0);
});

function boards(...numbers: number[]): void {
	for (const number of numbers) bus.add(`B${String(number)}`);
}

describe('whose turn it is', () => {
	test('the newest value wins on each board, and no board is left out', async () => {
		start();
		boards(1, 2, 3);
		await clock.advance(1);
		for (let value = 1; value <= 50; value++) for (const board of [1, 2, 3]) show(board, value);
		await clock.advance(1000);
		for (const board of [1, 2, 3]) {
			expect(values(board).at(-1)).toBe(50);
			expect(values(board).length).toBeLessThanOrEqual(2);
		}
	});
	test('a board that is called again and again does not starve the others', async () => {
		start();
		boards(1, 2);
		await clock.advance(1);
		for (let value = 1; value <= 20; value++) {
			show(1, value);
			if (value === 1) show(2, 99);
			await clock.advance(7);
		}
		await clock.advance(100);
		expect(far.got[1]).toMatchObject({ board: 2, value: 99 });
		expect(values(1).at(-1)).toBe(20);
	});
	test('nor does one that never answers', async () => {
		start();
		boards(1, 2);
		await clock.advance(1);
		for (let value = 1; value <= 20; value++) {
			show(1, value, 'call', { expect: 'none' });
			if (value === 5) show(2, 99);
			await clock.advance(20);
		}
		await clock.advance(1000);
		expect(far.got.slice(0, 4).map(({ value }) => value)).toContain(99);
	});
	test('a board that is spoken to is not pinged', async () => {
		start({ refreshMs: 300, pingMs: 1000 });
		bus.add('B1', { ping: [frame(1, 0)] });
		show(1, 7);
		await clock.advance(500);
		far.got = [];
		await clock.advance(5000);
		expect(new Set(values(1))).toEqual(new Set([7]));
	});
	test('a replaced picture is never reported, the one that replaced it is', async () => {
		start();
		boards(1);
		await clock.advance(1);
		const [first, second, third] = [show(1, 1), show(1, 2), show(1, 3)];
		await clock.advance(100);
		expect([outcomes(first), outcomes(second), outcomes(third)]).toEqual([[], [], ['acked']]);
	});
	test('calls go first, then repetitions, brightness, pings', async () => {
		start({ refreshMs: 1000, pingMs: 1000 });
		boards(1, 2, 3);
		bus.add('B4', { ping: [frame(4, 40)] });
		show(1, 10);
		show(2, 20);
		await clock.advance(900);
		answers((board) => (board === 3 ? 280 : 10));
		show(3, 30);
		await clock.advance(20);
		far.got = [];
		show(1, 5, 'brightness');
		await clock.advance(180);
		show(2, 21);
		await clock.advance(500);
		expect(far.got.map((one) => one.value)).toEqual([21, 10, 5, 40]);
	});
	test('a board that needs time between two pictures gets it, and then the newest', async () => {
		start();
		bus.add('B1', { minRefreshMs: 1000 });
		await clock.advance(1);
		for (let value = 1; value <= 5; value++) {
			show(1, value);
			await clock.advance(100);
		}
		await clock.advance(2000);
		expect(values(1)).toEqual([1, 5]);
		const [first, second] = far.got;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000);
	});
	test('a picture of many frames is left at the first one that fails, and for a newer picture', async () => {
		start();
		boards(1);
		await clock.advance(1);
		far.answer = (board, value) => ({ afterMs: 10, bytes: [board + 0x80, value === 2 ? 2 : 0] });
		const results: BusResult[] = [];
		const frames = [frame(1, 1), frame(1, 2), frame(1, 3)];
		bus.show('B1', 'text', { frames, priority: 'call', onOutcome: (one) => void results.push(one) });
		await clock.advance(100);
		expect(values(1)).toEqual([1, 2]);
		expect(results).toMatchObject([{ outcome: 'rejected', reason: 'status 2' }]);
		bus.show('B1', 'text', { frames, priority: 'call' });
		await clock.advance(1);
		show(1, 9);
		await clock.advance(100);
		expect(values(1)).toEqual([1, 2, 1, 9]);
	});
	test('no frames: the slot is forgotten', async () => {
		start({ refreshMs: 1000 });
		boards(1);
		show(1, 1);
		await clock.advance(500);
		bus.show('B1', 'text', { frames: [], priority: 'call' });
		await clock.advance(5000);
		expect(values(1)).toEqual([1]);
		expect(() => bus.state('B7')).toThrow('no board B7');
	});
});

describe('the silences of the line', () => {
	test('three and a half characters, as the standard says', () => {
		expect(silenceMs(9600)).toBeCloseTo(4.01, 2);
		expect(silenceMs(115_200)).toBe(1.75);
		expect(silenceMs(undefined)).toBe(0);
	});
	test.each([
		['the gap of the bus', { gapMs: 20 }, 0, 20],
		['what the frame asks for', {}, 35, 35],
		['t3.5 at a low speed', { baud: 2400, gapMs: 1 }, 0, 16]
	])('between an answer and the next request: %s', async (_, options, quietBeforeMs, gap) => {
		start(options);
		boards(1, 2, 3);
		await clock.advance(50);
		for (const board of [1, 2, 3]) show(board, 1, 'call', { quietBeforeMs });
		await clock.advance(1000);
		const steps = far.got.slice(1).map((one, at) => one.at - (far.got[at]?.at ?? 0));
		expect(steps).toHaveLength(2);
		for (const step of steps) expect(step).toBeGreaterThanOrEqual(10 + gap);
	});
	test('the time a frame needs on the line is not taken off its time-out', async () => {
		start({ baud: 300 });
		boards(1);
		answers(() => 370);
		const results = show(1, 1, 'call', { timeoutMs: 300 });
		await clock.advance(1000);
		expect(outcomes(results)).toEqual(['acked']);
	});
	test('noise is waited out before the next request', async () => {
		start({ gapMs: 20 });
		boards(1);
		await clock.advance(100);
		const until = clock.now() + 200;
		for (let at = 0; at <= 200; at += 10) clock.after(at, () => far.say(0x33));
		await clock.advance(1);
		show(1, 1);
		await clock.advance(1000);
		expect(far.got[0]?.at).toBeGreaterThanOrEqual(until + 20);
	});
	test('a line that is never silent is opened again', async () => {
		start();
		boards(1);
		await clock.advance(1);
		const stop = clock.every(2, () => far.say(0x33));
		await clock.advance(10);
		const results = show(1, 1);
		await clock.advance(8000);
		expect(far.opened).toBe(2);
		expect(outcomes(results)).toEqual(['line-down']);
		stop();
		await clock.advance(20_000);
		expect(outcomes(results)).toEqual(['line-down', 'acked']);
	});
	test('after a frame to everybody the boards have time to obey', async () => {
		start();
		boards(1, 2);
		await clock.advance(1);
		const results = show(1, 1, 'call', { expect: 'none' });
		show(2, 1);
		await clock.advance(1000);
		expect(outcomes(results)).toEqual(['sent-unconfirmed']);
		expect((far.got[1]?.at ?? 0) - (far.got[0]?.at ?? 0)).toBeGreaterThanOrEqual(150);
	});
});

describe('answers', () => {
	test('busy is tried again, and then said to be refused', async () => {
		start();
		boards(1);
		answers(() => 10, 1);
		const results = show(1, 1);
		await clock.advance(5000);
		expect(values(1)).toHaveLength(3);
		expect(outcomes(results)).toEqual(['status 1']);
		expect(bus.state('B1')).toMatchObject({ failures: 0, quarantined: false });
	});
	test('what may not be sent twice is not', async () => {
		start({ refreshMs: 1e6 });
		boards(1);
		answers(() => null);
		const results = show(1, 1, 'call', { idempotent: false });
		await clock.advance(5000);
		expect(values(1)).toEqual([1]);
		expect(outcomes(results)).toEqual(['no-answer']);
	});
	test('an answer that is damaged is told apart from none', async () => {
		start({ refreshMs: 1e6 });
		boards(1);
		answers(() => null);
		const results = show(1, 1, 'call', { idempotent: false });
		await clock.advance(100);
		far.say(0x11, 0x22);
		await clock.advance(1000);
		expect(results).toMatchObject([{ outcome: 'timeout', reason: 'unreadable' }]);
	});
	test('an answer that comes late is never credited to the next picture', async () => {
		start({ refreshMs: 1e6 });
		boards(1);
		await clock.advance(1);
		// The first request is answered while the third is waiting; the others never are.
		answers((_, value) => (value === 1 ? 900 : null));
		show(1, 1);
		await clock.advance(400);
		const late = show(1, 2);
		await clock.advance(700);
		expect(values(1)).toEqual([1, 2, 2]);
		expect(late).toEqual([]);
		await clock.advance(5000);
		expect(outcomes(late)).toEqual(['no-answer']);
	});
	test('and what may not be sent twice is then not claimed', async () => {
		start({ refreshMs: 1e6 });
		boards(1);
		await clock.advance(1);
		answers((_, value) => (value === 1 ? null : 10));
		show(1, 1);
		await clock.advance(400);
		const once = show(1, 2, 'call', { idempotent: false });
		await clock.advance(5000);
		expect(values(1)).toEqual([1, 2]);
		expect(outcomes(once)).toEqual(['sent-unconfirmed']);
	});
	test('the answer of another board is not taken either', async () => {
		start({ refreshMs: 1e6 });
		boards(1, 2);
		await clock.advance(1);
		answers((board) => (board === 1 ? 400 : null));
		show(1, 1);
		const other = show(2, 2);
		await clock.advance(5000);
		expect(outcomes(other)).toEqual(['no-answer']);
	});
	test('bytes that came before the request are thrown away', async () => {
		start({ refreshMs: 1e6 });
		boards(1);
		await clock.advance(1);
		far.say(0x81, 0);
		answers(() => null);
		const results = show(1, 1, 'call', { idempotent: false });
		await clock.advance(1000);
		expect(outcomes(results)).toEqual(['no-answer']);
	});
});
