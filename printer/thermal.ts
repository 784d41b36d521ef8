import type { Conversation, TalkLimits } from './conversation.ts';
import { JobRunner } from './job.ts';
import type { JobLimits } from './job.ts';
import { languageOf } from './language.ts';
import type { PrinterModel } from './models/models.ts';
import { Presenter } from './presenter.ts';
import type { PresenterPlan } from './presenter.ts';
import { canPrint } from './printer.ts';
import type { PrintJob, PrintResult, Printer, PrinterStatus } from './printer.ts';
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
	/** what is done with a ticket that nobody takes, where the model has a mouth for it */
	presenter?: PresenterPlan | null;
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
	readonly #talk: Conversation;
	readonly #runner: JobRunner;
	#status: PrinterStatus;
	#listener: (status: PrinterStatus) => void = () => undefined;
	/** jobs and looks, one after the other */
	#queue: Promise<unknown> = Promise.resolve();
	#closing = false;
	#stopIdle: () => void = () => undefined;
	#resting = false;

	constructor({ wire, model, timers = systemTimers, limits: some = {}, torn = false, presenter }: ThermalOptions) {
		const limits = { ...LIMITS, ...some };
		this.model = model;
		this.#timers = timers;
		this.#idleMs = limits.idleMs;
		this.#status = { state: 'unreachable', since: timers.now(), reason: 'not opened yet' };
		this.#wire = this.#keep(wire);
		const parts = { wire: this.#wire, model, timers, limits };
		const onStatus = this.#set.bind(this);
		const news = { onStatus: this.#pushed.bind(this), onPrinted: (id: string) => this.#runner.receipts.printed(id) };
		this.#talk = languageOf(model).talk({ ...parts, news });
		const mouth = presenter && model.presenter ? new Presenter(model.presenter, presenter) : undefined;
		const unreachable = (): PrinterStatus => this.#unreachable(this.#wire.why);
		this.#runner = new JobRunner({ ...parts, talk: this.#talk, presenter: mouth, unreachable, onStatus }, torn);
	}

	#keep(wire: Wire): KeptWire {
		return new KeptWire(wire, {
			timers: this.#timers,
			onBytes: (bytes) => {
				this.#talk.hear(bytes);
			},
			onUp: () => {
				this.#talk.restart();
				this.#look();
			},
			onDown: (why) => {
				this.#down(why);
			}
		});
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
		const slip = languageOf(this.model).compose(job.lines, this.model);
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
		this.#resting = false;
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
		this.#resting = true;
		this.#stopIdle = this.#timers.after(this.#idleMs, () => {
			this.#look();
		});
	}

	#look(): void {
		void this.#inTurn(async () => {
			if (!this.#closing) this.#set(await this.#runner.look(true));
		});
	}

	/** What a printer told by itself is shown at once, and made sure of when there is nothing else to do. */
	#pushed(status: PrinterStatus): void {
		if (status.state === this.#status.state || this.#closing) return;
		// A ticket left in the mouth is known by time, not by what the printer says.
		if (this.#status.state !== 'not-taken' || !canPrint(status)) this.#set(status);
		if (this.#resting) this.#look();
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
