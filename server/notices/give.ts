import type { Tx } from '#db/group.ts';
import { moveNotice, noticeByIntent, saveNotice } from '#db/notices.ts';
import type { NoticeRow, SecondReason } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { barredFor } from '../intake/receive.ts';
import { settleIntake } from '../intake/settle.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { isDay } from '../rules/day.ts';
import { isReasoned, isSecond, noticeLines, stillMissing, type FreeLine, type NoticeLine } from '../rules/notice.ts';
import { addWorkdays } from '../rules/workdays.ts';
import { hold, take, type Held } from '../tickets/held.ts';
import { barredWording } from '../wording/written.ts';
import { earlierNotice, linesOf } from './find.ts';
import { papersOf } from './papers.ts';
import { note, placeOf, printNotice, write } from './write.ts';

export interface NoticeWish {
	/** the client's own id of this wish: sent again, it gives the same notice */
	intent: string;
	/** which papers of the item are missing, by their place in its list from 0 */
	materials: number[];
	/** what else is needed, each with the law it rests on */
	free: FreeLine[];
	/** until when it should be here; null for the days of the hall file */
	dueDay: string | null;
	/** code of a notice that the visitor shows */
	earlier: string | null;
	/** why there is a second one in the same matter */
	second: { reason: SecondReason; words: string } | null;
	/** forbidden wording stays all the same */
	override: boolean;
}

/** What came of it: the ticket as it stands, and the notice. */
export type Noticed = Held & { notice: NoticeRow };

/**
 * Tells a visitor everything that is missing, once and in writing: one act stores it, prints it, ends the service and
 * stops the clock of the papers received. A further notice in the same matter that asks for something new is refused
 * without one of three reasons; one that only repeats what is still missing is the same notice again.
 */
export function giveNotice(hall: Hall, who: Who, id: number, wish: NoticeWish): Promise<Result<Noticed>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const given = await noticeByIntent(tx.k, tx.hall, wish.intent);
		if (given) return done({ ...held, notice: given });
		const asked = (await barredFor(tx, who, held)) ?? askedFor(hall, held, wish);
		if (!asked.ok) return asked;
		return onceOnly(tx, hall, who, { held, asked: asked.value, wish });
	});
}

/** What is new in the matter needs its reason; what is not is told again as it was. */
async function onceOnly(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, asked, wish }: Omit<Tell, 'second'>
): Promise<Result<Noticed>> {
	const earlier = await earlierNotice(tx, hall, held, wish.earlier);
	const same = earlier && !isSecond(linesOf(earlier), asked.lines);
	const second = same ? null : secondOf(earlier, wish);
	if (second && 'ok' in second) return second;
	const words = await barredWords(tx, hall, who, { held, wish });
	if (words) return words;
	if (same) return repeat(tx, hall, who, { held, earlier, asked, wish });
	return tell(tx, hall, who, { held, asked, wish, second });
}

/** What the visitor will read, and the supervisor. */
function barredWords(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held: { ticket, leg }, wish }: { held: Held; wish: NoticeWish }
): Promise<Refused | undefined> {
	const texts = wish.free.flatMap(({ text, basis }) => [text, basis]);
	const { override } = wish;
	return barredWording(tx, hall, who, { kind: 'notice', texts, override, window: leg.window, ticket: ticket.id });
}

interface Asked {
	lines: NoticeLine[];
	dueDay: string;
}

function askedFor(hall: Hall, { leg }: Held, wish: NoticeWish): Result<Asked> {
	const item = hall.setup.items.get(leg.item);
	if (!item) return refused('item-unknown', leg.item);
	const lines = noticeLines(papersOf(hall.setup, item), wish.materials, wish.free);
	if (typeof lines === 'string') return refused(lines);
	const { bringWithinDays } = hall.setup.policies.notice;
	const dueDay = wish.dueDay ?? addWorkdays(today(hall), bringWithinDays, hall.setup.workCalendar);
	return isDay(dueDay) && dueDay >= today(hall) ? done({ lines, dueDay }) : refused('due-day-invalid', dueDay);
}

