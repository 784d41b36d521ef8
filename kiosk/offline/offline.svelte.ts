import type { Timers } from '#display/timers.ts';
import type { KioskDirectory } from '#server/views.ts';
import type { Block } from './block.svelte.ts';
import { causeOf, type Cause, type Ready } from './cause.ts';

export interface OfflineNeeds {
	timers: Timers;
	/** the live line has been down for some seconds */
	broken: () => boolean;
	/** the live line is up at this moment */
	connected: () => boolean;
	/** whether the machine has a network, as its system says */
	online: () => boolean;
	/** how `/ready` answers; never throws */
	ready: () => Promise<Ready>;
	/** the newest directory that can be had, the kept one where there is no server; null for none */
	directory: () => Promise<KioskDirectory | null>;
	block: Block;
	/** whether the hall gives blocks of numbers */
	lends: () => boolean;
}

/** While all is well the server is asked so often; while it is not, as soon as it may have come back. */
const READY_MS = 30_000;
const TROUBLED_MS = 3000;
const DIRECTORY_MS = 600_000;
const SETTLE_MS = 60_000;

/** Watches whether the hall can be reached, and keeps what a kiosk needs when it cannot. */
export class Offline {
	directory: KioskDirectory | null = $state.raw(null);
	readonly #needs: OfflineNeeds;
	#ready: Ready | null = $state.raw(null);
	#online = $state(true);
	#asking = false;
	#broken = false;
	#well = true;
	readonly #due = { ready: 0, directory: 0, settle: 0 };

	constructor(needs: OfflineNeeds) {
		this.#needs = needs;
	}

	/** Why numbers cannot be given as usual; null while they can. */
	get cause(): Cause | null {
		const { broken, connected } = this.#needs;
		return causeOf({ broken: broken(), connected: connected(), online: this.#online, ready: this.#ready });
	}

	/** Watches from now on; the answer ends it. */
	start(): () => void {
		this.#needs.block.begin();
		this.#tick();
		return this.#needs.timers.every(1000, () => {
			this.#tick();
		});
	}

	/** Something went wrong or right elsewhere: everything is looked at again at once. */
	look(): void {
		this.#due.ready = this.#due.directory = this.#due.settle = 0;
		this.#tick();
	}

	#tick(): void {
		const { timers } = this.#needs;
		const now = timers.now();
		this.#online = this.#needs.online();
		this.#turned();
		if (now >= this.#due.ready) void this.#ask();
		const well = this.#wellAgain();
		if (now >= this.#due.directory && (well || this.directory === null)) {
			this.#due.directory = now + (well ? DIRECTORY_MS : TROUBLED_MS);
			void this.#fetch();
		}
		if (now >= this.#due.settle && well) {
			this.#due.settle = now + SETTLE_MS;
			void this.#needs.block.settle(this.#needs.lends());
		}
	}

	/** The line has gone or come: what was known before says nothing any more. */
	#turned(): void {
		const broken = this.#needs.broken();
		if (broken === this.#broken) return;
		this.#broken = broken;
		this.#due.ready = 0;
		if (broken) this.#ready = null;
	}

	/** Whether all is well; after it was not, what was given meanwhile is told as soon as somebody listens. */
	#wellAgain(): boolean {
		const well = this.cause === null;
		if (well && !this.#well) this.#due.ready = this.#due.settle = this.#due.directory = 0;
		this.#well = well;
		return well;
	}

	async #ask(): Promise<void> {
		if (this.#asking) return;
		this.#asking = true;
		this.#ready = await this.#needs.ready();
		this.#asking = false;
		this.#due.ready = this.#needs.timers.now() + (this.cause === null ? READY_MS : TROUBLED_MS);
	}

	async #fetch(): Promise<void> {
		this.directory = (await this.#needs.directory()) ?? this.directory;
	}
}
