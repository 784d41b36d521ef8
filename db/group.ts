import { CompiledQuery, sql, type Compilable, type Transaction } from 'kysely';
import type { LedgerLine } from './ledger.ts';
import type { Tip } from './chain.ts';
import { untilUnlocked } from './lock.ts';
import { Pen, type HallHead } from './pen.ts';
import type { Database } from './open.ts';
import type { Tables } from './schema.ts';
import { statement } from './statement.ts';
import { CHANNEL } from './watch.ts';

/** One wish's view of the transaction it shares with the others of its moment. */
export interface Tx {
	readonly k: Transaction<Tables>;
	readonly hall: number;
	/** Writes the next line of the ledger and gives its number, which is also the id of whatever the act makes. */
	note(line: LedgerLine): Promise<number>;
}

interface Wish {
	run(tx: Tx): Promise<unknown>;
	done(value: unknown): void;
	failed(error: unknown): void;
}

/** More wishes than this wait for the next commit, so that one commit never blocks reading for long. */
const MOST_IN_A_GROUP = 64;

/**
 * The one writer of a hall in this process. Wishes of one moment share one durable commit; each runs inside a
 * savepoint of its own, so that one that fails takes nothing of the others with it. A wish is answered after the commit.
 * Other processes of the same hall wait at the hall's row: a hall has one line of history.
 */
export class HallWriter {
	readonly #database: Database;
	readonly #hall: number;
	readonly #onCommitted: (seq: number) => void;
	#waiting: Wish[] = [];
	#running: Promise<void> | undefined;
	#tip: Tip = [];

	/** @param onCommitted is told the newest ledger number after each commit that wrote a line */
	constructor(database: Database, hall: number, onCommitted: (seq: number) => void = () => undefined) {
		this.#database = database;
		this.#hall = hall;
		this.#onCommitted = onCommitted;
	}

	/** Runs `wish` in a transaction. Rejects with what it threw, or with the storage's trouble; nothing is written then. */
	write<T>(wish: (tx: Tx) => Promise<T>): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			this.#waiting.push({ run: wish, done: (value) => resolve(value as T), failed: reject });
			this.#running ??= this.#work();
		});
	}

	/** Resolves when everything asked so far is answered. */
	async settled(): Promise<void> {
		while (this.#running) await this.#running;
	}

	async #work(): Promise<void> {
		// Requests of the same turn of the event loop come first, so that they share the commit.
		await new Promise((resolve) => setImmediate(resolve));
		while (this.#waiting.length > 0) {
			await this.#commit(this.#waiting.splice(0, MOST_IN_A_GROUP));
			await new Promise((resolve) => setImmediate(resolve));
		}
		this.#running = undefined;
	}

	async #commit(wishes: Wish[]): Promise<void> {
		const answers: (() => void)[] = [];
		let newest = 0;
		try {
			newest = await untilUnlocked(() =>
				this.#database.write.transaction().execute((k) => {
					answers.length = 0;
					return this.#runAll(k, wishes, answers);
				})
			);
		} catch (error) {
			for (const wish of wishes) wish.failed(error);
			return;
		}
		if (newest > 0) this.#onCommitted(newest);
		for (const answer of answers) answer();
	}

	/** @returns the newest ledger number, or 0 when no line was written */
	async #runAll(k: Transaction<Tables>, wishes: Wish[], answers: (() => void)[]): Promise<number> {
		const pen = new Pen(k, await this.#lockHall(k), this.#tip);
		const before = pen.seq;
		const tx: Tx = { k, hall: this.#hall, note: (line) => pen.write(line) };
		// One that is alone has the transaction itself to be taken back with.
		const apart = wishes.length > 1;
		for (const wish of wishes) {
			const start = pen.tip;
			if (apart) await savepoint.run(k, NOTHING);
			try {
				const value = await wish.run(tx);
				if (apart) await release.run(k, NOTHING);
				answers.push(() => wish.done(value));
			} catch (error) {
				if (!apart) throw error;
				await undo(k, error);
				pen.tip = start;
				answers.push(() => wish.failed(error));
			}
		}
		if (pen.seq === before) return 0;
		await k.updateTable('hall').set({ seq: pen.seq, head: pen.head }).where('id', '=', this.#hall).execute();
		if (this.#database.engine === 'postgres') await sql`select pg_notify(${CHANNEL}, '')`.execute(k);
		// Should the commit fail it is of no use: it is believed only where the hall's head says the same.
		this.#tip = pen.tip;
		return pen.seq;
	}

	#lockHall(k: Transaction<Tables>): Promise<HallHead> {
		let query = k.selectFrom('hall').select(['id', 'code', 'seq', 'head']).where('id', '=', this.#hall);
		if (this.#database.engine === 'postgres') query = query.forUpdate();
		return query.executeTakeFirstOrThrow();
	}
}

/** Takes back one wish; when even that fails the transaction itself is gone, and the first error tells why. */
async function undo(k: Transaction<Tables>, why: unknown): Promise<void> {
	try {
		await rollBack.run(k, NOTHING);
		await release.run(k, NOTHING);
	} catch {
		throw why;
	}
}

const NOTHING = {};
const savepoint = statement<object, never>([], () => raw('savepoint wish'));
const release = statement<object, never>([], () => raw('release savepoint wish'));
const rollBack = statement<object, never>([], () => raw('rollback to savepoint wish'));

function raw(text: string): Compilable<never> {
	return { compile: () => CompiledQuery.raw(text) };
}
