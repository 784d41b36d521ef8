import type { Conversation } from './conversation.ts';
import type { Composed } from './escpos/compose.ts';
import { languageOf } from './language.ts';
import type { PrinterModel } from './models/models.ts';
import type { Presenter } from './presenter.ts';
import { canPrint } from './printer.ts';
import type { LostSight, PrinterStatus } from './printer.ts';
import { Receipts } from './receipts.ts';
import type { KeptWire } from './wire/keep.ts';
import { pause, within } from './wire/timers.ts';
import type { Timers } from './wire/timers.ts';

/** How long each step of a job may take, ms. */
export interface JobLimits {
	/** to get a link when there is none */
	linkMs: number;
	/** to find out once whether it knows `GS ( H` */
	learnMs: number;
	/** until the system has taken a whole slip; 2 kB take 2 s at 9600 baud */
	writeMs: number;
	/** until the printer says that a slip is printed, counted from its last byte */
	printedMs: number;
	/** between two looks at the status meanwhile */
	watchMs: number;
}

export type Outcome =
	| { state: 'printed' | 'sent' }
	| { state: 'failed'; why: PrinterStatus }
	| { state: 'unsure'; why: PrinterStatus | LostSight };

interface RunnerParts {
	wire: KeptWire;
	talk: Conversation;
	model: PrinterModel;
	/** where tickets wait in a mouth */
	presenter: Presenter | undefined;
	timers: Timers;
	limits: JobLimits;
	/** the status when there is no link */
	unreachable: () => PrinterStatus;
	onStatus(status: PrinterStatus): void;
}

/** How fast even an old printer is: 60 mm/s, 8 dots to the millimetre. */
const DOTS_PER_MS = 0.48;
/** Cutting, and a margin. */
const CUT_MS = 500;
/** So many looks without an answer, while printing, and it is left alone. */
const SILENT_LOOKS = 3;

/** Takes one job at a time from the first question to the last answer. */
export class JobRunner {
	readonly receipts = new Receipts();
	readonly #parts: RunnerParts;
	/** whether it says "printed"; undefined: not found out yet */
	#confirms: boolean | undefined;
	/** what an earlier job may have left behind: cut off between two bytes, or between two slips */
	#torn: 'bytes' | 'slip' | undefined;
	#broken: (outcome: 'broken') => void = () => undefined;
	/** a silent printer got a fresh link and stayed silent */
	#renewed = false;

	constructor(parts: RunnerParts, torn: boolean) {
		this.#parts = parts;
		this.#torn = torn ? 'bytes' : undefined;
		this.#confirms = { yes: true, no: false, probe: undefined }[parts.model.processId];
	}

	/** The link broke. */
	down(): void {
		this.#broken('broken');
	}

	/**
	 * The status now. A printer that used to answer and is silent gets one fresh link: the old one may be dead.
	 * @param idle there is no job: a printer that tells its changes by itself need not be asked for all
	 */
	async look(idle = false): Promise<PrinterStatus> {
		const { wire, talk, limits } = this.#parts;
		const status = await this.#probe(idle);
		if (status.state !== 'unknown') this.#renewed = false;
		else if (talk.answered && !this.#renewed) {
			this.#renewed = true;
			wire.renew(new Error(`${wire.name}: no answer`));
			return (await wire.whenUp(limits.linkMs)) ? this.#probe() : this.#parts.unreachable();
		}
		return status;
	}

	async #probe(idle = false): Promise<PrinterStatus> {
		const { wire, talk, model } = this.#parts;
		let status: PrinterStatus = { state: 'unknown' };
		if (model.status && wire.up) status = await (idle ? talk.look(this.#torn === undefined) : talk.probe());
		return wire.up ? this.#mouth(status) : this.#parts.unreachable();
	}

	/** A ticket that nobody took is dealt with as the hall wants it. */
	async #mouth(before: PrinterStatus): Promise<PrinterStatus> {
		const { wire, talk, presenter, timers, limits } = this.#parts;
		if (!presenter || before.state === 'unknown') return before;
		const { status, act } = presenter.see(before, talk.ticketOut, timers.now());
		if (act) await wire.write(act, limits.writeMs);
		return status;
	}

