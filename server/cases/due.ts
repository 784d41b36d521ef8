import { countOpenOf, offeredCases } from '#db/case-lists.ts';
import { today, type Hall } from '../hall.ts';
import type { CasesDue } from '../views.ts';
import { endOfDay } from '../rules/workdays.ts';
import { handOf } from './asker.ts';
import { awaits } from './sees.ts';

const NONE: CasesDue = { mine: 0, due: 0, offered: 0 };

/** What waits for a member of staff beside the visitors: own cases, those due by the end of today, those to be accepted. */
export async function casesDue(hall: Hall, staff: string | null): Promise<CasesDue> {
	if (staff === null || staff === '') return NONE;
	const dueBefore = endOfDay(today(hall), hall.setup.workCalendar) + 1;
	const own = await countOpenOf(hall.read, { hall: hall.id, staff, dueBefore });
	const offered = await offeredCases(hall.read, handOf(hall, staff));
	return { ...own, offered: offered.filter((row) => awaits(hall, staff, row)).length };
}
