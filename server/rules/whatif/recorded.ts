/** The ledger of a day, read back: how every stay went, and the day as `play` can play it again. */
import type { LedgerRow, LegRow } from '#db/schema.ts';
import type { Stretch } from '../day.ts';
import type { Stay, Visit, Waited } from './visit.ts';

export interface RecordedDay {
	/** every stay as it went, in the order in which they began */
	waited: Waited[];
	visits: Visit[];
	/** when each window was open */
	spans: Map<string, Stretch[]>;
	/** moment of the last line, ms */
	end: number;
}

/** What lines say of themselves beside their columns. */
interface Body {
	number?: string;
	class?: string;
	kind?: string;
	before?: LegRow;
	undone?: number;
	/** the place in the order that the act leaves the ticket in */
	waits?: Place;
}

interface Place {
	/** absent when it is the line's own number */
	leg?: number;
	queue: string;
	rankAt: number;
	headStartMs: number;
	forWindow: string | null;
	forStaff: string | null;
}

type Line = Pick<LedgerRow, 'seq' | 'at' | 'act' | 'ticket' | 'window' | 'queue'> & { body: Body };

/**
 * Reads a day's lines, in their order.
 * @param queueMinutes what a service takes in a queue of which nothing is recorded, minutes
 */
export function recordedDay(rows: readonly LedgerRow[], queueMinutes: ReadonlyMap<string, number>): RecordedDay {
	const lines = withoutUndone(rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Body })));
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

/** An act taken back has not been: neither it nor the taking back. */
function withoutUndone(lines: Line[]): Line[] {
	const undone = new Set(lines.flatMap((line) => (line.act === 'ticket.undone' ? [line.seq, line.body.undone] : [])));
	return lines.filter((line) => !undone.has(line.seq));
}

/** A stay with what the record says of it so far. */
interface Told {
	waited: Waited;
	stay: Omit<Stay, 'holdMs'> & { holdMs: number | null };
}

const MINUTE_MS = 60_000;

/** One ticket, line by line. */
class Story {
	readonly #all: Waited[];
	readonly #mine: Told[] = [];
	readonly #start: Pick<Visit, 'number' | 'class' | 'comes' | 'since' | 'headStartMs'>;
	/** when the last stay was over */
	#over: number;

	/** @param all every stay of the day, to which this ticket's are added */
	constructor(line: Line, all: Waited[]) {
		this.#all = all;
		const { number = '', class: of = '', waits } = line.body;
		const headStartMs = waits?.headStartMs ?? 0;
		this.#start = { number, class: of, comes: line.at, since: (waits?.rankAt ?? line.at) + headStartMs, headStartMs };
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
		if (now.waited.until === null) this.#elsewhere(now, line, line.body.waits);
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
		const extraMs = place === 'first' ? this.#start.since - this.#start.headStartMs - waits.rankAt : 0;
		const id = waits.leg ?? line.seq;
		const forWindow = waits.forStaff === null ? waits.forWindow : `staff:${waits.forStaff}`;
		const stay = { id, queue: waits.queue, window: waits.forWindow, place, extraMs } as const;
		this.#begin(line, stay, { since: waits.rankAt + waits.headStartMs, headStartMs: waits.headStartMs, forWindow });
	}

	#begin(
		line: Line,
		place: Pick<Stay, 'id' | 'queue' | 'window' | 'place' | 'extraMs'>,
		order: Pick<Waited, 'since' | 'headStartMs' | 'forWindow'>
	): Told {
		const { number, class: of } = this.#start;
		const waited: Waited = {
			...{ number, class: of, queue: place.queue, nth: this.#mine.length, ...order },
			...{ came: line.at, calledAt: null, until: null, window: null, kind: 'next', freeAt: null }
		};
		const told: Told = { waited, stay: { ...place, after: line.at - this.#over, holdMs: null, patienceMs: null } };
		this.#mine.push(told);
		this.#all.push(waited);
		return told;
	}

	#called({ waited }: Told, line: Line, kind: Waited['kind']): void {
		Object.assign(waited, { calledAt: line.at, until: line.at, window: line.window, kind });
	}

	#resumed(before: Told, line: Line): void {
		const { id, queue } = before.stay;
		const window = line.window ?? '';
		const { since, headStartMs } = before.waited;
		const place = { id, queue, window, place: 'held', extraMs: 0 } as const;
		this.#called(this.#begin(line, place, { since, headStartMs, forWindow: window }), line, 'held');
	}

	#settled({ body: { class: of = this.#start.class, waits } }: Line): void {
		this.#start.class = of;
		if (waits) this.#start.headStartMs = waits.headStartMs;
	}

	/** Goes on waiting in another place, or for any window. Played again, it waits there from the start. */
	#elsewhere(now: Told, line: Line, { rankAt, headStartMs, forWindow }: Place): void {
		now.waited.until = line.at;
		now.stay.window = forWindow;
		const order = { class: this.#start.class, since: rankAt + headStartMs, headStartMs, forWindow };
		now.waited = { ...now.waited, ...order, came: line.at, until: null };
		this.#all.push(now.waited);
	}

	/** The window is free of it, or it has left the order without being called. */
	#end(now: Told, line: Line): void {
		const { waited, stay } = now;
		if (waited.calledAt === null) {
			waited.until = line.at;
			// Who is closed out in the evening would have stayed; who left on the way somewhere else had no service here.
			stay.patienceMs = line.act === 'ticket.expired' ? null : line.at - waited.came;
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

/** When windows were open, from the lines that say so; what nobody closed is open to the end. */
function spansOf(lines: readonly Line[]): Map<string, Stretch[]> {
	const spans = new Map<string, Stretch[]>();
	const end = lines.at(-1)?.at ?? 0;
	for (const { act, window, at } of lines) {
		if (window === null || !act.startsWith('window.')) continue;
		const known = spans.get(window) ?? [];
		const last = known.at(-1);
		if (last && last.until > at) last.until = at;
		if (act === 'window.opened') known.push({ from: at, until: Math.max(end, at + 1) });
		spans.set(window, known);
	}
	return spans;
}
