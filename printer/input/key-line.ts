import { compileFrame } from '../frames/compile.ts';
import { encodeFrame } from '../frames/encode.ts';
import { frameLanguage, type FrameSpec } from '../frames/exchange.ts';
import { FrameReader } from '../frames/reader.ts';
import type { FrameTemplate, FrameValues } from '../frames/template.ts';
import { KeptWire } from '../wire/keep.ts';
import type { Timers } from '../wire/timers.ts';
import type { Wire } from '../wire/wire.ts';

export interface KeyLineOptions {
	timers: Timers;
	/** how a key press looks */
	press: FrameSpec;
	/** devices that speak only when asked: how, how often, and which */
	poll?: { frame: string; everyMs: number; addresses: readonly number[] } | undefined;
	/** what is sent to a device, by name: `{ ask: 'AA {addr} 01' }` */
	says?: Readonly<Record<string, string>>;
	/** a key was pressed on the device of that address */
	onKey: (address: number, key: number) => void;
	/** the cable is there, or is not */
	onState?: (up: boolean) => void;
}

/** What is known of a line. */
export interface KeyLineState {
	up: boolean;
	/** bytes that were part of no key press */
	garbage: number;
	/** when each address was last heard, ms */
	heard: ReadonlyMap<number, number>;
}

/** A line of call pads or evaluators. */
export interface KeyLine {
	state(): KeyLineState;
	/** Sends what has that name to a device; nothing when there is no such frame or no cable. */
	say(what: string, address: number): boolean;
	close(): Promise<void>;
}

/** A device repeats a frame that collided on the line, and a key bounces: the same key within this time is one press. */
const SAME_PRESS_MS = 250;
/** What was begun and has not gone on for so long is not going on. */
const SILENCE_MS = 100;
/** Silence between two frames that are sent. */
const GAP_MS = 50;
/** More that waits to be sent than this is told to nobody in time. */
const MOST_WAITING = 16;
const WRITE_MS = 1000;

/** Opens a line of devices with keys and keeps it open: it comes back by itself after every break. */
export function keyLine(wire: Wire, options: KeyLineOptions): KeyLine {
	return new Line(wire, options);
}

class Line implements KeyLine {
	readonly #options: KeyLineOptions;
	readonly #template: FrameTemplate;
	readonly #poll: FrameTemplate | null;
	readonly #says: ReadonlyMap<string, FrameTemplate>;
	readonly #kept: KeptWire;
	readonly #last = new Map<number, { key: number; at: number }>();
	readonly #heard = new Map<number, number>();
	#reader: FrameReader;
	#garbage = 0;
	#waiting: Uint8Array[] = [];
	#next = 0;
	#closed = false;
	#turn: (() => void) | null = null;
	#silence: (() => void) | null = null;

	constructor(wire: Wire, options: KeyLineOptions) {
		const { press, poll, says = {}, timers } = options;
		const sent = (frame: string): FrameTemplate => sentFrame(frame, press);
		this.#options = options;
		this.#template = frameLanguage(press).frame;
		this.#poll = poll ? sent(poll.frame) : null;
		this.#says = new Map(Object.entries(says).map(([what, frame]) => [what, sent(frame)]));
		this.#reader = new FrameReader(this.#template);
		this.#kept = new KeptWire(wire, {
			timers,
			onBytes: (bytes) => {
				this.#take(this.#reader.take(bytes));
				this.#await();
			},
			onUp: () => {
				// Half a frame from before the break belongs to nothing that follows.
				this.#garbage += this.#reader.garbage;
				this.#reader = new FrameReader(this.#template);
				options.onState?.(true);
				this.#soon();
			},
			onDown: () => {
				this.#waiting = [];
				options.onState?.(false);
			}
		});
	}

	state(): KeyLineState {
		return { up: this.#kept.up, garbage: this.#garbage + this.#reader.garbage, heard: this.#heard };
	}

	say(what: string, address: number): boolean {
		const template = this.#says.get(what);
		if (!template || !this.#kept.up || this.#waiting.length >= MOST_WAITING) return false;
		this.#waiting.push(encodeFrame(template, { numbers: numbersFor(address) }).bytes);
		this.#soon();
		return true;
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#turn?.();
		this.#silence?.();
		await this.#kept.close();
	}

	#take(frames: readonly FrameValues[]): void {
		const now = this.#options.timers.now();
		for (const { numbers } of frames) {
			const { addr = 0, key = 0 } = numbers;
			this.#heard.set(addr, now);
			// Who is asked and has nothing to say says 0.
			if (this.#poll && key === 0) this.#last.delete(addr);
			else if (!this.#isRepeat(addr, key, now)) this.#options.onKey(addr, key);
		}
	}

	#isRepeat(address: number, key: number, at: number): boolean {
		const before = this.#last.get(address);
		this.#last.set(address, { key, at });
		return before?.key === key && at - before.at < SAME_PRESS_MS;
	}

	#await(): void {
		this.#silence?.();
		this.#silence = null;
		if (!this.#reader.waits) return;
		this.#silence = this.#options.timers.after(SILENCE_MS, () => {
			this.#silence = null;
			this.#take(this.#reader.silence());
		});
	}

	/** What waits goes first; else whoever is next is asked. One frame in a turn, as the line is one for all. */
	#soon(): void {
		if (this.#turn || this.#closed || !this.#kept.up) return;
		const frame = this.#waiting.shift() ?? this.#question();
		if (!frame) return;
		void this.#kept.write(frame, WRITE_MS);
		const { poll, timers } = this.#options;
		this.#turn = timers.after(poll?.everyMs ?? GAP_MS, () => {
			this.#turn = null;
			this.#soon();
		});
	}

	#question(): Uint8Array | null {
		const addresses = this.#options.poll?.addresses ?? [];
		const address = addresses[this.#next % Math.max(1, addresses.length)];
		if (!this.#poll || address === undefined) return null;
		this.#next += 1;
		return encodeFrame(this.#poll, { numbers: numbersFor(address) }).bytes;
	}
}

const numbersFor = (address: number): Record<string, number> => ({ addr: address, key: 0, cmd: 0, num: 0 });

/** Frames that are sent have the escapes of those that are heard, where they have brackets. */
function sentFrame(frame: string, { escapes }: FrameSpec): FrameTemplate {
	const compiled = compileFrame(frame, frame.includes('(') ? { escapes: escapes ?? {} } : {});
	if (!compiled.ok) throw new Error(`column ${String(compiled.fault.column)} of "${frame}": ${compiled.fault.code}`);
	return compiled.template;
}
