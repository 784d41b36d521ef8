import { compose } from './escpos/compose.ts';
import { JobRunner } from './job.ts';
import type { JobLimits } from './job.ts';
import type { PrinterModel } from './models/models.ts';
import type { PrintJob, PrintResult, Printer, PrinterStatus } from './printer.ts';
import { Talk } from './talk.ts';
import type { TalkLimits } from './talk.ts';
import { KeptWire } from './wire/keep.ts';
import { systemTimers } from './wire/timers.ts';
import type { Timers } from './wire/timers.ts';
import type { Wire } from './wire/wire.ts';

/** How long each step may take, ms. */
export interface ThermalLimits extends JobLimits, TalkLimits {
	/** between two looks at the status while there is nothing to do */
	idleMs: number;
}

const LIMITS: ThermalLimits = {
	linkMs: 3500,
	answerMs: 500,
	settleMs: 10,
	learnMs: 300,
	writeMs: 10_000,
	printedMs: 20_000,
	watchMs: 400,
	idleMs: 2000
};

export interface ThermalOptions {
	wire: Wire;
	model: PrinterModel;
	timers?: Timers;
	limits?: Partial<ThermalLimits>;
	/** a job of an earlier process may have broken off here; the first job then cleans up before it begins */
	torn?: boolean;
}

/** A thermal printer on a wire; opens it at once, keeps it open, and keeps looking how the printer is. */
export function thermal(options: ThermalOptions): Printer {
	return new Thermal(options);
}

class Thermal implements Printer {
	readonly model: PrinterModel;
	readonly #timers: Timers;
	readonly #idleMs: number;
	readonly #wire: KeptWire;
	readonly #talk: Talk;
	readonly #runner: JobRunner;
	#status: PrinterStatus;
	#listener: (status: PrinterStatus) => void = () => undefined;
	/** jobs and looks, one after the other */
	#queue: Promise<unknown> = Promise.resolve();
	#closing = false;
	#stopIdle: () => void = () => undefined;

	constructor({ wire, model, timers = systemTimers, limits: some = {}, torn = false }: ThermalOptions) {
		const limits = { ...LIMITS, ...some };
		this.model = model;
		this.#timers = timers;
		this.#idleMs = limits.idleMs;
		this.#status = { state: 'unreachable', since: timers.now(), reason: 'not opened yet' };
		const onStatus = this.#set.bind(this);
		this.#wire = new KeptWire(wire, {
			timers,
			onBytes: (bytes) => {
				this.#talk.hear(bytes);
			},
			onUp: () => {
				this.#look();
			},
			onDown: (why) => {
				this.#down(why);
			}
		});
		const onPrinted = (id: string): void => {
			this.#runner.receipts.printed(id);
		};
		this.#talk = new Talk({ wire: this.#wire, model, timers, limits, news: { onStatus, onPrinted } });
		const unreachable = (): PrinterStatus => this.#unreachable(this.#wire.why);
		this.#runner = new JobRunner(
			{ wire: this.#wire, talk: this.#talk, model, timers, limits, unreachable, onStatus },
			torn
		);
	}

	get name(): string {
		return this.#wire.name;
	}

	status(): PrinterStatus {
		return this.#status;
	}

	onStatus(listener: (status: PrinterStatus) => void): void {
		this.#listener = listener;
	}

	async print(job: PrintJob): Promise<PrintResult> {
		const slip = compose(job.lines, this.model);
		const outcome = await this.#inTurn(() =>
			this.#closing
				? Promise.resolve({ state: 'failed' as const, why: this.#unreachable(new Error('closed')) })
				: this.#runner.run(slip, () => job.onLate?.())
		);
		return { ...outcome, substituted: slip.substituted };
	}

	async close(): Promise<void> {
		this.#closing = true;
		this.#stopIdle();
		await this.#queue;
		this.#runner.receipts.clear();
		await this.#wire.close();
	}

	/** Jobs and looks share one line to the printer: one at a time. */
	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		this.#stopIdle();
		const turn = this.#queue.then(work);
		const done = turn
			.catch(() => undefined)
			.then(() => {
				if (this.#queue === done) this.#idle();
			});
		this.#queue = done;
		return turn;
	}

	#idle(): void {
		if (this.#closing) return;
		this.#stopIdle = this.#timers.after(this.#idleMs, () => {
			this.#look();
		});
	}

	#look(): void {
		void this.#inTurn(async () => {
			if (!this.#closing) this.#set(await this.#runner.look());
		});
	}

	#down(why: Error): void {
		this.#set(this.#unreachable(why));
		this.#runner.down();
	}

	/** Keeps the time since when it cannot be reached. */
	#unreachable(why: Error): PrinterStatus {
		const since = this.#status.state === 'unreachable' ? this.#status.since : this.#timers.now();
		return { state: 'unreachable', since, reason: why.message };
	}

	#set(status: PrinterStatus): void {
		const before = this.#status.state;
		this.#status = status;
		if (status.state !== before && !this.#closing) this.#listener(status);
	}
}
