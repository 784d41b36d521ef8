import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeUpWaits } from '#test/fixtures/waits.ts';
import { known, type Moment } from '../moment.ts';
import { between, byLastToEnter, byPlan, byQueueLength } from '../rungs.ts';
import { recalibrate } from './calibrate.ts';
import { fitForecast, foretell, type Forecast } from './forecast.ts';
import { atOnce } from './steps.ts';

const waits = madeUpWaits(16, 6);
const last = [...new Set(waits.map((one) => one.day))].at(-5) ?? '';
const train = waits.filter((one) => one.day < last);
const later = waits.filter((one) => one.day >= last);
const learnt = atOnce(fitForecast(train));

const say = (forecast: Forecast, queue: string, moment: Moment) =>
	foretell(forecast.queues.get(queue) ?? forecast.others, moment);

function error(of: (queue: string, moment: Moment) => number): number {
	return later.reduce((sum, one) => sum + Math.abs(of(one.queue, one.moment) - one.wait), 0) / later.length;
}

/** A queue as it stands all day long. */
const still: Moment = {
	minute: 720,
	waiting: 5,
	windows: 1,
	planned: 5,
	les: 25,
	hol: 25,
	last5: 25,
	found: 5,
	rate30: 0.2,
	rate60: 0.2,
	rateDay: 0.2
};

describe('K-03 what queues have learnt from their waits', () => {
	test('errs less on later days than whatever needs no history', () => {
		const rungs = [byPlan, byQueueLength, byLastToEnter, between];
		const best = Math.min(...rungs.map((rung) => error((_, moment) => rung(known(moment)))));
		expect(error((queue, moment) => say(learnt, queue, moment).mid)).toBeLessThan(0.9 * best);
	});

	test('tells an upper bound below which 77 to 85 % of the waits of later days stay', () => {
		const kept = later.filter((one) => one.wait <= say(learnt, one.queue, one.moment).told.to);
		expect(kept.length / later.length).toBeGreaterThan(0.77);
		expect(kept.length / later.length).toBeLessThan(0.85);
	});

	test('counts its samples and says how good it was on days held back', () => {
		const one = learnt.queues.get('queue-1');
		expect(one?.samples).toBe(train.filter(({ queue }) => queue === 'queue-1').length);
		expect(one?.measured?.waits).toBe(120);
		expect(one?.measured?.mae).toBeGreaterThan(0);
		expect(one?.measured?.covered).toBeGreaterThan(0.5);
	});

	test('is the same when it is fitted again', () => {
		expect(atOnce(fitForecast(train))).toEqual(learnt);
	});

	test('learns that one queue drags in the morning and another in the afternoon', () => {
		const moment = (minute: number): Moment => ({ ...still, minute });
		const day = (n: number) => `2026-03-0${String(n + 1)}`;
		const learntApart = atOnce(
			fitForecast(
				Array.from({ length: 400 }, (_, i) => {
					const [queue, slope] = i % 2 === 0 ? (['early', -1] as const) : (['late', 1] as const);
					const minute = 540 + (i % 40) * 9;
					return {
						queue,
						day: day(Math.floor(i / 80)),
						moment: moment(minute),
						wait: 25 + (slope * (minute - 720)) / 12
					};
				})
			)
		);
		expect(say(learntApart, 'early', moment(560)).mid).toBeGreaterThan(say(learntApart, 'early', moment(880)).mid + 8);
		expect(say(learntApart, 'late', moment(880)).mid).toBeGreaterThan(say(learntApart, 'late', moment(560)).mid + 8);
	});

	test('has nothing held back, and no measure, after a single day', () => {
		const day = atOnce(fitForecast(madeUpWaits(1)));
		expect(day.queues.get('queue-0')).toMatchObject({ measured: null, factor: 1 });
	});
});

const minutes = fc.oneof(fc.constant(null), fc.double({ min: -10, max: 5000 }), fc.constant(Infinity));
const count = fc.oneof(fc.nat(500), fc.constant(Number.NaN), fc.constant(-1));
const moment: fc.Arbitrary<Moment> = fc.record({
	minute: fc.nat(1440),
	waiting: count,
	windows: count,
	planned: fc.oneof(fc.double({ min: 0, max: 240, noNaN: true }), fc.constant(Number.NaN)),
	les: minutes,
	hol: minutes,
	last5: minutes,
	found: fc.oneof(fc.constant(null), fc.nat(500)),
	rate30: minutes,
	rate60: minutes,
	rateDay: minutes
});

describe('K-03 whatever is known or not known of a queue', () => {
	test('what is told is finite, from now on, in order and in steps of five', () => {
		fc.assert(
			fc.property(moment, fc.constantFrom('queue-0', 'queue-2', 'never seen'), (now, queue) => {
				const { low, mid, high, told } = say(learnt, queue, now);
				for (const one of [low, mid, high]) expect(Number.isFinite(one) && one >= 0).toBe(true);
				expect(low).toBeLessThanOrEqual(mid);
				expect(mid).toBeLessThanOrEqual(high);
				expect([told.from % 5, told.to % 5]).toEqual([0, 0]);
				expect(told.to).toBeGreaterThanOrEqual(told.from + 5);
			}),
			{ numRuns: 500 }
		);
	});

	test('the simple rungs are finite and not below zero, and more people ahead never make them shorter', () => {
		fc.assert(
			fc.property(moment, (now) => {
				const one = known(now);
				const more = { ...one, waiting: one.waiting + 1 };
				for (const rung of [byPlan, byQueueLength, between]) {
					expect(Number.isFinite(rung(one)) && rung(one) >= 0).toBe(true);
					expect(rung(more)).toBeGreaterThanOrEqual(rung(one));
				}
			})
		);
	});
});

describe('K-03 the factor on the upper bound', () => {
	const outcomes = (high: number, queue = 'a', n = 400) =>
		Array.from({ length: n }, (_, i) => ({ queue, high, wait: ((i % 100) + 0.5) * 0.6 }));

	test('makes the wished share wait less than is told, rounding included', () => {
		const { others } = recalibrate(outcomes(20));
		const kept = outcomes(20).filter(({ wait }) => wait <= Math.ceil((20 * others + 1e-9) / 5) * 5);
		expect(kept.length / 400).toBeGreaterThanOrEqual(0.8);
		expect(kept.length / 400).toBeLessThan(0.9);
	});

	test('of a queue with few waits stays near that of all', () => {
		const { others, queues } = recalibrate([...outcomes(20), ...outcomes(40, 'b', 20)]);
		expect(queues.get('b')).toBeLessThan(others);
		expect(queues.get('b')).toBeGreaterThan(others * 0.9);
	});

	test('is none where nothing has come true yet', () => {
		expect(recalibrate([]).others).toBe(1);
	});
});
