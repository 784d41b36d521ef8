/** How ratings are counted. A rating that a review found mistaken or malicious stays where it is and counts no more. */
import type { CaseState, Grade } from '#db/schema.ts';
import { termEnd, type WorkCalendar } from './workdays.ts';

/** Services that were rated alike. */
export interface Counted {
	/** null: nobody rated them */
	grade: Grade | null;
	mistaken: number;
	n: number;
	shown: number;
	efficiency_n: number;
	efficiency: number | string | null;
	competence_n: number;
	competence: number | string | null;
	attitude_n: number;
	attitude: number | string | null;
}

export interface RatingSums {
	/** services that ended, each of which was asked */
	asked: number;
	/** of them those whose ask a tablet or a phone said to have shown */
	shown: number;
	rated: number;
	/** very satisfied first */
	grades: Record<Grade, number>;
	bad: number;
	mistaken: number;
	/** shares between 0 and 1, means between 1 and 5; null where there is nothing to divide */
	answered: number | null;
	satisfied: number | null;
	mean: number | null;
	efficiency: number | null;
	competence: number | null;
	attitude: number | null;
}

/** From this grade on somebody counts as satisfied: 基本满意. */
const SATISFIED: Grade = 3;
const GRADES: readonly Grade[] = [5, 4, 3, 2, 1];

/** What comes of any number of services. */
export function sumRatings(rows: readonly Counted[]): RatingSums {
	const counting = rows.filter((row) => row.mistaken === 0);
	const grades = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };
	for (const { grade, n } of counting) if (grade !== null) grades[grade] += n;
	const asked = total(rows, (row) => row.n);
	const rated = GRADES.reduce((sum, grade) => sum + grades[grade], 0);
	const good = GRADES.reduce((sum, grade) => sum + (grade >= SATISFIED ? grades[grade] : 0), 0);
	const points = GRADES.reduce((sum, grade) => sum + grade * grades[grade], 0);
	const mean = (name: 'efficiency' | 'competence' | 'attitude'): number | null =>
		share(
			total(counting, (row) => Number(row[name] ?? 0)),
			total(counting, (row) => row[`${name}_n`])
		);
	return {
		...{ asked, rated, grades, bad: rated - good },
		shown: total(rows, (row) => row.shown),
		mistaken: total(rows, (row) => (row.mistaken === 1 ? row.n : 0)),
		answered: share(rated, asked),
		satisfied: share(good, rated),
		mean: share(points, rated),
		...{ efficiency: mean('efficiency'), competence: mean('competence'), attitude: mean('attitude') }
	};
}

function total<T>(rows: readonly T[], of: (row: T) => number): number {
	return rows.reduce((sum, row) => sum + of(row), 0);
}

function share(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

/** A place in the ranking needs so many ratings in the month: a single bad day is no bottom. */
export const LEAST_RATED = 5;
/** And so many others beside it. */
const LEAST_RANKED = 3;

/** Who stands at the bottom of a month by the mean grade; nobody where too few are ranked or all are alike. */
export function bottomOf(means: ReadonlyMap<string, Pick<RatingSums, 'mean' | 'rated'>>): Set<string> {
	const ranked = [...means].flatMap(([key, { mean, rated }]) =>
		mean !== null && rated >= LEAST_RATED ? [{ key, mean }] : []
	);
	const lowest = Math.min(...ranked.map(({ mean }) => mean));
	const bottom = ranked.filter(({ mean }) => mean === lowest).map(({ key }) => key);
	return new Set(ranked.length < LEAST_RANKED || bottom.length === ranked.length ? [] : bottom);
}

/** The case of a bad rating, as far as it is counted. */
export interface BadCase {
	named: boolean;
	state: CaseState;
	outcome: string | null;
	opened_at: number;
	/** by when it was to be put right */
	given_at: number | null;
	closed_at: number | null;
	/** when each act was first done, ms */
	acts: ReadonlyMap<string, number>;
}

export interface BadSums {
	bad: number;
	open: number;
	named: number;
	/** of the named ones whose day has passed or who were contacted: contacted, or tried for in vain, in time */
	contactInTime: number | null;
	/** of the named ones that are closed: called back */
	calledBack: number | null;
	/** of those that are closed or overdue: closed by their day */
	rectifiedInTime: number | null;
	outcomes: Record<'justified' | 'complex' | 'no-ground' | 'mistaken', number>;
}

const CONTACT_WORKDAYS = 1;

/** How bad ratings were answered, at the moment `at` (ms). */
export function sumBad(cases: readonly BadCase[], at: number, calendar: WorkCalendar): BadSums {
	const named = cases.filter((one) => one.named);
	const closed = cases.filter((one) => one.state === 'closed');
	const outcomes = { justified: 0, complex: 0, 'no-ground': 0, mistaken: 0 };
	for (const { outcome } of closed) if (isOutcome(outcome)) outcomes[outcome] += 1;
	return {
		bad: cases.length,
		open: cases.length - closed.length,
		named: named.length,
		contactInTime: inTime(named, at, (one) => ({
			done: first(one, ['contacted', 'unreached']),
			due: termEnd({ workdays: CONTACT_WORKDAYS }, one.opened_at, calendar)
		})),
		calledBack: calledBack(named.filter((one) => one.state === 'closed')),
		rectifiedInTime: inTime(cases, at, (one) => ({ done: putRight(one), due: one.given_at ?? Infinity })),
		outcomes
	};
}

function isOutcome(outcome: string | null): outcome is keyof BadSums['outcomes'] {
	return outcome === 'justified' || outcome === 'complex' || outcome === 'no-ground' || outcome === 'mistaken';
}

function putRight(one: BadCase): number | null {
	return first(one, ['rectified', 'no-ground', 'uphold']);
}

function first({ acts }: BadCase, names: readonly string[]): number | null {
	const times = names.flatMap((name) => acts.get(name) ?? []);
	return times.length === 0 ? null : Math.min(...times);
}

/** Mistaken ones need no call: there is nothing to tell their visitor that was put right. */
function calledBack(closed: readonly BadCase[]): number | null {
	const owed = closed.filter(({ outcome }) => outcome !== 'mistaken');
	return share(owed.filter(({ acts }) => acts.has('called-back')).length, owed.length);
}

/** Of what is done or overdue, the share done in time; what is still within its time is not counted. */
function inTime(
	cases: readonly BadCase[],
	at: number,
	of: (one: BadCase) => { done: number | null; due: number }
): number | null {
	const known = cases.map(of).filter(({ done, due }) => done !== null || due < at);
	return share(known.filter(({ done, due }) => done !== null && done <= due).length, known.length);
}
