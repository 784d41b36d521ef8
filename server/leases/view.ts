import { numbersOfLease } from '#db/leases.ts';
import type { LeaseNumberRow, LeaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { stretchOf, type Stretch } from '../rules/day.ts';
import { idOfToken, isSame } from '../tickets/token.ts';
import { linkOf } from '../tickets/view.ts';
import type { LeaseView, PendingNumber } from '../views.ts';

/** When a queue gives numbers on a day: all day in a hall that ignores its hours. */
export function givingOn(hall: Hall, queue: string, day: string): Stretch[] {
	if (hall.setup.policies.demo === 'always-open') return [stretchOf(day, hall.setup.timeZone)];
	return hall.setup.issuingOn(queue, day);
}

/** What is known of a number that a kiosk has given without a line and not reported; undefined for any other token. */
export async function pendingNumber(hall: Hall, token: string): Promise<PendingNumber | undefined> {
	const rows = await numbersOfLease(hall.read, hall.id, idOfToken(token) ?? 0);
	const row = rows.find((one) => isSame(one.token, token));
	return row && row.state !== 'used' ? { number: row.number, void: row.state === 'void' } : undefined;
}

/** A lease as its kiosk keeps it: the numbers of which nothing has been reported yet. */
export function leaseView(hall: Hall, lease: LeaseRow, rows: readonly LeaseNumberRow[]): LeaseView {
	const out = rows
		.filter(({ state }) => state === 'out')
		.toSorted((a, b) => (a.queue === b.queue ? a.n - b.n : a.queue < b.queue ? -1 : 1));
	const queues = [...new Set(out.map(({ queue }) => queue))];
	return {
		id: lease.id,
		device: lease.device,
		day: lease.day,
		grantedAt: lease.granted_at,
		until: lease.until,
		numbers: out.map((row) => ({
			...{ queue: row.queue, n: row.n, number: row.number, token: row.token },
			link: linkOf(hall, row)
		})),
		open: Object.fromEntries(queues.map((queue) => [queue, givingOn(hall, queue, lease.day)]))
	};
}
