import { closeDay, openDay } from '#db/hall.ts';
import { legsOpenUpTo } from '#db/order.ts';
import { closeAppointments } from '../appointments/missed.ts';
import { getHall } from '#db/setup.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { worksAt } from './call.ts';
import { hold, take, type Held } from './held.ts';
import { isSame } from './token.ts';

/** Who asks to cancel: its owner proves that by the token, staff by their role. */
export interface CancelWish {
	token: string | null;
	reason: string | null;
}

/** Ends a ticket because its owner leaves, or because staff say so with a reason. */
export function cancel(hall: Hall, who: Who, id: number, wish: CancelWish): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const owner = wish.token !== null && isSame(held.ticket.token, wish.token);
		const barred = owner ? undefined : barredStaff(who, held, wish.reason);
		if (barred) return barred;
		const act = { name: 'ticket.cancelled', body: { by: owner ? 'owner' : 'staff', reason: wish.reason } };
		const taken = await take(tx, hall, who, { held, action: { type: 'cancel', reason: wish.reason }, act });
		return taken.ok ? done(taken) : taken;
	});
}

function barredStaff(who: Who, { leg }: Held, reason: string | null): Refused | undefined {
	if (!may(who.role, 'ticket:cancel-any')) return refused('not-allowed', 'ticket:cancel-any');
	if (!worksAt(who, leg.window)) return refused('not-your-ticket');
	return (reason ?? '').trim() === '' ? refused('reason-needed') : undefined;
}

/** Takes a number out of the order because it was issued by mistake; it stays in the balance, with the reason. */
export function voidTicket(hall: Hall, who: Who, id: number, reason: string): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		if (reason.trim() === '') return refused('reason-needed');
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const act = { name: 'ticket.voided', body: { reason } };
		const taken = await take(tx, hall, who, { held, action: { type: 'void', reason }, act });
		return taken.ok ? done(taken) : taken;
	});
}

/** As many tickets are closed in one transaction, so that a full hall's evening does not hold up anybody. */
const AT_ONCE = 100;

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
				await take(tx, hall, who, { held, action: { type: 'expire' }, act: { name: 'ticket.expired' } });
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
		const row = await getHall(tx.k, tx.hall);
		if (row.day !== day) return;
		if (row.day_closed_at === null) {
			const at = hall.clock.now();
			const line = { act: 'day.closed', actor: who.name, ticket: null, window: null, queue: null };
			await tx.note({ ...line, at, day, body: { closed } });
			await closeDay(tx.k, tx.hall, at);
		}
		if (day < today(hall)) await openDay(tx.k, tx.hall, today(hall));
	});
}
