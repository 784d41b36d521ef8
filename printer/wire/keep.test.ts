import { expect, test } from 'vitest';
import { virtualClock } from '#test/fakes/clock.ts';
import { KeptWire } from './keep.ts';
import type { KeepOptions } from './keep.ts';
import { virtualLine } from './virtual.ts';
import type { VirtualLine } from './virtual.ts';
import type { Link } from './wire.ts';

interface Kept {
	wire: KeptWire;
	line: VirtualLine;
	clock: ReturnType<typeof virtualClock>;
	/** what happened, in order */
	told: string[];
	/** the far ends of all links, oldest first */
	far: Link[];
}

function keep(some: Partial<KeepOptions> = {}, unplugged = false): Kept {
	const clock = virtualClock();
	const line = virtualLine('test');
	line.unplug(unplugged);
	const told: string[] = [];
	const far: Link[] = [];
	line.onOpen((link) => far.push(link));
	const wire = new KeptWire(line.wire, {
		timers: clock,
		onBytes: (bytes) => told.push(Buffer.from(bytes).toString()),
		onUp: () => told.push('up'),
		onDown: (why) => told.push(why.message),
		...some
	});
	return { wire, line, clock, told, far };
}

test('a wire is opened at once, and what arrives is handed over', async () => {
	const { wire, clock, told, far } = keep();
	await clock.advance(0);
	await far[0]?.write(Buffer.from('hello'));
	expect([wire.up, told]).toEqual([true, ['up', 'hello']]);
	await wire.close();
	expect(clock.pending()).toBe(0);
});

test('a wire that cannot be opened is tried again with growing waits, up to the longest', async () => {
	const tries: number[] = [];
	const clock = virtualClock(0);
	const open = (): Promise<Link> => {
		tries.push(clock.now());
		return Promise.reject(new Error('nobody there'));
	};
	const wire = new KeptWire(
		{ name: 'dead', open },
		{ timers: clock, onBytes: () => undefined, firstMs: 100, mostMs: 500 }
	);
	await clock.advance(2300);
	expect(tries).toEqual([0, 100, 300, 700, 1200, 1700, 2200]);
	expect(wire.why.message).toBe('nobody there');
	await wire.close();
	expect(clock.pending()).toBe(0);
});

test('one that accepts and hangs up at once is waited for like a dead one', async () => {
	const { wire, clock, far } = keep({ firstMs: 100, mostMs: 500 });
	for (let n = 0; n < 40; n += 1) {
		await far.at(-1)?.close();
		await clock.advance(50);
	}
	expect(far.length).toBeLessThan(9);
	await wire.close();
});

test('after a break it is opened again, and what arrives on the new link is heard', async () => {
	const { wire, line, clock, told, far } = keep();
	await clock.advance(0);
	line.unplug(true);
	await clock.advance(1000);
	line.unplug(false);
	await clock.advance(2000);
	await far.at(-1)?.write(Buffer.from('again'));
	expect(told).toEqual(['up', 'test: unplugged', 'test: not plugged in', 'test: not plugged in', 'up', 'again']);
	await wire.close();
});

test('who needs it now does not wait for the next try', async () => {
	const { wire, line, clock } = keep({ firstMs: 60_000, mostMs: 60_000 }, true);
	await clock.advance(10);
	expect(wire.up).toBe(false);
	line.unplug(false);
	expect(await wire.whenUp(1000)).toBe(true);
	await wire.close();
});

test('without a link nothing leaves; with one that breaks meanwhile something may have', async () => {
	const { wire, line, clock } = keep({}, true);
	expect(await wire.write(Buffer.from('x'), 1000)).toBe('down');
	line.unplug(false);
	await wire.whenUp(1000);
	expect(await wire.write(Buffer.from('x'), 1000)).toBe('taken');
	line.stall(true);
	const lost = wire.write(Buffer.from('y'), 1000);
	line.unplug(true);
	expect(await lost).toBe('lost');
	await wire.close();
	expect(clock.pending()).toBe(0);
});

test('a link that refuses bytes before it says its end is left at once, and opened again after a wait', async () => {
	const clock = virtualClock(0);
	const opened: number[] = [];
	const refusing: Link = {
		write: () => Promise.reject(new Error('gone')),
		onBytes: () => undefined,
		onClosed: () => undefined,
		close: () => Promise.resolve()
	};
	const open = (): Promise<Link> => {
		opened.push(clock.now());
		return Promise.resolve(refusing);
	};
	const wire = new KeptWire({ name: 'refusing', open }, { timers: clock, onBytes: () => undefined, firstMs: 100 });
	await clock.advance(0);
	expect(await wire.write(Buffer.from('x'), 1000)).toBe('lost');
	expect([wire.up, wire.why.message]).toEqual([false, 'gone']);
	expect(await wire.write(Buffer.from('y'), 1000)).toBe('down');
	await clock.advance(150);
	expect([wire.up, opened]).toEqual([true, [0, 100]]);
	await wire.close();
	expect(clock.pending()).toBe(0);
});

test('a far end that takes nothing is given up after the limit, and opened anew', async () => {
	const { wire, line, clock, told } = keep();
	await clock.advance(0);
	line.stall(true);
	const stalled = wire.write(Buffer.from('x'), 700);
	await clock.advance(700);
	expect(await stalled).toBe('stalled');
	line.stall(false);
	expect(await wire.whenUp(1000)).toBe(true);
	expect(told).toEqual(['up', 'test: takes nothing', 'up']);
	await wire.close();
});

test('a link that is given up is no longer heard, though it may linger', async () => {
	const clock = virtualClock();
	const told: string[] = [];
	const say: ((text: string) => void)[] = [];
	const link: Link = {
		write: () => Promise.resolve(),
		onBytes: (listener) =>
			say.push((text) => {
				listener(Buffer.from(text));
			}),
		onClosed: () => undefined,
		close: () => Promise.resolve()
	};
	const onBytes = (bytes: Uint8Array): number => told.push(Buffer.from(bytes).toString());
	const wire = new KeptWire({ name: 'lingers', open: () => Promise.resolve({ ...link }) }, { timers: clock, onBytes });
	await clock.advance(0);
	wire.renew(new Error('silent'));
	await wire.whenUp(1000);
	say[0]?.('late');
	say[1]?.('now');
	expect(told).toEqual(['now']);
	await wire.close();
});

test('once closed it stays closed', async () => {
	const { wire, line, clock, told } = keep();
	await clock.advance(0);
	await wire.close();
	line.unplug(true);
	line.unplug(false);
	await clock.advance(60_000);
	expect([await wire.write(Buffer.from('x'), 10), told]).toEqual(['down', ['up']]);
	expect(clock.pending()).toBe(0);
});
