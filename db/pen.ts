import type { Kysely } from 'kysely';
import { canonical } from './canonical.ts';
import { grown, jumpOf, knowing, leafOf, newSalt, NO_HASH, numberIn, publicPart, type Tip } from './chain.ts';
import { hashOf, ledgerLine, newestOfTicket, type LedgerLine } from './ledger.ts';
import type { HallRow, Tables } from './schema.ts';

/** The hall's row as a transaction finds it. */
export type HallHead = Pick<HallRow, 'id' | 'code' | 'seq' | 'head'>;

/** Writes the lines of one transaction, each bound into the chain. */
export class Pen {
	readonly #k: Kysely<Tables>;
	readonly #hall: HallHead;
	/** where the chain stands; whoever takes lines back puts the former one here */
	tip: Tip;

	/** @param known where this process left the chain; it counts only when nobody has written since */
	constructor(k: Kysely<Tables>, hall: HallHead, known: Tip) {
		this.#k = k;
		this.#hall = hall;
		this.tip = known[0]?.seq === hall.seq && known[0].hash === hall.head ? known : begun(hall);
	}

	/** number of the newest line */
	get seq(): number {
		return this.tip[0]?.seq ?? 0;
	}

	/** its hash */
	get head(): string {
		return this.tip[0]?.hash ?? '';
	}

	/** Adds a line and gives its number. */
	async write({ body, ...line }: LedgerLine): Promise<number> {
		const { ticket } = line;
		const prior = ticket === null ? null : await newestOfTicket(this.#k, this.#hall.id, ticket);
		const seq = this.seq + 1;
		const said = { ...line, seq, body: canonical(body), prior, salt: newSalt() };
		this.tip = await this.#grown(leafOf(publicPart(this.#hall.code, said, numberIn(body))));
		await ledgerLine.run(this.#k, { hall: this.#hall.id, ...said, hash: this.head });
		return seq;
	}

	async #grown(leaf: string): Promise<Tip> {
		const tip = grown(this.tip, leaf);
		if (tip) return tip;
		// After a start, or when another process has written: one earlier hash has to be read.
		const seq = jumpOf(this.seq + 1);
		const hash = (await hashOf(this.#k, this.#hall.id, seq)) || NO_HASH;
		return grown(knowing(this.tip, { seq, hash }), leaf) ?? [];
	}
}

function begun({ seq, head }: HallHead): Tip {
	return seq === 0 ? [] : [{ seq, hash: head === '' ? NO_HASH : head }];
}
