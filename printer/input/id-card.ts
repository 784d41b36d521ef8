import { pause } from '../wire/timers.ts';
import type { Timers } from '../wire/timers.ts';
import type { Wire } from '../wire/wire.ts';
import { ID_STATUS } from './id-card-frames.ts';
import { IdLine, type Heard } from './id-card-line.ts';
import { readIdCard, type IdCard } from './id-card-text.ts';

/**
 * What came of asking for a card. `none`: nobody laid one in time. `unreadable`: one lies there and could not be read; it must
 * be lifted and laid again. `absent`: there is no reader at the end of the wire, or none that works.
 */
export type CardOutcome = { outcome: 'read'; card: IdCard } | { outcome: 'none' | 'unreadable' | 'absent' };

export interface ReadFor {
	/** so long a card is waited for, ms */
	limitMs: number;
	/** nobody waits any more */
	signal: AbortSignal;
}

/** The modules want so long between two looks. */
export const LOOK_MS = 300;
/** So many looks at a card that has had its turn, and whoever waits is told to lift it. */
const LAIN = 4;
/** A reader that has been silent so often is not there. */
const DEAF = 2;

/**
 * A reader of identity cards. Its wire is open while somebody asks for a card and at no other time; nothing of a card stays
 * here. After a card was read, or could not be, it must be lifted before the next is taken: whoever comes next is never given
 * the card that the last one left lying.
 */
export class IdReader {
	readonly #wire: Wire;
	readonly #timers: Timers;
	/** a card that has had its turn still lies there */
	#lies = false;

	constructor(wire: Wire, timers: Timers) {
		this.#wire = wire;
		this.#timers = timers;
	}

	/** Looks for a card until there is one, the time is over, or nobody waits any more. One at a time. */
	async read({ limitMs, signal }: ReadFor): Promise<CardOutcome> {
		const until = this.#timers.now() + limitMs;
		const line = new IdLine(this.#wire, this.#timers);
		const gone = (): boolean => signal.aborted;
		const count = { silent: 0, lies: 0 };
		try {
			while (!gone()) {
				const seen = settled(await this.#look(line), count);
				// A card that comes when nobody waits any more is nobody's.
				if (gone()) break;
				if (typeof seen === 'object') return { outcome: 'read', card: seen };
				if (seen === 'absent' || seen === 'unreadable') return { outcome: seen };
				if (this.#timers.now() + LOOK_MS > until) break;
				await pause(this.#timers, LOOK_MS);
			}
		} finally {
			await line.close();
		}
		return { outcome: 'none' };
	}

	async #look(line: IdLine): Promise<Seen> {
		const found = statusOf(await line.ask('find'));
		if (found === 'damaged' || found === 'silent') return 'silent';
		if (found === ID_STATUS.notAuthorised) return 'absent';
		if (found !== ID_STATUS.found) {
			this.#lies = false;
			return 'none';
		}
		if (this.#lies) return 'lies';
		this.#lies = true;
		if (statusOf(await line.ask('select')) !== ID_STATUS.ok) return 'unreadable';
		const heard = await line.ask('read');
		return typeof heard === 'object' ? (readIdCard(heard.data) ?? 'unreadable') : 'unreadable';
	}
}

type Seen = IdCard | 'none' | 'lies' | 'unreadable' | 'silent' | 'absent';

/** What was seen, once it was seen often enough to say it. */
function settled(seen: Seen, count: { silent: number; lies: number }): Seen {
	count.silent = seen === 'silent' ? count.silent + 1 : 0;
	count.lies = seen === 'lies' ? count.lies + 1 : 0;
	if (count.silent >= DEAF) return 'absent';
	return count.lies >= LAIN ? 'unreadable' : seen;
}

function statusOf(heard: Heard): number | 'silent' | 'damaged' {
	return typeof heard === 'object' ? heard.status : heard;
}
