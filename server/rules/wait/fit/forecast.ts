/** What the hall has learnt of its queues: regression and factors, fitted together, and how good they were on days not seen. */
import { recalibrate, type Factors } from './calibrate.ts';
import { fitRegression, quantilesOf, type Lines, type Quantiles, type Regression } from './regression.ts';
import type { Steps } from './steps.ts';
import { told, type Wait } from '../told.ts';
import type { Moment, Sample } from '../moment.ts';

/** So many days at the end are held back to put the upper bound right: one in four. */
const HELD_BACK = 4;

/** What is kept of one queue. */
export interface QueueForecast {
	lines: Lines;
	/** on the upper bound */
	factor: number;
}

/** How good a forecast was on days that its fit had not seen. */
export interface Measured {
	/** mean absolute error of the median, minutes */
	mae: number;
	/** the share whose wait was below the told upper bound */
	covered: number;
	waits: number;
}

export interface Forecast {
	others: QueueForecast;
	queues: ReadonlyMap<string, QueueForecast & { samples: number; measured: Measured | null }>;
}

/** Fits the queues of a hall to their waits of past days. Deterministic. */
export function* fitForecast(samples: readonly Sample[]): Steps<Forecast> {
	const days = [...new Set(samples.map((sample) => sample.day))].sort();
	const from = days[days.length - Math.max(1, Math.floor(days.length / HELD_BACK))] ?? '';
	const earlier = samples.filter((sample) => sample.day < from);
	const held = earlier.length === 0 ? [] : samples.filter((sample) => sample.day >= from);
	const outcomes = held.length === 0 ? [] : tryOn(yield* fitRegression(earlier), held);
	const factors = recalibrate(outcomes);
	const regression = yield* fitRegression(samples);
	const counts = Map.groupBy(samples, (sample) => sample.queue);
	const measured = Map.groupBy(outcomes, (one) => one.queue);
	return {
		others: { lines: regression.others, factor: factors.others },
		queues: new Map(
			[...regression.queues].map(([queue, lines]) => {
				const factor = factorOf(factors, queue);
				const good = measureOf(measured.get(queue) ?? [], factor);
				return [queue, { lines, factor, samples: counts.get(queue)?.length ?? 0, measured: good }];
			})
		)
	};
}

/** Of the columns and of what is kept: coefficients of another version mean something else. */
export const FORECAST_VERSION = 2;

/** Half of the visitors wait longer than `mid`; `told` is what they hear. */
export function foretell({ lines, factor }: QueueForecast, moment: Moment): Quantiles & { told: Wait } {
	const quantiles = quantilesOf(lines, moment);
	const high = Math.max(quantiles.mid, quantiles.high * factor);
	return { ...quantiles, high, told: told(quantiles.low, high) };
}

interface Tried extends Quantiles {
	queue: string;
	wait: number;
}

function tryOn({ others, queues }: Regression, held: readonly Sample[]): Tried[] {
	return held.map(({ queue, moment, wait }) => ({
		queue,
		wait,
		...quantilesOf(queues.get(queue) ?? others, moment)
	}));
}

function factorOf({ others, queues }: Factors, queue: string): number {
	return queues.get(queue) ?? others;
}

function measureOf(tried: readonly Tried[], factor: number): Measured | null {
	if (tried.length === 0) return null;
	const mean = (of: (one: Tried) => number): number => tried.reduce((sum, one) => sum + of(one), 0) / tried.length;
	return {
		mae: mean((one) => Math.abs(one.mid - one.wait)),
		covered: mean((one) => (one.wait <= told(one.low, Math.max(one.mid, one.high * factor)).to ? 1 : 0)),
		waits: tried.length
	};
}
