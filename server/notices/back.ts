import type { Tx } from '#db/group.ts';
import { saveNotice } from '#db/notices.ts';
import type { LegRow, NoticeRow, TicketRow } from '#db/schema.ts';
import { getLeg, getTicket, ticketByIntent } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { openingDetail } from '../limits/opening.ts';
import { tooLate } from '../limits/closing.ts';
import { alreadyHere } from '../limits/person.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { rankAt } from '../rules/discipline.ts';
import { sinceOnReturn } from '../rules/notice.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, type Held } from '../tickets/held.ts';
import {
	again,
	closedBecause,
	giveNumber,
	headStartOf,
	queueOf,
	type Issued,
	type Numbered
} from '../tickets/issue.ts';
import { newest } from '../intake/matter.ts';
import { byCode, linesOf, lookUp, noticeAt } from './find.ts';
import { note } from './write.ts';

export interface ReturnWish {
	/** the twelve digits, in groups or not */
	code: string;
	intent: string;
	/** null: the language of the notice */
	lang: string | null;
	/** the kiosk; its printers print the slip */
	device: string | null;
	/** false for who has it on the phone */
	slip: boolean;
}

/**
 * Who was told what is missing comes back with it 补件: a number for the same item, with the class of the first visit and
 * its place in the order on the day itself, or a head start on a later day, once. Asked again while that number lives,
 * it is the same number.
 */
export async function returnWith(hall: Hall, who: Who, wish: ReturnWish): Promise<Result<Issued>> {
	const found = await lookUp(hall, who, wish.code, wish.device);
	if (!found.ok) return found;
	return hall.write(async (tx) => {
		const earlier = await ticketByIntent(tx.k, { hall: tx.hall, day: today(hall), intent: wish.intent });
		if (earlier) return done(await again(tx, earlier));
		const notice = await byCode(tx, found.value.code);
		if (!notice || notice.kind !== 'missing') return refused('notice-unknown');
		if (notice.state !== 'open' && notice.state !== 'complete') return refused('notice-over', notice.state);
		const living = await livingReturn(tx, hall, notice);
		return living ? done(await again(tx, living)) : give(tx, hall, who, { notice, wish });
	});
}

async function livingReturn(tx: Tx, hall: Hall, { returned }: NoticeRow): Promise<TicketRow | undefined> {
	const ticket = returned === null ? undefined : await getTicket(tx.k, tx.hall, returned);
	return ticket?.state === 'live' && ticket.day === today(hall) ? ticket : undefined;
}

async function give(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ notice, wish }: { notice: NoticeRow; wish: ReturnWish }
): Promise<Result<Issued>> {
	const numbered = await numberedOf(tx, hall, who, { notice, wish });
	if (!numbered.ok) return numbered;
	const barred = await barredNow(tx, hall, numbered.value);
	if (barred) return barred;
	const issued = await giveNumber(tx, hall, numbered.value);
	if (!issued.ok) return issued;
	await saveNotice(tx.k, { ...notice, returned: issued.value.ticket.id, changed_at: numbered.value.at });
	return issued;
}

async function numberedOf(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ notice, wish }: { notice: NoticeRow; wish: ReturnWish }
): Promise<Result<Numbered>> {
	const item = hall.setup.items.get(notice.item);
	if (!item) return refused('item-unknown', notice.item);
	const first = await getTicket(tx.k, tx.hall, notice.ticket);
	if (!first) throw new Error(`notice ${String(notice.id)} is of no ticket`);
	const [at, day] = [hall.clock.now(), today(hall)];
	const since = sinceOnReturn(notice, { at, day }, hall.setup.policies.notice.returnHeadStartMinutes);
	return done({
		who,
		wish: { ...wish, item: item.code, class: first.class, lang: wish.lang ?? notice.lang },
		item,
		queue: queueOf(hall.setup, item),
		claim: first.claim,
		at,
		person: first.day === day ? first.person_hash : null,
		matter: notice.matter_hash,
		appointment: null,
		back: { notice: notice.id, since }
	});
}

async function barredNow(tx: Tx, hall: Hall, given: Numbered): Promise<Refused | undefined> {
	const { item, queue, at, back, wish, claim, person } = given;
	const closed = closedBecause(hall, item, at);
	if (closed) return refused(closed, openingDetail(hall, queue.code, closed, item.code));
	const head = headStartOf(hall, { class: wish.class, claim, appointment: null });
	const rank = rankAt(back?.since ?? at, head);
	return (await alreadyHere(tx, hall, item, person)) ?? (await tooLate(tx, hall, { queue: queue.code, rankAt: rank }));
}

/**
 * The clerk has seen what the visitor brought: lines of the list by their place from 0. When all has come, the notice is
 * complete; the service goes on.
 */
export function papersCame(hall: Hall, who: Who, id: number, came: readonly number[]): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		if (held.leg.state !== 'serving') return refused('wrong-state', held.leg.state);
		if (held.ticket.notice === null) return refused('notice-not-first', held.ticket.number);
		const notice = await newest(tx, await noticeAt(tx, held.ticket.notice));
		const lines = linesOf(notice);
		if (came.some((index) => lines[index] === undefined)) return refused('material-unknown');
		const at = hall.clock.now();
		const now = lines.map((line, index) => ({ ...line, came: came.includes(index) ? (line.came ?? at) : null }));
		const missing = now.filter((line) => line.came === null).length;
		await note(tx, hall, who, { act: 'notice.came', held, body: { notice: notice.id, missing } });
		const state = missing === 0 ? 'complete' : 'open';
		await saveNotice(tx.k, { ...notice, state, body: JSON.stringify({ lines: now }), changed_at: at });
		return done(held);
	});
}

/** The leg of a ticket that came back with a notice, while it lives. */
export async function returnOf(
	hall: Hall,
	{ returned }: NoticeRow
): Promise<{ ticket: TicketRow; leg: LegRow } | null> {
	const ticket = returned === null ? undefined : await getTicket(hall.read, hall.id, returned);
	const leg = ticket && (await getLeg(hall.read, hall.id, ticket.leg));
	return ticket && leg && ticket.state === 'live' ? { ticket, leg } : null;
}
