import { today, type Hall } from '../hall.ts';
import type { ParkKind } from '#db/schema.ts';
import type { Tx } from '#db/group.ts';
import { nextNumbers } from '#db/order.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { rankBehind } from '../rules/discipline.ts';
import type { Action } from '../rules/ticket.ts';
import { readyWindow, worksAt } from './call.ts';
import { hold, take, type Held } from './held.ts';

/** The called visitor has come. */
export function start(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return atWindow(hall, who, id, { action: { type: 'start' }, name: 'ticket.started' });
}

/** The service is over: done, or ended by a notice of missing papers, or refused by law. */
export function finish(
	hall: Hall,
	who: Who,
	id: number,
	outcome: 'done' | 'noticed' | 'refused'
): Promise<Result<Held>> {
	return atWindow(hall, who, id, { action: { type: 'finish', outcome }, name: 'ticket.finished' });
}

/** The called visitor has not come: on hold, or ended at the second time. */
export function miss(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return atWindow(hall, who, id, { action: { type: 'miss' }, name: 'ticket.missed' });
}

/** The visitor steps aside; the window is free for the next, the clock of the service stands still. */
export function park(
	hall: Hall,
	who: Who,
	id: number,
	wish: { kind: ParkKind; reason: string | null }
): Promise<Result<Held>> {
	return atWindow(hall, who, id, { action: { type: 'park', ...wish }, name: 'ticket.parked' });
}

function atWindow(
	hall: Hall,
	who: Who,
	id: number,
	{ action, name }: { action: Action; name: string }
): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		const taken = await take(tx, hall, who, { held, action, act: { name } });
		return taken.ok ? done(taken) : taken;
	});
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
 * Back into the order by kiosk, desk or window: a parked one with the time of the first leg,
 * one who missed the call behind the next few, and only for some time after the call.
 */
export function comeBack(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (held.ticket.day !== today(hall)) return refused('return-too-late', held.ticket.day);
		const { returnWithinMinutes, returnBehind } = hall.setup.policies.noShow;
		const missed = held.leg.state === 'missed';
		const since = hall.clock.now() - (held.leg.called_at ?? 0);
		if (missed && since > returnWithinMinutes * MINUTE_MS) return refused('return-too-late');
		const rankAt = missed ? await behind(tx, held, returnBehind, hall.clock.now()) : held.leg.rank_at;
		const action = { type: 'return', rankAt } as const;
		const taken = await take(tx, hall, who, { held, action, act: { name: 'ticket.returned', body: { rankAt } } });
		return taken.ok ? done(taken) : taken;
	});
}

/** Never before the own old place: behind two with much priority may be further to the front than that. */
async function behind(tx: Tx, { leg }: Held, places: number, at: number): Promise<number> {
	const next = await nextNumbers(tx.k, tx.hall, leg.queue, places);
	const ranks = next.map((one) => one.rank_at);
	return Math.max(leg.rank_at, rankBehind(ranks, places, at));
}
