/** One request and its answer at a time, with the silences, time-outs and echoes of a line that many boards share. */
import type { BusFrame, BusOptions } from './bus-types.ts';
import { KeptWire } from './keep.ts';
import type { Timers } from './timers.ts';
import type { Wire } from './wire.ts';

/** What became of one request. `sent`: nothing was to be expected, or nothing can be told. */
export type Answer =
	| { kind: 'acked' | 'sent' }
	| { kind: 'again' | 'rejected'; reason: string }
	| { kind: 'no-answer'; reason: 'no-answer' | 'unreadable' }
	| { kind: 'down' };

export interface LineOptions extends Pick<BusOptions, 'baud' | 'gapMs' | 'echo' | 'answerMs' | 'settleMs'> {
	timers: Timers;
	onUp(): void;
	onDown(why: Error): void;
}

/** Start, eight data, parity or second stop, stop. */
const BITS_A_CHARACTER = 11;
/** A slave may think, but not chatter: a line that is never silent for so long is broken. */
const NEVER_SILENT_MS = 5000;
/** A port that takes nothing for so long is stuck. */
const STALLED_MS = 2000;
/** Boards need this after a frame that everybody obeys and nobody answers. */
const AFTER_BROADCAST_MS = 150;
/** So many requests in a row without one byte back: perhaps it is the adapter that hears nothing. */
const DEAF_AFTER = 12;

/** No answer of a board is longer; a chattering line fills no memory. */
const MOST_HEARD = 4096;

/** Modbus over serial line 1.02, 2.5.1.1: three and a half characters, 1.75 ms above 19 200 bits per second. */
export function silenceMs(baud: number | undefined): number {
	if (baud === undefined) return 0;
	return baud > 19_200 ? 1.75 : (3.5 * BITS_A_CHARACTER * 1000) / baud;
}

/** Whether its own bytes, heard back, cannot be taken for its answer. */
function isPlain(frame: BusFrame): boolean {
	const { verdict } = frame.read(frame.bytes);
	return verdict === undefined || verdict === 'stray';
}

export class BusLine {
	readonly #options: LineOptions;
	readonly #kept: KeptWire;
	readonly #gapMs: number;
	#received: Uint8Array = new Uint8Array();
	/** everything since the last request, its echo left out */
	#heard: Uint8Array = new Uint8Array();
	/** set while silence is expected, so that it does not count against the adapter */
	patient = false;
	#lastByteAt = Number.NEGATIVE_INFINITY;
	#echo: boolean | undefined;
	#unheard = 0;
	#wake: () => void = () => undefined;
	#closed = false;

