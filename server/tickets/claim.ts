import { careOf, saveCare } from '#db/care.ts';
import type { Tx } from '#db/group.ts';
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
	/** the kind of proof that was seen, a code of the class; the proof's number is never asked for */
	proof?: string | null;
	/** how many come along; left as it is without a figure */
	companions?: number | null;
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
		const body = { from: was.class, class: wish.class, claim, was: was.claim, reason: wish.reason, ...careIn(wish) };
		const act = { name: 'ticket.claim-settled', body };
		const taken = await take(tx, hall, who, { held, action: { type: 'rank', headStartMs }, act });
		if (!taken.ok) return taken;
		const ticket = { ...taken.ticket, class: wish.class, claim };
		await saveTicket(tx.k, ticket);
		await keepCare(tx, id, wish);
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
	if (!isProof(hall, wish)) return refused('proof-unknown', wish.proof ?? '');
	if (!maySaySeen(hall, who, wish)) return refused('not-allowed', 'desk');
	const changed = ticket.class !== wish.class;
	return changed && (wish.reason ?? '').trim() === '' ? refused('reason-needed') : undefined;
}

function maySaySeen(hall: Hall, who: Who, { class: of, seen }: ClaimWish): boolean {
	const policy = hall.setup.classes.get(of)?.policy;
	return !seen || policy === undefined || mayConfirm(policy, who.role);
}

/** A kind of proof is one of those that the hall file names for the class. */
function isProof(hall: Hall, { class: of, proof = null }: ClaimWish): boolean {
	return proof === null || hall.setup.classes.get(of)?.proofs.some(({ code }) => code === proof) === true;
}

function careIn({ proof = null, companions = null }: ClaimWish): object {
	return { ...(proof === null ? {} : { proof }), ...(companions === null ? {} : { companions }) };
}

/** What was shown belongs to the class that it was shown for. */
async function keepCare(tx: Tx, ticket: number, wish: ClaimWish): Promise<void> {
	const { proof = null, companions = null } = wish;
	const known = await careOf(tx.k, tx.hall, ticket);
	if (!known && proof === null && companions === null) return;
	const before = known ?? { hall: tx.hall, ticket, companions: 0, escort: null, escort_at: null, reached_at: null };
	await saveCare(tx.k, { ...before, proof, companions: companions ?? before.companions });
}
