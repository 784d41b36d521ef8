import { localeOf, type Lang, type Words } from '#display/words/index.ts';

const DAY_MS = 86_400_000;

/** `今天 11月23日`, `11月25日周三`: a day as it is said. @param today the hall's day now, `YYYY-MM-DD` */
export function dayText(day: string, today: string, { lang, t }: { lang: Lang; t: Words }): string {
	const date = new Date(`${day}T00:00:00Z`);
	const parts = { timeZone: 'UTC', month: lang === 'en' ? 'short' : 'long', day: 'numeric' } as const;
	const ahead = (date.getTime() - Date.parse(`${today}T00:00:00Z`)) / DAY_MS;
	const near = ahead === 0 ? t.booking.today : ahead === 1 ? t.booking.tomorrow : null;
	if (near !== null) return `${near}${t.marks.near}${new Intl.DateTimeFormat(localeOf(lang), parts).format(date)}`;
	return new Intl.DateTimeFormat(localeOf(lang), { ...parts, weekday: 'short' }).format(date);
}

/** What an address of the booking page says; what is not chosen yet is left out. */
export interface Chosen {
	lang: Lang;
	item?: string;
	day?: string;
	slot?: number;
	/** token of the appointment that is to be moved */
	move?: string | null;
}

/** `?lang=en&item=passport&day=2026-11-24`: a step is an address, so that "back" works and a page can be sent on. */
export function query(chosen: Chosen): string {
	const given = Object.entries(chosen).filter(([, value]) => value !== undefined && value !== null);
	return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
