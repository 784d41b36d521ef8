import type { Tx } from '#db/group.ts';
import type { LegRow, TicketRow } from '#db/schema.ts';
import { getLeg, getTicket, saveLeg, saveTicket } from '#db/tickets.ts';
import { setWindowLeg, wipeWindowText } from '#db/windows.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { askForRating } from '../ratings/ask.ts';
import { refused, type Refused } from '../result.ts';
import { watchQueue } from '../services/crowd.ts';
import { step, ticketStateAfter, type Action } from '../rules/ticket.ts';
import { isOwner } from './token.ts';

/** A ticket and its current leg, as they stand in this transaction. */
export interface Held {
	ticket: TicketRow;
	leg: LegRow;
}

/** The act of a step, as it is written to the ledger. */
export interface Act {
	name: string;
	/** beside the leg before and after */
	body?: object;
}

export async function hold(tx: Tx, id: number): Promise<Held | undefined> {
	const ticket = await getTicket(tx.k, tx.hall, id);
	const leg = ticket && (await getLeg(tx.k, tx.hall, ticket.leg));
	return ticket && leg && { ticket, leg };
}

/**
 * A ticket for its owner, who proves that by the token, or for who may act on any. Who shows a wrong token, or nothing
 * and may nothing, is told the same as of a ticket that is not there: guessing finds out nothing.
 */
export async function holdFor(
	tx: Tx,
	id: number,
	{ token, mayAny }: { token: string | null; mayAny: boolean }
): Promise<(Held & { owner: boolean }) | undefined> {
	const held = await hold(tx, id);
	const owner = isOwner(held?.ticket, token);
	return held && (owner || (token === null && mayAny)) ? { ...held, owner } : undefined;
}

/**
 * One step of a ticket: asks the rule, writes the ledger line, the leg, the ticket and the window it stands at.
 * @returns the ticket after it with number and moment of the line, or the rule's refusal, with nothing written
 */
export async function take(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, action, act }: { held: Held; action: Action; act: Act }
): Promise<(Held & { ok: true; line: number; at: number }) | Refused> {
	const at = hall.clock.now();
	const stepped = step(held.leg, action, at);
	if (!stepped.ok) return refused(stepped.refusal, held.leg.state);
	const leg: LegRow = { ...held.leg, ...stepped.leg };
	const line = await tx.note({
		at,
		day: today(hall),
		act: act.name,
		actor: who.name,
		ticket: held.ticket.id,
		// Who goes back to the order leaves a window, whose console hears of it.
		window: leg.window ?? held.leg.window,
		queue: leg.queue,
		body: { number: held.ticket.number, ...act.body, before: held.leg, ...waits(leg, leg.id) }
	});
	await saveLeg(tx.k, held.leg, leg);
	const ticket = await endWith(tx, held.ticket, leg, at);
	await moveWindow(tx, held.leg, leg);
	await watchQueue(tx, hall, leg.queue);
	// Whatever ends a service, its visitor is asked.
	if (action.type === 'finish' || (action.type === 'cancel' && held.leg.state === 'serving')) {
		await askForRating(tx, hall, leg);
	}
	return { ok: true, ticket, leg, line, at };
}

/**
 * What a ledger line says of a leg that its act leaves waiting, so that the order can be recomputed from the ledger alone.
 * @param id null for a leg whose id is the line's own number
 */
export function waits(leg: LegRow, id: number | null): { waits?: Waits } {
	if (leg.state !== 'waiting') return {};
	const { queue, rank_at, head_start_ms, for_window, for_staff } = leg;
	const place = { queue, rankAt: rank_at, headStartMs: head_start_ms, forWindow: for_window, forStaff: for_staff };
	return { waits: id === null ? place : { leg: id, ...place } };
}

/** A place in the order as ledger lines tell it. */
export interface Waits {
	/** absent when it is the line's own number */
	leg?: number;
	queue: string;
	rankAt: number;
	headStartMs: number;
	forWindow: string | null;
	forStaff: string | null;
}

async function endWith(tx: Tx, ticket: TicketRow, leg: LegRow, at: number): Promise<TicketRow> {
	const state = leg.outcome === null ? 'live' : ticketStateAfter(leg.outcome);
	if (state === ticket.state) return ticket;
	const ended = { ...ticket, state, ended_at: state === 'live' ? null : at, reason: leg.reason };
	await saveTicket(tx.k, ended);
	return ended;
}

/** A window holds the leg that is called or served there, and lets it go with that. */
export async function moveWindow(tx: Tx, before: LegRow, after: LegRow): Promise<void> {
	const from = atWindow(before);
	const to = atWindow(after);
	if (from === to) return;
	// What was written to one visitor is not the next one's to read.
	await wipeWindowText(tx.k, tx.hall, to ?? from ?? '');
	if (from !== null) await setWindowLeg(tx.k, tx.hall, from, null);
	if (to !== null) await setWindowLeg(tx.k, tx.hall, to, after.id);
}

function atWindow(leg: LegRow): string | null {
	return leg.state === 'called' || leg.state === 'serving' ? leg.window : null;
}
