import { describe, expect, onTestFinished, test } from 'vitest';
import { virtualClock, type VirtualClock } from '#test/fakes/clock.ts';
import { ptyPair } from '#test/fakes/pty.ts';
import { has } from '#test/tools.ts';
import { TcpPort } from '../virtual/ports.ts';
import { VIRTUAL_CARDS, VirtualIdReader, type VirtualCard } from '../virtual/id-reader.ts';
import { serialWire } from '../wire/serial.ts';
import { tcpWire } from '../wire/tcp.ts';
import { systemTimers } from '../wire/timers.ts';
import { IdReader, LOOK_MS, type CardOutcome } from './id-card.ts';

const [ADULT, ELDER] = VIRTUAL_CARDS as [VirtualCard, VirtualCard];

function bench(): {
	clock: VirtualClock;
	far: VirtualIdReader;
	ask: (limitMs?: number, signal?: AbortSignal) => Promise<CardOutcome>;
} {
	const clock = virtualClock();
	const far = new VirtualIdReader('reader', clock);
	const reader = new IdReader(far.wire, clock);
	onTestFinished(() => expect(clock.pending()).toBe(0));
	const ask = async (limitMs = 10_000, signal = new AbortController().signal): Promise<CardOutcome> => {
		let outcome: CardOutcome | undefined;
		void reader.read({ limitMs, signal }).then((one) => (outcome = one));
		for (let steps = 0; outcome === undefined && steps < 1000; steps += 1) await clock.advance(100);
		if (!outcome) throw new Error('it never ends');
		return outcome;
	};
	return { clock, far, ask };
}

describe('K-07 a reader of identity cards', () => {
	test('finds, selects and reads the card that is laid, and gives its number and nothing else', async () => {
		const { far, ask } = bench();
		far.lay(ADULT);
		expect(await ask()).toEqual({ outcome: 'read', card: { number: ADULT.number } });
		expect(far.asked.map((one) => one.ask)).toEqual(['find', 'select', 'read']);
	});

	test('waits for a card no longer than it was told, looks every 300 ms at most, and is left alone otherwise', async () => {
		const { clock, far, ask } = bench();
		expect(await ask(3000)).toEqual({ outcome: 'none' });
		const at = far.asked.map((one) => one.at);
		expect(at.length).toBeGreaterThan(5);
		expect(Math.min(...at.slice(1).map((one, i) => one - (at[i] ?? 0)))).toBeGreaterThanOrEqual(LOOK_MS);
		far.lay(ADULT);
		await clock.advance(60_000);
		expect(far.asked).toHaveLength(at.length);
	});

	test('stops when nobody waits any more, and what it reads then is nobody’s', async () => {
		const { clock, far, ask } = bench();
		const page = new AbortController();
		clock.after(1000, () => {
			far.lay(ADULT);
			page.abort();
		});
		expect(await ask(20_000, page.signal)).toEqual({ outcome: 'none' });
	});

	test('never takes the card that the last visitor left lying: it must be lifted first', async () => {
		const { clock, far, ask } = bench();
		far.lay(ADULT);
		await ask();
		// Some modules find the same card again and again, others only once.
		far.lay(ADULT);
		expect(await ask(2000)).toEqual({ outcome: 'unreadable' });
		far.lift();
		expect(await ask(0)).toEqual({ outcome: 'none' });
		far.lay(ADULT);
		await ask();
		expect(await ask(2000)).toEqual({ outcome: 'none' });
		clock.after(500, () => far.lift());
		clock.after(1200, () => far.lay(ELDER));
		expect(await ask()).toEqual({ outcome: 'read', card: { number: ELDER.number } });
	});

	test('asks again for what came with a wrong sum', async () => {
		const { clock, far, ask } = bench();
		far.lay(ADULT);
		far.setFault('bad-sum', true);
		clock.after(150, () => far.setFault('bad-sum', false));
		expect(await ask()).toEqual({ outcome: 'read', card: { number: ADULT.number } });
		expect(far.asked.map((one) => one.ask)).toEqual(['find', 'find', 'select', 'read']);
	});

	test('reads through a 00 that a module slips into the head', async () => {
		const { far, ask } = bench();
		far.setFault('inserted', true);
		far.lay(ADULT);
		expect(await ask()).toEqual({ outcome: 'read', card: { number: ADULT.number } });
	});

	test('says that a card cannot be read, and takes it once it was lifted and laid again', async () => {
		const { clock, far, ask } = bench();
		far.setFault('unreadable', true);
		far.lay(ADULT);
		expect(await ask()).toEqual({ outcome: 'unreadable' });
		far.setFault('unreadable', false);
		clock.after(400, () => far.lift());
		clock.after(1000, () => far.lay(ADULT));
		expect(await ask()).toEqual({ outcome: 'read', card: { number: ADULT.number } });
	});

	test.each(['silent', 'cut', 'bad-sum', 'unplugged'] as const)(
		'that is %s is soon said to be absent, and is there again by itself',
		async (fault) => {
			const { clock, far, ask } = bench();
			far.setFault(fault, true);
			const begun = clock.now();
			expect(await ask(20_000)).toEqual({ outcome: 'absent' });
			expect(clock.now() - begun).toBeLessThanOrEqual(8000);
			far.setFault(fault, false);
			far.lay(ADULT);
			expect(await ask()).toEqual({ outcome: 'read', card: { number: ADULT.number } });
		}
	);

	test('comes back when the cable is pulled for a moment while a card is waited for', async () => {
		const { clock, far, ask } = bench();
		clock.after(1000, () => far.setFault('unplugged', true));
		clock.after(1200, () => far.setFault('unplugged', false));
		clock.after(2000, () => far.lay(ADULT));
		expect(await ask()).toEqual({ outcome: 'read', card: { number: ADULT.number } });
	});
});

describe('K-07 on a real wire', () => {
	const read = (reader: IdReader): Promise<CardOutcome> =>
		reader.read({ limitMs: 15_000, signal: new AbortController().signal });

	test.skipIf(!has('socat'))('a serial port: read, pulled out, read again', { timeout: 60_000 }, async () => {
		const pty = await ptyPair();
		onTestFinished(() => pty.close());
		const far = new VirtualIdReader('far', systemTimers);
		const reader = new IdReader(serialWire({ path: pty.near, baud: 115_200 }), systemTimers);
		const plugged = async (): Promise<void> => {
			far.attach(await serialWire({ path: pty.far, baud: 115_200 }).open());
			far.lift();
		};
		await plugged();
		far.lay(ADULT);
		expect(await read(reader)).toEqual({ outcome: 'read', card: { number: ADULT.number } });
		await pty.unplug();
		expect(await read(reader)).toEqual({ outcome: 'absent' });
		await pty.plug();
		await plugged();
		const looks = far.asked.length;
		const again = read(reader);
		// Once it was seen that nothing lies there: what lies there from the first look on is the card of the last one.
		await expect.poll(() => far.asked.length).toBeGreaterThan(looks);
		far.lay(ELDER);
		expect(await again).toEqual({ outcome: 'read', card: { number: ELDER.number } });
	});

	test('a network box: read, then gone', async () => {
		const far = new VirtualIdReader('far', systemTimers);
		const port = new TcpPort((link) => far.attach(link));
		onTestFinished(() => port.close());
		const reader = new IdReader(tcpWire('127.0.0.1', await port.listen(0)), systemTimers);
		far.lay(ADULT);
		expect(await read(reader)).toEqual({ outcome: 'read', card: { number: ADULT.number } });
		port.unplug(true);
		expect(await read(reader)).toEqual({ outcome: 'absent' });
	});
});
