/** Who waits in a played day: one line for each queue, class and window that alone may call. */
import { rankAt, rankBehind } from '../discipline.ts';
import { Heap } from '../heap.ts';
import type { Head } from './disciplines.ts';
import type { Move, Stay, Visit, Waited } from './visit.ts';

/** Somebody who waits, or did. */
export interface Waiting extends Head {
	visit: Visit;
	stay: Stay;
	/** as it will be measured */
	waited: Waited;
	gone: boolean;
}

type Line = Heap<Waiting>;
type Lines = Map<string, Line>;

const MINUTE_MS = 60_000;

export class WaitingLines {
	readonly #ofQueue = new Map<string, Lines>();
	readonly #returnBehind: number;

	/** @param returnBehind behind how many that wait somebody comes back who missed a call */
	constructor(returnBehind: number) {
		this.#returnBehind = returnBehind;
	}

	/** The next stay of a visit begins to wait. */
	add(visit: Visit, nth: number, at: number): Waiting | undefined {
		const stay = visit.stays[nth];
		if (!stay) return undefined;
		const rank = this.#rank(visit, stay, at);
		const since = stay.place === 'held' ? visit.since : rank + stay.headStartMs;
		return this.#push({
			id: stay.id,
			ticket: visit.stays[0]?.id ?? stay.id,
			number: visit.number,
			class: stay.class,
			queue: stay.queue,
			rankAt: rank,
			since,
			headStartMs: stay.headStartMs,
			visit,
			stay,
			waited: waitedOf(visit, nth, stay, { since, came: at }),
			gone: false
		});
	}

	/** Somebody who waits gets another place, and is measured anew from there. */
	move(waiting: Waiting, move: Move, at: number): Waiting {
		const { class: of, headStartMs, window, olderMs } = move;
		const rank = waiting.rankAt + waiting.headStartMs - headStartMs - olderMs;
		const since = rank + headStartMs;
		waiting.gone = true;
		waiting.waited.until = at;
		const place = { class: of, since, headStartMs };
		return this.#push({
			...waiting,
			...place,
			rankAt: rank,
			stay: { ...waiting.stay, window },
			waited: { ...waiting.waited, ...place, forWindow: window, came: at, until: null },
			gone: false
		});
	}

	#push(waiting: Waiting): Waiting {
		this.#line(waiting).push(waiting);
		return waiting;
	}

	/** Those of whom a window may call one: the first of every line. */
	heads(queues: Iterable<string>, window: string): Waiting[] {
		const found: Waiting[] = [];
		for (const queue of queues) {
			for (const line of this.#ofQueue.get(queue)?.values() ?? []) {
				const head = firstOf(line);
				if (head && (head.stay.window === null || head.stay.window === window)) found.push(head);
			}
		}
		return found;
	}

	/** Everybody who waits in a queue, in no order. */
	#waitingIn(queue: string): Waiting[] {
		const lines = [...(this.#ofQueue.get(queue)?.values() ?? [])];
		return lines.flatMap((line) => line.items.filter((one) => !one.gone));
	}

	#rank(visit: Visit, stay: Stay, at: number): number {
		if (stay.place === 'held') return -Infinity;
		const since = stay.place === 'now' ? at : visit.since;
		const own = rankAt(since, (stay.headStartMs + stay.extraMs) / MINUTE_MS);
		if (stay.place !== 'behind') return own;
		const ranks = this.#waitingIn(stay.queue).map((one) => one.rankAt);
		return Math.max(
			own,
			rankBehind(
				ranks.toSorted((a, b) => a - b),
				this.#returnBehind,
				at
			)
		);
	}

	#line(waiting: Waiting): Line {
		const lines = entry(this.#ofQueue, waiting.queue, () => new Map<string, Line>());
		const key = `${waiting.class} ${waiting.stay.window ?? ''} ${waiting.stay.place === 'held' ? 'held' : ''}`;
		return entry(lines, key, () => new Heap<Waiting>(isBefore));
	}
}

function isBefore(a: Waiting, b: Waiting): boolean {
	return a.rankAt < b.rankAt || (a.rankAt === b.rankAt && a.id < b.id);
}

function firstOf(line: Line): Waiting | undefined {
	while (line.peek()?.gone === true) line.pop();
	return line.peek();
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const known = map.get(key) ?? make();
	map.set(key, known);
	return known;
}

function waitedOf(visit: Visit, nth: number, stay: Stay, times: { since: number; came: number }): Waited {
	return {
		number: visit.number,
		class: stay.class,
		queue: stay.queue,
		forWindow: stay.window,
		nth,
		...times,
		headStartMs: stay.headStartMs,
		calledAt: null,
		until: null,
		window: null,
		kind: stay.place === 'held' ? 'held' : 'next',
		freeAt: null
	};
}
