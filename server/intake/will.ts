import { addTrueWill, trueWillsOf } from '#db/intakes.ts';

import type { WillMark } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { willState, type WillState } from '../rules/true-will.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, type Held } from '../tickets/held.ts';
import type { K } from './matter.ts';

/**
 * Why nothing may be accepted from this visitor yet: the will of an elder has not been asked, or it is not the own will
 * (老年人权益保障法 art. 55). Undefined when it may.
 */
export async function acceptBarred(tx: K, hall: Hall, held: Held): Promise<Refused | undefined> {
	switch (await willOf(tx, hall, held)) {
		case 'ask':
			return refused('true-will-needed', held.leg.item);
		case 'not-own':
			return refused('true-will-not-own', held.leg.item);
		case 'none':
		case 'own':
			return undefined;
	}
}

/** How it stands with the will of a visitor; asks the database only where an item says that it matters. */
export async function willOf(
	tx: K,
	hall: Hall,
	{ ticket, leg }: { ticket: Pick<Held['ticket'], 'id' | 'class'>; leg: Pick<Held['leg'], 'item'> }
): Promise<WillState> {
	if (hall.setup.items.get(leg.item)?.trueWill !== true) return 'none';
	const marks = (await trueWillsOf(tx.k, tx.hall, ticket.id)).filter((one) => one.item === leg.item);
	const elder = hall.setup.classes.get(ticket.class)?.elder === true;
	return willState(
		true,
		elder,
		marks.map((one) => one.mark)
	);
}

/** The clerk says that the visitor is an elder, or has asked in person; with staff number and time. */
export function markWill(hall: Hall, who: Who, id: number, mark: WillMark): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const { ticket, leg } = held;
		if (!worksAt(who, leg.window)) return refused('not-your-ticket', leg.window ?? '');
		if (leg.state !== 'serving') return refused('wrong-state', leg.state);
		if (hall.setup.items.get(leg.item)?.trueWill !== true) return refused('true-will-not-asked', leg.item);
		const at = hall.clock.now();
		const line = { at, day: today(hall), act: 'will.marked', actor: who.name, ticket: ticket.id, queue: leg.queue };
		const body = { number: ticket.number, item: leg.item, mark };
		const seq = await tx.note({ ...line, window: leg.window, body });
		const where = { hall: tx.hall, id: seq, ticket: ticket.id, item: leg.item, leg: leg.id, window: leg.window };
		await addTrueWill(tx.k, { ...where, staff: who.staff ?? leg.staff ?? who.name, mark, at });
		return done(held);
	});
}
