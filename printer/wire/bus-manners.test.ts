import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { toyBoards, toyFrame, type ToyBoards } from '#test/fakes/toy-boards.ts';
import type { Bus, BusFrame, BusHeard, BusOptions, BusPicture, BusResult } from './bus-types.ts';
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

function show(board: number, frames: BusFrame[], more: Partial<BusPicture> = {}, slot = 'text'): BusResult[] {
	const results: BusResult[] = [];
	const onOutcome = (result: BusResult): void => void results.push(result);
	bus.show(`B${String(board)}`, slot, { frames, priority: 'call', onOutcome, ...more });
	return results;
}

const values = (board: number): number[] => far.got.filter((one) => one.board === board).map((one) => one.value);

beforeEach(() => {
	clock = virtualClock();
	line = virtualLine('test line');
});
afterEach(async () => {
	await bus.close();
	await clock.advance(0);
	expect(clock.pending()).toBe(0);
});

describe('one dead board of ten', () => {
	const TIMEOUT = 300;
	const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
	const DEAD = 4;

	/** Calls on the nine living boards for ten minutes; how long each took to be acknowledged. */
	async function busy(dead: boolean): Promise<number[]> {
		start({ probeMs: 30_000 });
		for (const board of TEN) bus.add(`B${String(board)}`, { ping: [toyFrame(board, 0)] });
		far.answer = (board) => (dead && board === DEAD ? null : { afterMs: 10, bytes: [board + 0x80, 0] });
		for (const board of TEN) show(board, [toyFrame(board, 1, { timeoutMs: TIMEOUT })]);
		await clock.advance(10_000);
		far.got = [];
		const took: number[] = [];
		for (let call = 0; call < 600; call++) {
			const board = TEN.filter((one) => one !== DEAD)[call % 9] ?? 1;
			const began = clock.now();
			const onOutcome = (): void => void took.push(clock.now() - began);
			show(board, [toyFrame(board, call % 250, { timeoutMs: TIMEOUT })], { onOutcome });
			await clock.advance(1000);
		}
		return took;
	}

	test('costs the others one time-out a probe at the most, and between probes nothing', async () => {
		const healthy = await busy(false);
		await bus.close();
		line = virtualLine('with a dead board');
		const took = await busy(true);
		// Ten minutes are twenty probes of thirty seconds, each one request and no more.
		expect(values(DEAD).length).toBeGreaterThanOrEqual(19);
		expect(values(DEAD).length).toBeLessThanOrEqual(20);
		expect(took).toHaveLength(600);
		const worst = Math.max(...healthy);
		expect(Math.max(...took)).toBeLessThanOrEqual(worst + TIMEOUT + 10);
		expect(took.filter((one) => one > worst).length).toBeLessThanOrEqual(values(DEAD).length);
	});
});

describe('pictures with manners of their own', () => {
	test('a deaf board is waited for, and the others are not', async () => {
		start();
		for (const board of [1, 2]) bus.add(`B${String(board)}`);
		await clock.advance(1);
		show(1, [toyFrame(1, 1, { deafMs: 5000 })], { priority: 'alert', times: 1 }, 'setup');
		show(1, [toyFrame(1, 2)]);
		show(2, [toyFrame(2, 3)]);
		await clock.advance(4900);
		expect(far.got.map(({ value }) => value)).toEqual([1, 3]);
		await clock.advance(200);
		expect(values(1)).toEqual([1, 2]);
	});
	test('it is still deaf when the line breaks and comes back meanwhile', async () => {
		start();
		bus.add('B1');
		await clock.advance(1);
		show(1, [toyFrame(1, 1, { deafMs: 20_000 })], { priority: 'alert', times: 1 }, 'setup');
		show(1, [toyFrame(1, 2)]);
		await clock.advance(500);
		line.unplug(true);
		line.unplug(false);
		await clock.advance(18_000);
		expect(values(1)).toEqual([1]);
		await clock.advance(2000);
		expect(values(1)).toEqual([1, 2]);
	});
	test('a picture that has got through as often as it should rests, also when the line comes back', async () => {
		start({ refreshMs: 1000 });
		bus.add('B1');
		show(1, [toyFrame(1, 1)], { times: 2 });
		await clock.advance(10_000);
		expect(values(1)).toEqual([1, 1]);
		line.unplug(true);
		line.unplug(false);
		await clock.advance(10_000);
		expect(values(1)).toEqual([1, 1]);
	});
	test('until then it is tried again and again', async () => {
		start({ refreshMs: 1000, probeMs: 15_000 });
		bus.add('B1');
		far.answer = () => null;
		show(1, [toyFrame(1, 1)], { times: 1 });
		await clock.advance(10_000);
		far.answer = (board) => ({ afterMs: 10, bytes: [board + 0x80, 0] });
		far.got = [];
		await clock.advance(20_000);
		expect(values(1).length).toBeLessThanOrEqual(2);
		expect(values(1)).toContain(1);
	});
	test('of a board that was taken away while it was asked, nothing is told', async () => {
		start();
		bus.add('B1');
		const results = show(1, [toyFrame(1, 1), toyFrame(1, 2)]);
		await clock.advance(1);
		bus.remove('B1');
		await clock.advance(5000);
		expect([values(1), results]).toEqual([[1], []]);
	});
	test('a slow way is waited for as long as the line says, never shorter than the frame does', async () => {
		start({ answerMs: 900 });
		for (const board of [1, 2]) bus.add(`B${String(board)}`);
		far.answer = (board) => ({ afterMs: board === 1 ? 800 : 1400, bytes: [board + 0x80, 0] });
		const near = show(1, [toyFrame(1, 1)]);
		const slow = show(2, [toyFrame(2, 1, { timeoutMs: 1500 })]);
		await clock.advance(5000);
		expect([near, slow].map((results) => results.map(({ outcome }) => outcome))).toEqual([['acked'], ['acked']]);
	});
	test('the silence after a frame to everybody is the line’s own', async () => {
		start({ settleMs: 400 });
		for (const board of [1, 2]) bus.add(`B${String(board)}`);
		await clock.advance(1);
		show(1, [toyFrame(1, 1, { expect: 'none' })]);
		show(2, [toyFrame(2, 1)]);
		await clock.advance(1000);
		expect((far.got[1]?.at ?? 0) - (far.got[0]?.at ?? 0)).toBeGreaterThanOrEqual(400);
	});
});

