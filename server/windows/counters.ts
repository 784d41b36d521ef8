import type { Kysely } from 'kysely';
import { activeWindows } from '#db/windows.ts';
import type { Tables, WindowRow } from '#db/schema.ts';
import type { Setup } from '../setup/hall.ts';

/**
 * The windows' rows, kept at hand, because every ticket tells how many are open for its queue.
 * Read again whenever the ledger says that a window changed.
 */
export class Counters {
	#rows = new Map<string, WindowRow>();
	#openFor = new Map<string, number>();

	async load(k: Kysely<Tables>, hall: number, setup: Setup): Promise<void> {
		const rows = await activeWindows(k, hall);
		this.#rows = new Map(rows.map((row) => [row.code, row]));
		this.#openFor = new Map();
		for (const row of rows) {
			if (row.state !== 'open' && row.state !== 'wrap-up') continue;
			for (const { queue } of setup.queuesOf(row.code)) {
				this.#openFor.set(queue, (this.#openFor.get(queue) ?? 0) + 1);
			}
		}
	}

	get(code: string): WindowRow | undefined {
		return this.#rows.get(code);
	}

	/** At which window somebody sits; undefined for nobody's. */
	windowOf(staff: string): string | undefined {
		return [...this.#rows.values()].find((row) => row.staff === staff)?.code;
	}

	/** How many windows serve the queue: open ones, and those between two visitors. */
	openFor(queue: string): number {
		return this.#openFor.get(queue) ?? 0;
	}
}
