import { getCase } from '#db/cases.ts';
import type { AlarmKind, AlarmRow, Tables } from '#db/schema.ts';
import type { Kysely } from 'kysely';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';

/** What is raised about a case; its key begins with the id of it. */
const OF_CASES: ReadonlySet<AlarmKind> = new Set<AlarmKind>([
	'case-overdue',
	'case-escalated',
	'complaint',
	'complaint-urgent',
	'unsolved',
	'unsolved-tell'
]);

/**
 * Whether an alarm is shown to somebody. One about a case that stirs at no window may be about whoever sits there: it is
 * for those who may see the case; one about a rating without a case, for those who watch the hall.
 */
export async function seesAlarm(k: Kysely<Tables>, hall: Hall, who: Who, row: AlarmRow): Promise<boolean> {
	if (row.kind === 'rating-unowned' || row.kind === 'complaint-unowned') return isAllowed(hall, who, 'case:read-any');
	if (row.window !== null || !OF_CASES.has(row.kind)) return true;
	const of = await getCase(k, hall.id, Number.parseInt(row.key, 10));
	return of !== undefined && seesCase(hall, who, of);
}
