import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Ears } from './ears.ts';
import { pause, systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import type { Link, Wire } from './wire.ts';

export interface UsbOptions {
	/** how often is looked for answers, and again for room to write */
	lookMs?: number;
	/** time for the last transfer: the driver drops what is on its way when the file is closed */
	lingerMs?: number;
	timers?: Timers;
}

/**
 * A printer's device file, `/dev/usb/lp0`. Opened non-blocking: a printer that takes nothing must not hold one of the
 * process's few file threads, nor keep bytes that would come out after the hall has given the job up.
 */
export function usbWire(path: string, options: UsbOptions = {}): Wire {
	return {
		name: `usb ${path}`,
		open: async () =>
			new UsbLink(await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY), options)
	};
}

class UsbLink implements Link {
	#file: FileHandle;
	#ears = new Ears();
	#written: Promise<void> = Promise.resolve();
	#timers: Timers;
	#lookMs: number;
	#lingerMs: number;
	#reading: Promise<void>;

	constructor(file: FileHandle, { lookMs = 20, lingerMs = 200, timers = systemTimers }: UsbOptions) {
		this.#file = file;
		this.#timers = timers;
		this.#lookMs = lookMs;
		this.#lingerMs = lingerMs;
		this.#reading = this.#read();
	}

	write(bytes: Uint8Array): Promise<void> {
		return this.#ears.write((done) => {
			this.#written = this.#written
				.then(() => this.#push(bytes))
				.then(() => {
					done();
				});
		});
	}

	onBytes(listener: (bytes: Uint8Array) => void): void {
		this.#ears.onBytes(listener);
	}

	onClosed(listener: (why: Error | undefined) => void): void {
		this.#ears.onClosed(listener);
	}

	async close(): Promise<void> {
		if (!this.#ears.ended) await pause(this.#timers, this.#lingerMs);
		this.#ears.end();
		await this.#reading;
	}

	async #push(bytes: Uint8Array): Promise<void> {
		let from = 0;
		while (from < bytes.length && !this.#ears.ended) {
			const taken = await this.#try(this.#file.write(bytes, from), ({ bytesWritten }) => bytesWritten);
			from += taken;
			if (taken === 0) await pause(this.#timers, this.#lookMs);
		}
	}

	/** Looks for answers until the end, and closes the file after it. */
	async #read(): Promise<void> {
		const space = new Uint8Array(256);
		while (!this.#ears.ended) {
			const got = await this.#try(this.#file.read(space, 0, space.length), ({ bytesRead }) => bytesRead);
			if (got > 0) this.#ears.hear(space.slice(0, got));
			else await pause(this.#timers, this.#lookMs);
		}
		await this.#file.close().catch(() => undefined);
	}

	/** How many bytes went; 0 when there is nothing to read or no room to write now. A device that is gone ends the link. */
	async #try<T>(transfer: Promise<T>, count: (done: T) => number): Promise<number> {
		try {
			return count(await transfer);
		} catch (error) {
			const fault = error instanceof Error ? error : new Error(String(error));
			const code = 'code' in fault ? fault.code : '';
			// EINVAL: a printer that only listens has nothing to read from.
			if (code !== 'EAGAIN' && code !== 'EINVAL') this.#ears.end(fault);
			return 0;
		}
	}
}
