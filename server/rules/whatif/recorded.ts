/** The ledger of a day, read back: how every stay went, and the day as `play` can play it again. */
import type { LedgerRow } from '#db/schema.ts';
import type { Stretch } from '../day.ts';
import { readLines, spansOf, type Line, type Place } from './ledger-lines.ts';
import type { Move, Stay, Visit, Waited } from './visit.ts';

export interface RecordedDay {
	/** every stay as it went, in the order in which they began */
	waited: Waited[];
	visits: Visit[];
	/** when each window was open */
	spans: Map<string, Stretch[]>;
	/** moment of the last line, ms */
	end: number;
}

/**
 * Reads a day's lines, in their order.
 * @param queueMinutes what a service takes in a queue of which nothing is recorded, minutes
 */
export function recordedDay(rows: readonly LedgerRow[], queueMinutes: ReadonlyMap<string, number>): RecordedDay {
	const lines = readLines(rows);
	const tickets = new Map<number, Story>();
	const waited: Waited[] = [];
	for (const line of lines) {
		if (line.act === 'ticket.issued') tickets.set(line.seq, new Story(line, waited));
		else if (line.ticket !== null) tickets.get(line.ticket)?.take(line);
	}
	const stories = [...tickets.values()];
	const means = meanHolds(
		stories.flatMap((story) => story.holds()),
		queueMinutes
	);
	return {
		waited,
		visits: stories.map((story) => story.visit(means)),
		spans: spansOf(lines),
		end: lines.at(-1)?.at ?? 0
	};
}

/** A stay with what the record says of it so far. */
interface Told {
	waited: Waited;
	stay: Omit<Stay, 'holdMs' | 'moves'> & { holdMs: number | null; moves: Move[] };
	/** when it began, and what its place goes by now */
	began: number;
	rankAt: number;
}

const MINUTE_MS = 60_000;

/** One ticket, line by line. */
class Story {
	readonly #all: Waited[];
	readonly #mine: Told[] = [];
	readonly #start: Omit<Visit, 'stays'>;
	/** the class as it is known now, and its head start */
	#class: string;
	#headStartMs: number;
	/** when the last stay was over */
	#over: number;

	/** @param all every stay of the day, to which this ticket's are added */
	constructor(line: Line, all: Waited[]) {
		this.#all = all;
		const { number = '', class: of = '', waits } = line.body;
		this.#class = of;
		this.#headStartMs = waits?.headStartMs ?? 0;
		this.#start = { number, comes: line.at, since: (waits?.rankAt ?? line.at) + this.#headStartMs };
		this.#over = line.at;
		this.#waits(line);
	}

	take(line: Line): void {
		const now = this.#mine.at(-1);
		if (!now) return;
		if (line.act === 'ticket.claim-settled') this.#settled(line);
		if (line.act === 'ticket.called') this.#called(now, line, line.body.kind === 'chosen' ? 'chosen' : 'next');
		else if (line.act === 'ticket.resumed') this.#resumed(now, line);
		else if (ENDS.has(line.act)) this.#end(now, line);
		if (!line.body.waits) return;
		if (now.waited.until === null) this.#moved(now, line, line.body.waits);
		else this.#waits(line);
	}

	/** How long windows were taken up, by queue. */
	holds(): { queue: string; holdMs: number }[] {
		return this.#mine.flatMap(({ stay: { queue, holdMs } }) => (holdMs === null ? [] : [{ queue, holdMs }]));
	}

	/** The visit as it can be played again; a service that was never given lasts as long as others of its queue. */
	visit(means: (queue: string) => number): Visit {
		const stays = this.#mine.map(({ stay }) => ({ ...stay, holdMs: stay.holdMs ?? means(stay.queue) }));
		return { ...this.#start, stays };
	}

	/** The act leaves the ticket waiting: its next stay begins. */
	#waits(line: Line): void {
		const { waits } = line.body;
		if (!waits) return;
		const place = placeOf(line, waits);
		const extraMs = place === 'first' ? this.#start.since - this.#headStartMs - waits.rankAt : 0;
		const stay = { id: waits.leg ?? line.seq, queue: waits.queue, window: waits.forWindow, place, extraMs } as const;
		this.#begin(line, stay, { ...orderOf(waits), rankAt: waits.rankAt });
	}

