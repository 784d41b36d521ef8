import type { Tx } from '#db/group.ts';
import { noticeByIntent } from '#db/notices.ts';
import type { Hall } from '../hall.ts';
import { settleIntake } from '../intake/settle.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import type { FreeLine, Ground, NegativeBody, Way } from '../rules/notice.ts';
import { stepsIn, type Step } from '../rules/way.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, take, type Held } from '../tickets/held.ts';
import { goOn } from '../tickets/onward.ts';
import type { Noticed } from './give.ts';
import { barredWording } from '../wording/written.ts';
import { write, type Telling } from './write.ts';

export interface RefusalWish {
	intent: string;
	/** codes of reasons that the hall file has ready */
	grounds: string[];
	/** reasons in the clerk's own words, each with law and article */
	free: FreeLine[];
	/** forbidden wording stays all the same */
	override: boolean;
}

/**
 * Something may not be granted 不予办理: the reasons and the law, and what can be done against it, in writing
 * (行政许可法 art. 32, 38); the service ends with it.
 */
export function refuse(hall: Hall, who: Who, id: number, wish: RefusalWish): Promise<Result<Noticed>> {
	return hall.write(async (tx) => {
		const held = await served(tx, who, id, wish.intent);
		if (!held.ok || 'notice' in held.value) return held as Result<Noticed>;
		const grounds = groundsOf(hall, wish);
		if ('ok' in grounds) return grounds;
		const texts = wish.free.map((line) => line.text);
		const barred = await barredWords(tx, hall, who, { held: held.value, kind: 'refusal', texts, wish });
		if (barred) return barred;
		const telling: Telling = {
			...{ kind: 'refusal', intent: wish.intent, dueDay: null, second: null },
			body: { grounds, appeal: hall.setup.policies.notice.appeal },
			noted: { grounds: wish.grounds, free: wish.free.length }
		};
		return close(tx, hall, who, { held: held.value, telling });
	});
}

function groundsOf(hall: Hall, { grounds, free }: RefusalWish): Ground[] | Refused {
	if (grounds.length + free.length === 0) return refused('reason-needed');
	const known = hall.setup.file.refusalGrounds;
	const ready = grounds.flatMap((code) => known.find((one) => one.code === code) ?? []);
	if (ready.length < grounds.length) return refused('bad-request', 'grounds');
	if (free.some(({ text, basis }) => text.trim() === '' || basis.trim() === '')) return refused('basis-needed');
	return [
		...ready.map(({ text, basis }) => ({ text, basis })),
		...free.map(({ text, basis }) => ({ text: same(text), basis: same(basis) }))
	];
}

function same(typed: string): Ground['text'] {
	const said = typed.trim();
	return { zh: said, en: said };
}

export interface NegativeWish {
	intent: string;
	/** what cannot be done */
	what: string;
	/** law, rule or fact it rests on */
	basis: string;
	way: Way;
	override: boolean;
}

/**
 * Any other "cannot be done" at a window 否定答复: a record with its basis and a way onward. To the window for what no
 * window could solve, or to another window, the visitor goes on under the same number; to another office, the service ends.
 */
export function answerNo(hall: Hall, who: Who, id: number, wish: NegativeWish): Promise<Result<Noticed>> {
	return hall.write(async (tx) => {
		const held = await served(tx, who, id, wish.intent);
		if (!held.ok || 'notice' in held.value) return held as Result<Noticed>;
		if (wish.what.trim() === '') return refused('reason-needed');
		if (wish.basis.trim() === '') return refused('basis-needed');
		const to = targetOf(hall, held.value, wish.way);
		if (to && 'ok' in to) return to;
		// Where to go is part of the answer: a no that says it is none that leaves a visitor alone.
		const texts = [`${wish.what}。请到${wish.way.words ?? '该窗口'}办理`];
		const barred = await barredWords(tx, hall, who, { held: held.value, kind: 'negative', texts, wish });
		if (barred) return barred;
		const body: NegativeBody = {
			what: wish.what.trim(),
			basis: wish.basis.trim(),
			way: { ...wish.way, to: to === null ? null : (to.window ?? to.queue) }
		};
		const noted = { way: wish.way.kind };
		const telling: Telling = { ...blank(wish.intent), body, noted };
		if (to === null) return close(tx, hall, who, { held: held.value, telling });
		return sendOn(tx, hall, who, { held: held.value, telling, to });
	});
}

function blank(intent: string): Pick<Telling, 'kind' | 'intent' | 'dueDay' | 'second'> {
	return { kind: 'negative', intent, dueDay: null, second: null };
}

/** Where the visitor goes on to; null where that is outside the hall. */
function targetOf(hall: Hall, { leg }: Held, { kind, to, words }: Way): Step | Refused | null {
	const item = leg.item;
	const step = { item, staff: null, headStartMinutes: 0 };
	if (kind === 'office') return (words ?? '').trim() === '' ? refused('way-unknown', 'words') : null;
	if (kind === 'unsolved') {
		const queue = hall.setup.policies.notice.unsolvedQueue;
		return queue === null || queue === leg.queue
			? refused('way-unknown', 'unsolved')
			: { ...step, queue, window: null };
	}
	const queue = hall.setup.queuesOf(to ?? '')[0]?.queue;
	return queue === undefined || to === leg.window ? refused('way-unknown', to ?? '') : { ...step, queue, window: to };
}

/** The ticket that is served at this person's window, or what this wish has already told. */
async function served(tx: Tx, who: Who, id: number, intent: string): Promise<Result<Held | Noticed>> {
	const held = await hold(tx, id);
	if (!held) return refused('ticket-unknown', String(id));
	const given = await noticeByIntent(tx.k, tx.hall, intent);
	if (given) return done({ ...held, notice: given });
	if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
	return held.leg.state === 'serving' ? done(held) : refused('wrong-state', held.leg.state);
}

function barredWords(
	tx: Tx,
	hall: Hall,
	who: Who,
	of: { held: Held; kind: string; texts: string[]; wish: { override: boolean } }
): Promise<Refused | undefined> {
	const { ticket, leg } = of.held;
	const written = { kind: of.kind, texts: of.texts, override: of.wish.override };
	return barredWording(tx, hall, who, { ...written, window: leg.window, ticket: ticket.id });
}

interface Closing {
	held: Held;
	telling: Telling;
}

async function close(tx: Tx, hall: Hall, who: Who, { held, telling }: Closing): Promise<Result<Noticed>> {
	const action = { type: 'finish', outcome: 'refused' } as const;
	const taken = await take(tx, hall, who, { held, action, act: { name: 'ticket.finished' } });
	if (!taken.ok) return taken;
	const notice = await write(tx, hall, who, { held, telling });
	await settleIntake(tx, hall, held.leg, 'refused');
	return done({ ticket: taken.ticket, leg: taken.leg, notice });
}

async function sendOn(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, telling, to }: Closing & { to: Step }
): Promise<Result<Noticed>> {
	const action = { type: 'transfer', reason: null } as const;
	const steps = stepsIn(held.ticket.steps);
	const gone = await goOn(tx, hall, who, { held, action, name: 'ticket.transferred', to, steps });
	if (!gone.ok) return gone;
	const notice = await write(tx, hall, who, { held, telling });
	return done({ ...gone.value, notice });
}
