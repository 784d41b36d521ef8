import type { Tx } from '#db/group.ts';
import type { LegRow } from '#db/schema.ts';
import { addLeg, saveTicket } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, type Result } from '../result.ts';
import { rankAt } from '../rules/discipline.ts';
import type { Action } from '../rules/ticket.ts';
import { stepsIn, type Step } from '../rules/way.ts';
import { watchQueue } from '../services/crowd.ts';
import { take, waits, type Held } from './held.ts';
import { headStartOf, WAITING_LEG } from './issue.ts';
import { askForNextSlip } from './slips.ts';

const MINUTE_MS = 60_000;

/** How a ticket goes on: what ends its leg, and where the next one is. */
export interface Onward {
	held: Held;
	action: Extract<Action, { type: 'transfer' | 'finish' }>;
	name: string;
	to: Step;
	/** what follows after that */
	steps: readonly Step[];
	/** what the ledger line says beside that */
	body?: object;
}

/** Ends the leg and begins the next one, with the number and the time of the first. */
export async function goOn(tx: Tx, hall: Hall, who: Who, onward: Onward): Promise<Result<Held>> {
	const { held, action, name, to, steps } = onward;
	const leg = legFor(hall, held, to);
	const { queue, window, staff } = to;
	const body = { ...onward.body, to: { queue, window, staff }, steps: stepsIn(held.ticket.steps), ...waits(leg, null) };
	const taken = await take(tx, hall, who, { held, action, act: { name, body } });
	if (!taken.ok) return taken;
	const next: LegRow = { ...leg, id: taken.line };
	await addLeg(tx.k, next);
	await watchQueue(tx, hall, next.queue);
	const ticket = { ...taken.ticket, leg: next.id, steps: JSON.stringify(steps) };
	await saveTicket(tx.k, ticket);
	await askForNextSlip(tx, hall, { ticket, leg: next, line: taken.line, from: held.leg.window });
	return done({ ticket, leg: next });
}

function legFor(hall: Hall, { ticket, leg }: Held, to: Step): LegRow {
	const head = headStartOf(hall, ticket) + to.headStartMinutes;
	return {
		...WAITING_LEG,
		hall: hall.id,
		id: 0,
		ticket: ticket.id,
		ordinal: leg.ordinal + 1,
		day: today(hall),
		queue: to.queue,
		item: to.item,
		enqueued_at: hall.clock.now(),
		rank_at: rankAt(ticket.since, head),
		head_start_ms: head * MINUTE_MS,
		for_window: to.window,
		for_staff: to.staff
	};
}
