import type { Answer } from '#display/ask.ts';
import type { LeaseReport, LeaseView } from '#server/views.ts';
import {
	give,
	granted,
	offerOf,
	reported,
	reportOf,
	type Given,
	type Kept,
	type LeaseAsk,
	type Offer
} from './lease.ts';

/** Where a browser keeps one text for longer than a page lives. */
export interface Shelf {
	read(): string | null;
	write(text: string): void;
}

export interface BlockNeeds {
	device: string;
	/** the clock of the server, as far as it is known */
	now: () => number;
	/** a random word */
	intent: () => string;
	shelf: Shelf;
	grant: (wish: { device: string; holder: string }) => Promise<Answer<LeaseView>>;
	report: (lease: number, body: object) => Promise<Answer<LeaseReport>>;
}

/** The numbers that a kiosk keeps for when it has no line, and what it still has to tell of them. */
export class Block {
	readonly #needs: BlockNeeds;
	#kept: Kept = $state.raw({ holder: '', lease: null, used: [] });
	#busy = false;

	constructor(needs: BlockNeeds) {
		this.#needs = needs;
	}

	/** Takes up what was kept before; call it once in the browser. */
	begin(): void {
		this.#kept = read(this.#needs.shelf.read()) ?? { holder: this.#needs.intent(), lease: null, used: [] };
	}

	/** What would be given of a queue now. */
	offer(queue: string): Offer {
		return offerOf(this.#kept, queue, this.#needs.now());
	}

	/** Gives a number; it is kept before it is told, so that a page that is loaded anew never gives it again. */
	give(ask: Omit<LeaseAsk, 'now'>): Given | null {
		// Another page of the same kiosk may have given one meanwhile.
		this.#kept = read(this.#needs.shelf.read()) ?? this.#kept;
		const result = give(this.#kept, { ...ask, now: this.#needs.now() });
		if (!result) return null;
		this.#keep(result.kept);
		return result.given;
	}

	/** Whether a number that was given has not been told to the server yet. */
	waits(token: string): boolean {
		return this.#kept.used.some((one) => one.token === token);
	}

	/** Tells the server what was given, and asks for a block where there is none. @param lends whether the hall gives blocks */
	async settle(lends: boolean): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		try {
			await this.#tell();
			if (!lends || this.#kept.lease) return;
			const answer = await this.#needs.grant({ device: this.#needs.device, holder: this.#kept.holder });
			if (answer.ok) this.#keep(granted(this.#kept, answer.value));
		} finally {
			this.#busy = false;
		}
	}

	async #tell(): Promise<void> {
		const said = reportOf(this.#kept, this.#needs.now());
		if (!said) return;
		const answer = await this.#needs.report(said.lease, said.body);
		if (answer.ok) this.#keep(reported(this.#kept, answer.value));
		// A hall that was set up anew knows nothing of it and never will.
		else if (answer.problem.code === 'lease-unknown') this.#keep({ ...this.#kept, lease: null, used: [] });
	}

	#keep(kept: Kept): void {
		this.#needs.shelf.write(JSON.stringify(kept));
		this.#kept = kept;
	}
}

function read(text: string | null): Kept | null {
	try {
		const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
		return typeof kept?.holder === 'string' && Array.isArray(kept.used) ? (kept as Kept) : null;
	} catch {
		return null;
	}
}
