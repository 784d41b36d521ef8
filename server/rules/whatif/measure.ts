/** What became of a day, in the figures of standards.md 5: waits by class, overtakes and their bound, windows. Times in ms. */
import type { Stretch } from '../day.ts';
import { ORDINARY, type Post, type Waited } from './visit.ts';

export interface Spread {
	count: number;
	mean: number;
	p50: number;
	p90: number;
	p99: number;
	max: number;
}

/** Nearest-rank quantile of sorted figures; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function spreadOf(figures: readonly number[]): Spread {
	const sorted = figures.toSorted((a, b) => a - b);
	const mean = sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length);
	const at = (share: number): number => quantile(sorted, share);
	return { count: sorted.length, mean, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}

/** From coming to the first call, of everybody who was called (KPI 5.1). */
export function firstWaits(waited: readonly Waited[]): { number: string; class: string; wait: number }[] {
	const came = new Map<string, number>();
	const waits = new Map<string, { number: string; class: string; wait: number }>();
	for (const one of waited) {
		if (!came.has(one.number)) came.set(one.number, one.came);
		if (one.calledAt === null || waits.has(one.number)) continue;
		const wait = one.calledAt - (came.get(one.number) ?? one.came);
		waits.set(one.number, { number: one.number, class: one.class, wait });
	}
	return [...waits.values()];
}

/** Waits of everybody, of ordinary and priority visitors, and of each class, in this order. */
export function waitsByClass(waited: readonly Waited[]): Map<string, Spread> {
	const waits = firstWaits(waited);
	const classes = [...new Set(waits.map((one) => one.class))].filter((one) => one !== ORDINARY).toSorted();
	const groups: [string, (of: string) => boolean][] = [
		['all', () => true],
		[ORDINARY, (of) => of === ORDINARY],
		['priority', (of) => of !== ORDINARY],
		...classes.map((name): [string, (of: string) => boolean] => [name, (of) => of === name])
	];
	return new Map(
		groups.map(([name, is]) => [name, spreadOf(waits.filter((one) => is(one.class)).map((one) => one.wait))])
	);
}

/** Who was passed by whom. */
export interface Overtakes {
	/** by how many with priority each ordinary ticket was passed in its queue, those that were not included */
	perOrdinary: number[];
	/** by how much later than the one passed somebody with priority came, at most, ms */
	latest: number;
	/** calls in order that break the bound of the head starts; the law of the hall says none */
	breaches: string[];
	/** calls that were compared with everybody who waited for that window at that moment */
	calls: number;
}

const MINUTE_MS = 60_000;

/**
 * Looks at every call: who else waited for that window at that moment, and who of them had come before.
 * The bound: j passes i only if `since j ≤ since i + head start of j − that of i` (+ the window's preferences of both
 * queues); so an ordinary ticket is passed only by those who came at most a head start later.
 */
export function overtakesOf(waited: readonly Waited[], posts: readonly Post[]): Overtakes {
	const queues = new Map(posts.map((post) => [post.code, post.queues]));
	const passed = new Map(waited.filter(isOrdinaryFirst).map((one) => [one, 0]));
	const found: Overtakes = { perOrdinary: [], latest: 0, breaches: [], calls: 0 };
	const calls = waited.filter((one) => one.calledAt !== null && one.kind === 'next');
	for (const { call, others } of withOthers(calls, waited)) {
		found.calls += 1;
		const served = queues.get(call.window ?? '') ?? new Map<string, number>();
		for (const other of others) {
			if (!mayCall(served, call.window, other)) continue;
			if (call.since - other.since > mostLater(call, other, served)) {
				found.breaches.push(`${call.number} before ${other.number} at window ${call.window ?? ''}`);
			}
			if (!isOvertaken(other, call)) continue;
			const count = passed.get(other);
			if (count === undefined) continue;
			passed.set(other, count + 1);
			found.latest = Math.max(found.latest, call.since - other.since);
		}
	}
	return { ...found, perOrdinary: [...passed.values()] };
}

function mayCall(served: Post['queues'], window: string | null, one: Waited): boolean {
	return served.has(one.queue) && (one.forWindow === null || one.forWindow === window);
}

/** How much later than the other, at most, the called one may have come. */
function mostLater(call: Waited, other: Waited, served: Post['queues']): number {
	const weight = ({ headStartMs, queue }: Waited): number => headStartMs + (served.get(queue) ?? 0) * MINUTE_MS;
	return weight(call) - weight(other);
}

function isOvertaken(other: Waited, call: Waited): boolean {
	return call.since > other.since && call.class !== ORDINARY && other.queue === call.queue;
}

function isOrdinaryFirst(one: Waited): boolean {
	return one.class === ORDINARY && one.kind === 'next' && one.nth === 0;
}

/** Each call with those who waited at its moment; who was called in the same millisecond waited as long. */
function* withOthers(
	calls: readonly Waited[],
	waited: readonly Waited[]
): Generator<{ call: Waited; others: readonly Waited[] }> {
	const coming = waited.filter((one) => one.kind !== 'held').toSorted((a, b) => a.came - b.came);
	let next = 0;
	let here: Waited[] = [];
	for (const call of calls.toSorted((a, b) => (a.calledAt ?? 0) - (b.calledAt ?? 0))) {
		const at = call.calledAt ?? 0;
		for (let one = coming[next]; one && one.came < at; one = coming[next]) {
			here.push(one);
			next += 1;
		}
		here = here.filter((one) => (one.until ?? Infinity) > at);
		yield { call, others: here };
	}
}

/** How a window spent its day, ms. */
export interface Use {
	open: number;
	busy: number;
	/** open and free while somebody waited whom it may call; the hall is built so that this is 0 */
	idleWhileWaiting: number;
}

/** What each window did with the time it was open. Busy is from the call until it is free again. */
export function usesOf(waited: readonly Waited[], posts: readonly Post[], end: number): Map<string, Use> {
	return new Map(posts.map((post) => [post.code, useOf(waited, post, end)]));
}

function useOf(waited: readonly Waited[], post: Post, end: number): Use {
	const open = post.spans.reduce((sum, span) => sum + span.until - span.from, 0);
	const own = waited.filter((one) => one.window === post.code && one.calledAt !== null);
	const busy = own.map((one) => ({ from: one.calledAt ?? 0, until: one.freeAt ?? end }));
	const free = post.spans.flatMap((span) => without(span, busy));
	const mine = waited.filter(
		(one) =>
			one.kind !== 'held' && post.queues.has(one.queue) && (one.forWindow === null || one.forWindow === post.code)
	);
	const waits = mine.map((one) => ({ from: one.came, until: one.until ?? end }));
	const rest = free.reduce(
		(sum, span) => sum + length(span) - without(span, waits).reduce((s, x) => s + length(x), 0),
		0
	);
	return { open, busy: busy.reduce((sum, one) => sum + length(one), 0), idleWhileWaiting: rest };
}

function length({ from, until }: Stretch): number {
	return until - from;
}

/** What is left of a stretch when others are taken out of it. */
function without(span: Stretch, others: readonly Stretch[]): Stretch[] {
	const left: Stretch[] = [];
	let from = span.from;
	for (const one of others.toSorted((a, b) => a.from - b.from)) {
		if (one.until <= from || one.from >= span.until) continue;
		if (one.from > from) left.push({ from, until: one.from });
		from = Math.max(from, one.until);
	}
	if (from < span.until) left.push({ from, until: span.until });
	return left;
}
