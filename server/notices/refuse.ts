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
	return atWindow(hall, who, { id, intent: wish.intent }, async (tx, held) => {
		const grounds = groundsOf(hall, wish);
		if ('ok' in grounds) return grounds;
		const texts = wish.free.flatMap(({ text, basis }) => [text, basis]);
		const barred = await barredWords(tx, hall, who, { held, kind: 'refusal', texts, wish });
		if (barred) return barred;
		const body = { grounds, appeal: hall.setup.policies.notice.appeal };
		const noted = { grounds: wish.grounds, free: wish.free.length };
		return close(tx, hall, who, { held, telling: telling('refusal', wish.intent, { body, noted }) });
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
	return atWindow(hall, who, { id, intent: wish.intent }, async (tx, held) => {
		const to = unsaid(wish) ?? targetOf(hall, held, wish.way);
		if (to && 'ok' in to) return to;
		// Where to go is part of the answer: a no that says it is none that leaves a visitor alone.
		const texts = [`${wish.what}。请到该窗口办理`, wish.basis, wish.way.words ?? ''];
		const barred = await barredWords(tx, hall, who, { held, kind: 'negative', texts, wish });
		if (barred) return barred;
		const way = { ...wish.way, to: to && (to.window ?? to.queue) };
		const body: NegativeBody = { what: wish.what.trim(), basis: wish.basis.trim(), way };
		const told = telling('negative', wish.intent, { body, noted: { way: way.kind } });
		return to ? sendOn(tx, hall, who, { held, telling: told, to }) : close(tx, hall, who, { held, telling: told });
	});
}

function unsaid({ what, basis }: NegativeWish): Refused | undefined {
	if (what.trim() === '') return refused('reason-needed');
	return basis.trim() === '' ? refused('basis-needed') : undefined;
}

function telling(kind: Telling['kind'], intent: string, said: Pick<Telling, 'body' | 'noted'>): Telling {
	return { kind, intent, dueDay: null, second: null, ...said };
}

/** Where the visitor goes on to; null where that is outside the hall. */
function targetOf(hall: Hall, { leg }: Held, { kind, to, words }: Way): Step | Refused | null {
	switch (kind) {
		case 'office':
			return (words ?? '').trim() === '' ? refused('way-unknown', 'words') : null;
		case 'unsolved':
			return stepTo(leg, hall.setup.policies.notice.unsolvedQueue, null);
		case 'window':
			return stepTo(leg, hall.setup.queuesOf(to ?? '')[0]?.queue ?? null, to);
	}
}

function stepTo(
	{ item, queue: from, window: at }: Held['leg'],
	queue: string | null,
	window: string | null
): Step | Refused {
	const same = window === null ? queue === from : window === at;
	if (queue === null || same) return refused('way-unknown', window ?? 'unsolved');
	return { item, queue, window, staff: null, headStartMinutes: 0 };
}

/** Tells something to the ticket that is served at this person's window; what the wish has told already is told once. */
function atWindow(
	hall: Hall,
	who: Who,
	{ id, intent }: { id: number; intent: string },
	tell: (tx: Tx, held: Held) => Promise<Result<Noticed>>
): Promise<Result<Noticed>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const given = await noticeByIntent(tx.k, tx.hall, intent);
		if (given) return done({ ...held, notice: given });
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		return held.leg.state === 'serving' ? tell(tx, held) : refused('wrong-state', held.leg.state);
	});
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