	constructor(wire: Wire, options: LineOptions) {
		this.#options = options;
		this.#echo = options.echo;
		this.#gapMs = Math.max(options.gapMs ?? 5, silenceMs(options.baud));
		this.#kept = new KeptWire(wire, {
			timers: options.timers,
			onBytes: (bytes) => {
				this.#hear(bytes);
			},
			onUp: () => {
				this.#echo = options.echo;
				options.onUp();
			},
			onDown: (why) => {
				options.onDown(why);
				this.#wake();
			}
		});
	}

	get up(): boolean {
		return this.#kept.up;
	}

	/** Whether an answer to this frame could be told from the frame itself, heard back. */
	tells(frame: BusFrame): boolean {
		return this.#echo !== undefined || isPlain(frame);
	}

	/** Sends one frame when the line has been silent long enough, and waits for its answer. One call at a time. */
	async say(frame: BusFrame): Promise<Answer> {
		const silent = await this.#silence(Math.max(this.#gapMs, frame.quietBeforeMs));
		if (!silent) return { kind: 'down' };
		this.#received = new Uint8Array();
		this.#heard = new Uint8Array();
		const onLineMs = ((frame.bytes.length * BITS_A_CHARACTER) / (this.#options.baud ?? Infinity)) * 1000;
		const startedAt = this.#now();
		if ((await this.#kept.write(frame.bytes, onLineMs + STALLED_MS)) !== 'taken') return { kind: 'down' };
		const sentAt = Math.max(this.#now(), startedAt + onLineMs);
		this.#lastByteAt = Math.max(this.#lastByteAt, sentAt);
		if (frame.expect === 'ack') {
			return this.#listen(frame, sentAt + Math.max(frame.timeoutMs, this.#options.answerMs ?? 0));
		}
		this.#lastByteAt += this.#options.settleMs ?? AFTER_BROADCAST_MS;
		return { kind: 'sent' };
	}

	/** Everything heard since the last request, once the line has been silent for `tailMs`. */
	async overhear(tailMs: number): Promise<Uint8Array> {
		await this.#silence(tailMs);
		return this.#heard;
	}

	/** Ends the wait of `say` and the line itself. */
	async close(): Promise<void> {
		this.#closed = true;
		this.#wake();
		await this.#kept.close();
	}

	#now(): number {
		return this.#options.timers.now();
	}

	#hear(bytes: Uint8Array): void {
		this.#lastByteAt = Math.max(this.#lastByteAt, this.#now());
		this.#unheard = 0;
		this.#received = joined(this.#received, bytes);
		if (this.#heard.length < MOST_HEARD) this.#heard = joined(this.#heard, bytes);
		this.#wake();
	}

	/** Resolves at `time`, or before that when something happens on the line. */
	#until(time: number): Promise<void> {
		return new Promise((resolve) => {
			const done = (): void => {
				cancel();
				this.#wake = () => undefined;
				resolve();
			};
			const cancel = this.#options.timers.after(Math.ceil(Math.max(0, time - this.#now())), done);
			this.#wake = done;
		});
	}

	async #silence(needMs: number): Promise<boolean> {
		const patience = this.#now() + needMs + NEVER_SILENT_MS;
		while (this.#open() && this.#now() - this.#lastByteAt < needMs) {
			if (this.#now() > patience) {
				this.#kept.renew(new Error('the line is never silent'));
				return false;
			}
			await this.#until(this.#lastByteAt + needMs);
		}
		return this.#open();
	}

	#open(): boolean {
		return this.up && !this.#closed;
	}

	async #listen(frame: BusFrame, deadline: number): Promise<Answer> {
		const plain = isPlain(frame);
		const exchange: Exchange = { frame, plain, echo: this.#mayEcho(plain) ? 'due' : 'none', dirt: false };
		while (this.#open()) {
			if (exchange.echo === 'due') exchange.echo = this.#dropEcho(exchange);
			const answer = exchange.echo === 'due' ? null : this.#read(exchange);
			if (answer) return answer;
			if (this.#now() >= deadline) return this.#gaveUp(exchange);
			await this.#until(deadline);
		}
		return { kind: 'down' };
	}

	/** A plain frame looks for its echo whatever was found out before, and so corrects it. */
	#mayEcho(plain: boolean): boolean {
		return this.#options.echo ?? (plain || this.#echo !== false);
	}

	/** Takes our own bytes off the head of what was received. */
	#dropEcho({ frame, plain }: Exchange): Exchange['echo'] {
		const { bytes } = frame;
		const head = this.#received.subarray(0, bytes.length);
		if (!head.every((byte, at) => byte === bytes[at])) return 'none';
		if (head.length < bytes.length) return 'due';
		// The board's answer is the same bytes: only when more follows was the first copy an echo.
		if (!plain && this.#echo !== true && this.#received.length === bytes.length) return 'due';
		this.#echo = true;
		this.#received = this.#received.slice(bytes.length);
		this.#heard = this.#heard.slice(bytes.length);
		return 'dropped';
	}

	#read(exchange: Exchange): Answer | null {
		for (;;) {
			const { used, verdict, reason = 'refused' } = exchange.frame.read(this.#received);
			this.#received = this.#received.slice(used);
			switch (verdict) {
				case 'acked':
					return this.#acked(exchange);
				case 'again':
				case 'rejected':
					return { kind: verdict, reason };
				case 'stray':
				case undefined:
					if (used === 0) return null;
					exchange.dirt ||= verdict === undefined;
			}
		}
	}

	#acked({ plain, echo }: Exchange): Answer {
		if (plain && echo === 'none') this.#echo = this.#options.echo ?? false;
		return { kind: 'acked' };
	}

	#gaveUp({ frame, echo, dirt }: Exchange): Answer {
		// Once our own bytes, and no telling whether the board repeated them or the adapter heard itself.
		if (echo === 'due' && this.#received.length === frame.bytes.length) return { kind: 'sent' };
		if (!this.patient && ++this.#unheard >= DEAF_AFTER) {
			this.#unheard = 0;
			this.#kept.renew(new Error('nobody answers'));
		}
		return { kind: 'no-answer', reason: dirt || this.#received.length > 0 ? 'unreadable' : 'no-answer' };
	}
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
	const all = new Uint8Array(before.length + after.length);
	all.set(before);
	all.set(after, before.length);
	return all;
}

interface Exchange {
	frame: BusFrame;
	plain: boolean;
	echo: 'due' | 'dropped' | 'none';
	/** something came back that means nothing */
	dirt: boolean;
}
