import { careOf, saveCare } from '#db/care.ts';
import type { Tx } from '#db/group.ts';
import type { CareRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { hold, type Held } from '../tickets/held.ts';
import { transferIn } from '../tickets/transfer.ts';

/** What is known of a ticket's care, or what is true of any ticket. */
async function careFor(tx: Tx, ticket: number): Promise<CareRow> {
	const known = await careOf(tx.k, tx.hall, ticket);
	return (
		known ?? { hall: tx.hall, ticket, proof: null, companions: 0, escort: null, escort_at: null, reached_at: null }
	);
}

export interface EscortWish {
	window: string | null;
	/** staff number */
	staff?: string | null;
}

/**
 * A member of staff accompanies a visitor 陪同, to a window that suits: the number is sent there and keeps its time. Without
 * a window it waits where it waited; `staff` is who accompanies, else whoever asks.
 */
export function escort(hall: Hall, who: Who, id: number, wish: EscortWish): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		const by = hall.setup.staff.get(wish.staff ?? who.staff ?? '')?.no;
		if (by === undefined) return refused('staff-unknown', wish.staff ?? who.name);
		const barred = barredFrom(held, id);
		if (barred) return barred;
		const sent = await sendTo(tx, hall, who, { id, window: wish.window });
		if (sent && !sent.ok) return sent;
		return done(await accompanied(tx, hall, who, { id, by, window: wish.window }));
	});
}

async function accompanied(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ id, by, window }: { id: number; by: string; window: string | null }
): Promise<Held> {
	const at = hall.clock.now();
	await saveCare(tx.k, { ...(await careFor(tx, id)), escort: by, escort_at: at, reached_at: null });
	const held = await hold(tx, id);
	if (!held) throw new Error('a ticket that was sent on is gone');
	await noteCare(tx, hall, who, { held, act: 'ticket.escorted', body: { escort: by, window } });
	return held;
}

/** The visitor has been brought to the window. */
export function reached(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		const care = await careFor(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (care.escort === null || care.reached_at !== null) return refused('not-escorted', held.ticket.number);
		await saveCare(tx.k, { ...care, reached_at: hall.clock.now() });
		await noteCare(tx, hall, who, { held, act: 'ticket.brought', body: { escort: care.escort } });
		return done(held);
	});
}

function barredFrom(held: Held | undefined, id: number): Refused | undefined {
	if (!held) return refused('ticket-unknown', String(id));
	return held.ticket.state === 'live' ? undefined : refused('wrong-state', held.leg.state);
}

/** Sends the number to a window; undefined where it is sent nowhere, or stands there already. */
async function sendTo(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ id, window }: { id: number; window: string | null }
): Promise<Result<Held> | undefined> {
	if (window === null) return undefined;
	const wish = { queue: null, window, staff: null, back: false, reason: null };
	const sent = await transferIn(tx, hall, who, { id, wish });
	return !sent.ok && sent.refusal === 'target-same' ? undefined : sent;
}

async function noteCare(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, act, body }: { held: Held; act: string; body: object }
): Promise<void> {
	const { ticket, leg } = held;
	const of = { ticket: ticket.id, window: leg.window, queue: leg.queue };
	await tx.note({ at: hall.clock.now(), day: today(hall), act, actor: who.name, ...of, body });
}