	#begin(
		line: Line,
		place: Pick<Stay, 'id' | 'queue' | 'window' | 'place' | 'extraMs'>,
		{ rankAt, ...order }: Pick<Waited, 'since' | 'headStartMs' | 'forWindow'> & { rankAt: number }
	): Told {
		const of = { class: this.#class };
		const waited: Waited = {
			...{ number: this.#start.number, ...of, queue: place.queue, nth: this.#mine.length, ...order },
			...{ came: line.at, calledAt: null, until: null, window: null, kind: 'next', freeAt: null }
		};
		const fate = { after: line.at - this.#over, holdMs: null, patienceMs: null, moves: [] };
		const stay = { ...place, ...of, headStartMs: this.#headStartMs, ...fate };
		const told: Told = { waited, stay, began: line.at, rankAt };
		this.#mine.push(told);
		this.#all.push(waited);
		return told;
	}

	#called({ waited }: Told, line: Line, kind: Waited['kind']): void {
		Object.assign(waited, { calledAt: line.at, until: line.at, window: line.window, kind });
	}

	#resumed({ stay: { id, queue }, waited, rankAt }: Told, line: Line): void {
		const window = line.window ?? '';
		const { since, headStartMs } = waited;
		const place = { id, queue, window, place: 'held', extraMs: 0 } as const;
		this.#called(this.#begin(line, place, { since, headStartMs, forWindow: window, rankAt }), line, 'held');
	}

	#settled({ body: { class: of = this.#class, waits } }: Line): void {
		this.#class = of;
		if (waits) this.#headStartMs = waits.headStartMs;
	}

	/** Goes on waiting in another place, or for any window. */
	#moved(now: Told, line: Line, waits: Place): void {
		const of = { class: this.#class };
		const order = orderOf(waits);
		now.waited.until = line.at;
		const olderMs = now.rankAt + now.waited.headStartMs - waits.headStartMs - waits.rankAt;
		const { headStartMs, forWindow: window } = waits;
		now.stay.moves.push({ after: line.at - now.began, ...of, headStartMs, window, olderMs });
		now.rankAt = waits.rankAt;
		now.waited = { ...now.waited, ...of, ...order, came: line.at, until: null };
		this.#all.push(now.waited);
	}

	/** The window is free of it, or it has left the order without being called. */
	#end(now: Told, line: Line): void {
		const { waited, stay } = now;
		if (waited.calledAt === null) {
			waited.until = line.at;
			// Who is closed out in the evening would have stayed; who left on the way somewhere else had no service here.
			stay.patienceMs = line.act === 'ticket.expired' ? null : line.at - now.began;
			if (line.act === 'ticket.transferred') stay.holdMs = 0;
		} else if (waited.freeAt === null) {
			waited.freeAt = line.at;
			stay.holdMs = line.at - waited.calledAt;
		}
		this.#over = line.at;
	}
}

/** After these nobody stands at a window or in the order. */
const ENDS: ReadonlySet<string> = new Set([
	'ticket.transferred',
	'ticket.finished',
	'ticket.missed',
	'ticket.released',
	'ticket.parked',
	'ticket.cancelled',
	'ticket.voided',
	'ticket.expired'
]);

/** What the order goes by, as it is measured; who waits for one person waits for no window that could be compared. */
function orderOf({
	rankAt,
	headStartMs,
	forWindow,
	forStaff
}: Place): Pick<Waited, 'since' | 'headStartMs' | 'forWindow'> {
	return {
		since: rankAt + headStartMs,
		headStartMs,
		forWindow: forStaff === null ? forWindow : `staff:${forStaff}`
	};
}

/** What a place that somebody has got goes by. */
function placeOf({ at, body: { before } }: Line, waits: Place): 'first' | 'now' | 'behind' {
	if (before?.state === 'missed') return 'behind';
	return before?.state === 'parked' && waits.rankAt === at - waits.headStartMs ? 'now' : 'first';
}

function meanHolds(
	known: readonly { queue: string; holdMs: number }[],
	queueMinutes: ReadonlyMap<string, number>
): (queue: string) => number {
	const sums = new Map<string, { count: number; ms: number }>();
	for (const { queue, holdMs } of known) {
		const sum = sums.get(queue) ?? { count: 0, ms: 0 };
		sums.set(queue, { count: sum.count + 1, ms: sum.ms + holdMs });
	}
	return (queue) => {
		const sum = sums.get(queue);
		return sum ? Math.round(sum.ms / sum.count) : (queueMinutes.get(queue) ?? 0) * MINUTE_MS;
	};
}
