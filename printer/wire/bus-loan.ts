import type { BusLine } from './bus-line.ts';
import type { AskOptions, BusFrame, BusHeard, BusLoan } from './bus-types.ts';

interface Wish {
	frame: BusFrame;
	tailMs: number;
	done: (heard: BusHeard) => void;
}

/** Longer than two boards of one address are apart, shorter than a person's patience. */
const TAIL_MS = 60;
const DOWN: BusHeard = { kind: 'down', reason: 'line-down', bytes: new Uint8Array() };

/** Lends a line to one person at a time; what is asked goes through the bus, one after the other. */
export class Lending {
	readonly #line: BusLine;
	readonly #told: { onAsked(): void; onBack(): void };
	#wishes: Wish[] = [];
	#loan: BusLoan | null = null;

	constructor(line: BusLine, told: { onAsked(): void; onBack(): void }) {
		this.#line = line;
		this.#told = told;
	}

	get lent(): boolean {
		return this.#loan !== null;
	}

	get waits(): boolean {
		return this.#wishes.length > 0;
	}

	/** The line for one person; null while another has it. */
	lend(): BusLoan | null {
		if (this.#loan) return null;
		const loan: BusLoan = {
			ask: (frame, options = {}) => this.#ask(loan, frame, options),
			give: () => {
				if (this.#loan !== loan) return;
				this.end();
				this.#told.onBack();
			}
		};
		this.#loan = loan;
		this.#line.patient = true;
		return loan;
	}

	/** Asks what was wished first; once the line has been silent again, its answer is known. */
	async serve(): Promise<void> {
		const wish = this.#wishes.shift();
		if (!wish) return;
		const answer = await this.#line.say(wish.frame);
		if (answer.kind === 'down') {
			wish.done(DOWN);
			return;
		}
		const bytes = await this.#line.overhear(wish.tailMs);
		wish.done({ kind: answer.kind, reason: 'reason' in answer ? answer.reason : null, bytes });
	}

	/** Takes the line back; what was not asked yet is answered with `down`. */
	end(): void {
		this.#loan = null;
		this.#line.patient = false;
		for (const { done } of this.#wishes.splice(0)) done(DOWN);
	}

	#ask(loan: BusLoan, frame: BusFrame, { timeoutMs, tailMs = TAIL_MS }: AskOptions): Promise<BusHeard> {
		if (this.#loan !== loan) return Promise.resolve(DOWN);
		const asked = timeoutMs === undefined ? frame : { ...frame, timeoutMs };
		return new Promise((done) => {
			this.#wishes.push({ frame: asked, tailMs, done });
			this.#told.onAsked();
		});
	}
}
