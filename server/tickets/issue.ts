import type { Tx } from '#db/group.ts';
import { isDayClosed } from '#db/hall.ts';
import type { AppointmentRow, ClaimState, LegRow, TicketRow } from '#db/schema.ts';
import { allot } from '#db/queue-days.ts';
import { addTicket, aheadOf, countAhead, getLeg, ticketByIntent } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { tooLate } from '../limits/closing.ts';
import { openingDetail } from '../limits/opening.ts';
import { hasEnough, matterOf, personOf } from '../limits/person.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { rankAt } from '../rules/discipline.ts';
import { LAST_NUMBER, numberText } from '../rules/number.ts';
import { arrivedAt } from '../rules/slots.ts';
import type { Setup } from '../setup/hall.ts';
import { claimed, counts } from '../rules/priority.ts';
import { stepFor, type Step } from '../rules/way.ts';
import { isOpenOn } from '../setup/places.ts';
import { watchQueue } from '../services/crowd.ts';
import type { ItemEntry, QueueEntry } from '../setup/schema.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { waits } from './held.ts';
import { askForSlip } from './slips.ts';
import { newToken } from './token.ts';

/** What a visitor, a desk or a program wishes. */
export interface IssueWish {
	item: string;
	/** priority class; `ordinary` without one */
	class: string;
	/** whoever asks has seen that the class is right, and may say so */
	seen?: boolean;
	/** the client's own id of this wish: sent again, it gives the same ticket */
	intent: string;
	/** language of slip and page */
	lang: string;
	/** the kiosk it is asked from; its printers print the slip */
	device: string | null;
	/** the visitor's own number, where the item asks for it: see server/rules/identity.ts; never kept */
	person?: string | null;
	/** version of the notice on personal data that was read before the number was given */
	told?: string | null;
	/** false for who has it on the phone: nothing is printed */
	slip?: boolean;
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
	const claim = claimOf(hall, wish);
	if (claim === undefined) return refused('class-unknown', wish.class);
	const person = personOf(hall, item, wish.person ?? null, today(hall));
	const matter = matterOf(hall, item, wish.person ?? null);
	return hall.write(async (tx) => {
		const earlier = await ticketByIntent(tx.k, { hall: tx.hall, day: today(hall), intent: wish.intent });
		if (earlier) return done(await again(tx, earlier));
		if (!person.ok) return person;
		const whose = { person: person.value, matter, appointment: null, back: null };
		return giveOrdinary(tx, hall, { who, wish, item, queue, claim, at, ...whose });
	});
}

/** All that a number is made of. */
export interface Numbered {
	who: Who;
	wish: IssueWish;
	item: ItemEntry;
	queue: QueueEntry;
	claim: ClaimState;
	at: number;
	/** hashes of whose it is, and whose matter */
	person: string | null;
	matter: string | null;
	/** the notice it comes back with, and since when it counts as waiting */
	back: { notice: number; since: number } | null;
	/** the appointment that it keeps: it counts as arrived at the slot, and the queue's cap does not bar it */
	appointment: Pick<AppointmentRow, 'id' | 'slot_at'> | null;
}

/** A number for who just comes: within the hours, the limits and what can still be served today. */
export async function giveOrdinary(tx: Tx, hall: Hall, given: Numbered): Promise<Result<Issued>> {
	const { wish, item, queue, claim, at, person } = given;
	const closed = closedBecause(hall, item, at);
	if (closed) return refused(closed, openingDetail(hall, queue.code, closed, item.code));
	const rank = rankAt(at, headStart(hall, wish.class, claim));
	const barred =
		(await hasEnough(tx, hall, item, person)) ?? (await tooLate(tx, hall, { queue: queue.code, rankAt: rank }));
	return barred ?? giveNumber(tx, hall, given);
}

/** Takes the queue's next number and puts it into the order; whether it may be given has been asked before. */
export async function giveNumber(tx: Tx, hall: Hall, given: Numbered): Promise<Result<Issued>> {
	const { queue, wish, appointment, back } = given;
	if (await isDayClosed(tx.k, tx.hall, today(hall))) return refused('day-over');
	const place = { hall: tx.hall, queue: queue.code, day: today(hall) };
	const number = await allot(tx.k, { ...place, cap: (appointment ?? back) ? LAST_NUMBER : hall.setup.cap(queue.code) });
	if (!number) return refused('queue-full', queue.code);
	const { ticket, leg, ahead } = await write(tx, hall, given, number);
	await watchQueue(tx, hall, queue.code);
	if (wish.slip !== false) await askForSlip(tx, hall, ticket, { ahead, zone: queue.zone, device: wish.device });
	return done({ ticket, leg, ahead, fresh: true });
}

/** A number, and how many wait in the queue with it. */
interface Allotted {
	n: number;
	waiting: number;
}

