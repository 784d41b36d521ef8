import { getOpinion } from '#db/opinions.ts';
import type { OpinionRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { openSealed } from '../personal/keep.ts';
import { refused, type Result } from '../result.ts';
import type { OpeningReason, PersonalField } from '../rules/mask.ts';

/** Opens whom an opinion is from, so that it can be answered; the ledger keeps who opened it, and why. */
export function openContact(
	hall: Hall,
	who: Who,
	id: number,
	reason: OpeningReason
): Promise<Result<Record<PersonalField, string | null>>> {
	return hall.write(async (tx) => {
		const row = Number.isSafeInteger(id) ? await getOpinion(tx.k, tx.hall, id) : undefined;
		if (!row || !readsOpinion(hall, who, row)) return refused('not-found', String(id));
		if (!isAllowed(hall, who, 'personal:open')) return refused('not-allowed', 'personal:open');
		return openSealed(tx, hall, who, { at: { subject: 'opinion', of: id }, reason });
	});
}

/** Who supervises reads what was said, but not of the own service. */
export function readsOpinion(hall: Hall, who: Who, { staff }: OpinionRow): boolean {
	return isAllowed(hall, who, 'opinion:read') && (staff === null || staff !== who.staff);
}
