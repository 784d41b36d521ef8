/**
 * The order of calling. Every waiting leg has one number, `rank_at` = since when it counts as waiting, minus its head
 * start; the next one for a window is the least (rank_at, id) among the queues it serves, where a preference of the
 * window for a queue counts as a head start too. So j can go before an earlier i only if it came at most its head
 * start after i: nobody starves. (Affine form of the accumulating priority queue: Mojalal, Stanford, Caron 2019.)
 */

const MINUTE_MS = 60_000;

export interface Candidate {
	/** of the leg: what decides between two of the same rank */
	id: number;
	ticket: number;
	number: string;
	queue: string;
	rankAt: number;
	/** since when it counts as waiting */
	since: number;
	headStartMs: number;
}

/** Why a ticket was called: as it is stored with the call, and recomputed by whoever checks it. */
export interface Why {
	rule: 'head-start';
	/** the first three candidates, the called one first */
	candidates: { number: string; queue: string; rankAt: number; headStartMinutes: number; preferenceMinutes: number }[];
}

/** The place in the order of a leg that counts as waiting since `since` (ms). */
export function rankAt(since: number, headStartMinutes: number): number {
	return since - headStartMinutes * MINUTE_MS;
}

/**
 * The candidates in the order in which this window calls them.
 * @param preference head start in minutes of each queue at this window; none means 0
 */
export function inOrder(candidates: readonly Candidate[], preference: ReadonlyMap<string, number>): Candidate[] {
	const rank = (one: Candidate): number => rankAt(one.rankAt, preference.get(one.queue) ?? 0);
	return candidates.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** What is stored with the call of the first of `ordered`. */
export function whyFirst(ordered: readonly Candidate[], preference: ReadonlyMap<string, number>): Why {
	return {
		rule: 'head-start',
		candidates: ordered.slice(0, 3).map((one) => ({
			number: one.number,
			queue: one.queue,
			rankAt: one.rankAt,
			headStartMinutes: one.headStartMs / MINUTE_MS,
			preferenceMinutes: preference.get(one.queue) ?? 0
		}))
	};
}

/**
 * The place of somebody who missed the call and has come back: behind the next `behind` of those who wait.
 * @param waiting ranks of the waiting, first first
 */
export function rankBehind(waiting: readonly number[], behind: number, at: number): number {
	const last = waiting.slice(0, behind).at(-1);
	return last === undefined ? at : last + 1;
}
