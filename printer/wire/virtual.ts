import { Ears } from './ears.ts';
import type { Link, Wire } from './wire.ts';

/** A wire inside the process: what is written at one end is heard at the other, in order, never at once. */
export interface VirtualLine {
	readonly wire: Wire;
	/** Called with the far end's link whenever the near end opens one. One listener. */
	onOpen(listener: (far: Link) => void): void;
	/** Pulls the cable, or puts it back: links break, opening fails. */
	unplug(on: boolean): void;
	/** Both ends look open, but nothing arrives any more: what was written meanwhile is lost. */
	silence(on: boolean): void;
	/** The far end takes nothing: writes wait until it does again. */
	stall(on: boolean): void;
}

/** The state of the cable, shared by both ends. */
class Cable {
	unplugged = false;
	silent = false;
	#stalled: Promise<void> | undefined;
	#release: () => void = () => undefined;

	stall(on: boolean): void {
		this.#release();
		this.#stalled = on ? new Promise((resolve) => (this.#release = resolve)) : undefined;
	}

	/** Resolves when the far end takes bytes. */
	async free(): Promise<void> {
		while (this.#stalled) await this.#stalled;
	}
}

/** Joins two ends; opened from the near one. */
export function virtualLine(name: string): VirtualLine {
	const cable = new Cable();
	let opened: (far: Link) => void = () => undefined;
	let pairs: [Ears, Ears][] = [];
	const open = async (): Promise<Link> => {
		await Promise.resolve();
		if (cable.unplugged) throw new Error(`${name}: not plugged in`);
		const [near, far] = [new Ears(), new Ears()];
		pairs = pairs.filter(([one]) => !one.ended);
		pairs.push([near, far]);
		opened(end(far, near, { silent: () => cable.silent, free: () => Promise.resolve() }));
		return end(near, far, { silent: () => cable.silent, free: () => cable.free() });
	};
	return {
		wire: { name, open },
		onOpen: (listener) => {
			opened = listener;
		},
		unplug: (on) => {
			cable.unplugged = on;
			if (!on) return;
			for (const ears of pairs.splice(0).flat()) ears.end(new Error(`${name}: unplugged`));
		},
		silence: (on) => {
			cable.silent = on;
		},
		stall: (on) => {
			cable.stall(on);
		}
	};
}

interface Passage {
	silent(): boolean;
	free(): Promise<void>;
}

function end(mine: Ears, other: Ears, passage: Passage): Link {
	let written = Promise.resolve();
	const pass = async (bytes: Uint8Array): Promise<void> => {
		await passage.free();
		if (!passage.silent()) other.hear(bytes);
	};
	return {
		write: (bytes) => {
			const copy = bytes.slice();
			return mine.write((done) => {
				written = written.then(() => pass(copy));
				void written.then(() => {
					done();
				});
			});
		},
		onBytes: (listener) => {
			mine.onBytes(listener);
		},
		onClosed: (listener) => {
			mine.onClosed(listener);
		},
		close: async () => {
			if (!passage.silent())
				void written.then(() => {
					other.end(new Error('closed by the far end'));
				});
			mine.end();
			await Promise.resolve();
		}
	};
}
