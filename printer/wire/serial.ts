import { SerialPort } from 'serialport';
import { Ears } from './ears.ts';
import { systemTimers, within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { Link, Wire } from './wire.ts';

export interface SerialSettings {
	/** `/dev/serial/by-id/…` stays the same when plugged elsewhere; `COM3` on Windows */
	path: string;
	baud: number;
	dataBits?: 7 | 8;
	parity?: 'none' | 'even' | 'odd';
	stopBits?: 1 | 2;
}

export interface SerialOptions {
	/** how long the end waits for the line to carry away what was written, before that is thrown away */
	lingerMs?: number;
	timers?: Timers;
}

/** A serial port, owned exclusively. An unplugged adapter is noticed at once, a cut line only by what is no longer answered. */
export function serialWire(settings: SerialSettings, options: SerialOptions = {}): Wire {
	const { path, baud, dataBits = 8, parity = 'none', stopBits = 1 } = settings;
	return {
		name: `serial ${path}`,
		open: () =>
			new Promise((resolve, reject) => {
				const port = new SerialPort({ path, baudRate: baud, dataBits, parity, stopBits, autoOpen: false });
				port.open((error) => {
					if (error) reject(error);
					else resolve(portLink(port, options));
				});
			})
	};
}

function portLink(port: SerialPort, { lingerMs = 2000, timers = systemTimers }: SerialOptions): Link {
	const ears = new Ears();
	port.on('data', (bytes: Uint8Array) => {
		ears.hear(bytes);
	});
	// A write that was waiting when the port is closed comes back as an 'error' event, which must have a listener.
	port.on('error', (error) => {
		if (!port.isOpen) ears.end(error);
	});
	port.on('close', (error?: Error | null) => {
		ears.end(error ?? undefined);
	});
	return {
		write: (bytes) => ears.write((done) => void port.write(bytes, done)),
		onBytes: (listener) => {
			ears.onBytes(listener);
		},
		onClosed: (listener) => {
			ears.onClosed(listener);
		},
		close: async () => {
			if (!port.isOpen) return;
			const drained = new Promise<boolean>((resolve) => {
				port.drain(() => {
					resolve(true);
				});
			});
			// With flow control held by the far end, drain never calls back and closing would wait for it.
			if (!(await within(timers, lingerMs, drained, false)))
				await called((done) => {
					port.flush(done);
				});
			await called((done) => {
				port.close(done);
			});
			ears.end();
		}
	};
}

/** Waits for a callback and does not mind an error: the port is being left anyway. */
function called(start: (done: () => void) => void): Promise<void> {
	return new Promise((resolve) => {
		start(resolve);
	});
}
