import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import { worksAt } from './call.ts';
import { hold, holdFor, take, type Held } from './held.ts';

/** Who asks to cancel: its owner proves that by the token, staff by their role. */
export interface CancelWish {
	token: string | null;
	reason: string | null;
}

/** Ends a ticket because its owner leaves, or because staff say so with a reason. */
export function cancel(hall: Hall, who: Who, id: number, wish: CancelWish): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await holdFor(tx, id, { token: wish.token, mayAny: may(who.role, 'ticket:cancel-any') });
		if (!held) return refused('ticket-unknown', String(id));
		const barred = held.owner ? undefined : barredStaff(who, held, wish.reason);
		if (barred) return barred;
		const act = { name: 'ticket.cancelled', body: { by: held.owner ? 'owner' : 'staff', reason: wish.reason } };
		const taken = await take(tx, hall, who, { held, action: { type: 'cancel', reason: wish.reason }, act });
		return taken.ok ? done(taken) : taken;
	});
}

function barredStaff(who: Who, { leg }: Held, reason: string | null): Refused | undefined {
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
