import { saveTicket } from '#db/tickets.ts';
import type { ClaimState } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { claimed, mayConfirm } from '../rules/priority.ts';
import { worksAt } from './call.ts';
import { hold, take, type Held } from './held.ts';
import { headStartOf, ORDINARY } from './issue.ts';

export interface ClaimWish {
	/** priority class, or `ordinary` */
	class: string;
	/** a member of staff has looked at the person or the papers */
	seen: boolean;
	/** why it is changed; not needed to confirm what was claimed */
	reason: string | null;
}

const MINUTE_MS = 60_000;

/**
 * Confirms the priority that a ticket claims, or changes it: another class, or none because nothing could be shown. A
 * change needs a reason. The place in the order follows at once.
 */
export function settleClaim(hall: Hall, who: Who, id: number, wish: ClaimWish): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const claim = claimAfter(hall, held, wish);
		if (typeof claim !== 'string') return claim;
		const barred = barredBecause(hall, who, held, wish);
		if (barred) return barred;
		const { ticket: was, leg } = held;
		const more = headStartOf(hall, { ...was, class: wish.class, claim }) - headStartOf(hall, was);
		const headStartMs = leg.head_start_ms + more * MINUTE_MS;
		const body = { from: was.class, class: wish.class, claim, was: was.claim, reason: wish.reason };
		const act = { name: 'ticket.claim-settled', body };
		const taken = await take(tx, hall, who, { held, action: { type: 'rank', headStartMs }, act });
		if (!taken.ok) return taken;
		const ticket = { ...taken.ticket, class: wish.class, claim };
		await saveTicket(tx.k, ticket);
		return done({ ticket, leg: taken.leg });
	});
}

function claimAfter(hall: Hall, { ticket }: Held, wish: ClaimWish): ClaimState | Refused {
	if (wish.class === ORDINARY) return ticket.class === ORDINARY ? ticket.claim : 'refused';
	const known = hall.setup.classes.get(wish.class);
	if (!known) return refused('class-unknown', wish.class);
	return wish.seen ? 'confirmed' : claimed(known.policy);
}

/** A clerk looks at whom stands at the own window; what the desk must see, the desk confirms. */
function barredBecause(hall: Hall, who: Who, { ticket, leg }: Held, wish: ClaimWish): Refused | undefined {
	if (!worksAt(who, leg.window)) return refused('not-your-ticket', leg.window ?? '');
	const policy = hall.setup.classes.get(wish.class)?.policy;
	if (policy && wish.seen && !mayConfirm(policy, who.role)) return refused('not-allowed', 'desk');
	const changed = ticket.class !== wish.class;
	return changed && (wish.reason ?? '').trim() === '' ? refused('reason-needed') : undefined;
}
