import type { Cancel } from '../clock.ts';
import { queueLines, queuesIn, windowLines, windowsIn } from '../calls/board.ts';
import type { Hall } from '../hall.ts';
import { windowName } from '../tickets/view.ts';
import type { CallView, ZoneChange } from '../views.ts';
import type { CalledLine, Touched } from './touched.ts';

/** Waiting counts alone may lag so far behind; calls and windows never do. */
const COUNTS_EVERY_MS = 250;

/**
 * The numbered changes of one zone. Each says after which change it comes, so that a page sees a gap.
 * Calls and window states go out with the commit that made them; mere counts are gathered for a moment.
 */
export class ZoneFeed {
	readonly #hall: Hall;
	readonly #zone: string;
	readonly #emit: (change: ZoneChange) => void;
	/** number of the last change that went out */
	last: number;
	#queues = new Set<string>();
	#timer: Cancel | undefined;
	#seq: number;

	constructor(hall: Hall, zone: string, seq: number, emit: (change: ZoneChange) => void) {
		this.#hall = hall;
		this.#zone = zone;
		this.last = seq;
		this.#seq = seq;
		this.#emit = emit;
	}

	/** Takes in what lines up to `seq` have changed. */
	async take(touched: Touched, seq: number): Promise<void> {
		this.#seq = seq;
		for (const queue of queuesIn(this.#hall, this.#zone)) if (touched.queues.has(queue)) this.#queues.add(queue);
		const windows = windowsIn(this.#hall, this.#zone).filter((code) => touched.windows.has(code));
		const calls = touched.calls.filter((call) => call.zone === this.#zone);
		if (windows.length + calls.length > 0) await this.#send(calls, windows);
		else if (this.#queues.size > 0) this.#timer ??= this.#hall.clock.after(COUNTS_EVERY_MS, () => void this.#send([], []));
	}

	stop(): void {
		this.#timer?.();
	}

	async #send(calls: CalledLine[], windows: string[]): Promise<void> {
		this.#timer?.();
		this.#timer = undefined;
		const queues = [...this.#queues];
		this.#queues.clear();
		const seq = this.#seq;
		const change = {
			calls: calls.map((call) => this.#view(call)),
			queues: await queueLines(this.#hall, queues),
			windows: await windowLines(this.#hall, windows)
		};
		const after = this.last;
		this.last = seq;
		this.#emit({ zone: this.#zone, after, seq, ...change });
	}

	#view({ id, number, window, kind, at }: CalledLine): CallView {
		return { id, number, window, windowName: windowName(this.#hall, window), kind, at };
	}
}
