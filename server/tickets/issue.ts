import type { Tx } from '#db/group.ts';
import type { LegRow, TicketRow } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { allot } from '#db/queue-days.ts';
import { addTicket, aheadOf, countAhead, getLeg, ticketByIntent } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { rankAt } from '../rules/discipline.ts';
import { numberText } from '../rules/number.ts';
import type { Setup } from '../setup/hall.ts';
import type { TicketSlipBody } from '../devices/slip.ts';
import { isOpenOn, printerGroup } from '../setup/places.ts';
import type { ItemEntry, QueueEntry } from '../setup/schema.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { newToken } from './token.ts';
import { waitIn } from './view.ts';

/** What a visitor, a desk or a program wishes. */
export interface IssueWish {
	item: string;
	/** priority class; `ordinary` without one */
	class: string;
	/** the client's own id of this wish: sent again, it gives the same ticket */
	intent: string;
	/** language of slip and page */
	lang: string;
	/** the kiosk it is asked from; its printers print the slip */
	device: string | null;
}

export interface Issued {
	ticket: TicketRow;
	leg: LegRow;
	ahead: number;
	/** false when the intent had its ticket already */
	fresh: boolean;
}

/** Nobody claims anything. */
export const ORDINARY = 'ordinary';
const MINUTE_MS = 60_000;

/** Gives the next number of the item's queue. The same intent gives the same ticket, whatever else it says. */
export async function issueTicket(hall: Hall, who: Who, wish: IssueWish): Promise<Result<Issued>> {
	const at = hall.clock.now();
	const item = hall.setup.items.get(wish.item);
	if (!item) return refused('item-unknown', wish.item);
	const queue = queueOf(hall.setup, item);
	const head = headStart(hall, wish.class);
	if (head === undefined) return refused('class-unknown', wish.class);
	const closed = closedBecause(hall, item, at);
	return hall.write(async (tx) => {
		const earlier = await ticketByIntent(tx.k, { hall: tx.hall, day: today(hall), intent: wish.intent });
		if (earlier) return done(await again(tx, earlier));
		if (closed) return refused(closed, item.code);
		const place = { hall: tx.hall, queue: queue.code, day: today(hall) };
		const number = await allot(tx.k, { ...place, cap: hall.setup.cap(queue.code) });
		if (!number) return refused('queue-full', queue.code);
		const [ticket, leg] = await write(tx, hall, { who, wish, item, queue, head, n: number.n, at });
		const ahead = await aheadOf(tx.k, leg, number.waiting);
		await askForSlip(tx, hall, ticket, { ahead, zone: queue.zone, device: wish.device });
		return done({ ticket, leg, ahead, fresh: true });
	});
}

interface Numbered {
	who: Who;
	wish: IssueWish;
	item: ItemEntry;
	queue: QueueEntry;
	/** minutes */
	head: number;
	n: number;
	at: number;
}

async function write(tx: Tx, hall: Hall, issued: Numbered): Promise<[TicketRow, LegRow]> {
	const { who, wish, item, queue, head, n, at } = issued;
	const day = today(hall);
	const number = numberText(queue.prefix, n);
	const rank = rankAt(at, head);
	const body = { number, item: item.code, class: wish.class, rankAt: rank, headStartMinutes: head };
	const line = { at, day, act: 'ticket.issued', actor: who.name, queue: queue.code, body };
	const id = await tx.note({ ...line, ticket: null, window: null });
	const same = { hall: tx.hall, id, day, queue: queue.code, item: item.code };
	const ticket: TicketRow = {
		...same,
		...LIVE_TICKET,
		n,
		number,
		class: wish.class,
		lang: wish.lang,
		token: newToken(id),
		intent: wish.intent,
		origin: wish.device ?? who.name,
		leg: id,
		created_at: at
	};
	const times = { enqueued_at: at, rank_at: rank, head_start_ms: head * MINUTE_MS };
	const leg: LegRow = { ...same, ...WAITING_LEG, ...times, ticket: id, ordinal: 1 };
	await addTicket(tx.k, ticket, leg);
	return [ticket, leg];
}

const LIVE_TICKET = { state: 'live', ended_at: null, reason: null } as const;

/** The queue of an item; a checked hall file has it. */
function queueOf(setup: Setup, item: ItemEntry): QueueEntry {
	const queue = setup.queues.get(item.queue);
	if (!queue) throw new Error(`item ${item.code} has no queue`);
	return queue;
}

async function askForSlip(
	tx: Tx,
	hall: Hall,
	ticket: TicketRow,
	{ ahead, zone, device }: { ahead: number; zone: string; device: string | null }
): Promise<void> {
	const group = printerGroup(hall.setup, device, zone);
	if (group === null) return;
	const body: TicketSlipBody = { ahead, wait: waitIn(hall, ticket.queue, ahead) };
	const { id, day, created_at } = ticket;
	const times = { created_at, changed_at: created_at };
	await addSlip(tx.k, { ...SLIP, ...times, hall: tx.hall, id, day, ticket: id, group, body: JSON.stringify(body) });
}

/** A leg that has just begun to wait. */
export const WAITING_LEG = {
	state: 'waiting',
	outcome: null,
	window: null,
	staff: null,
	for_window: null,
	for_staff: null,
	called_at: null,
	started_at: null,
	ended_at: null,
	calls: 0,
	misses: 0,
	park_kind: null,
	parked_at: null,
	parked_ms: 0,
	reason: null
} as const;

const SLIP = {
	kind: 'ticket',
	printer: null,
	state: 'queued',
	attempts: 0,
	reprint_of: null,
	reason: null
} as const;

/** Minutes; undefined for a class the hall does not know. */
export function headStart(hall: Hall, priorityClass: string): number | undefined {
	if (priorityClass === ORDINARY) return 0;
	return hall.setup.classes.has(priorityClass) ? hall.setup.headStartMinutes(priorityClass) : undefined;
}

/** Why no number can be taken for the item now; null when it can. */
export function closedBecause(hall: Hall, item: ItemEntry, at: number): RefusalCode | null {
	if (hall.setup.itemOpenAt(item.code, at)) return null;
	return isOpenOn(hall.setup, hall.setup.day(at)) ? 'queue-closed' : 'hall-closed';
}

async function again(tx: Tx, ticket: TicketRow): Promise<Issued> {
	const leg = await getLeg(tx.k, tx.hall, ticket.leg);
	if (!leg) throw new Error(`ticket ${String(ticket.id)} has no leg`);
	const ahead = leg.state === 'waiting' ? await countAhead(tx.k, leg) : 0;
	return { ticket, leg, ahead, fresh: false };
}
