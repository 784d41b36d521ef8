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
	rankAt?: number;
	headStartMinutes?: number;
	kind?: string;
	to?: { queue: string | null; window: string | null };
	before?: LegRow;
	undone?: number;
}

type Line = Pick<LedgerRow, 'seq' | 'at' | 'act' | 'ticket' | 'window' | 'queue'> & { body: Body };

/**
 * Reads a day's lines, in their order.
 * @param queueMinutes what a service takes in a queue of which nothing is recorded, minutes
 */
export function recordedDay(rows: readonly LedgerRow[], queueMinutes: ReadonlyMap<string, number>): RecordedDay {
	const lines = withoutUndone(rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Body })));
	const tickets = new Map<number, Story>();
	const told: Told[] = [];
	for (const line of lines) {
		if (line.act === 'ticket.issued') tickets.set(line.seq, new Story(line, told));
		else if (line.ticket !== null) tickets.get(line.ticket)?.take(line);
	}
	const means = meanHolds(told, queueMinutes);
	return {
		waited: told.map((one) => one.waited),
		visits: [...tickets.values()].map((story) => story.visit(means)),
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
	readonly #told: Told[];
	readonly #mine: Told[] = [];
	readonly #start: Pick<Visit, 'number' | 'class' | 'comes' | 'since' | 'headStartMs'>;
	/** when the last stay was over */
	#over: number;

	constructor(line: Line, told: Told[]) {
		this.#told = told;
		const { number = '', class: of = '', headStartMinutes = 0, rankAt = line.at } = line.body;
		const headStartMs = headStartMinutes * MINUTE_MS;
		this.#start = { number, class: of, comes: line.at, since: rankAt + headStartMs, headStartMs };
		this.#over = line.at;
		this.#begin(line, { id: line.seq, queue: line.queue ?? '', window: null, place: 'first' }, this.#start.since);
	}

	take(line: Line): void {
		const now = this.#mine.at(-1);
		if (!now) return;
		if (line.act === 'ticket.called') this.#called(now, line, line.body.kind === 'chosen' ? 'chosen' : 'next');
		else if (line.act === 'ticket.returned') this.#returned(line);
		else if (line.act === 'ticket.resumed') this.#resumed(now, line);
		else if (ENDS.has(line.act)) this.#end(now, line);
		if (line.act === 'ticket.transferred') this.#moved(now, line);
	}

	/** The visit as it can be played again; a service that was never given lasts as long as others of its queue. */
	visit(means: (queue: string) => number): Visit {
		const stays = this.#mine.map(({ stay }) => ({ ...stay, holdMs: stay.holdMs ?? means(stay.queue) }));
		return { ...this.#start, stays };
	}

	#begin(line: Line, place: Pick<Stay, 'id' | 'queue' | 'window' | 'place'>, since: number): Told {
		const { number, class: of, headStartMs } = this.#start;
		const waited: Waited = {
			...{ number, class: of, queue: place.queue, forWindow: place.window, nth: this.#mine.length, since, headStartMs },
			...{ came: line.at, calledAt: null, until: null, window: null, kind: 'next', freeAt: null }
		};
		const told: Told = { waited, stay: { ...place, after: line.at - this.#over, holdMs: null, patienceMs: null } };
		this.#mine.push(told);
		this.#told.push(told);
		return told;
	}

	#called({ waited }: Told, line: Line, kind: Waited['kind']): void {
		Object.assign(waited, { calledAt: line.at, until: line.at, window: line.window, kind });
	}

	#returned(line: Line): void {
		const before = line.body.before;
		if (!before) return;
		const place = before.state === 'missed' ? 'behind' : 'first';
		const rank = line.body.rankAt ?? before.rank_at;
		const since = rank + this.#start.headStartMs;
		this.#begin(line, { id: before.id, queue: before.queue, window: before.for_window, place }, since);
	}

	#resumed(before: Told, line: Line): void {
		const { id, queue } = before.stay;
		const told = this.#begin(line, { id, queue, window: line.window ?? '', place: 'held' }, before.waited.since);
		this.#called(told, line, 'held');
	}

	#moved(now: Told, line: Line): void {
		const queue = line.body.to?.queue ?? now.stay.queue;
		const window = line.body.to?.window ?? null;
		this.#begin(line, { id: line.seq, queue, window, place: 'first' }, this.#start.since);
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
	'ticket.parked',
	'ticket.cancelled',
	'ticket.voided',
	'ticket.expired'
]);

function meanHolds(told: readonly Told[], queueMinutes: ReadonlyMap<string, number>): (queue: string) => number {
	const holds = new Map<string, number[]>();
	for (const { stay } of told) {
		if (stay.holdMs === null) continue;
		const known = holds.get(stay.queue) ?? [];
		known.push(stay.holdMs);
		holds.set(stay.queue, known);
	}
	return (queue) => {
		const known = holds.get(queue) ?? [];
		if (known.length === 0) return (queueMinutes.get(queue) ?? 0) * MINUTE_MS;
		return Math.round(known.reduce((sum, one) => sum + one, 0) / known.length);
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
