import type { Tx } from '#db/group.ts';
import type { LegRow } from '#db/schema.ts';
import { windowOfStaff } from '#db/windows.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { andBack, stepsIn, type Step } from '../rules/way.ts';
import { worksAt } from './call.ts';
import { hold, type Held } from './held.ts';
import { goOn } from './onward.ts';

export interface TransferWish {
	/** a queue, or a window or a person (then a queue that is served there), or both */
	queue: string | null;
	window: string | null;
	/** staff number of who is to serve, at whatever window that is */
	staff: string | null;
	/** comes back to this window afterwards, with a head start */
	back: boolean;
	reason: string | null;
}

/** Sends a ticket on to another queue, window or person. The number stays; so does the time of its first leg. */
export function transfer(hall: Hall, who: Who, id: number, wish: TransferWish): Promise<Result<Held>> {
	return hall.write((tx) => transferIn(tx, hall, who, { id, wish }));
}

/** The same within a verb that does more. */
export async function transferIn(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ id, wish }: { id: number; wish: TransferWish }
): Promise<Result<Held>> {
	const held = await hold(tx, id);
	if (!held) return refused('ticket-unknown', String(id));
	if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
	const to = await targetOf(tx, hall, held, wish);
	if ('ok' in to) return to;
	const steps = wish.back ? withWayBack(hall, held) : stepsIn(held.ticket.steps);
	if (!steps) return refused('wrong-state', held.leg.state);
	const action = { type: 'transfer', reason: wish.reason } as const;
	return goOn(tx, hall, who, { held, action, name: 'ticket.transferred', to, steps });
}

async function targetOf(tx: Tx, hall: Hall, { leg }: Held, wish: TransferWish): Promise<Step | Refused> {
	const place = await placeOf(tx, hall, wish);
	if ('ok' in place) return place;
	const queue = queueAt(hall, leg, place.window, wish.queue);
	if (queue === undefined) return refused('queue-unknown', wish.queue ?? '');
	const to = { queue, window: wish.staff === null ? place.window : null, staff: wish.staff };
	return isThere(leg, to) ? refused('target-same') : { item: leg.item, ...to, headStartMinutes: 0 };
}

/** The queue that is meant; at a window its own one, else the first that is served there. Undefined when none fits. */
function queueAt(hall: Hall, leg: LegRow, window: string | null, named: string | null): string | undefined {
	const served = window === null ? [...hall.setup.queues.keys()] : hall.setup.queuesOf(window).map((one) => one.queue);
	if (named !== null) return served.find((queue) => queue === named);
	if (window === null) return undefined;
	return served.includes(leg.queue) ? leg.queue : served[0];
}

function isThere(leg: LegRow, to: { queue: string; window: string | null; staff: string | null }): boolean {
	return to.queue === leg.queue && to.window === leg.for_window && to.staff === leg.for_staff;
}

/** The window that is meant, by itself or by who sits there; null when any that serves the queue will do. */
async function placeOf(tx: Tx, hall: Hall, wish: TransferWish): Promise<{ window: string | null } | Refused> {
	if (wish.staff !== null) {
		const seat = await windowOfStaff(tx.k, tx.hall, wish.staff);
		return seat ? { window: seat.code } : refused('staff-absent', wish.staff);
	}
	if (wish.window !== null && !hall.setup.windows.has(wish.window)) return refused('window-unknown', wish.window);
	return { window: wish.window };
}

/** The steps with the way back before them; undefined when the visitor stands at no window to come back to. */
function withWayBack(hall: Hall, { ticket, leg }: Held): Step[] | undefined {
	if (leg.window === null) return undefined;
	const from = { item: leg.item, queue: leg.queue, window: leg.window };
	return andBack(from, hall.setup.policies.backHeadStartMinutes, stepsIn(ticket.steps));
}
