import { removeCall } from '#db/calls.ts';
import type { Tx } from '#db/group.ts';
import { lastActAt, linesOfTicket } from '#db/ledger.ts';
import { ratingOf } from '#db/ratings.ts';
import type { LedgerRow, LegRow } from '#db/schema.ts';
import { removeLeg, saveLeg, saveTicket } from '#db/tickets.ts';
import { getWindow } from '#db/windows.ts';
import { today, type Hall } from '../hall.ts';
import { unsettle } from '../intake/settle.ts';
import type { Who } from '../people/who.ts';
import { withdrawAsk } from '../ratings/ask.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import type { Step } from '../rules/way.ts';
import { worksAt } from './call.ts';
import { watchQueue } from '../services/crowd.ts';
import { hold, moveWindow, waits, type Held } from './held.ts';

/** What a clerk can take back; everything else is undone by its own opposite. */
const UNDOABLE = [
	'ticket.called',
	'ticket.started',
	'ticket.finished',
	'ticket.missed',
	'ticket.parked',
	'ticket.resumed',
	'ticket.transferred'
];

/** Takes back the last act on a ticket, by whoever did it, for some seconds, while nobody has acted on it since. */
export function undo(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		// What became of a slip is no act of anybody.
		const last = (await linesOfTicket(tx.k, tx.hall, id)).findLast((line) => line.act.startsWith('ticket.'));
		const before = last && (await undoable(tx, hall, who, { held, last }));
		if (!last || !before) return refused('nothing-to-undo');
		if ('ok' in before) return before;
		const told = await unsettle(tx, hall, id, last.seq);
		if (told) return told;
		return done(await restore(tx, hall, who, { held, last, before }));
	});
}

/** The last act of this person at a window, while it can be taken back. */
export async function undoableAt(
	hall: Hall,
	who: Who,
	window: string
): Promise<{ ticket: number; until: number } | null> {
	const last = await lastActAt(hall.read, hall.id, window);
	if (last?.ticket == null || last.actor !== who.name || !canBeUndone(last)) return null;
	const until = last.at + hall.setup.policies.undoSeconds * 1000;
	return until > hall.clock.now() ? { ticket: last.ticket, until } : null;
}

/** An end that accepted a matter stands: the slip with its promise is in the visitor's hand. */
function canBeUndone({ act, body }: LedgerRow): boolean {
	return UNDOABLE.includes(act) && (JSON.parse(body) as { matter?: number }).matter === undefined;
}

/** The leg as it was before the line; undefined when the line cannot be taken back. */
async function undoable(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, last }: { held: Held; last: LedgerRow }
): Promise<LegRow | Refused | undefined> {
	if (!canBeUndone(last)) return undefined;
	if (last.actor !== who.name) return refused('nothing-to-undo');
	if (hall.clock.now() - last.at > hall.setup.policies.undoSeconds * 1000) return refused('undo-too-late');
	const { before } = JSON.parse(last.body) as { before: LegRow };
	if (!worksAt(who, last.window)) return refused('not-your-ticket');
	if (before.id !== held.leg.id && held.leg.state !== 'waiting') return refused('nothing-to-undo');
	return (await barredSince(tx, before, held.leg)) ?? before;
}

/** What has come in between: its owner has rated the service, or the window has somebody else. */
async function barredSince(tx: Tx, before: LegRow, now: LegRow): Promise<Refused | undefined> {
	if (await ratingOf(tx.k, tx.hall, before.id)) return refused('nothing-to-undo');
	const busy = before.window !== null && (await isBusyWithOther(tx, before, now));
	return busy ? refused('window-busy', before.window ?? '') : undefined;
}

async function isBusyWithOther(tx: Tx, before: LegRow, now: LegRow): Promise<boolean> {
	if (before.state !== 'called' && before.state !== 'serving') return false;
	const window = await getWindow(tx.k, tx.hall, before.window ?? '');
	return window?.state !== 'open' || (window.leg !== null && window.leg !== now.id);
}

async function restore(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, last, before }: { held: Held; last: LedgerRow; before: LegRow }
): Promise<Held> {
	const { steps } = JSON.parse(last.body) as { steps?: Step[] };
	const moved = before.id !== held.leg.id;
	await tx.note({
		at: hall.clock.now(),
		day: today(hall),
		act: 'ticket.undone',
		actor: who.name,
		ticket: held.ticket.id,
		window: before.window ?? last.window,
		queue: before.queue,
		body: {
			number: held.ticket.number,
			undone: last.seq,
			act: last.act,
			to: { queue: held.leg.queue },
			before: held.leg,
			...waits(before, before.id)
		}
	});
	if (moved) await removeLeg(tx.k, held.leg);
	if (last.act === 'ticket.called') await removeCall(tx.k, tx.hall, last.seq);
	if (last.act === 'ticket.finished') await withdrawAsk(tx, before.id);
	const ended: LegRow = moved ? { ...before, state: 'ended', outcome: 'transferred' } : held.leg;
	await saveLeg(tx.k, ended, before);
	const live = { leg: before.id, state: 'live' as const, ended_at: null, reason: null };
	const ticket = { ...held.ticket, ...live, steps: steps ? JSON.stringify(steps) : held.ticket.steps };
	await saveTicket(tx.k, ticket);
	await moveWindow(tx, ended, before);
	for (const queue of new Set([before.queue, held.leg.queue])) await watchQueue(tx, hall, queue);
	return { ticket, leg: before };
}
