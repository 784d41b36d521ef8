/**
 * The upper bound that is told, put right: a factor on the 80 % quantile, found on days that the fit had not seen, so
 * that the wished share of visitors waited less than what they were told, rounding included (split conformal).
 */
import { STEP_MINUTES } from '../told.ts';

/** One or two more in a hundred then come true, for what is told has learnt from more days: the middle of the 77 to 85 % that count as honest. */
const COVERAGE = 0.8;
/** A queue's own factor counts as much as the common one once it has as many waits. */
const ALIKE = 200;
/** No queue's factor leaves the common one by more than this. */
const MOST_APART = 1.5;

/** What was foretold to somebody, and what came of it. Minutes. */
export interface Outcome {
	queue: string;
	high: number;
	wait: number;
}

export interface Factors {
	others: number;
	queues: ReadonlyMap<string, number>;
}

/** The factors that would have been right for these outcomes. Without any, the quantile is told as it is. */
export function recalibrate(outcomes: readonly Outcome[]): Factors {
	const others = factorFor(outcomes.map(needed)) ?? 1;
	const byQueue = Map.groupBy(outcomes, (one) => one.queue);
	const queues = new Map(
		[...byQueue].map(([queue, own]) => {
			const wished = factorFor(own.map(needed)) ?? others;
			const kept = Math.min(others * MOST_APART, Math.max(others / MOST_APART, wished));
			const share = own.length / (own.length + ALIKE);
			return [queue, others * (kept / others) ** share];
		})
	);
	return { others, queues };
}

/** The factor above which the rounded bound holds the wait. */
function needed({ high, wait }: Outcome): number {
	const stepBelow = Math.max(0, Math.ceil(wait / STEP_MINUTES) - 1) * STEP_MINUTES;
	return stepBelow / Math.max(1, high);
}

function factorFor(needs: number[]): number | undefined {
	const sorted = needs.toSorted((a, b) => a - b);
	const found = sorted[Math.min(sorted.length - 1, Math.ceil(COVERAGE * sorted.length))];
	return found === undefined ? undefined : Math.max(0.1, found);
}
