import type { CaseHand } from '#db/case-lists.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { CasePerson } from '../rules/cases/standing.ts';

/** Who asks, as the rule of cases sees them. */
export function personIn(hall: Hall, who: Who): CasePerson {
	const { desk = null, department = null } = hall.setup.staff.get(who.staff ?? '') ?? {};
	return {
		staff: who.staff ?? null,
		name: who.name,
		works: isAllowed(hall, who, 'case:work'),
		oversees: isAllowed(hall, who, 'case:oversee'),
		system: who.role === 'system',
		desk,
		department
	};
}

/** Somebody as the lists of cases know them. */
export function handOf(hall: Hall, staff: string): CaseHand {
	const { desk = null, department = null } = hall.setup.staff.get(staff) ?? {};
	return { hall: hall.id, staff, desk, department };
}
