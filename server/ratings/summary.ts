import { badRatings, countRatings } from '#db/rating-figures.ts';
import { today, type Hall } from '../hall.ts';
import { addDays, isDay } from '../rules/day.ts';
import { LEAST_RATED, sumRatings, type RatingSums } from '../rules/rating-figures.ts';
import { done, refused, type Result } from '../result.ts';
import { windowName } from '../tickets/view.ts';
import type { RatingSummary } from '../views.ts';

/** So long an answer is given again before it is counted anew: anybody may ask. */
const KEPT_MS = 60_000;
/** Months remembered per hall. */
const MOST_KEPT = 24;

const kept = new WeakMap<Hall, Map<string, { at: number; summary: RatingSummary }>>();

/**
 * What the public may know of a month's ratings: of the hall and of each window, never of a person. A window with few
 * ratings is named without its figures, or one could tell who gave them.
 * @param month `2026-11`
 */
export async function ratingSummary(hall: Hall, month: string): Promise<Result<RatingSummary>> {
	const from = `${month}-01`;
	if (!/^\d{4}-\d{2}$/.test(month) || !isDay(from) || from > today(hall)) return refused('bad-request', 'month');
	const known = kept.get(hall)?.get(month);
	if (known && hall.clock.now() - known.at < KEPT_MS) return done(known.summary);
	const summary = await count(hall, month, { from, to: lastOf(from) });
	remember(hall, month, summary);
	return done(summary);
}

/** The month that is running. */
export function thisMonth(hall: Hall): string {
	return today(hall).slice(0, 7);
}

function lastOf(first: string): string {
	return addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
}

function remember(hall: Hall, month: string, summary: RatingSummary): void {
	const own = kept.get(hall) ?? new Map<string, { at: number; summary: RatingSummary }>();
	if (own.size >= MOST_KEPT) own.clear();
	kept.set(hall, own.set(month, { at: hall.clock.now(), summary }));
}

async function count(hall: Hall, month: string, days: { from: string; to: string }): Promise<RatingSummary> {
	const rows = await countRatings(hall.read, hall.id, days);
	const bad = await badRatings(hall.read, hall.id, days);
	const windows = hall.setup.file.windows.map(({ code }) => {
		const sums = sumRatings(rows.filter((row) => row.window === code));
		return { code, name: windowName(hall, code), ...(sums.rated < LEAST_RATED ? NOTHING : shares(sums)) };
	});
	const whole = sumRatings(rows);
	return {
		hall: hall.setup.file.hall.name,
		month,
		asked: whole.asked,
		...shares(whole),
		grades: Object.fromEntries(Object.entries(whole.grades)),
		bad: { count: whole.bad, closed: bad.filter(({ state }) => state === 'closed').length },
		windows
	};
}

const NOTHING = { rated: null, answered: null, satisfied: null };

function shares({ rated, answered, satisfied }: RatingSums): Pick<RatingSums, 'rated' | 'answered' | 'satisfied'> {
	return { rated, answered, satisfied };
}