type Second = { earlier: NoticeRow; reason: SecondReason; words: string };

function secondOf(earlier: NoticeRow | undefined, { second }: NoticeWish): Second | Refused | null {
	if (!earlier) return null;
	// A reason without an earlier notice is nothing; an earlier notice without a reason is a fault.
	if (!second || !isReasoned(second)) return refused('notice-second', `${earlier.code} ${earlier.day}`);
	return { earlier, reason: second.reason, words: second.words.trim() };
}

interface Tell {
	held: Held;
	asked: Asked;
	wish: NoticeWish;
	second: Second | null;
}

async function tell(tx: Tx, hall: Hall, who: Who, { held, asked, wish, second }: Tell): Promise<Result<Noticed>> {
	const after = await end(tx, hall, who, held);
	if (!after.ok) return after;
	const { lines, dueDay } = asked;
	const noted = { lines: lines.length, free: wish.free.length, dueDay };
	const body = { lines };
	const telling = { kind: 'missing', intent: wish.intent, dueDay, body, second, noted } as const;
	const notice = await write(tx, hall, who, { held, telling });
	if (second) await replace(tx, hall, { notice, second, number: held.ticket.number });
	await settleIntake(tx, hall, held.leg, 'told');
	return done({ ...after.value, notice });
}

/** Ends the service with the notice; of a ticket that is over nothing changes. */
async function end(tx: Tx, hall: Hall, who: Who, held: Held): Promise<Result<Held>> {
	if (held.leg.state !== 'serving') return done(held);
	const action = { type: 'finish', outcome: 'noticed' } as const;
	const taken = await take(tx, hall, who, { held, action, act: { name: 'ticket.finished' } });
	return taken.ok ? done({ ticket: taken.ticket, leg: taken.leg }) : taken;
}

async function replace(
	tx: Tx,
	hall: Hall,
	{ notice, second, number }: { notice: NoticeRow; second: Second; number: string }
): Promise<void> {
	const at = hall.clock.now();
	for (const from of ['open', 'complete'] as const) {
		await moveNotice(tx.k, { hall: tx.hall, id: second.earlier.id, from, to: 'replaced', at });
	}
	const { id, item, window } = notice;
	const about = { number, item, reason: second.reason };
	await raiseAlarm(tx, hall, { kind: 'second-notice', key: String(id), window, about });
}

interface Repeat {
	held: Held;
	earlier: NoticeRow;
	asked: Asked;
	wish: NoticeWish;
}

/** The same notice again: what came is marked, what is missing stays, and the visitor may come back once more. */
async function repeat(tx: Tx, hall: Hall, who: Who, { held, earlier, asked, wish }: Repeat): Promise<Result<Noticed>> {
	const after = await end(tx, hall, who, held);
	if (!after.ok) return after;
	const at = hall.clock.now();
	const lines = stillMissing(linesOf(earlier), asked.lines, at);
	const missing = lines.filter((line) => line.came === null).length;
	const noted = { kind: 'missing', again: earlier.id, lines: missing };
	const line = await note(tx, hall, who, { act: 'notice.given', held, body: noted });
	const dueDay = wish.dueDay ?? (asked.dueDay > (earlier.due_day ?? '') ? asked.dueDay : earlier.due_day);
	const body = JSON.stringify({ lines });
	const notice: NoticeRow = { ...earlier, intent: wish.intent, state: 'open', due_day: dueDay, body, changed_at: at };
	await saveNotice(tx.k, notice);
	// On paper it is of the window and the number of now, not of those of the first time.
	await printNotice(tx, hall, { ...notice, ...placeOf(held, who) }, line);
	await settleIntake(tx, hall, held.leg, 'told');
	return done({ ...after.value, notice });
}
