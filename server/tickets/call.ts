import { addCall } from '#db/calls.ts';
import type { Tx } from '#db/group.ts';
import { firstWaiting, type LegOfTicket } from '#db/order.ts';
import type { CallKind, CallRow, WindowRow } from '#db/schema.ts';
import { getWindow } from '#db/windows.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { callsHeld } from '../broadcast/held.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { inOrder, whyFirst, type Candidate, type Why } from '../rules/discipline.ts';
import { may } from '../rules/rights.ts';
import { zoneOfWindow } from '../setup/places.ts';
import { hold, take, type Held } from './held.ts';

/** The called one and the two whose turn comes next are stored with the call. */
const CANDIDATES_A_QUEUE = 3;
/** Whoever is called out of order passes others, and the ledger names them all. */
const EVERYBODY = 10_000;

/** Calls the next ticket in the order of the window's queues, or refuses with `nobody-waiting`. */
export function callNext(hall: Hall, who: Who, windowCode: string): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const window = await readyWindow(tx, who, windowCode);
		if (!window.ok) return window;
		const candidates = await candidatesFor(tx, hall, window.row);
		const preference = preferenceOf(hall, windowCode);
		const [first] = inOrder(candidates, preference);
		if (!first) return refused('nobody-waiting', windowCode);
		const why = whyFirst(inOrder(candidates, preference), preference);
		return call(tx, hall, who, { ticket: first.ticket, window: window.row, kind: 'next', why });
	});
}

/** Calls a chosen ticket out of its order; needs a reason, which stays in the ledger with whom it passed. */
export function callChosen(
	hall: Hall,
	who: Who,
	wish: { window: string; ticket: number; reason: string }
): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		if (!may(who.role, 'ticket:choose')) return refused('not-allowed', 'ticket:choose');
		if (wish.reason.trim() === '') return refused('reason-needed');
		const window = await readyWindow(tx, who, wish.window);
		if (!window.ok) return window;
		const held = await hold(tx, wish.ticket);
		if (!held) return refused('ticket-unknown', String(wish.ticket));
		const preference = preferenceOf(hall, wish.window);
		if (!preference.has(held.leg.queue)) return refused('not-served-here', held.leg.queue);
		const ordered = inOrder(await candidatesFor(tx, hall, window.row, EVERYBODY), preference);
		const at = ordered.findIndex((one) => one.ticket === wish.ticket);
		const passed = ordered.slice(0, Math.max(0, at)).map((one) => one.number);
		const why = { ...whyFirst(ordered, preference), reason: wish.reason, passed };
		return call(tx, hall, who, { ticket: wish.ticket, window: window.row, kind: 'chosen', why });
	});
}

function preferenceOf(hall: Hall, window: string): Map<string, number> {
	return new Map(hall.setup.queuesOf(window).map((one) => [one.queue, one.headStartMinutes]));
}

async function candidatesFor(tx: Tx, hall: Hall, window: WindowRow, most = CANDIDATES_A_QUEUE): Promise<Candidate[]> {
	const asked = { hall: tx.hall, window: window.code, staff: window.staff ?? '', most };
	const found: LegOfTicket[] = [];
	for (const { queue } of hall.setup.queuesOf(window.code))
		found.push(...(await firstWaiting(tx.k, { ...asked, queue })));
	return found.map((leg) => ({
		id: leg.id,
		ticket: leg.ticket,
		number: leg.number,
		queue: leg.queue,
		rankAt: leg.rank_at,
		since: leg.rank_at + leg.head_start_ms,
		headStartMs: leg.head_start_ms
	}));
}

interface Calling {
	ticket: number;
	window: WindowRow;
	kind: CallKind;
	why: Why;
}

async function call(tx: Tx, hall: Hall, who: Who, calling: Calling): Promise<Result<Held>> {
	const { ticket, window, kind, why } = calling;
	const held = await hold(tx, ticket);
	if (!held) return refused('ticket-unknown', String(ticket));
	const action = { type: 'call', window: window.code, staff: window.staff ?? who.name } as const;
	const act = { name: 'ticket.called', body: { kind, why, zone: window.zone, setup: hall.setup.appliedAt } };
	const taken = await take(tx, hall, who, { held, action, act });
	if (!taken.ok) return taken;
	await addCall(tx.k, callRow(hall, taken, { zone: window.zone, kind, why }));
	return done(taken);
}

function callRow(
	hall: Hall,
	{ ticket, leg, line, at }: Held & { line: number; at: number },
	made: { zone: string; kind: CallKind; why: object }
): CallRow {
	return {
		hall: hall.id,
		id: line,
		day: today(hall),
		leg: leg.id,
		ticket: ticket.id,
		number: ticket.number,
		zone: made.zone,
		window: leg.window ?? '',
		staff: leg.staff ?? '',
		kind: made.kind,
		at,
		why: JSON.stringify(made.why)
	};
}

/** Asks the called ticket again, with everything a call does. */
export function recall(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (held.leg.window === null) return refused('wrong-state', held.leg.state);
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window);
		const barred = await callsHeld(tx);
		if (barred) return barred;
		const zone = zoneOfWindow(hall.setup, held.leg.window);
		const act = { name: 'ticket.recalled', body: { kind: 'recall', zone } };
		const taken = await take(tx, hall, who, { held, action: { type: 'recall' }, act });
		if (!taken.ok) return taken;
		await addCall(tx.k, callRow(hall, taken, { zone, kind: 'recall', why: {} }));
		return done(taken);
	});
}

/** Whether this person may act on what stands at that window: a clerk with a session only at the own one. */
export function worksAt(who: Who, window: string | null): boolean {
	return who.role !== 'clerk' || who.staff === undefined || who.window === window;
}

/** The window's row when it is open, free, and this person's to use. */
export async function readyWindow(tx: Tx, who: Who, code: string): Promise<{ ok: true; row: WindowRow } | Refused> {
	const row = await getWindow(tx.k, tx.hall, code);
	if (!row || row.active === 0) return refused('window-unknown', code);
	if (!worksAt(who, code)) return refused('not-allowed', code);
	if (row.state !== 'open') return refused('window-not-open', row.state);
	if (row.leg !== null) return refused('window-busy', code);
	return (await callsHeld(tx)) ?? { ok: true, row };
}
