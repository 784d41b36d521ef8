import type { Tx } from '#db/group.ts';
import type { ComplaintKind, ComplaintRoute, Role } from '#db/schema.ts';
import { freestOwner } from '../cases/owner.ts';
import type { Hall } from '../hall.ts';
import { COMPLAINT_KINDS } from '#db/schema.ts';

/** Who steps in where the office of the hall file has nobody whom it does not concern. */
const ELSE: readonly Role[] = ['supervisor', 'administrator', 'guide'];

/**
 * Who answers for it: of the office that the hall file names for its kind and way, whoever has the fewest; never whom it
 * concerns. Undefined in a hall that has nobody else.
 */
export async function officeOwner(
	tx: Tx,
	hall: Hall,
	of: { kind: ComplaintKind; route: ComplaintRoute; concerned: string | null }
): Promise<string | undefined> {
	const { role, department } = officeOf(hall, of);
	const who = { kinds: COMPLAINT_KINDS, except: of.concerned };
	const own = department === null ? {} : { department };
	const found = await freestOwner(tx, hall, { ...who, ...own, roles: [role] });
	return found ?? freestOwner(tx, hall, { ...who, roles: ELSE });
}

function officeOf(
	hall: Hall,
	{ kind, route }: { kind: ComplaintKind; route: ComplaintRoute }
): { role: Role; department: string | null } {
	const { routes, unsolved, petition } = hall.setup.policies.complaints;
	if (kind === 'unsolved') return unsolved;
	return kind === 'petition' ? petition : routes[route];
}
