import { randomUUID } from 'node:crypto';
import { printerModel } from '#printer/models/models.ts';
import type { PrinterModel } from '#printer/models/models.ts';
import type { LostSight, PrintJob, Printer, PrintResult, PrinterStatus } from '#printer/printer.ts';
import type { Cancel } from '../clock.ts';
import type { PrinterEntry } from '../setup/schema.ts';
import type { JobResult } from './protocol.ts';
import type { Way } from './way.ts';

/** So long an agent that went away in the middle of a job may take to come back and say what became of it. */
const RETURN_MS = 12_000;

interface Pending {
	/** the run of the agent that it was given to */
	boot: string;
	/** its link has ended since */
	away: boolean;
	resolve: (result: PrintResult) => void;
	stop: Cancel;
}

/**
 * A printer on another machine. A job is given to its agent once; what cannot be known is unsure, and nothing is given again by
 * itself. Once a job has been given up here, what the agent tells of it later is for `late` of the station.
 */
export class FarPrinter implements Printer {
	readonly name: string;
	readonly model: PrinterModel;
	readonly #code: string;
	readonly #way: Way;
	readonly #pending = new Map<string, Pending>();
	#status: PrinterStatus;
	#listener: (status: PrinterStatus) => void = () => undefined;

	constructor({ code, agent, model, width }: PrinterEntry, way: Way) {
		this.#code = code;
		this.#way = way;
		this.name = `${agent ?? ''}: ${code}`;
		this.model = printerModel(model, width);
		this.#status = this.#gone();
	}

	status(): PrinterStatus {
		return this.#status;
	}

	onStatus(listener: (status: PrinterStatus) => void): void {
		this.#listener = listener;
	}

	print({ id, lines }: PrintJob): Promise<PrintResult> {
		const { boot } = this.#way;
		if (boot === undefined) return Promise.resolve({ state: 'failed', why: this.#gone(), substituted: [] });
		const job = id ?? randomUUID();
		return new Promise((resolve) => {
			this.#pending.set(job, { boot, away: false, resolve, stop: () => undefined });
			this.#way.say({ say: 'job', job, printer: this.#code, lines });
		});
	}

	/** Jobs belong to the agent, which outlives this. */
	close(): Promise<void> {
		this.giveUp();
		return Promise.resolve();
	}

	/** What became of a job; false when nobody waits for it any more. */
	took(job: string, { state, why, substituted }: JobResult): boolean {
		if (!this.#pending.has(job)) return false;
		if (state === 'printed' || state === 'sent') this.#settle(job, { state, substituted });
		else if (state === 'failed') this.#settle(job, { state, why: statusOf(why), substituted });
		else this.#settle(job, { state, why: why ?? { state: 'unknown' }, substituted });
		return true;
	}

	/** How the printer is, by its agent. */
	is(status: PrinterStatus): void {
		const before = this.#status.state;
		this.#status = status;
		if (status.state !== before) this.#listener(status);
	}

	/** The agent is not there. It may come back in time. */
	lost(): void {
		this.is(this.#gone());
		for (const [job, one] of this.#pending) {
			one.stop();
			one.away = true;
			one.stop = this.#way.clock.after(RETURN_MS, () => this.#unsure(job));
		}
	}

	/**
	 * The agent says that these jobs are in work; what it has ended it has told before. One that was given over the present link
	 * may still be on its way to it.
	 */
	back(boot: string, working: ReadonlySet<string>): void {
		for (const [job, one] of [...this.#pending]) {
			if (!one.away) continue;
			if (working.has(job)) {
				one.stop();
				one.away = false;
			}
			// The same run would know a job that had reached it: this one never did, and never will.
			else if (boot === one.boot) this.#settle(job, { state: 'failed', why: this.#gone(), substituted: [] });
			else this.#unsure(job);
		}
	}

	/** Nobody waits any more for an agent that is away. */
	giveUp(): void {
		if (this.#way.boot !== undefined) return;
		for (const job of [...this.#pending.keys()]) this.#unsure(job);
	}

	#unsure(job: string): void {
		this.#settle(job, { state: 'unsure', why: { state: 'agent-gone' }, substituted: [] });
	}

	#settle(job: string, result: PrintResult): void {
		const one = this.#pending.get(job);
		this.#pending.delete(job);
		one?.stop();
		one?.resolve(result);
	}

	#gone(): PrinterStatus {
		return { state: 'unreachable', since: this.#way.since, reason: 'agent-gone' };
	}
}

const LOST_SIGHT: readonly string[] = [
	'link-lost',
	'stalled',
	'not-acknowledged',
	'agent-gone'
] satisfies LostSight['state'][];

/** A job fails by how its printer is. */
function statusOf(why: JobResult['why']): PrinterStatus {
	return why !== null && isStatus(why) ? why : { state: 'unknown' };
}

function isStatus(why: PrinterStatus | LostSight): why is PrinterStatus {
	return !LOST_SIGHT.includes(why.state);
}