describe('a line that is lent', () => {
	async function asked(promise: Promise<BusHeard> | undefined): Promise<string> {
		const heard: BusHeard[] = [];
		void promise?.then((one) => heard.push(one));
		await clock.advance(3000);
		const [one] = heard;
		return one ? `${one.kind} ${Buffer.from(one.bytes).toString('hex')}` : 'nothing';
	}

	test('asks what it is told and nothing else; the newest picture comes with its return', async () => {
		start({ refreshMs: 1000, pingMs: 1000 });
		bus.add('B1', { ping: [toyFrame(1, 0)] });
		const results = show(1, [toyFrame(1, 7)]);
		await clock.advance(500);
		far.got = [];
		const loan = bus.borrow();
		expect(bus.borrow()).toBeNull();
		show(1, [toyFrame(1, 8)]);
		show(1, [toyFrame(1, 9)]);
		expect(await asked(loan?.ask(toyFrame(5, 3)))).toBe('acked 8500');
		await clock.advance(60_000);
		expect(far.got.map(({ value }) => value)).toEqual([3]);
		loan?.give();
		loan?.give();
		await clock.advance(200);
		expect(values(1)).toEqual([9]);
		expect(results.map(({ outcome }) => outcome)).toEqual(['acked']);
		expect(await asked(loan?.ask(toyFrame(5, 3)))).toBe('down ');
	});
	test('everything that came is heard, until the line is silent again', async () => {
		start();
		await clock.advance(1);
		const loan = bus.borrow();
		far.answer = (board) => {
			clock.after(13, () => {
				far.say(board + 0x80, 0);
			});
			return { afterMs: 10, bytes: [board + 0x80, 0] };
		};
		expect(await asked(loan?.ask(toyFrame(1, 3)))).toBe('acked 81008100');
		far.answer = () => ({ afterMs: 10, bytes: [0x11, 0x22] });
		expect(await asked(loan?.ask(toyFrame(1, 3)))).toBe('no-answer 1122');
		far.answer = () => null;
		expect(await asked(loan?.ask(toyFrame(1, 3), { timeoutMs: 50 }))).toBe('no-answer ');
	});
	test('an echo is no answer', async () => {
		start({ echo: true });
		await clock.advance(1);
		const loan = bus.borrow();
		far.answer = (board, value) => ({ afterMs: 1, bytes: [board, value, board + 0x80, 0] });
		expect(await asked(loan?.ask(toyFrame(1, 3)))).toBe('acked 8100');
	});
	test('a search among many that are not there is no reason to open the line again', async () => {
		start();
		await clock.advance(1);
		const loan = bus.borrow();
		far.answer = () => null;
		for (let address = 1; address < 40; address++) {
			expect(await asked(loan?.ask(toyFrame(address, 0), { timeoutMs: 50 }))).toBe('no-answer ');
		}
		expect(far.opened).toBe(1);
	});
	test('pulled out or closed meanwhile, nobody waits for ever', async () => {
		start();
		await clock.advance(1);
		const loan = bus.borrow();
		line.unplug(true);
		expect(await asked(loan?.ask(toyFrame(1, 0)))).toBe('down ');
		line.unplug(false);
		await clock.advance(6000);
		far.answer = () => null;
		const waiting = loan?.ask(toyFrame(1, 0, { timeoutMs: 60_000 }));
		const second = loan?.ask(toyFrame(2, 0));
		await clock.advance(100);
		await bus.close();
		expect([await asked(waiting), await asked(second)]).toEqual(['down ', 'down ']);
		expect(bus.borrow()).toBeNull();
	});
});
