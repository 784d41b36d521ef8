import { openCases } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { activeStaff } from '#db/people.ts';
import type { Role } from '#db/schema.ts';

/** Of open cases looked at to see who has the fewest. */
const LOOKED_AT = 500;

/**
 * Who may own a case that has nobody of its own: of the first role that somebody has, whoever owns the fewest open cases of
 * these kinds. Undefined in a hall that has nobody of these roles but the exception.
 */
export async function freestOwner(
	tx: Tx,
	of: { roles: readonly Role[]; kinds: readonly string[]; except: string | null }
): Promise<string | undefined> {
	const staff = (await activeStaff(tx.k, tx.hall)).filter(({ no }) => no !== of.except);
	const role = of.roles.find((one) => staff.some((person) => person.role === one));
	const able = staff.filter((person) => person.role === role).map(({ no }) => no);
	const busy = await Promise.all(of.kinds.map((kind) => openCases(tx.k, { hall: tx.hall, kind, most: LOOKED_AT })));
	const owned = (no: string): number => busy.flat().filter((row) => row.owner === no).length;
	return able.toSorted((a, b) => owned(a) - owned(b) || a.localeCompare(b))[0];
}
