/** What past days say of the next ones: visitors in each half hour of each weekday, and how long a service takes. */
import { minuteOf, weekdayOf, type Weekday } from '../day.ts';

/** One stay in a queue, as the tables have it; times in ms, or null when it came to nothing. */
export interface Work {
	day: string;
	queue: string;
	enqueued_at: number;
	started_at: number | null;
	ended_at: number | null;
	parked_ms: number;
}

export const SLOT_MINUTES = 30;
const MINUTE_MS = 60_000;

/** Visitors of one queue on one day, by half hour: slot 18 begins at 9:00. */
export interface DayCount {
	day: string;
	weekday: Weekday;
	slots: ReadonlyMap<number, number>;
}

/** Counts the visitors of a queue on each of the days, also on those on which nobody came. */
export function countDays(work: readonly Work[], days: readonly string[], timeZone: string): DayCount[] {
	const counts = new Map(days.map((day) => [day, new Map<number, number>()]));
	for (const { day, enqueued_at } of work) {
		const slots = counts.get(day);
		const slot = Math.floor(minuteOf(enqueued_at, timeZone) / SLOT_MINUTES);
		slots?.set(slot, (slots.get(slot) ?? 0) + 1);
	}
	return [...counts].map(([day, slots]) => ({ day, weekday: weekdayOf(day), slots }));
}

/** Mean length of the services of these stays, in minutes; null when nobody was served. */
export function meanServiceMinutes(work: readonly Work[]): number | null {
	const services = work.flatMap(({ started_at, ended_at, parked_ms }) =>
		started_at === null || ended_at === null ? [] : [Math.max(0, ended_at - started_at - parked_ms)]
	);
	if (services.length === 0) return null;
	return services.reduce((sum, one) => sum + one, 0) / services.length / MINUTE_MS;
}

/** Expected visitors by weekday and slot: the mean of the days of that weekday. */
export type Forecast = ReadonlyMap<Weekday, ReadonlyMap<number, number>>;

export function forecastFrom(counts: readonly DayCount[]): Forecast {
	const forecast = new Map<Weekday, Map<number, number>>();
	for (const weekday of new Set(counts.map((one) => one.weekday))) {
		const days = counts.filter((one) => one.weekday === weekday);
		const slots = [...new Set(days.flatMap((one) => [...one.slots.keys()]))].toSorted((a, b) => a - b);
		const mean = (slot: number): number => days.reduce((sum, one) => sum + (one.slots.get(slot) ?? 0), 0) / days.length;
		forecast.set(weekday, new Map(slots.map((slot) => [slot, mean(slot)])));
	}
	return forecast;
}

export interface BackTest {
	/** days held back, and half hours compared */
	days: number;
	slots: number;
	/** mean of |forecast − came| ÷ came over the half hours in which anybody came (MAPE) */
	mape: number;
	/** sum of |forecast − came| ÷ sum of those who came: not ruled by half hours with one visitor */
	wape: number;
}

/** Forecasts the last `held` days from those before them; null when there is nothing to learn from or to compare. */
export function backTest(counts: readonly DayCount[], held: number): BackTest | null {
	const sorted = counts.toSorted((a, b) => (a.day < b.day ? -1 : 1));
	const forecast = forecastFrom(sorted.slice(0, -held));
	const pairs = sorted.slice(-held).flatMap(({ weekday, slots }) => {
		const known = forecast.get(weekday);
		if (!known) return [];
		return [...new Set([...known.keys(), ...slots.keys()])].map((slot) => ({
			said: known.get(slot) ?? 0,
			came: slots.get(slot) ?? 0
		}));
	});
	const busy = pairs.filter((one) => one.came > 0);
	if (busy.length === 0) return null;
	const off = (list: typeof pairs): number[] => list.map(({ said, came }) => Math.abs(said - came));
	const sum = (list: number[]): number => list.reduce((total, one) => total + one, 0);
	return {
		days: Math.min(held, sorted.length),
		slots: busy.length,
		mape: sum(busy.map(({ said, came }) => Math.abs(said - came) / came)) / busy.length,
		wape: sum(off(pairs)) / sum(busy.map((one) => one.came))
	};
}
