import type { SlipRow, SlipState } from '#db/schema.ts';
import { getSlip, moveSlip, nextSlip, queuedOf, queuedSlips, slipsInWork } from '#db/slips.ts';
import type { JobResult } from '../agents/protocol.ts';
import { canPrint, type PrinterStatus, type PrintResult } from '#printer/printer.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import type { Cancel } from '../clock.ts';
import type { Hall } from '../hall.ts';
import type { OpenPrinter } from '../hardware/printers.ts';
import type { KioskView, PrinterTrouble } from '../views.ts';
import { untilWell } from '../until-well.ts';
import { laneOf, type Hands } from '../watch/hands.ts';
import type { Papers } from '../watch/papers.ts';
import { slipLines } from './slip.ts';
import { jobOf, noteSlip, whyGivenUp } from './slip-job.ts';

/** A slip nobody could print in this time is given up: its owner has read the number from the screen and gone. */
const SLIP_LIVES_MS = 20_000;
const LOOK_EVERY_MS = 2000;
const AT_ONCE = 50;

export interface SpoolOptions {
	onTrouble: (error: unknown) => void;
	/** a printer's state or a slip's has changed */
	onChanged: () => void;
	/** what hands have decided about printers */
	hands: Pick<Hands, 'isOff' | 'group'>;
	/** a job of a printer has ended */
	onPrinted: Papers['printed'];
}

/**
 * Works off the slips that wait in the database. A group's printers take the oldest one each; a printer that refuses
 * hands it back for the others. What may be on paper is never printed again by itself.
 */
export class Spool {
	readonly #hall: Hall;
	readonly #printers: readonly OpenPrinter[];
	readonly #options: SpoolOptions;
	readonly #busy = new Map<string, Promise<void>>();
	/** what became of each printer's newest slip, until it is written down */
	readonly #settling = new Map<string, Promise<void>>();
	#stopLooking: Cancel;
	#stopped = false;

	constructor(hall: Hall, printers: readonly OpenPrinter[], options: SpoolOptions) {
		this.#hall = hall;
		this.#printers = printers;
		this.#options = options;
		for (const one of printers) {
			one.printer.onStatus(() => {
				options.onChanged();
				this.wake();
			});
		}
		this.#stopLooking = hall.clock.every(LOOK_EVERY_MS, () => void this.#giveUp().catch(options.onTrouble));
	}

