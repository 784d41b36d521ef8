import { fitForecast, foretell, type Forecast } from '#server/rules/wait/fit/forecast.ts';
import { known, type Known, type Sample } from '#server/rules/wait/moment.ts';
import { between, byLastToEnter, byPlan, byQueueLength, toldBetween } from '#server/rules/wait/rungs.ts';
import { atOnce } from '#server/rules/wait/fit/steps.ts';
import { plannedWait, told } from '#server/rules/wait/told.ts';

/** How one rung did on the days of the test. Minutes, shares. */
export interface Score {
	rung: string;
	mae: number;
	median: number;
	/** above zero: told too long */
	bias: number;
	/** whose wait was no longer than the upper bound that is told, in steps of five minutes */
	covered: number;
}

interface Said {
	minutes: number;
	to: number;
}

type Rung = (sample: Sample) => Said;

const simple = (minutesOf: (now: Known) => number, toOf?: (now: Known) => number): Rung => {
	return ({ moment }) => {
		const now = known(moment);
		const minutes = minutesOf(now);
		return { minutes, to: toOf ? toOf(now) : told(minutes, minutes).to };
	};
};

/** The rungs that need no history, from the lowest up. */
const SIMPLE: readonly (readonly [string, Rung])[] = [
	[
		'declared minutes × people / windows',
		simple(byPlan, ({ waiting, planned, windows }) => plannedWait(waiting, planned, windows).to)
	],
	['people / recent rate (QL)', simple(byQueueLength)],
	['last to enter service (LES)', simple(byLastToEnter)],
	['√(QL × LES)', simple(between, (now) => toldBetween(now).to)]
];

/** Every rung of the ladder on days that its fit has not seen. */
export function backTest(train: readonly Sample[], test: readonly Sample[]): { scores: Score[]; fitMs: number } {
	const began = performance.now();
	const forecast = atOnce(fitForecast(train));
	const fitMs = performance.now() - began;
	const scores = SIMPLE.map(([name, rung]) => scoreOf(name, test, rung));
	return { scores: [...scores, scoreOf('regression', test, learnt(forecast))], fitMs };
}

/** The regression as a hall uses it: each test day is foretold by a fit to all days before it. */
export function nightly(train: readonly Sample[], test: readonly Sample[]): Score {
	const days = [...new Set(test.map((sample) => sample.day))].sort();
	const said = new Map<Sample, Said>();
	for (const day of days) {
		const rung = learnt(atOnce(fitForecast([...train, ...test.filter((sample) => sample.day < day)])));
		for (const sample of test) if (sample.day === day) said.set(sample, rung(sample));
	}
	return scoreOf('regression, refitted each night', test, (sample) => said.get(sample) ?? { minutes: 0, to: 0 });
}

function learnt({ others, queues }: Forecast): Rung {
	return ({ queue, moment }) => {
		const { mid, told } = foretell(queues.get(queue) ?? others, moment);
		return { minutes: mid, to: told.to };
	};
}

function scoreOf(rung: string, test: readonly Sample[], say: Rung): Score {
	const errors = test.map((sample) => ({ ...say(sample), wait: sample.wait }));
	const off = errors.map(({ minutes, wait }) => Math.abs(minutes - wait)).sort((a, b) => a - b);
	const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
	return {
		rung,
		mae: mean(off),
		median: off[Math.floor(off.length / 2)] ?? 0,
		bias: mean(errors.map(({ minutes, wait }) => minutes - wait)),
		covered: mean(errors.map(({ to, wait }) => (wait <= to ? 1 : 0)))
	};
}