	/** Gives the owner of the ticket before time to take it, unless the hall lets it lie. */
	async #clear(status: PrinterStatus): Promise<PrinterStatus> {
		const { talk, presenter, timers, limits } = this.#parts;
		if (!presenter || presenter.plan.then === 'leave') return status;
		const until = timers.now() + presenter.plan.takeMs + limits.writeMs;
		let now = status;
		while (canPrint(now) && talk.ticketOut && timers.now() < until) {
			await pause(timers, limits.watchMs);
			now = this.#tell(await this.#probe());
		}
		return now;
	}

	/** Prints a slip. `tell` is called when an unsure one turns out to be printed. */
	async run(slip: Composed, tell: () => void): Promise<Outcome> {
		const { wire, limits } = this.#parts;
		await wire.whenUp(limits.linkMs);
		const status = await this.#clear(this.#tell(await this.look()));
		if (!canPrint(status)) return { state: 'failed', why: status };
		if (!(await this.#prepare(status))) return { state: 'failed', why: this.#parts.unreachable() };
		const id = this.receipts.id();
		const outcome = await this.#send(slip, id, status);
		this.#leave(outcome);
		if (outcome.state === 'printed') this.#confirms = true;
		else this.receipts.giveUp(id, outcome.state === 'unsure' ? tell : undefined);
		return outcome;
	}

	/** From the first byte to what became of them. */
	async #send(slip: Composed, id: string, status: PrinterStatus): Promise<Outcome> {
		const { wire, talk, presenter, limits, unreachable } = this.#parts;
		const broken = new Promise<'broken'>((resolve) => (this.#broken = resolve));
		const printed = this.receipts.expect(id);
		const job = Buffer.concat([slip.bytes, presenter?.present ?? new Uint8Array(), talk.acknowledge(id)]);
		const written = await wire.write(job, limits.writeMs);
		if (written === 'down') return { state: 'failed', why: unreachable() };
		return written === 'taken' ? this.#watch(slip, Promise.race([printed, broken]), status) : lost(written);
	}

	/** Cleans up after a torn job, and finds out once whether this printer confirms. False when the link broke. */
	async #prepare(status: PrinterStatus): Promise<boolean> {
		const { wire, talk, model, timers, limits } = this.#parts;
		if (this.#torn) {
			const clean = languageOf(model).recover(model, this.#torn === 'bytes');
			if ((await wire.write(clean, limits.writeMs)) !== 'taken') return false;
			this.#torn = undefined;
		}
		if (this.#confirms !== undefined || status.state === 'unknown') return true;
		const id = this.receipts.id();
		const printed = this.receipts.expect(id);
		if ((await wire.write(talk.acknowledge(id), limits.writeMs)) !== 'taken') return false;
		this.#confirms = (await within(timers, limits.learnMs, printed, undefined)) === 'printed';
		if (!this.#confirms) this.receipts.giveUp(id, () => (this.#confirms = true));
		return true;
	}

	/** Waits for the end of a job whose bytes have all been taken. */
	async #watch(slip: Composed, end: Promise<'printed' | 'broken'>, before: PrinterStatus): Promise<Outcome> {
		const { timers, limits } = this.#parts;
		const mute = before.state === 'unknown';
		const confirms = this.#confirms === true && !mute;
		const until = timers.now() + (confirms ? limits.printedMs : slip.dots / DOTS_PER_MS + CUT_MS);
		let silent = 0;
		let status = before;
		while (timers.now() < until && silent < SILENT_LOOKS) {
			const heard = await within(timers, Math.max(1, Math.min(limits.watchMs, until - timers.now())), end, undefined);
			if (heard) return ended(heard);
			if (mute) continue;
			status = this.#tell(await this.#probe());
			if (!canPrint(status)) return this.#stopped(status, end);
			silent = status.state === 'unknown' ? silent + 1 : 0;
		}
		return this.#atLast(confirms, status);
	}

	/** Trouble was seen; yet the last word may be on its way: the roll can end just behind the cut. */
	async #stopped(why: PrinterStatus, end: Promise<'printed' | 'broken'>): Promise<Outcome> {
		const heard = await within(this.#parts.timers, this.#parts.limits.learnMs, end, undefined);
		return heard ? ended(heard) : { state: 'unsure', why };
	}

	#atLast(confirms: boolean, status: PrinterStatus): Outcome {
		const { talk, model } = this.#parts;
		const shouldAnswer = talk.answered || model.processId === 'yes';
		if (status.state === 'unknown' && shouldAnswer) return { state: 'unsure', why: status };
		return confirms ? { state: 'unsure', why: { state: 'not-acknowledged' } } : { state: 'sent' };
	}

	/** What the next job must clean up. A printer that only stopped goes on by itself, and its slip with it. */
	#leave(outcome: Outcome): void {
		if (outcome.state !== 'unsure') return;
		const why = outcome.why.state;
		if (why === 'link-lost' || why === 'stalled') this.#torn = 'bytes';
		else if (why === 'not-acknowledged' || why === 'unknown') this.#torn = 'slip';
	}

	#tell(status: PrinterStatus): PrinterStatus {
		this.#parts.onStatus(status);
		return status;
	}
}

function ended(heard: 'printed' | 'broken'): Outcome {
	return heard === 'printed' ? { state: 'printed' } : lost('lost');
}

function lost(written: 'lost' | 'stalled'): Outcome {
	return { state: 'unsure', why: { state: written === 'lost' ? 'link-lost' : 'stalled' } };
}