	/** Slips that were in work when the last process ended may be on paper: a person looks. */
	async begin(): Promise<void> {
		const left = await slipsInWork(this.#hall.read, this.#hall.id);
		for (const slip of left) await this.#record(slip, 'sent', { state: 'unsure', reason: 'server-restarted' });
		this.wake();
	}

	/** Slips may be waiting: every free printer that can print looks for one. */
	wake(): void {
		if (this.#stopped) return;
		for (const one of this.#printers) {
			if (this.#busy.has(one.code) || !canPrint(one.printer.status())) continue;
			const work = this.#work(one)
				.catch(this.#options.onTrouble)
				.finally(() => this.#busy.delete(one.code));
			this.#busy.set(one.code, work);
		}
	}

	/** Whether slips come out at a group of printers. */
	paper(group: string): KioskView['paper'] {
		const states = this.#states(group);
		if (states.some((status) => canPrint(status) && status.state !== 'paper-low')) return 'ready';
		return states.some((status) => status.state === 'paper-low') ? 'low' : 'out';
	}

	/** What keeps slips from coming out at a group of which none can print: what a hand can mend is told first. */
	trouble(group: string): PrinterTrouble {
		const states = this.#states(group).map(({ state }) => state);
		if (states.includes('paper-out')) return 'paper-out';
		if (states.includes('cover-open')) return 'cover-open';
		return states.every((state) => state === 'unreachable') ? 'gone' : 'trouble';
	}

	#states(group: string): PrinterStatus[] {
		return this.#of(group).map((one) => one.printer.status());
	}

	/** The printers that print for a group today. */
	#of(group: string): OpenPrinter[] {
		return this.#printers.filter((one) => !this.#isOff(one) && this.#group(one) === group);
	}

	#isOff({ code }: OpenPrinter): boolean {
		return this.#options.hands.isOff('printer', code);
	}

	#group({ code, group }: OpenPrinter): string {
		return this.#options.hands.group(code, group);
	}

	/** Whether it takes slips of its group. One that does not tell how it is does while no other says that it is well. */
	#serves(one: OpenPrinter): boolean {
		if (this.#isOff(one)) return false;
		if (one.printer.status().state !== 'unknown') return true;
		const others = this.#of(this.#group(one)).filter((other) => other !== one);
		return !others.some((other) => ['ready', 'paper-low'].includes(other.printer.status().state));
	}

	/** Ends after the slips that are in work. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#stopLooking();
		await Promise.all(this.#busy.values());
	}

	async #work(one: OpenPrinter): Promise<void> {
		while (!this.#stopped && canPrint(one.printer.status())) {
			const slip = await this.#claim(one);
			if (!slip) return;
			await this.#print(one, slip);
			this.#options.onChanged();
		}
	}

	async #print(one: OpenPrinter, slip: SlipRow): Promise<void> {
		const { model } = one.printer;
		let settled = Promise.resolve();
		const came = (): Promise<void> => this.#record(slip, 'unsure', { state: 'printed', reason: null });
		const onLate = (): unknown => settled.then(came).catch(this.#options.onTrouble);
		let lines: SlipLine[];
		let result: PrintResult;
		try {
			lines = await this.#untilWell(() => slipLines(this.#hall, slip, model.columns));
			result = await one.printer.print({ id: jobOf(slip), lines, onLate });
		} catch (error) {
			// It cannot be composed, here or anywhere: not one byte has left, and its owner is told.
			this.#options.onTrouble(error);
			return this.#untilWell(() => this.#record(slip, 'sent', { state: 'failed', reason: 'error' }));
		}
		this.#options.onPrinted(one.code, { lines, model }, result);
		settled = this.#untilWell(() => this.#settle(slip, result));
		this.#settling.set(one.code, settled);
		await settled;
	}

	/**
	 * What became of a job is known after all: its agent is back, maybe after this server was started anew. Only what is still
	 * unsure changes by it.
	 */
	async late(job: string, printer: string, { state, why }: JobResult): Promise<void> {
		const slip = await getSlip(this.#hall.read, this.#hall.id, Number(job.split('.')[0]));
		if (!slip || jobOf(slip) !== job || slip.printer !== printer || state === 'unsure') return;
		// The same job may be on its way into the database.
		await this.#settling.get(printer);
		const reason = { printed: null, sent: 'not-confirmed', failed: why?.state ?? 'unreachable' }[state];
		await this.#record(slip, 'unsure', { state, reason });
	}

	/** What has come out cannot be taken back: it is written down, and what is to come out is read, once the storage is well. */
	#untilWell<T>(step: () => Promise<T>): Promise<T> {
		const { onTrouble } = this.#options;
		return untilWell(step, { clock: this.#hall.clock, onTrouble, ended: () => this.#stopped });
	}

	/** The oldest waiting slip of the group, now this printer's; nobody else gets it. A test page of its own comes first. */
	async #claim(one: OpenPrinter): Promise<SlipRow | undefined> {
		if (!(await this.#next(one, this.#hall.read))) return undefined;
		return this.#hall.write(async (tx) => {
			const slip = await this.#next(one, tx.k);
			if (!slip) return undefined;
			const work = { printer: one.code, attempts: slip.attempts + 1, changed_at: this.#hall.clock.now() };
			const claimed = { ...work, state: 'sent', reason: null } as const;
			return (await moveSlip(tx.k, slip, 'queued', claimed)) ? { ...slip, ...claimed } : undefined;
		});
	}

	async #next(one: OpenPrinter, k: Hall['read']): Promise<SlipRow | undefined> {
		const own = await nextSlip(k, this.#hall.id, laneOf(one.code));
		return own ?? (this.#serves(one) ? nextSlip(k, this.#hall.id, this.#group(one)) : undefined);
	}

	async #settle(slip: SlipRow, result: PrintResult): Promise<void> {
		switch (result.state) {
			case 'printed':
				return this.#record(slip, 'sent', { state: 'printed', reason: null });
			case 'sent':
				return this.#record(slip, 'sent', { state: 'sent', reason: 'not-confirmed' });
			case 'unsure':
				return this.#record(slip, 'sent', { state: 'unsure', reason: result.why.state });
			case 'failed':
				return this.#handBack(slip, result.why.state);
		}
	}

	/** Nothing has left: another printer of the group may have it, unless it is too late for anybody. */
	async #handBack(slip: SlipRow, reason: string): Promise<void> {
		if (this.#hall.clock.now() - slip.created_at >= SLIP_LIVES_MS) {
			return this.#record(slip, 'sent', { state: 'failed', reason });
		}
		const changed_at = this.#hall.clock.now();
		await this.#hall.write((tx) => moveSlip(tx.k, slip, 'sent', { ...slip, state: 'queued', reason, changed_at }));
		this.wake();
	}

	/** Where no printer of a group can print, slips are given up in time: nothing comes out when nobody waits for it. */
	async #giveUp(): Promise<void> {
		const waiting = await queuedSlips(this.#hall.read, this.#hall.id);
		for (const { group } of waiting.filter((one) => this.#isDead(one.group))) {
			const before = this.#hall.clock.now() - SLIP_LIVES_MS;
			const old = await queuedOf(this.#hall.read, { hall: this.#hall.id, group, before, most: AT_ONCE });
			const why = this.#printers.find((one) => [one.group, laneOf(one.code)].includes(group));
			for (const slip of old)
				await this.#record(slip, 'queued', { state: 'failed', reason: whyGivenUp(why?.printer.status()) });
		}
	}

	/** A group of which no printer can print, a printer that cannot print its test page, and what no hall file names any more. */
	#isDead(group: string): boolean {
		const own = this.#printers.find(({ code }) => laneOf(code) === group);
		return own ? !canPrint(own.printer.status()) : this.paper(group) === 'out';
	}

	async #record(slip: SlipRow, from: SlipState, to: Pick<SlipRow, 'state' | 'reason'>): Promise<void> {
		await this.#hall.write(async (tx) => {
			const changed_at = this.#hall.clock.now();
			const row = { ...to, printer: slip.printer, attempts: slip.attempts, changed_at };
			if (await moveSlip(tx.k, slip, from, row)) await noteSlip(tx, this.#hall, slip, to);
		});
		this.#options.onChanged();
	}
}
