import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { maskedPerson, openSealed } from '../personal/keep.ts';
import type { CaseRow } from '#db/schema.ts';
import { refused, type Result } from '../result.ts';
import { isConflict } from '../rules/cases/standing.ts';
import { caseKind } from '../rules/cases/kinds.ts';
import type { OpeningReason, PersonalField } from '../rules/mask.ts';
import type { CaseView } from '../views.ts';
import { holdCase } from './held.ts';
import { seesCase } from './sees.ts';

/** Whom a case is from, masked; and whether this person may open it: whom the case concerns never may. */
export async function personView(hall: Hall, who: Who, row: CaseRow): Promise<CaseView['person']> {
	const person = await maskedPerson(hall, { subject: 'case', of: row.id });
	return person && { ...person, opens: !person.gone && mayOpen(hall, who, row) };
}

/** Opens the sealed name, telephone and address of a case, for a reason that stays in the ledger with who it was. */
export function openPerson(
	hall: Hall,
	who: Who,
	id: number,
	reason: OpeningReason
): Promise<Result<Record<PersonalField, string | null>>> {
	return hall.write(async (tx) => {
		const held = await holdCase(tx, id);
		if (!held || !seesCase(hall, who, held.row)) return refused('case-unknown', String(id));
		if (!mayOpen(hall, who, held.row)) return refused('not-allowed', 'personal:open');
		return openSealed(tx, hall, who, { at: { subject: 'case', of: id }, reason });
	});
}

/** Who answers for the case, and who watches over cases. */
function mayOpen(hall: Hall, who: Who, row: CaseRow): boolean {
	const answers = (who.staff !== undefined && who.staff === row.owner) || isAllowed(hall, who, 'case:oversee');
	const conflict = isConflict(caseKind(row.kind), row.concerned, who.staff ?? null);
	return isAllowed(hall, who, 'personal:open') && answers && !conflict;
}
