import type { Text } from '../views.ts';
import { addDays } from '../rules/day.ts';

interface Holiday {
	date: string;
	until: string | null;
	name: Text;
}

/** So many days before and after a holiday one wishes well for it. */
const AROUND_DAYS = 2;
/** Days of remembrance, for which nobody is wished joy. */
const SOLEMN = /清明|公祭|哀悼|tomb|mourning|memorial/iu;

/** The festival of these days, by the holidays of the hall file; null on ordinary days. */
export function festivalOn(holidays: readonly Holiday[], day: string): Text | null {
	const found = holidays.find(
		({ date, until, name }) =>
			addDays(date, -AROUND_DAYS) <= day &&
			day <= addDays(until ?? date, AROUND_DAYS) &&
			!SOLEMN.test(name.zh + name.en)
	);
	return found?.name ?? null;
}
