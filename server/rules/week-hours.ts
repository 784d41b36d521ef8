/** A week of opening times as a person reads it: weekdays with the same times stand together. */
import { hoursText, WEEKDAYS, type Span, type Weekday } from './day.ts';

/** Weekdays in their order with the same times; `hours` is empty when closed. */
export interface DirectoryHours {
	from: Weekday;
	to: Weekday;
	hours: string;
}

/** Monday to Sunday, neighbours with the same times in one line. */
export function weekHours(week: Readonly<Record<Weekday, readonly Span[]>>): DirectoryHours[] {
	const lines: DirectoryHours[] = [];
	for (const day of WEEKDAYS) {
		const hours = hoursText(week[day]);
		const last = lines.at(-1);
		if (last?.hours === hours) last.to = day;
		else lines.push({ from: day, to: day, hours });
	}
	return lines;
}
