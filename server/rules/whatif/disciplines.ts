/**
 * Orders of calling to compare. The hall's own is head start (`server/rules/discipline.ts`); the others are here so that
 * anybody can see on a day of the own hall what they would do to whom. Within a class all of them call first who came first.
 */
import { inOrder, type Candidate } from '../discipline.ts';
import { ORDINARY } from './visit.ts';

/** The first of its class in a queue. */
export interface Head extends Candidate {
	class: string;
}

export interface Discipline {
	name: string;
	/**
	 * Who is called by a window now. May keep count of what it has chosen, so a day needs one of its own.
	 * @param heads the first of each class and queue, at least one
	 * @param preference minutes by which this window prefers a queue
	 */
	choose: (heads: readonly Head[], preference: ReadonlyMap<string, number>, at: number) => Head;
}

const MINUTE_MS = 60_000;

function least(heads: readonly Head[], key: (head: Head) => number): Head {
	const best = heads.reduce((a, b) => (key(b) < key(a) || (key(b) === key(a) && b.id < a.id) ? b : a));
	return best;
}

const isOrdinary = (head: Head): boolean => head.class === ORDINARY;

/** Since when it counts, with the window's preference. */
function sinceAt(preference: ReadonlyMap<string, number>): (head: Head) => number {
	return (head) => head.since - (preference.get(head.queue) ?? 0) * MINUTE_MS;
}

/** The hall's own order: each class counts as some minutes older than it is. */
export function headStart(): Discipline {
	return {
		name: 'head start',
		choose(heads, preference) {
			const first = inOrder(heads, preference)[0];
			return heads.find((head) => head === first) ?? least(heads, (head) => head.rankAt);
		}
	};
}

/** First come, first served, whatever the class. */
export function firstCome(): Discipline {
	return { name: 'first come', choose: (heads, preference) => least(heads, sinceAt(preference)) };
}

/** Nobody ordinary is called while anybody with priority waits. */
export function strict(): Discipline {
	return {
		name: 'strict priority',
		choose(heads, preference) {
			const prior = heads.filter((head) => !isOrdinary(head));
			return least(prior.length > 0 ? prior : heads, sinceAt(preference));
		}
	};
}

/** While both wait, `m` with priority, then `n` ordinary, over and over. */
export function ratio(m: number, n: number): Discipline {
	let turn = 0;
	return {
		name: `ratio ${m}:${n}`,
		choose(heads, preference) {
			const [prior, ordinary] = [heads.filter((head) => !isOrdinary(head)), heads.filter(isOrdinary)];
			if (prior.length === 0 || ordinary.length === 0) return least(heads, sinceAt(preference));
			const chosen = turn < m ? prior : ordinary;
			turn = (turn + 1) % (m + n);
			return least(chosen, sinceAt(preference));
		}
	};
}

/** Accumulating priority (Stanford, Taylor, Ziedins 2014): a minute waited with priority counts `rate` times. */
export function accumulating(rate: number): Discipline {
	return {
		name: `accumulating ×${rate}`,
		choose(heads, preference, at) {
			const since = sinceAt(preference);
			return least(heads, (head) => (since(head) - at) * (isOrdinary(head) ? 1 : rate));
		}
	};
}

/**
 * A rule by its name on the command line: `head-start`, `fcfs`, `strict`, `ratio:2:1`, `accumulating:3`.
 * Gives a maker, because a rule may keep count; undefined for any other word.
 */
export function disciplineNamed(word: string): (() => Discipline) | undefined {
	const [name, ...given] = word.split(':');
	const [a, b] = given.map(Number);
	const isCount = (x: number | undefined): x is number => x !== undefined && x > 0 && Number.isFinite(x);
	if (name === 'ratio' && given.length === 2 && isCount(a) && isCount(b)) return () => ratio(a, b);
	if (name === 'accumulating' && given.length === 1 && isCount(a)) return () => accumulating(a);
	return given.length === 0 ? SIMPLE.get(name ?? '') : undefined;
}

const SIMPLE = new Map<string, () => Discipline>([
	['head-start', headStart],
	['fcfs', firstCome],
	['strict', strict]
]);
