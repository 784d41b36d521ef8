import { setImmediate as breathe } from 'node:timers/promises';
import { liveAfter, liveOf } from '#db/knowledge.ts';
import type { KnowledgeRow, LedgerRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { Finder, type Findable, type Found } from '../rules/search/finder.ts';
import { findablesOf } from './hall-file.ts';

/** So many are taken in before something else has its turn. */
const SLICE = 50;

/**
 * What can be searched, kept at hand: the hall file's items, departments and places, and the entries in force. Read when
 * it is first needed, then kept by what the ledger says, so that every server of the hall finds the same.
 */
export class Base {
	#finder = new Finder();
	#places: string[] = [];
	/** what is being read or renewed; a search waits for it */
	#going: Promise<void> | undefined;

	/** Reads everything, from whatever was read before. */
	load(hall: Hall): Promise<void> {
		this.#going = this.#read(hall);
		return this.#going;
	}

	/** Follows the ledger, if anything was read at all. */
	take(hall: Hall, lines: readonly LedgerRow[], applied: boolean): void {
		if (this.#going === undefined) return;
		const entries = lines.flatMap((line) => (line.act.startsWith('knowledge.') ? [entryOf(line)] : []));
		if (applied) this.#going = this.#going.then(() => this.#place(hall));
		if (entries.length > 0) this.#going = this.#going.then(() => this.#renew(hall, entries));
	}

	/** The nearest first, at most `most`: `entry:318`, `item:card-new`, `window:12` … */
	async find(hall: Hall, question: string, most: number): Promise<Found[]> {
		await (this.#going ?? this.load(hall));
		return this.#finder.find(question, most);
	}

	async #read(hall: Hall): Promise<void> {
		this.#finder = new Finder();
		this.#places = [];
		this.#place(hall);
		let entry = 0;
		for (;;) {
			const rows = await liveAfter(hall.read, { hall: hall.id, entry, most: SLICE });
			const last = rows.at(-1);
			if (last === undefined) return;
			for (const row of rows) this.#finder.add(findableOf(row));
			entry = last.entry;
			await breathe();
		}
	}

	#place(hall: Hall): void {
		for (const key of this.#places) this.#finder.remove(key);
		const all = findablesOf(hall.setup);
		for (const one of all) this.#finder.add(one);
		this.#places = all.map(({ key }) => key);
	}

	async #renew(hall: Hall, entries: readonly number[]): Promise<void> {
		const live = new Map((await liveOf(hall.read, hall.id, entries)).map((row) => [row.entry, row]));
		for (const entry of entries) {
			const row = live.get(entry);
			if (row) this.#finder.add(findableOf(row));
			else this.#finder.remove(`entry:${String(entry)}`);
		}
	}
}

function entryOf(line: LedgerRow): number {
	return (JSON.parse(line.body) as { entry?: number }).entry ?? line.seq;
}

/** A version as it is searched: under its titles and what else it is called, and by what it says. */
function findableOf(row: KnowledgeRow): Findable {
	return {
		key: `entry:${String(row.entry)}`,
		kind: row.kind,
		names: [row.title_zh, row.title_en, ...(JSON.parse(row.keywords) as string[])],
		bodies: [row.body_zh, row.body_en]
	};
}
