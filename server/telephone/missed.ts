import { phoneCallsBetween } from '#db/phone-calls.ts';
import type { PhoneCallRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { addWorkdays } from '../rules/workdays.ts';

const MOST = 30;

/**
 * Calls that nobody answered, today and since the working day before: until they are called back, or have called again and
 * been answered.
 */
export async function missedCalls(hall: Hall): Promise<PhoneCallRow[]> {
	const day = today(hall);
	const from = addWorkdays(day, -1, hall.setup.workCalendar);
	const rows = await phoneCallsBetween(hall.read, { hall: hall.id, from, to: day });
	const answered = new Map(
		rows.flatMap((row) => (row.answered_at !== null && row.caller !== null ? [[row.caller, row.answered_at]] : []))
	);
	const spoken = (row: PhoneCallRow): boolean => (answered.get(row.caller ?? '') ?? 0) > row.rang_at;
	return rows
		.filter((row) => row.state === 'missed' && row.back_case === null && !spoken(row))
		.slice(-MOST)
		.toReversed();
}
