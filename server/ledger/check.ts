import { grown, jumpOf, knowing, leafOf, NO_HASH, numberIn, publicPart, type Link, type Tip } from '#db/chain.ts';
import type { LedgerRow } from '#db/schema.ts';

/** What does not fit at a line. */
export type Fault =
	| 'missing'
	| 'changed'
	| 'not-json'
	| 'after-the-end'
	| 'cut-off'
	| 'head-differs'
	| 'signed-otherwise'
	| 'bad-signature'
	| 'unknown-key'
	| 'unreadable'
	| 'called-otherwise';

/** The first place at which the ledger is not what it was. */
export interface Break {
	seq: number;
	/** null where there is no such line */
	day: string | null;
	act: string | null;
	fault: Fault;
	/** what else is known of it: another number, a file, a key */
	detail: string;
}

export function breakAt(line: Pick<LedgerRow, 'seq' | 'day' | 'act'>, fault: Fault, detail = ''): Break {
	return { seq: line.seq, day: line.day, act: line.act, fault, detail };
}

/** Follows the chain line by line and says where it breaks. */
export class Check {
	readonly #hall: string;
	#tip: Tip;
	/** lines that are older than the chain */
	older = 0;
	lines = 0;

	/** @param tip the end of the chain before the first line that is taken */
	constructor(hall: string, tip: Tip) {
		this.#hall = hall;
		this.#tip = tip;
	}

	/** The last line that was good, and its hash. */
	get end(): Link {
		return this.#tip[0] ?? { seq: 0, hash: NO_HASH };
	}

	/** @param body the line's body, read; `undefined` when it is no JSON */
	take(line: LedgerRow, body: unknown): Break | undefined {
		const seq = this.end.seq + 1;
		if (line.seq !== seq) return { ...breakAt(line, 'missing', `after it: ${String(line.seq)}`), seq };
		this.lines += 1;
		if (line.hash === '' && this.older === seq - 1) {
			this.older = seq;
			this.#tip = [{ seq, hash: NO_HASH }];
			return undefined;
		}
		if (body === undefined) return breakAt(line, 'not-json');
		this.#tip = this.#after(leafOf(publicPart(this.#hall, line, numberIn(body))));
		return this.end.hash === line.hash ? undefined : breakAt(line, 'changed');
	}

	/** A line whose hash is not at hand is older than the chain. */
	#after(leaf: string): Tip {
		const jump = jumpOf(this.end.seq + 1);
		return grown(this.#tip, leaf) ?? grown(knowing(this.#tip, { seq: jump, hash: NO_HASH }), leaf) ?? [];
	}
}
