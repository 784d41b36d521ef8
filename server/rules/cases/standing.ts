import type { CaseRow } from '#db/schema.ts';
import type { CaseKind, Standing } from './kind.ts';

/** Who wants to act, as far as the rule needs to know. */
export interface CasePerson {
	/** staff number; null for a visitor, a program and the system */
	staff: string | null;
	/** as the ledger names it */
	name: string;
	/** may work on cases at all */
	works: boolean;
	/** supervises the hall */
	oversees: boolean;
	/** of which desk and department, by the hall file */
	desk?: string | null;
	department?: string | null;
	/** holds the code of this case */
	holdsCode?: boolean;
	/** the hall itself: its clock, an import */
	system?: boolean;
}

/** Whether a person may not own, work on or judge a case because it is about himself. */
export function isConflict(kind: CaseKind, concerned: string | null, staff: string | null): boolean {
	return kind.impartial && staff !== null && staff === concerned;
}

/** How a person stands to a case; nothing for a stranger. */
export function standings(kind: CaseKind, row: CaseRow, person: CasePerson): Set<Standing> {
	if (isConflict(kind, row.concerned, person.staff)) return new Set(['concerned']);
	const { staff } = person;
	const owns = isSame(staff, row.owner);
	const stands: Record<Standing, boolean> = {
		owner: owns,
		first: isSame(staff, row.first_owner),
		overseer: person.oversees,
		judge: person.oversees && staff !== null && !owns && person.name !== row.moved_by,
		colleague: person.works && !owns,
		department: person.works && !owns && isSame(person.department, row.department),
		concerned: isSame(staff, row.concerned),
		visitor: person.holdsCode === true,
		system: person.system === true
	};
	return new Set((Object.keys(stands) as Standing[]).filter((one) => stands[one]));
}

/** Whether two codes are the same one, and not merely both missing. */
function isSame(one: string | null | undefined, other: string | null): boolean {
	return other !== null && one === other;
}
