import type { Presenter as Commands } from './models/family.ts';
import { canPrint } from './printer.ts';
import type { PrinterStatus } from './printer.ts';

/** What the hall wants done with a ticket that nobody takes. */
export interface PresenterPlan {
	/** how long its owner has, ms */
	takeMs: number;
	/** drawn back in, dropped out in front, or left where it is */
	then: 'retract' | 'eject' | 'leave';
}

/** The mouth of a printer, in which a cut ticket waits for a hand. Pure: the time is handed in. */
export class Presenter {
	readonly plan: PresenterPlan;
	readonly #commands: Commands;
	#since: number | undefined;
	#acted = false;

	constructor(commands: Commands, plan: PresenterPlan) {
		this.#commands = commands;
		this.plan = plan;
	}

	/** What follows a cut: the ticket is pushed out so far that a hand can take it. */
	get present(): Uint8Array {
		return Buffer.from(this.#commands.present, 'hex');
	}

	/**
	 * What a look at the mouth means: the status, and bytes to be sent when a ticket has waited too long, once for each.
	 * @param out whether a ticket lies there
	 */
	see(status: PrinterStatus, out: boolean, now: number): { status: PrinterStatus; act?: Uint8Array } {
		if (!out) {
			this.#since = undefined;
			this.#acted = false;
			return { status };
		}
		this.#since ??= now;
		if (now - this.#since < this.plan.takeMs) return { status };
		const told: PrinterStatus = canPrint(status) ? { state: 'not-taken' } : status;
		if (this.#acted || this.plan.then === 'leave') return { status: told };
		this.#acted = true;
		return { status: told, act: Buffer.from(this.#commands[this.plan.then], 'hex') };
	}
}
