import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { ptyPair } from '#test/fakes/pty.ts';
import type { Pty } from '#test/fakes/pty.ts';
import { has } from '#test/tools.ts';
import { makeWire } from './make.ts';
import { serialWire } from './serial.ts';
import { tcpWire } from './tcp.ts';
import { usbWire } from './usb.ts';
import type { Link, Wire } from './wire.ts';

const afterwards: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of afterwards.splice(0).reverse()) await close();
});

/** Collects what a link hears. */
function ears(link: Link): { text(): string; until(text: string): Promise<void> } {
	let heard = '';
	link.onBytes((bytes) => (heard += Buffer.from(bytes).toString('latin1')));
	const until = async (text: string): Promise<void> => {
		while (!heard.includes(text)) await setTimeout(5);
	};
	return { text: () => heard, until };
}

const ended = (link: Link): Promise<Error | undefined> =>
	new Promise((resolve) => {
		link.onClosed(resolve);
	});
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

async function server(accept: (socket: Socket) => void): Promise<{ port: number; server: Server }> {
	const sockets: Socket[] = [];
	const one = createServer((socket) => {
		socket.on('error', () => undefined);
		sockets.push(socket);
		accept(socket);
	});
	await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
	afterwards.push(() => {
		for (const socket of sockets) socket.destroy();
		return new Promise((resolve) => one.close(resolve));
	});
	return { port: (one.address() as AddressInfo).port, server: one };
}

describe('tcp', () => {
	test('bytes go both ways, also those said before anybody listened', async () => {
		const { port } = await server((socket) => {
			socket.write('early ');
			socket.on('data', (data) => socket.write(data));
		});
		const link = await tcpWire('127.0.0.1', port).open();
		await link.write(bytes('\u0010\u0004\u0001'));
		await ears(link).until('early \u0010\u0004\u0001');
		await link.close();
	});

	test('a far end that is not there is an error, not a crash', async () => {
		const { port, server: one } = await server(() => undefined);
		await new Promise((resolve) => one.close(resolve));
		await expect(tcpWire('127.0.0.1', port).open()).rejects.toThrow('ECONNREFUSED');
		afterwards.length = 0;
	});

	test('an address that swallows everything is given up in time', async () => {
		const { port } = await server(() => undefined);
		const atOnce = { now: () => 0, after: (_: number, run: () => void) => (run(), (): void => undefined) };
		const open = tcpWire('127.0.0.1', port, { connectMs: 50, timers: atOnce }).open();
		await expect(open).rejects.toThrow('no answer within 50 ms');
	});

	test('closing loses nothing that was written, though the far end speaks and reads late', async () => {
		const received: Promise<number> = new Promise((resolve) => {
			void server((socket) => {
				let sum = 0;
				socket.write('unread status');
				socket.pause();
				void setTimeout(100).then(() => socket.resume());
				socket.on('data', (data) => (sum += data.length));
				socket.on('end', () => {
					resolve(sum);
				});
			}).then(async ({ port }) => {
				const link = await tcpWire('127.0.0.1', port).open();
				void link.write(new Uint8Array(300_000));
				await link.close();
			});
		});
		expect(await received).toBe(300_000);
	});

	test('the far end’s end and its reset are both told, once', async () => {
		const ways: ((socket: Socket) => void)[] = [(socket) => socket.end(), (socket) => socket.resetAndDestroy()];
		const { port } = await server((socket) => socket.once('data', () => ways.shift()?.(socket)));
		for (const why of ['closed by the far end', /ECONNRESET|closed/]) {
			const link = await tcpWire('127.0.0.1', port).open();
			await link.write(bytes('x'));
			expect((await ended(link))?.message).toMatch(why);
			await expect(link.write(bytes('x'))).rejects.toThrow();
			await link.close();
		}
	});

	test('a far end that never hangs up does not hold the end', async () => {
		const { port } = await server((socket) => socket.pause());
		const link = await tcpWire('127.0.0.1', port, { lingerMs: 50 }).open();
		await link.close();
		await expect(link.write(bytes('x'))).rejects.toThrow();
	});
});

async function cable(): Promise<Pty> {
	const pty = await ptyPair();
	afterwards.push(() => pty.close());
	return pty;
}

const KINDS: [string, (path: string) => Wire][] = [
	['serial', (path) => serialWire({ path, baud: 115_200 }, { lingerMs: 100 })],
	['usb', (path) => usbWire(path, { lingerMs: 10 })]
];

describe.skipIf(!has('socat')).each(KINDS)('%s', (_, wire) => {
	test('bytes go both ways, all 256 of them', async () => {
		const { near, far } = await cable();
		const [one, two] = [await wire(near).open(), await serialWire({ path: far, baud: 115_200 }).open()];
		const [here, there] = [ears(one), ears(two)];
		const all = String.fromCharCode(...Array(256).keys());
		await Promise.all([one.write(bytes(all)), two.write(bytes(all))]);
		await Promise.all([here.until(all), there.until(all)]);
		await Promise.all([one.close(), two.close()]);
	});

	test('a cable pulled out ends the link, at the next write at the latest, and the same path opens again', async () => {
		const pty = await cable();
		const link = await wire(pty.near).open();
		const gone = ended(link);
		await pty.unplug();
		await link.write(bytes('x')).catch(() => undefined);
		await gone;
		await expect(link.write(bytes('y'))).rejects.toThrow();
		await link.close();
		await pty.plug();
		await (await wire(pty.near).open()).close();
	});

	test('a path that does not exist is an error', async () => {
		await expect(wire('/dev/no-such-printer').open()).rejects.toThrow();
	});

	test('a write that the device does not take is rejected by the end, which comes all the same', async () => {
		const { near } = await cable();
		const link = await wire(near).open();
		const stuck = link.write(new Uint8Array(200_000)).then(
			() => 'taken',
			() => 'rejected'
		);
		await setTimeout(50);
		await link.close();
		expect(await stuck).toBe('rejected');
	});
});

test('the hall file’s cables become wires', () => {
	expect(makeWire({ kind: 'tcp', host: '10.0.0.7', port: 9100 }).name).toBe('tcp 10.0.0.7:9100');
	expect(makeWire({ kind: 'serial', path: '/dev/ttyS0', baud: 9600 }).name).toBe('serial /dev/ttyS0');
	expect(makeWire({ kind: 'usb', path: '/dev/usb/lp0' }).name).toBe('usb /dev/usb/lp0');
});
