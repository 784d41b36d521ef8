import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';

/**
 * Whether somebody may see a case: who owns it, was asked first or is offered it, and who watches the hall. Whom an impartial kind
 * concerns sees it only where it lets that person act.
 */
export function seesCase(hall: Hall, who: Who, row: CaseRow): boolean {
	const staff = who.staff ?? null;
	const kind = caseKind(row.kind);
	if (isConflict(kind, row.concerned, staff)) {
		return Object.values(kind.stages[row.stage]?.acts ?? {}).some((act) => act.by.includes('concerned'));
	}
	if (isAllowed(hall, who, 'case:read-any')) return true;
	return staff !== null && isAllowed(hall, who, 'case:work') && involved(row).includes(staff);
}

function involved({ owner, first_owner, offered_to }: CaseRow): (string | null)[] {
	return [owner, first_owner, offered_to];
}
