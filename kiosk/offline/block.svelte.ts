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

/** Of a number that was given: not told to the server yet, in its queue, or come to nothing. */
export type Fate = 'untold' | 'waits' | 'void';

/** Refusals that say that the server holds no block for this browser: what is kept of one counts no more. */
const NO_BLOCK: readonly string[] = ['day-over', 'lease-off', 'lease-enough'];

/** The numbers that a kiosk keeps for when it has no line, and what it still has to tell of them. */
export class Block {
	readonly #needs: BlockNeeds;
	#kept: Kept = $state.raw({ holder: '', lease: null, used: [] });
	/** numbers given here that came to nothing */
	#void: readonly string[] = $state.raw([]);
	#busy = false;

	constructor(needs: BlockNeeds) {
		this.#needs = needs;
	}

	/** Takes up what was kept before; call it once in the browser. */
	begin(): void {
		const kept = read(this.#needs.shelf.read());
		if (kept) this.#kept = kept;
		else this.#keep({ holder: this.#needs.intent(), lease: null, used: [] });
	}

	/** What would be given of a queue now. */
	offer(queue: string): Offer {
		return offerOf(this.#kept, queue, this.#needs.now());
	}

	/** Gives a number; it is kept before it is told, so that a page that is loaded anew never gives it again. */
	give(ask: Omit<LeaseAsk, 'now'>): Given | null {
		const result = give(this.#newest(), { ...ask, now: this.#needs.now() });
		if (!result) return null;
		this.#keep(result.kept);
		return result.given;
	}

	/** What the server has made of a number that was given here. */
	fate(token: string): Fate {
		if (this.#kept.used.some((one) => one.token === token)) return 'untold';
		return this.#void.includes(token) ? 'void' : 'waits';
	}

	/**
	 * Tells the server what was given, and asks for a block; while one is kept it is the same one, unless the day has ended
	 * meanwhile. @param lends whether the hall gives blocks
	 */
	async settle(lends: boolean): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		try {
			await this.#tell();
			if (lends) await this.#renew();
		} finally {
			this.#busy = false;
		}
	}

	async #tell(): Promise<void> {
		const said = reportOf(this.#newest(), this.#needs.now());
		if (!said) return;
		const answer = await this.#needs.report(said.lease, said.body);
		const kept = this.#newest();
		if (kept.lease?.id !== said.lease) return;
		if (answer.ok) {
			this.#voided(kept, (number) =>
				answer.value.numbers.some((one) => one.number === number && one.outcome === 'void')
			);
			this.#keep(reported(kept, answer.value));
			return;
		}
		// A hall that was set up anew knows nothing of it and never will.
		if (answer.problem.code !== 'lease-unknown') return;
		this.#voided(kept, () => true);
		this.#keep({ ...kept, lease: null, used: [] });
	}

	async #renew(): Promise<void> {
		const { holder, used } = this.#kept;
		if (used.length > 0) return;
		const answer = await this.#needs.grant({ device: this.#needs.device, holder });
		const kept = this.#newest();
		// What was given while the question was on its way belongs to the block that is kept: that is told first.
		if (kept.used.length > 0) return;
		if (answer.ok) this.#keep(granted(kept, answer.value));
		else if (NO_BLOCK.includes(answer.problem.code)) this.#keep({ ...kept, lease: null });
	}

	#voided({ used }: Kept, isVoid: (number: string) => boolean): void {
		this.#void = [...this.#void, ...used.filter(({ number }) => isVoid(number)).map(({ token }) => token)];
	}

	/** As it stands on the shelf: another page of the same kiosk may have given a number, or told of it, meanwhile. */
	#newest(): Kept {
		this.#kept = read(this.#needs.shelf.read()) ?? this.#kept;
		return this.#kept;
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
