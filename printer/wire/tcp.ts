import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Ears } from './ears.ts';
import { systemTimers, within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { Link, Wire } from './wire.ts';

export interface TcpOptions {
	/** a far end that has not accepted by then is not there */
	connectMs?: number;
	/** how long the end waits for the far end's own */
	lingerMs?: number;
	timers?: Timers;
}

/** Time for a far end that took `end()` but never ends itself; until then what it still sends is read. */
const ABANDON_MS = 60_000;

/** A raw TCP connection; 9100 is the usual port of printers. */
export function tcpWire(host: string, port: number, options: TcpOptions = {}): Wire {
	const { connectMs = 3000, timers = systemTimers } = options;
	const name = `tcp ${host}:${String(port)}`;
	return {
		name,
		open: () =>
			new Promise((resolve, reject) => {
				const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 15_000 });
				const cancel = timers.after(connectMs, () => {
					socket.destroy(new Error(`${name}: no answer within ${String(connectMs)} ms`));
				});
				const failed = (error: Error): void => {
					cancel();
					reject(error);
				};
				socket.once('error', failed);
				socket.once('connect', () => {
					cancel();
					socket.off('error', failed);
					resolve(socketLink(socket, options));
				});
			})
	};
}

/**
 * A link over a connected socket, of either side. It always reads, and ends by `end()`: destroying a socket with unread
 * input makes the system send a reset, which throws away what the far end had not yet read.
 */
export function socketLink(socket: Socket, options: TcpOptions = {}): Link {
	const { lingerMs = 2000, timers = systemTimers } = options;
	const ears = new Ears();
	let why: Error | undefined;
	const gone = new Promise<void>((resolve) => {
		socket.once('close', () => {
			ears.end(why);
			resolve();
		});
	});
	socket.on('data', (bytes) => {
		ears.hear(bytes);
	});
	socket.on('error', (error) => (why = error));
	socket.on('end', () => (why ??= new Error('closed by the far end')));
	return {
		write: (bytes) =>
			ears.write((done) => {
				if (socket.writable) socket.write(bytes, done);
				else done(why ?? new Error('closed by the far end'));
			}),
		onBytes: (listener) => {
			ears.onBytes(listener);
		},
		onClosed: (listener) => {
			ears.onClosed(listener);
		},
		close: async () => {
			socket.end();
			await within(timers, lingerMs, gone, undefined);
			ears.end(why);
			abandon(socket, timers);
		}
	};
}

/** Lets a far end that does not hang up read what it still may, without keeping the process alive for it. */
function abandon(socket: Socket, timers: Timers): void {
	if (socket.destroyed) return;
	socket.unref();
	const cancel = timers.after(ABANDON_MS, () => socket.destroy());
	socket.once('close', cancel);
}
