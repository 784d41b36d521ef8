import { getCase } from '#db/cases.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { maskedPerson, openSealed } from '../personal/keep.ts';
import { refused, type Result } from '../result.ts';
import type { OpeningReason, PersonalField } from '../rules/mask.ts';
import type { CaseView } from '../views.ts';
import { seesCase } from './sees.ts';

/** Whom a case is of, where somebody has left that, in masked form; and whether this person may open it. */
export async function personOf(hall: Hall, who: Who, row: CaseRow): Promise<Pick<CaseView, 'person' | 'opensPerson'>> {
	const person = await maskedPerson(hall, { subject: 'case', of: row.id });
	return { person, opensPerson: person !== null && !person.gone && opens(hall, who, row) };
}

/** Opens it, for a reason that stands in the ledger; for who answers for the case, and for who watches over cases. */
export function openPersonOf(
	hall: Hall,
	who: Who,
	id: number,
	reason: OpeningReason
): Promise<Result<Record<PersonalField, string | null>>> {
	return hall.write(async (tx) => {
		const row = await getCase(tx.k, tx.hall, id);
		if (!row || !seesCase(hall, who, row)) return refused('case-unknown', String(id));
		if (!opens(hall, who, row)) return refused('not-allowed', 'personal:open');
		return openSealed(tx, hall, who, { at: { subject: 'case', of: id }, reason });
	});
}

function opens(hall: Hall, who: Who, row: CaseRow): boolean {
	const answers = who.staff !== undefined && who.staff === row.owner;
	return isAllowed(hall, who, 'personal:open') && (answers || isAllowed(hall, who, 'case:oversee'));
}
