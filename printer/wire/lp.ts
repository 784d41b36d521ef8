/**
 * A printer that only the printing system of the machine reaches: CUPS, or whatever else has an `lp`. The same bytes go
 * through `lp -o raw`. Less can be known of it: the queue took a job, and no longer has it. That is `sent`, never `printed`.
 */
import type { Outcome } from '../job.ts';
import { languageOf } from '../language.ts';
import type { PrinterModel } from '../models/models.ts';
import type { PrintJob, PrintResult, Printer, PrinterStatus } from '../printer.ts';
import { onPath, run } from './program.ts';
import type { Ran } from './program.ts';
import { pause, systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';

export interface LpLimits {
	/** for one run of a program, ms */
	runMs: number;
	/** until a job must have left the queue, counted from its acceptance */
	queueMs: number;
	/** between two looks at the queue meanwhile */
	watchMs: number;
	/** between two looks at the status while there is nothing to do */
	idleMs: number;
}

const LIMITS: LpLimits = { runMs: 10_000, queueMs: 30_000, watchMs: 500, idleMs: 10_000 };

export interface LpOptions {
	/** the name of the queue, as `lpstat -p` lists it */
	queue: string;
	model: PrinterModel;
	timers?: Timers;
	limits?: Partial<LpLimits>;
}

/** A printer behind a queue of the machine; looks at it at once, and keeps looking. */
export function lpPrinter(options: LpOptions): Printer {
	return new LpPrinter(options);
}

class LpPrinter implements Printer {
	readonly name: string;
	readonly model: PrinterModel;
	readonly #target: string;
	readonly #timers: Timers;
	readonly #limits: LpLimits;
	#status: PrinterStatus;
	#listener: (status: PrinterStatus) => void = () => undefined;
	/** jobs and looks, one after the other */
	#queue: Promise<unknown> = Promise.resolve();
	#closing = false;
	#stopIdle: () => void = () => undefined;

	constructor({ queue, model, timers = systemTimers, limits = {} }: LpOptions) {
		this.name = `cups ${queue}`;
		this.model = model;
		this.#target = queue;
		this.#timers = timers;
		this.#limits = { ...LIMITS, ...limits };
		this.#status = { state: 'unreachable', since: timers.now(), reason: 'not asked yet' };
		this.#look();
	}

	status(): PrinterStatus {
		return this.#status;
	}

	onStatus(listener: (status: PrinterStatus) => void): void {
		this.#listener = listener;
	}

	async print(job: PrintJob): Promise<PrintResult> {
		const slip = languageOf(this.model).compose(job.lines, this.model);
		const outcome = await this.#inTurn(() => this.#send(slip.bytes));
		return { ...outcome, substituted: slip.substituted };
	}

	async close(): Promise<void> {
		this.#closing = true;
		this.#stopIdle();
		await this.#queue;
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		this.#stopIdle();
		const turn = this.#queue.then(work);
		const done = turn
			.catch(() => undefined)
			.then(() => {
				if (this.#queue === done && !this.#closing) this.#idle();
			});
		this.#queue = done;
		return turn;
	}

	#idle(): void {
		this.#stopIdle = this.#timers.after(this.#limits.idleMs, () => {
			this.#look();
		});
	}

	#look(): void {
		void this.#inTurn(async () => {
			if (!this.#closing) this.#set(await this.#ask());
		});
	}

	async #send(bytes: Uint8Array): Promise<Outcome> {
		if (this.#closing) return { state: 'failed', why: this.#gone('closed') };
		const status = this.#set(await this.#ask());
		if (status.state === 'unreachable' || status.state === 'error') return { state: 'failed', why: status };
		const ran = await this.#run(['lp', '-d', this.#target, '-o', 'raw'], bytes);
		// A run that had to be stopped may have handed everything over.
		if (ran.code === 'late') return { state: 'unsure', why: { state: 'stalled' } };
		if (ran.code !== 0) return { state: 'failed', why: this.#set(this.#gone(firstLine(ran.err) ?? 'lp took no job')) };
		return this.#watch(/request id is (\S+)/.exec(ran.out)?.[1]);
	}

	/**
	 * Waits until the queue no longer has the job. One that stays is taken out, lest it is printed when nobody waits for it
	 * any more; whether some of it has left is not known.
	 */
	async #watch(job: string | undefined): Promise<Outcome> {
		if (!onPath('lpstat')) return { state: 'sent' };
		const until = this.#timers.now() + this.#limits.queueMs;
		while (this.#timers.now() < until) {
			const { code, out } = await this.#run(['lpstat', '-o', this.#target]);
			const waiting = out.split('\n').flatMap((line) => line.trim().split(/\s/)[0] ?? []);
			const gone = job === undefined ? waiting.every((one) => one === '') : !waiting.includes(job);
			if (code === 0 && gone) return { state: 'sent' };
			await pause(this.#timers, this.#limits.watchMs);
		}
		if (job !== undefined) await this.#run(['cancel', job]);
		this.#set({ state: 'error' });
		return { state: 'unsure', why: { state: 'stalled' } };
	}

	/** Whether there is such a queue, and whether it works off its jobs. */
	async #ask(): Promise<PrinterStatus> {
		if (!onPath('lp')) return this.#gone('there is no program lp on this machine: install CUPS (cups-client)');
		if (!onPath('lpstat')) return { state: 'unknown' };
		const { code, out, err } = await this.#run(['lpstat', '-p', this.#target]);
		if (code === 'late') return this.#gone('lpstat does not answer');
		if (code !== 0) return this.#gone(firstLine(err) ?? `there is no queue ${this.#target}`);
		return /\bdisabled\b/.test(out) ? { state: 'error' } : { state: 'ready' };
	}

	#run(command: readonly [string, ...string[]], input?: Uint8Array): Promise<Ran> {
		const limits = { ms: this.#limits.runMs, timers: this.#timers };
		return run(command, input ? { ...limits, input } : limits);
	}

	/** Keeps the time since when it cannot be reached. */
	#gone(reason: string): PrinterStatus {
		const since = this.#status.state === 'unreachable' ? this.#status.since : this.#timers.now();
		return { state: 'unreachable', since, reason };
	}

	#set(status: PrinterStatus): PrinterStatus {
		const before = this.#status.state;
		this.#status = status;
		if (status.state !== before && !this.#closing) this.#listener(status);
		return status;
	}
}

function firstLine(text: string): string | undefined {
	const [line = ''] = text.trim().split('\n');
	return line === '' ? undefined : line;
}
