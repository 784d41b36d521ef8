import { closeDay, openDay } from '#db/hall.ts';
import { legsOpenUpTo } from '#db/order.ts';
import { getHall } from '#db/setup.ts';
import { closeAppointments } from '../appointments/missed.ts';
import { today, type Hall } from '../hall.ts';
import { closeLeases } from '../leases/close.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { hold, take } from '../tickets/held.ts';
import { dayBalance } from './balance.ts';

/** As many tickets are closed in one transaction, so that a full hall's evening does not hold up anybody. */
const AT_ONCE = 100;

/** Why a ticket ends that nobody has ended. */
const REASON = 'end-of-day';

/**
 * Closes the service day `day` and any before it: whoever still waits, is called or parked ends as expired, who has not
 * come for an appointment has missed it, and whose the numbers were is forgotten.
 */
export async function endDay(hall: Hall, who: Who, day: string): Promise<{ closed: number }> {
	let closed = 0;
	for (;;) {
		const some = await hall.write(async (tx) => {
			const open = (await legsOpenUpTo(tx.k, tx.hall, day)).slice(0, AT_ONCE);
			for (const { ticket } of open) {
				const held = await hold(tx, ticket);
				if (!held) throw new Error(`leg without its ticket ${String(ticket)}`);
				const action = { type: 'expire', reason: REASON } as const;
				await take(tx, hall, who, { held, action, act: { name: 'ticket.expired', body: { reason: REASON } } });
			}
			return open.length;
		});
		closed += some;
		if (some < AT_ONCE) break;
	}
	await closeAppointments(hall, who, day);
	await closeTheDay(hall, who, day, closed);
	return { closed };
}

/** Several servers may find the day over at the same moment; the first of them closes it, unless a person has. */
async function closeTheDay(hall: Hall, who: Who, day: string, closed: number): Promise<void> {
	await hall.write(async (tx) => {
		// Together with the day: no kiosk is given another block in between.
		await closeLeases(tx, hall, who, day);
		const row = await getHall(tx.k, tx.hall);
		if (row.day !== day) return;
		if (row.day_closed_at === null) {
			const at = hall.clock.now();
			const line = { act: 'day.closed', actor: who.name, ticket: null, window: null, queue: null };
			const { queues } = await dayBalance(tx.k, tx.hall, day);
			await tx.note({ ...line, at, day, body: { closed, queues } });
			await closeDay(tx.k, tx.hall, at);
		}
		if (day < today(hall)) await openDay(tx.k, tx.hall, today(hall));
	});
}

/** Takes back the end of today, so that numbers can be taken again; what was closed stays closed. */
export function openDayAgain(hall: Hall, who: Who): Promise<Result<{ day: string }>> {
	return hall.write(async (tx) => {
		const day = today(hall);
		const row = await getHall(tx.k, tx.hall);
		if (row.day !== day || row.day_closed_at === null) return refused('day-unknown', day);
		const line = { act: 'day.opened-again', actor: who.name, ticket: null, window: null, queue: null };
		await tx.note({ ...line, at: hall.clock.now(), day, body: {} });
		await openDay(tx.k, tx.hall, day);
		return done({ day });
	});
}
