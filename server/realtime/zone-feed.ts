import { queueLines, queuesIn, windowLines, windowsIn } from '../calls/board.ts';
import type { Hall } from '../hall.ts';
import { ledgerHead } from '../ledger/mark.ts';
import { serviceViews } from '../services/view.ts';
import { windowName } from '../tickets/view.ts';
import type { CallView, ZoneChange } from '../views.ts';
import { Soon } from './soon.ts';
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
	readonly #soon: Soon<'change'>;
	/** number of the last change that went out */
	last: number;
	#seq: number;
	#queues = new Set<string>();
	#windows = new Set<string>();
	#calls: CalledLine[] = [];
	#undone: number[] = [];
	#services = false;

	constructor(
		hall: Hall,
		zone: string,
		seq: number,
		out: { emit: (change: ZoneChange) => void; onTrouble: (error: unknown) => void }
	) {
		this.#hall = hall;
		this.#zone = zone;
		this.last = seq;
		this.#seq = seq;
		this.#emit = out.emit;
		const { onTrouble } = out;
		this.#soon = new Soon({ clock: hall.clock, everyMs: COUNTS_EVERY_MS, work: () => this.#send(), onTrouble });
	}

	/** Takes in what lines up to `seq` have changed. */
	async take(touched: Touched, seq: number): Promise<void> {
		this.#seq = seq;
		const windows = windowsIn(this.#hall, this.#zone).filter((code) => touched.windows.has(code));
		const calls = touched.calls.filter((call) => call.zone === this.#zone);
		for (const queue of queuesIn(this.#hall, this.#zone)) if (touched.queues.has(queue)) this.#queues.add(queue);
		for (const window of windows) this.#windows.add(window);
		this.#calls.push(...calls);
		// An id of another zone takes nothing away there.
		this.#undone.push(...touched.undone);
		this.#services ||= touched.services || this.#countsService(touched);
		if (windows.length + calls.length > 0) await this.#soon.now('change');
		else if (this.#queues.size > 0 || this.#services) this.#soon.add('change');
	}

	stop(): Promise<void> {
		return this.#soon.stop();
	}

	async #send(): Promise<void> {
		const [seq, queues, windows, calls, undone] = [this.#seq, this.#queues, this.#windows, this.#calls, this.#undone];
		this.#queues = new Set();
		this.#windows = new Set();
		this.#calls = [];
		this.#undone = [];
		const services = this.#services;
		this.#services = false;
		const after = this.last;
		// Should this fail, pages see by the next number that they have missed something.
		this.last = seq;
		const change: ZoneChange = {
			zone: this.#zone,
			after,
			seq,
			calls: calls.map((call) => this.#view(call)),
			undone,
			queues: await queueLines(this.#hall, [...queues]),
			windows: await windowLines(this.#hall, [...windows]),
			services: services ? await serviceViews(this.#hall, [this.#zone]) : null,
			head: await ledgerHead(this.#hall)
		};
		this.#emit(change);
	}

	/** Whether the numbers of one of these queues wait for a free service. */
	#countsService({ queues }: Touched): boolean {
		return [...queues].some((code) => this.#hall.setup.queues.get(code)?.service != null);
	}

	#view({ id, number, window, kind, at }: CalledLine): CallView {
		return { id, number, window, windowName: windowName(this.#hall, window), kind, at };
	}
}
