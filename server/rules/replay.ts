/**
 * The order of calling, recomputed from the lines of the ledger alone. Every line says who waits no more because of it
 * (`before`) and who waits from then on and where (`waits`); `hall.applied` says which window serves which queue with
 * which preference, and `window.*` who sits where. A call of the next number must then be the one that the rule names,
 * with the reason that was stored.
 */
import { inOrder, whyFirst, type Candidate, type Why } from './discipline.ts';

/** Minutes of preference by queue, by window: what a hall file says of who serves whom. */
export type Serves = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A line as far as the order goes by it. */
export interface OrderLine {
	seq: number;
	at: number;
	act: string;
	ticket: number | null;
	window: string | null;
	body: OrderBody;
}

export interface OrderBody {
	number?: string;
	/** the leg as it was */
	before?: { id: number; state: string };
	/** a leg that waits now; without its id when it is the line's own number */
	waits?: Place & { leg?: number };
	kind?: string;
	why?: Why;
	/** which hall file the call went by: when it was applied */
	setup?: number;
	serves?: Serves;
	staff?: string | null;
}

interface Place {
	queue: string;
	rankAt: number;
	headStartMs: number;
	forWindow: string | null;
	forStaff: string | null;
}

interface Waiting extends Candidate, Place {}

/** A call that the rule would have made otherwise. */
export interface Otherwise {
	seq: number;
	/** the number that was called, and the one whose turn it was */
	called: string;
	due: string | null;
	/** the same number, but not for the reason that was stored */
	sameNumber: boolean;
}

/** Takes lines in their order, from the first on. */
export class Replay {
	readonly #waiting = new Map<number, Waiting>();
	readonly #serves = new Map<number, Serves>();
	readonly #seats = new Map<string, string>();
	/** false while somebody may wait of whom lines of an earlier version say nothing */
	#sure = true;
	/** calls that were recomputed */
	judged = 0;
	/** calls of the next number that could not be, because lines of an earlier version say too little */
	unjudged = 0;

	/** @returns what was called otherwise than the rule says */
	take(line: OrderLine): Otherwise | undefined {
		if (line.act === 'hall.applied' && line.body.serves) this.#serves.set(line.at, line.body.serves);
		if (line.act === 'day.closed') this.#sure = true;
		this.#seat(line);
		if (!line.act.startsWith('ticket.')) return undefined;
		const otherwise = line.act === 'ticket.called' && line.body.kind === 'next' ? this.#judge(line) : undefined;
		this.#move(line);
		return otherwise;
	}

	#seat({ act, window, body }: OrderLine): void {
		if (act.startsWith('window.') && window !== null && body.staff !== undefined)
			this.#seats.set(window, body.staff ?? '');
	}

	#move({ seq, act, ticket, body }: OrderLine): void {
		if (body.before?.state === 'waiting') this.#waiting.delete(body.before.id);
		if (act === 'ticket.issued' && !body.waits) this.#sure = false;
		if (!body.waits) return;
		const { leg: id = seq, ...place } = body.waits;
		const since = place.rankAt + place.headStartMs;
		this.#waiting.set(id, { ...place, id, since, ticket: ticket ?? seq, number: body.number ?? '' });
	}

	#judge(line: OrderLine): Otherwise | undefined {
		const serves = this.#serves.get(line.body.setup ?? 0)?.[line.window ?? ''];
		if (!serves || !this.#sure) {
			this.unjudged += 1;
			return undefined;
		}
		this.judged += 1;
		return this.#against(serves, line);
	}

	#against(
		serves: Readonly<Record<string, number>>,
		line: Pick<OrderLine, 'seq' | 'window' | 'body'>
	): Otherwise | undefined {
		const { seq, window, body } = line;
		const preference = new Map(Object.entries(serves));
		const ordered = inOrder(this.#able(window ?? '', preference), preference);
		const [due] = ordered;
		const sameNumber = due?.id === body.before?.id;
		if (sameNumber && isSame(whyFirst(ordered, preference), body.why)) return undefined;
		return { seq, called: body.number ?? '', due: due?.number ?? null, sameNumber };
	}

	#able(window: string, preference: ReadonlyMap<string, number>): Waiting[] {
		const staff = this.#seats.get(window) ?? '';
		return [...this.#waiting.values()].filter(
			({ queue, forWindow, forStaff }) =>
				preference.has(queue) && [null, window].includes(forWindow) && [null, staff].includes(forStaff)
		);
	}
}

/** Whether two values say the same in JSON, in whatever order of names. */
function isSame(a: unknown, b: unknown): boolean {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
	const [ours, theirs] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
	return (
		ours.length === theirs.size && ours.every(([name, value]) => theirs.has(name) && isSame(value, theirs.get(name)))
	);
}
