/**
 * The upper rung: what the queues of a hall have learnt from their own waits. The median is the geometric mean of two
 * small regressions, in logarithms and in minutes; the range around it comes from the 20 % and 80 % quantiles of the first.
 */
import { glance, logColumns, minuteColumns } from './columns.ts';
import { known, type Moment, type Sample } from '../moment.ts';
import { fitQuantile, type Fitted, type Rows } from './quantile.ts';
import type { Steps } from './steps.ts';

/** Coefficients of one queue. */
export interface Lines {
	/** log(1 + minutes) by `logColumns`: the 20 %, 50 % and 80 % quantile */
	low: readonly number[];
	mid: readonly number[];
	high: readonly number[];
	/** minutes by `minuteColumns`: the median */
	minutes: readonly number[];
}

export interface Regression {
	/** for a queue without history */
	others: Lines;
	queues: ReadonlyMap<string, Lines>;
}

/** Minutes: eight in ten wait longer than `low`, half of them longer than `mid`, two in ten longer than `high`. */
export interface Quantiles {
	low: number;
	mid: number;
	high: number;
}

/** Penalties as found by trying them on later days than those of the fit; docs/forecast.md tells how. */
const OWN_LOG = [20, 40, 40];
const OWN_MINUTES = [1, 0.005, 0.1];
/** No visitor is told more than a day. */
const MOST_MINUTES = 1440;

/** Fits all queues of the samples at once. Deterministic; the order of the samples does not matter beyond rounding. */
export function* fitRegression(samples: readonly Sample[]): Steps<Regression> {
	const queues = [...new Set(samples.map((sample) => sample.queue))].sort();
	const moments = samples.map((sample) => known(sample.moment));
	const logs = rowsOf(samples, queues, {
		columns: moments.map(logColumns),
		y: Math.log1p,
		weights: moments.map(() => 1)
	});
	const minutes = rowsOf(samples, queues, {
		columns: moments.map(minuteColumns),
		y: (wait) => wait,
		// A minute counts for less in a long wait.
		weights: moments.map((now) => 1 / (10 + glance(now)))
	});
	const wish = { tau: 0.5, own: OWN_LOG, epsilon: 0.05 };
	// The median is steadier where small errors count for less.
	const mid = yield* fitQuantile(logs.rows, { ...wish, epsilon: 0.2 });
	const low = yield* fitQuantile(logs.rows, { ...wish, tau: 0.2 }, mid);
	const high = yield* fitQuantile(logs.rows, { ...wish, tau: 0.8 }, mid);
	const added = yield* fitQuantile(minutes.rows, { tau: 0.5, own: OWN_MINUTES, epsilon: 1 });
	const lines = (q: number): Lines => ({
		low: coefficients(low, logs.scale, { q, owned: OWN_LOG.length }),
		mid: coefficients(mid, logs.scale, { q, owned: OWN_LOG.length }),
		high: coefficients(high, logs.scale, { q, owned: OWN_LOG.length }),
		minutes: coefficients(added, minutes.scale, { q, owned: OWN_MINUTES.length })
	});
	return { others: lines(queues.length), queues: new Map(queues.map((queue, q) => [queue, lines(q)])) };
}

/** Shared and own part together, for columns as they are; a queue beyond the last one has no own part. */
function coefficients(
	{ shared, own }: Fitted,
	scale: readonly number[],
	{ q, owned }: { q: number; owned: number }
): number[] {
	return Array.from(shared, (one, i) => (one + (i < owned ? (own[q * owned + i] ?? 0) : 0)) / (scale[i] ?? 1));
}

/** What a queue's lines say of a moment. Finite, not below zero, and in order. */
export function quantilesOf(lines: Lines, moment: Moment): Quantiles {
	const now = known(moment);
	const logs = logColumns(now);
	const mid = minutesOf(value(lines.mid, logs));
	const added = bounded(value(lines.minutes, minuteColumns(now)));
	const median = Math.expm1((Math.log1p(mid) + Math.log1p(added)) / 2);
	// Where the two medians differ, the range moves with them.
	const shift = (1 + median) / (1 + mid);
	const low = (1 + minutesOf(value(lines.low, logs))) * shift - 1;
	const high = (1 + minutesOf(value(lines.high, logs))) * shift - 1;
	return { low: bounded(Math.min(low, median)), mid: median, high: bounded(Math.max(high, median)) };
}

function minutesOf(log: number): number {
	return bounded(Math.expm1(Math.min(log, 10)));
}

function bounded(minutes: number): number {
	return Math.min(MOST_MINUTES, Math.max(0, minutes));
}

function value(line: readonly number[], columns: readonly number[]): number {
	return columns.reduce((sum, column, i) => sum + column * (line[i] ?? 0), 0);
}

interface Scaled {
	rows: Rows;
	scale: number[];
}

function rowsOf(
	samples: readonly Sample[],
	queues: readonly string[],
	made: { columns: number[][]; y: (wait: number) => number; weights: number[] }
): Scaled {
	const { columns, weights } = made;
	const width = columns[0]?.length ?? 0;
	const scale = Array.from({ length: width }, (_, i) => rootMeanSquare(columns.map((row) => row[i] ?? 0)));
	const numberOf = new Map(queues.map((queue, i) => [queue, i]));
	const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
	return {
		scale,
		rows: {
			group: Int32Array.from(samples, ({ queue }) => numberOf.get(queue) ?? 0),
			groups: queues.length,
			width,
			x: Float64Array.from(columns.flatMap((row) => row.map((one, i) => one / (scale[i] ?? 1)))),
			y: Float64Array.from(samples, ({ wait }) => made.y(wait)),
			weight: Float64Array.from(weights, (one) => one / mean)
		}
	};
}

/** Columns near one, so that one penalty fits all; a column that is always nothing stays so. */
function rootMeanSquare(values: readonly number[]): number {
	return Math.sqrt(values.reduce((sum, one) => sum + one * one, 0) / values.length) || 1;
}
