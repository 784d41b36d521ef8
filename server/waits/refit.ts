import { setImmediate as breathe } from 'node:timers/promises';
import { forecasts, legsOfDay, openSpans, pastDays, saveForecasts, type DayLeg } from '#db/forecasts.ts';
import type { ForecastRow } from '#db/schema.ts';
import { getHall } from '#db/setup.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { addDays } from '../rules/day.ts';
import { FORECAST_VERSION, fitForecast, type Forecast } from '../rules/wait/fit/forecast.ts';
import { replay } from '../rules/wait/replay.ts';
import type { Steps } from '../rules/wait/fit/steps.ts';
import { planOf } from './plan.ts';
import { REFITTED, type Told } from './waits.ts';

/** What is older says little of today. */
const MOST_DAYS = 40;
/** As many waits as a fit takes in a few seconds. */
const MOST_LEGS = 20_000;
/** Days over which it is counted whether what was told came true. */
const TOLD_DAYS = 7;
const MINUTE_MS = 60_000;

/** Fits the forecast of every queue when a day has ended since the last fit. Answers whether it did. */
export async function keepForecast(hall: Hall): Promise<boolean> {
	const through = await lastDayOver(hall);
	const [newest] = through === null ? [] : await pastDays(hall.read, hall.id, through, 1);
	if (newest === undefined) return false;
	const rows = await forecasts(hall.read, hall.id);
	const upToDate = rows.some((row) => row.version === FORECAST_VERSION && row.through >= newest);
	return !upToDate && (await refit(hall, newest)) > 0;
}

/** Fits the forecast of every queue to the days up to `through`. Answers how many queues have learnt something. */
export async function refit(hall: Hall, through: string): Promise<number> {
	const days = await pastDays(hall.read, hall.id, through, MOST_DAYS);
	const legs = await legsOf(hall, days);
	const from = legs.reduce((first, leg) => Math.min(first, leg.enqueued_at), Infinity);
	const spans = Number.isFinite(from) ? await openSpans(hall.read, hall.id, from) : [];
	const samples = replay(legs, spans, planOf(hall.setup));
	if (samples.length === 0) return 0;
	const forecast = await unhurried(fitForecast(samples));
	const lately = new Set(days.slice(0, TOLD_DAYS));
	const told = Map.groupBy(legs.filter((leg) => lately.has(leg.day)).flatMap(outcomeOf), (one) => one.queue);
	const at = hall.clock.now();
	const rows = rowsOf(forecast, told, { hall: hall.id, through, fitted_at: at });
	await hall.write(async (tx) => {
		const line = { act: REFITTED, actor: SYSTEM.name, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at, day: today(hall), body: { through, queues: rows.length, waits: samples.length } });
		await saveForecasts(tx.k, tx.hall, rows);
	});
	return rows.length;
}

/** The service day that is over; null in a hall that has had none. */
async function lastDayOver(hall: Hall): Promise<string | null> {
	const { day, day_closed_at } = await getHall(hall.read, hall.id);
	return day === null || day_closed_at !== null ? day : addDays(day, -1);
}

/** Whole days, newest first, until there are enough. */
async function legsOf(hall: Hall, days: readonly string[]): Promise<DayLeg[]> {
	const legs: DayLeg[] = [];
	for (const day of days) {
		if (legs.length >= MOST_LEGS) break;
		legs.push(...(await legsOfDay(hall.read, hall.id, day)));
	}
	return legs;
}

/** Whether what a ticket was told when it was taken came true; nothing where it was never called. */
function outcomeOf(leg: DayLeg): { queue: string; kept: boolean }[] {
	if (leg.told === null || leg.ordinal !== 1 || leg.first_call === null) return [];
	const { to } = JSON.parse(leg.told) as Told;
	return [{ queue: leg.queue, kept: leg.first_call - leg.enqueued_at <= to * MINUTE_MS }];
}

function rowsOf(
	forecast: Forecast,
	told: ReadonlyMap<string, readonly { kept: boolean }[]>,
	same: Pick<ForecastRow, 'hall' | 'through' | 'fitted_at'>
): ForecastRow[] {
	return [...forecast.queues].map(([queue, { lines, factor, samples, measured }]) => {
		const outcomes = told.get(queue) ?? [];
		return {
			...same,
			queue,
			version: FORECAST_VERSION,
			samples,
			mae: measured?.mae ?? null,
			covered: measured?.covered ?? null,
			told: outcomes.length,
			told_covered: outcomes.filter((one) => one.kept).length,
			body: JSON.stringify({ lines, factor })
		};
	});
}

/** A step at a time, so that whatever else the server has to do is done between. */
async function unhurried<T>(steps: Steps<T>): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		await breathe();
	}
}
