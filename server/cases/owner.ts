import { openByOwner } from '#db/case-lists.ts';
import type { Tx } from '#db/group.ts';
import { activeStaff } from '#db/people.ts';
import type { Role } from '#db/schema.ts';
import type { Hall } from '../hall.ts';

/** Whom a case is looked for: roles, first first; only of this department or desk where one is named. */
export interface OwnerWish {
	roles: readonly Role[];
	/** kinds of case by which it is counted who has most to do */
	kinds: readonly string[];
	/** a staff number that it must not be */
	except: string | null;
	department?: string | null;
	desk?: string | null;
}

/**
 * Who may own a case that has nobody of its own: of the first role that somebody has, whoever owns the fewest open cases of
 * these kinds. Undefined where nobody but the exception has such a role in that place.
 */
export async function freestOwner(tx: Tx, hall: Hall, of: OwnerWish): Promise<string | undefined> {
	const staff = (await activeStaff(tx.k, tx.hall)).filter(({ no }) => no !== of.except && isThere(hall, no, of));
	const role = of.roles.find((one) => staff.some((person) => person.role === one));
	const able = staff.filter((person) => person.role === role).map(({ no }) => no);
	const owned = await openByOwner(tx.k, tx.hall, of.kinds);
	return able.toSorted((a, b) => (owned.get(a) ?? 0) - (owned.get(b) ?? 0) || a.localeCompare(b))[0];
}

function isThere(hall: Hall, no: string, { department = null, desk = null }: OwnerWish): boolean {
	const entry = hall.setup.staff.get(no);
	return (department === null || entry?.department === department) && (desk === null || entry?.desk === desk);
}
