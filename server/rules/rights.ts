/** Who may do what: the one table that pages, API and sockets ask. */
import type { Role } from '#db/schema.ts';

export type Right =
	| 'kiosk:use'
	| 'screen:watch'
	| 'ticket:issue'
	| 'ticket:read'
	| 'ticket:cancel'
	| 'ticket:cancel-any'
	| 'ticket:serve'
	| 'ticket:return'
	| 'ticket:return-any'
	| 'ticket:transfer'
	| 'ticket:choose'
	| 'window:work'
	| 'ticket:confirm'
	| 'ticket:escort'
	| 'ticket:find'
	| 'ticket:audit'
	| 'desk:work'
	| 'window:close-any'
	| 'window:release'
	| 'queue:read'
	| 'appointment:manage'
	| 'hoard:read'
	| 'slip:reprint'
	| 'slip:see'
	| 'slip:design'
	| 'device:bench'
	| 'device:commission'
	| 'device:read'
	| 'device:work'
	| 'case:see'
	| 'case:work'
	| 'case:read-any'
	| 'case:oversee'
	| 'matter:accept'
	| 'personal:open'
	| 'day:end'
	| 'day:read'
	| 'opinion:take'
	| 'opinion:read'
	| 'hall:apply'
	| 'rating:give'
	| 'rating:show'
	| 'rating:paper'
	| 'knowledge:read'
	| 'knowledge:write'
	| 'knowledge:review'
	| 'alarm:read'
	| 'alarm:see'
	| 'figures:read'
	| 'incident:report'
	| 'incident:see'
	| 'broadcast:control'
	| 'loan:work'
	| 'service:keep'
	| 'order:import'
	| 'task:give'
	| 'note:see'
	| 'note:read'
	| 'note:write'
	| 'inspection:make'
	| 'inspection:read'
	| 'telephone:report'
	| 'telephone:work'
	| 'telephone:oversee';

type Asker = Role | 'visitor' | 'system';

/** A visitor needs no right for the own ticket: the unguessable token is the right. */
const ALL: readonly Asker[] = [
	'kiosk',
	'display',
	'clerk',
	'guide',
	'liaison',
	'supervisor',
	'administrator',
	'auditor',
	'visitor',
	'system'
];

const MAY: Record<Right, readonly Asker[]> = {
	'kiosk:use': ['kiosk', 'guide', 'supervisor', 'administrator', 'system'],
	'screen:watch': ['kiosk', 'display', 'clerk', 'guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'ticket:issue': ['kiosk', 'guide', 'supervisor', 'administrator', 'system'],
	'ticket:read': ALL,
	'ticket:cancel': ALL,
	'ticket:cancel-any': ['clerk', 'guide', 'supervisor', 'administrator', 'system'],
	'ticket:serve': ['clerk', 'supervisor', 'administrator', 'system'],
	'ticket:return': ALL,
	'ticket:return-any': ['kiosk', 'clerk', 'guide', 'supervisor', 'administrator', 'system'],
	'ticket:transfer': ['clerk', 'guide', 'supervisor', 'administrator', 'system'],
	'ticket:choose': ['clerk', 'supervisor', 'administrator', 'system'],
	'window:work': ['clerk', 'supervisor', 'administrator', 'system'],
	'ticket:confirm': ['clerk', 'guide', 'supervisor', 'administrator', 'system'],
	'ticket:escort': ['guide', 'supervisor', 'administrator', 'system'],
	'ticket:find': ['clerk', 'guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'ticket:audit': ['supervisor', 'administrator', 'auditor', 'system'],
	'desk:work': ['guide', 'supervisor', 'administrator', 'system'],
	'window:close-any': ['supervisor', 'administrator', 'system'],
	'window:release': ['supervisor', 'administrator', 'system'],
	'queue:read': ['kiosk', 'display', 'clerk', 'guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'appointment:manage': ['guide', 'supervisor', 'administrator', 'system'],
	'hoard:read': ['guide', 'supervisor', 'administrator', 'system'],
	'slip:reprint': ['clerk', 'guide', 'supervisor', 'administrator', 'system'],
	'slip:see': ['supervisor', 'administrator', 'auditor', 'system'],
	'slip:design': ['supervisor', 'administrator', 'system'],
	'device:bench': ['guide', 'supervisor', 'administrator', 'system'],
	'device:commission': ['supervisor', 'administrator', 'system'],
	'device:read': ['guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'device:work': ['guide', 'supervisor', 'administrator', 'system'],
	'case:see': ['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor', 'system'],
	'case:work': ['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'system'],
	'case:read-any': ['supervisor', 'administrator', 'auditor', 'system'],
	'case:oversee': ['supervisor', 'administrator', 'system'],
	'matter:accept': ['clerk', 'supervisor', 'administrator', 'system'],
	'personal:open': ['clerk', 'guide', 'liaison', 'supervisor'],
	'knowledge:read': ['kiosk', 'clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor', 'system'],
	'knowledge:write': ['guide', 'liaison', 'supervisor', 'administrator', 'system'],
	'knowledge:review': ['liaison', 'supervisor', 'administrator', 'system'],
	'alarm:read': ['clerk', 'guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'alarm:see': ['clerk', 'guide', 'supervisor', 'administrator', 'system'],
	'figures:read': ['supervisor', 'administrator', 'auditor', 'system'],
	'incident:report': ['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'system'],
	'incident:see': ['guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'broadcast:control': ['guide', 'supervisor', 'administrator', 'system'],
	'loan:work': ['guide', 'supervisor', 'administrator', 'system'],
	'service:keep': ['guide', 'supervisor', 'administrator', 'system'],
	'order:import': ['supervisor', 'administrator', 'system'],
	'task:give': ['supervisor', 'administrator', 'system'],
	'note:see': ['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor', 'system'],
	'note:read': ['clerk', 'guide', 'liaison', 'supervisor', 'administrator'],
	'note:write': ['supervisor', 'administrator', 'system'],
	'inspection:make': ['guide', 'supervisor', 'administrator', 'system'],
	'inspection:read': ['guide', 'supervisor', 'administrator', 'auditor', 'system'],
	'day:end': ['supervisor', 'administrator', 'system'],
	'day:read': ['supervisor', 'administrator', 'auditor', 'system'],
	'opinion:take': ['clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'system'],
	'opinion:read': ['supervisor', 'administrator', 'auditor', 'system'],
	'hall:apply': ['administrator', 'system'],
	// A rating is the visitor's own: nobody of the staff gives one, not even the system.
	'rating:give': ['kiosk', 'display', 'visitor'],
	'rating:show': ['kiosk', 'display'],
	'rating:paper': ['guide', 'supervisor', 'administrator', 'system'],
	'telephone:report': ['telephone', 'system'],
	'telephone:work': ['clerk', 'guide', 'supervisor', 'system'],
	'telephone:oversee': ['supervisor', 'system']
};

/** Whether that role may do it. */
export function may(role: Asker, right: Right): boolean {
	return MAY[right].includes(role);
}

/** Every right, for the table in the docs and the test of the whole matrix. */
export const RIGHTS = Object.keys(MAY) as Right[];
