import type { Tx } from '#db/group.ts';
import { addLeg } from '#db/tickets.ts';
import type { LegRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { rankAt } from '../rules/discipline.ts';
import { arrivedAt } from '../rules/slots.ts';
import { worksAt } from './call.ts';
import { hold, take, type Held } from './held.ts';
import { headStartOf, WAITING_LEG } from './issue.ts';

export interface TransferWish {
	/** a queue, or a window (then the queue it serves first), or both */
	queue: string | null;
	window: string | null;
	reason: string | null;
}

const MINUTE_MS = 60_000;

/** Sends a ticket on to another queue or window. The number stays; so does the time of its first leg. */
export function transfer(hall: Hall, who: Who, id: number, wish: TransferWish): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		const target = targetOf(hall, wish);
		if ('ok' in target) return target;
		if (target.queue === held.leg.queue && target.window === held.leg.for_window) return refused('target-same');
		const act = { name: 'ticket.transferred', body: { to: target } };
		const taken = await take(tx, hall, who, { held, action: { type: 'transfer', reason: wish.reason }, act });
		if (!taken.ok) return taken;
		return done(await nextLeg(tx, hall, taken, target));
	});
}

interface Target {
	queue: string;
	window: string | null;
}

function targetOf(hall: Hall, wish: TransferWish): Target | Refused {
	if (wish.window !== null && !hall.setup.windows.has(wish.window)) return refused('window-unknown', wish.window);
	const served = wish.window === null ? [] : hall.setup.queuesOf(wish.window).map((one) => one.queue);
	const queue = wish.queue ?? served[0];
	if (queue === undefined || !hall.setup.queues.has(queue)) return refused('queue-unknown', queue ?? '');
	if (wish.window !== null && !served.includes(queue)) return refused('queue-unknown', queue);
	return { queue, window: wish.window };
}

async function nextLeg(tx: Tx, hall: Hall, from: Held & { line: number }, target: Target): Promise<Held> {
	const head = headStartOf(hall, from.ticket);
	const leg: LegRow = {
		...WAITING_LEG,
		hall: tx.hall,
		id: from.line,
		ticket: from.ticket.id,
		ordinal: from.leg.ordinal + 1,
		day: today(hall),
		queue: target.queue,
		item: from.leg.item,
		enqueued_at: hall.clock.now(),
		rank_at: rankAt(arrivedAt(from.ticket.slot_at, from.ticket.created_at), head),
		head_start_ms: head * MINUTE_MS,
		for_window: target.window
	};
	await addLeg(tx.k, leg);
	return { ticket: { ...from.ticket, leg: leg.id }, leg };
}
