import type { Role } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { may, type Right } from '../rules/rights.ts';
import type { Who } from './who.ts';

/** Somebody who has shown nothing: a browser in the hall, or a visitor's phone. */
export const VISITOR: Who = { role: 'visitor', name: 'visitor' };
/** The server's own acts: end of day, start of a hall. */
export const SYSTEM: Who = { role: 'system', name: 'system' };

/** What an open door gives to a browser in the house, and never to a member of staff who sits at one. */
const VISITORS_OWN: readonly Right[] = ['rating:give', 'rating:show'];

/**
 * Whether this person may do it in this hall: by role, or because the hall's policy lets any browser in the house be
 * a kiosk or a screen. In a demonstration hall anybody may also work the bench of virtual devices.
 */
export function isAllowed(hall: Hall, who: Who, right: Right): boolean {
	if (may(who.role, right)) return true;
	if (VISITORS_OWN.includes(right) && who.role !== 'visitor') return false;
	if (openRoles(hall).some((role) => may(role, right))) return true;
	return right === 'device:bench' && isDemo(hall);
}

/** Whether this person may be that kiosk of the hall: a browser with the key of a kiosk is that one and no other. */
export function mayBeKiosk(hall: Hall, who: Who, device: string): boolean {
	return isAllowed(hall, who, 'kiosk:use') && (who.device === undefined || who.device === device);
}

function openRoles(hall: Hall): Role[] {
	const { access } = hall.setup.policies;
	const roles: Role[] = [];
	if (access.kiosk === 'open') roles.push('kiosk');
	if (access.display === 'open') roles.push('display');
	return roles;
}

function isDemo(hall: Hall): boolean {
	return hall.setup.policies.demo !== null;
}
