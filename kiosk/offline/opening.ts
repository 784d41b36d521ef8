import type { Problem } from '#display/ask.ts';
import { localeOf, type Lang, type Words } from '#display/words/index.ts';
import type { KioskItem } from '#server/views.ts';

/** A day and a time of the wall clock, without the moment. */
type When = Pick<NonNullable<KioskItem['nextOpening']>, 'day' | 'time'>;

const DAY_MS = 86_400_000;

/**
 * `明天 9:00`, `周一（10月9日）9:00`, `today at 13:30`: when numbers are given again, as it is said.
 * @param today the hall's day now, `YYYY-MM-DD`
 */
export function openingText({ day, time }: When, today: string, { lang, t }: { lang: Lang; t: Words }): string {
	const date = new Date(`${day}T00:00:00Z`);
	const ahead = Math.round((date.getTime() - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
	const at = time.replace(/^0/, '');
	if (ahead === 0) return t.offline.openToday({ time: at });
	if (ahead === 1) return t.offline.openTomorrow({ time: at });
	const say = (parts: Intl.DateTimeFormatOptions): string =>
		new Intl.DateTimeFormat(localeOf(lang), { timeZone: 'UTC', ...parts }).format(date);
	const month = lang === 'en' ? 'short' : 'long';
	const place = { weekday: say({ weekday: 'short' }), date: say({ month, day: 'numeric' }) };
	return t.offline.openOn({ ...place, time: at });
}

/** The earliest of the items' openings; null while one of them can be taken, or when none is in sight. */
export function firstOpening(items: readonly Pick<KioskItem, 'open' | 'nextOpening'>[]): KioskItem['nextOpening'] {
	if (items.some((item) => item.open)) return null;
	const known = items.flatMap(({ nextOpening }) => nextOpening ?? []);
	return known.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

const SHUT: readonly Problem['code'][] = ['hall-closed', 'queue-closed', 'too-late-today'];

/** The opening that a refusal names in its detail, `2026-11-24 09:00`; null where it names none. */
export function openingIn({ code, detail }: Pick<Problem, 'code' | 'detail'>): When | null {
	const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/.exec(detail) ?? [];
	return SHUT.includes(code) && day !== undefined && time !== undefined ? { day, time } : null;
}

const MONDAY = Date.UTC(2024, 0, 1);
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `周一`, `Monday` */
export function weekdayText(day: (typeof DAYS)[number], lang: Lang): string {
	const format = new Intl.DateTimeFormat(localeOf(lang), {
		timeZone: 'UTC',
		weekday: lang === 'en' ? 'long' : 'short'
	});
	return format.format(MONDAY + DAYS.indexOf(day) * DAY_MS);
}
