import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { isOfferedTo } from '../rules/cases/hand.ts';
import type { CaseKind } from '../rules/cases/kind.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { personIn } from './asker.ts';

/**
 * Whether somebody may see a case: who owns it, was asked first or is offered it, the liaison of its department where the
 * kind says so, and who watches the hall or the kind. Whom an impartial kind concerns sees it only where it lets that person act.
 */
export function seesCase(hall: Hall, who: Who, row: CaseRow): boolean {
	const staff = who.staff ?? null;
	const kind = caseKind(row.kind);
	if (isConflict(kind, row.concerned, staff)) {
		return Object.values(kind.stages[row.stage]?.acts ?? {}).some((act) => act.by.includes('concerned'));
	}
	return seesAll(hall, who, kind) || (isAllowed(hall, who, 'case:work') && isInvolved(hall, who, { row, kind }));
}

/** Whether somebody sees every case of a kind, but for those about himself. */
export function seesAll(hall: Hall, who: Who, kind: CaseKind): boolean {
	return isAllowed(hall, who, 'case:read-any') || kind.seenBy?.some((right) => isAllowed(hall, who, right)) === true;
}

/**
 * Whether a case waits for this member of staff to accept it. Where it was handed to a desk or a department, it is for
 * those of it who may own one of the kind, and never for whom it concerns.
 */
export function awaits(hall: Hall, staff: string, row: CaseRow): boolean {
	const entry = hall.setup.staff.get(staff);
	const kind = caseKind(row.kind);
	const place = { desk: entry?.desk ?? null, department: entry?.department ?? null };
	if (isConflict(kind, row.concerned, staff) || !isOfferedTo(row, { staff, ...place })) return false;
	return row.offered_to === staff || kind.roles.some((role) => role === entry?.role);
}

function isInvolved(hall: Hall, who: Who, { row, kind }: { row: CaseRow; kind: CaseKind }): boolean {
	const person = personIn(hall, who);
	if (person.staff === null) return false;
	if (row.owner === person.staff || row.first_owner === person.staff || awaits(hall, person.staff, row)) return true;
	return (
		kind.liaison === true &&
		who.role === 'liaison' &&
		person.department !== null &&
		person.department === row.department
	);
}
