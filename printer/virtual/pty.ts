import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { Ears } from '../wire/ears.ts';
import { pause } from '../wire/timers.ts';
import type { Timers } from '../wire/timers.ts';
import type { Link } from '../wire/wire.ts';
import type { Attach, FarPort } from './port.ts';

type Socat = ChildProcessByStdio<Writable, Readable, Readable>;

const LOOK_MS = 20;
const MOST_LOOKS = 250;

/** A serial port made by socat: to whoever opens `path` it is a real one, and it goes and comes like an adapter. */
export class PtyPort implements FarPort {
	readonly #path: string;
	readonly #attach: Attach;
	readonly #timers: Timers;
	#socat: Socat | undefined;
	#hung = false;
	#wanted = true;
	#ended: Promise<void> = Promise.resolve();

	constructor(path: string, attach: Attach, timers: Timers) {
		this.#path = path;
		this.#attach = attach;
		this.#timers = timers;
	}

	/** Rejects with a sentence when socat is missing or cannot make the port. */
	async listen(): Promise<string> {
		// The last thing that the former one does is to remove the link.
		await this.#ended;
		if (this.#socat || !this.#wanted) return this.#path;
		const socat = spawn('socat', [`PTY,raw,echo=0,link=${this.#path}`, 'STDIO'], { stdio: ['pipe', 'pipe', 'pipe'] });
		this.#socat = socat;
		const ended = trouble(socat);
		this.#attach(pipeLink(socat));
		if (this.#hung) socat.stdout.pause();
		for (let look = 0; look < MOST_LOOKS && !existsSync(this.#path); look += 1) {
			const why = await Promise.race([ended, pause(this.#timers, LOOK_MS)]);
			if (why) throw why;
		}
		return this.#path;
	}

	unplug(on: boolean): void {
		this.#wanted = !on;
		if (on) void this.#end();
		else void this.listen().catch(() => undefined);
	}

	hang(on: boolean): void {
		this.#hung = on;
		if (on) this.#socat?.stdout.pause();
		else this.#socat?.stdout.resume();
	}

	close(): Promise<void> {
		this.#wanted = false;
		return this.#end();
	}

	#end(): Promise<void> {
		const socat = this.#socat;
		this.#socat = undefined;
		if (!socat?.pid || socat.exitCode !== null || socat.signalCode !== null) return this.#ended;
		this.#ended = new Promise((resolve) => {
			socat.once('exit', () => {
				resolve();
			});
			// By this signal it removes the link it has made.
			socat.kill('SIGTERM');
		});
		return this.#ended;
	}
}

/** Resolves when the program could not be started or has ended. */
function trouble(socat: Socat): Promise<Error> {
	let said = '';
	socat.stderr.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-500)));
	return new Promise((resolve) => {
		socat.once('error', () => {
			resolve(new Error('a serial port needs socat, which is not installed here; listen on TCP instead'));
		});
		socat.once('exit', () => {
			resolve(new Error(`socat made no serial port: ${said.trim()}`));
		});
	});
}

function pipeLink(socat: Socat): Link {
	const ears = new Ears();
	socat.stdout.on('data', (bytes: Buffer) => {
		ears.hear(bytes);
	});
	socat.stdin.on('error', () => undefined);
	socat.once('error', (error) => {
		ears.end(error);
	});
	socat.once('exit', () => {
		ears.end(new Error('unplugged'));
	});
	return {
		write: (bytes) => ears.write((done) => void socat.stdin.write(bytes, done)),
		onBytes: (listener) => {
			ears.onBytes(listener);
		},
		onClosed: (listener) => {
			ears.onClosed(listener);
		},
		close: () => {
			ears.end();
			return Promise.resolve();
		}
	};
}