async function write(tx: Tx, hall: Hall, issued: Numbered, allotted: Allotted): Promise<Omit<Issued, 'fresh'>> {
	const { who, wish, item, queue, claim, at } = issued;
	const { n } = allotted;
	const number = numberText(queue.prefix, n);
	const kept = { appointment: issued.appointment?.id ?? null, slot_at: issued.appointment?.slot_at ?? null };
	const waiting = firstLeg(hall, issued, headStartOf(hall, { class: wish.class, claim, ...kept }));
	const id = await noteIssued(tx, issued, number, waiting);
	const leg: LegRow = { ...waiting, id, ticket: id };
	const ahead = await aheadOf(tx.k, leg, allotted.waiting);
	const ticket: TicketRow = {
		...LIVE_TICKET,
		...kept,
		...placeOf(leg),
		...{ id, n, number },
		class: wish.class,
		claim,
		lang: wish.lang,
		token: newToken(id),
		intent: wish.intent,
		origin: wish.device ?? who.name,
		leg: id,
		since: leg.rank_at + leg.head_start_ms,
		steps: JSON.stringify(chainOf(hall.setup, item)),
		told: JSON.stringify(hall.waits.look(hall, queue.code, ahead)),
		created_at: at,
		person_hash: issued.person,
		matter_hash: issued.matter,
		notice: issued.back?.notice ?? null
	};
	await addTicket(tx.k, ticket, leg);
	return { ticket, leg, ahead };
}

function noteIssued(tx: Tx, issued: Numbered, number: string, leg: LegRow): Promise<number> {
	const { who, wish, claim, at, appointment, back } = issued;
	const kept = appointment ? { appointment: appointment.id, slot_at: appointment.slot_at } : {};
	const { day, queue, item } = leg;
	const returns = back ? { notice: back.notice } : {};
	const told = issued.person !== null && wish.told != null ? { told: wish.told } : {};
	const body = { number, item, class: wish.class, claim, ...waits(leg, null), ...kept, ...returns, ...told };
	return tx.note({ at, day, act: 'ticket.issued', actor: who.name, ticket: null, window: null, queue, body });
}

function placeOf({ hall, day, queue, item }: LegRow): Pick<LegRow, 'hall' | 'day' | 'queue' | 'item'> {
	return { hall, day, queue, item };
}

/** The leg with which a ticket begins; its id is not known yet. */
function firstLeg(hall: Hall, { item, queue, at, appointment, back }: Numbered, head: number): LegRow {
	const since = back?.since ?? arrivedAt(appointment?.slot_at ?? null, at);
	const place = { hall: hall.id, day: today(hall), queue: queue.code, item: item.code };
	const times = { enqueued_at: at, rank_at: rankAt(since, head), head_start_ms: head * MINUTE_MS };
	return { ...WAITING_LEG, ...place, ...times, id: 0, ticket: 0, ordinal: 1 };
}

/** A ticket that goes on. */
export const LIVE_TICKET = { state: 'live', ended_at: null, reason: null } as const;

/** The queue of an item; a checked hall file has it. */
export function queueOf(setup: Setup, item: ItemEntry): QueueEntry {
	const queue = setup.queues.get(item.queue);
	if (!queue) throw new Error(`item ${item.code} has no queue`);
	return queue;
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
	held_ms: 0,
	reason: null
} as const;

/** Minutes by which a claim lets somebody go before; 0 for ordinary tickets and for classes that are no more. */
function headStart(hall: Hall, priorityClass: string, claim: ClaimState): number {
	const known = hall.setup.classes.get(priorityClass);
	return known && counts(known.policy, claim) ? hall.setup.headStartMinutes(priorityClass) : 0;
}

/** The same, or the head start of the appointment it keeps, whichever is more. */
export function headStartOf(hall: Hall, of: Pick<TicketRow, 'class' | 'claim' | 'appointment'>): number {
	const kept = of.appointment === null ? 0 : hall.setup.policies.appointments.headStartMinutes;
	return Math.max(headStart(hall, of.class, of.claim), kept);
}

/** How a claim to a class begins; undefined for a class the hall does not know. */
export function claimOf(hall: Hall, wish: Pick<IssueWish, 'class' | 'seen'>): ClaimState | undefined {
	if (wish.class === ORDINARY) return 'none';
	const known = hall.setup.classes.get(wish.class);
	return known && (wish.seen === true ? 'confirmed' : claimed(known.policy));
}

/** The items that follow an item by themselves. */
export function chainOf(setup: Setup, item: ItemEntry): Step[] {
	return item.chain.flatMap((code) => {
		const next = setup.items.get(code);
		return next ? [stepFor(next)] : [];
	});
}

/** Why no number can be taken for the item now; null when it can. */
export function closedBecause(hall: Hall, item: ItemEntry, at: number): RefusalCode | null {
	if (hall.setup.itemOpenAt(item.code, at)) return null;
	return isOpenOn(hall.setup, hall.setup.day(at)) ? 'queue-closed' : 'hall-closed';
}

/** A ticket given before, as it stands now. */
export async function again(tx: Tx, ticket: TicketRow): Promise<Issued> {
	const leg = await getLeg(tx.k, tx.hall, ticket.leg);
	if (!leg) throw new Error(`ticket ${String(ticket.id)} has no leg`);
	const ahead = leg.state === 'waiting' ? await countAhead(tx.k, leg) : 0;
	return { ticket, leg, ahead, fresh: false };
}
