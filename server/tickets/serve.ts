import { today, type Hall } from '../hall.ts';
import type { ParkKind } from '#db/schema.ts';
import type { Tx } from '#db/group.ts';
import { nextNumbers } from '#db/order.ts';
import { getWindow } from '#db/windows.ts';
import { callUnregistered } from '../complaints/unregistered.ts';
import { takeIn } from '../intake/receive.ts';
import { settleIntake } from '../intake/settle.ts';
import { acceptBarred } from '../intake/will.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { rankBehind } from '../rules/discipline.ts';
import { placeOnReturn, type Place } from '../rules/parking.ts';
import type { Action } from '../rules/ticket.ts';
import { stepsIn } from '../rules/way.ts';
import { readyWindow, worksAt } from './call.ts';
import { hold, holdFor, take, type Held } from './held.ts';
import { headStartOf } from './issue.ts';
import { goOn } from './onward.ts';

/** The called visitor has come. */
export function start(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return atWindow(hall, who, id, { action: { type: 'start' }, name: 'ticket.started' });
}

/**
 * The service is over and done; a chain goes on by itself. What is missing, and a refusal, are told in writing by
 * verbs of their own (server/notices), so that nobody is sent away without a record.
 */
export function finish(
	hall: Hall,
	who: Who,
	id: number,
	outcome: 'done' | 'noticed' | 'refused'
): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		if (held.leg.state === 'serving' && outcome !== 'done') return refused('notice-needed', outcome);
		const ended = (await acceptBarred(tx, hall, held)) ?? (await finishHeld(tx, hall, who, { held }));
		if (!ended.ok) return ended;
		await settleIntake(tx, hall, held.leg, 'done');
		await callUnregistered(tx, hall, held);
		return ended;
	});
}

/** The end of a service that is done, within a verb; `body`: what the ledger line says beside the leg before and after. */
export async function finishHeld(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, body }: { held: Held; body?: object }
): Promise<Result<Held>> {
	const [to, ...steps] = stepsIn(held.ticket.steps);
	if (to) {
		const action = { type: 'finish', outcome: 'chained' } as const;
		return goOn(tx, hall, who, { held, action, name: 'ticket.finished', to, steps, ...(body && { body }) });
	}
	const action = { type: 'finish', outcome: 'done' } as const;
	const act = { name: 'ticket.finished', ...(body && { body }) };
	const taken = await take(tx, hall, who, { held, action, act });
	return taken.ok ? done(taken) : taken;
}

/** The visitor steps aside; the window is free for the next, the clock of the service stands still. */
export function park(
	hall: Hall,
	who: Who,
	id: number,
	wish: { kind: ParkKind; reason: string | null }
): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const parked = await takeAt(tx, hall, who, { id, action: { type: 'park', ...wish }, name: 'ticket.parked' });
		// Papers that stay here have been received: the clock of the law runs.
		if (parked.ok && wish.kind === 'papers-kept') await takeIn(tx, hall, who, { held: parked.value, loud: false });
		return parked;
	});
}

function atWindow(
	hall: Hall,
	who: Who,
	id: number,
	{ action, name }: { action: Action; name: string }
): Promise<Result<Held>> {
	return hall.write((tx) => takeAt(tx, hall, who, { id, action, name }));
}

async function takeAt(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ id, action, name }: { id: number; action: Action; name: string }
): Promise<Result<Held>> {
	const held = await hold(tx, id);
	if (!held) return refused('ticket-unknown', String(id));
	if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
	const taken = await take(tx, hall, who, { held, action, act: { name } });
	return taken.ok ? done(taken) : taken;
}

/** A parked visitor is back at a window, which must be open and free: the one given, else the one that parked. */
export function resume(hall: Hall, who: Who, id: number, window: string | null): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		const ready = await readyWindow(tx, who, window ?? who.window ?? held.leg.window ?? '');
		if (!ready.ok) return ready;
		const action = { type: 'resume', window: ready.row.code, staff: ready.row.staff ?? who.name } as const;
		const taken = await take(tx, hall, who, { held, action, act: { name: 'ticket.resumed' } });
		return taken.ok ? done(taken) : taken;
	});
}

const MINUTE_MS = 60_000;

/**
 * Back into the order by kiosk, desk or window, or by its owner, who proves that by the token: a parked one by the rule of its kind, one who missed the call behind the
 * next few, and only for some time after the call.
 */
export function comeBack(
	hall: Hall,
	who: Who,
	id: number,
	wish: { token: string | null } = { token: null }
): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const mayAny = isAllowed(hall, who, 'ticket:return-any');
		const held = await holdFor(tx, id, { token: wish.token, mayAny });
		if (!held) return refused('ticket-unknown', String(id));
		if (held.ticket.day !== today(hall)) return refused('return-too-late', held.ticket.day);
		const place = held.leg.state === 'missed' ? await afterMiss(tx, hall, held) : await afterParking(tx, hall, held);
		if ('ok' in place) return place;
		const act = { name: 'ticket.returned' };
		const taken = await take(tx, hall, who, { held, action: { type: 'return', ...place }, act });
		return taken.ok ? done(taken) : taken;
	});
}

async function afterMiss(tx: Tx, hall: Hall, held: Held): Promise<Place | Refused> {
	const { returnWithinMinutes, returnBehind } = hall.setup.policies.noShow;
	const at = hall.clock.now();
	if (at - (held.leg.called_at ?? 0) > returnWithinMinutes * MINUTE_MS) return refused('return-too-late');
	const { head_start_ms: headStartMs, for_window: window } = held.leg;
	return { rankAt: await behind(tx, held, returnBehind, at), headStartMs, window };
}

/** To the same window only while somebody is there. */
async function afterParking(tx: Tx, hall: Hall, { ticket, leg }: Held): Promise<Place> {
	const classHeadMs = headStartOf(hall, ticket) * MINUTE_MS;
	const place = placeOnReturn(leg, classHeadMs, hall.setup.policies.parking, hall.clock.now());
	const window = place.window === null ? undefined : await getWindow(tx.k, tx.hall, place.window);
	return { ...place, window: window && window.state !== 'closed' ? place.window : null };
}

/** Never before the own old place: behind two with much priority may be further to the front than that. */
async function behind(tx: Tx, { leg }: Held, places: number, at: number): Promise<number> {
	const next = await nextNumbers(tx.k, tx.hall, leg.queue, places);
	const ranks = next.map((one) => one.rank_at);
	return Math.max(leg.rank_at, rankBehind(ranks, places, at));
}
