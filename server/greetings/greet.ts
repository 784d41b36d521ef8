import type { Tx } from '#db/group.ts';
import { addGreeting, greetingsOf, lastEndedAt } from '#db/greetings.ts';
import type { GreetingMark, GreetingRow, LegRow } from '#db/schema.ts';
import { getTicket, legsOf } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { isGreetable } from '../rules/greeting.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, type Held } from '../tickets/held.ts';

/**
 * Marks one of the three greetings of a service, once; marked again it changes nothing. Only who serves marks, nothing
 * marks by itself, and the farewell also shortly after the end of the window's last service.
 */
export function greet(hall: Hall, who: Who, id: number, mark: GreetingMark): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const ticket = await getTicket(tx.k, tx.hall, id);
		if (!ticket) return refused('ticket-unknown', String(id));
		const leg = (await legsOf(tx.k, tx.hall, id)).findLast((one) => isServedBy(who, one));
		if (!leg) return refused('not-your-ticket', String(id));
		const held = (await hold(tx, id)) ?? { ticket, leg };
		if ((await greetingsOf(tx.k, tx.hall, leg.id)).some((one) => one.mark === mark)) return done(held);
		const at = hall.clock.now();
		if (!isGreetable(leg, mark, at) || !(await isNewest(tx, hall, leg))) return refused('wrong-state', leg.state);
		// Its window is named in the body only: a mark is no act that could be taken back, and stirs no other page.
		const line = { at, day: today(hall), act: 'service.greeted', actor: who.name, ticket: id, window: null };
		await tx.note({
			...line,
			queue: leg.queue,
			body: { number: ticket.number, leg: leg.id, mark, window: leg.window }
		});
		await addGreeting(tx.k, greetingRow(tx, { leg, mark, at }));
		return done(held);
	});
}

/** A visit to a window of this person's; where else the ticket has gone since is no matter. */
function isServedBy(who: Who, { window, staff }: LegRow): boolean {
	return window !== null && staff !== null && worksAt(who, window);
}

function greetingRow(tx: Tx, { leg, mark, at }: { leg: LegRow; mark: GreetingMark; at: number }): GreetingRow {
	const { id, ticket, day, window, staff } = leg;
	return { hall: tx.hall, leg: id, mark, ticket, day, window: window ?? '', staff: staff ?? '', at };
}

/** Somebody who came after has been served since: that farewell can only be remembered, not given. */
async function isNewest(tx: Tx, hall: Hall, leg: LegRow): Promise<boolean> {
	if (leg.state !== 'ended') return true;
	const last = await lastEndedAt(tx.k, { hall: tx.hall, day: today(hall), window: leg.window ?? '' });
	return last?.id === leg.id;
}
