import { addIntake, getIntake, openIntake, saveIntake } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import type { IntakeRow } from '#db/schema.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { tellingLimit, type Limit } from '../rules/intake.ts';
import { closingOn } from '../setup/places.ts';
import { worksAt } from '../tickets/call.ts';
import { hold, type Held } from '../tickets/held.ts';

/**
 * Papers received 收件: the clerk has taken in the application of whoever is served; from now on the clock of
 * 行政许可法 art. 32(4) runs. Received twice, it is the first time that counts.
 */
export function receive(hall: Hall, who: Who, id: number): Promise<Result<Held>> {
	return hall.write(async (tx) => {
		const held = await hold(tx, id);
		if (!held) return refused('ticket-unknown', String(id));
		if (!worksAt(who, held.leg.window)) return refused('not-your-ticket', held.leg.window ?? '');
		if (held.leg.state !== 'serving') return refused('wrong-state', held.leg.state);
		await takeIn(tx, hall, who, { held, loud: true });
		return done(held);
	});
}

/**
 * Starts the clock for a ticket at a window, in the transaction of another act or as one of its own.
 * @param loud whether its line names the window: not where another line of the same act has told the window already
 */
export async function takeIn(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ held, loud }: { held: Held; loud: boolean }
): Promise<IntakeRow> {
	const { ticket, leg } = held;
	const running = await openIntake(tx.k, { hall: tx.hall, ticket: ticket.id, item: leg.item });
	if (running) return running;
	const at = hall.clock.now();
	const limit = limitFrom(hall, at);
	const body = { number: ticket.number, item: leg.item, at: leg.window, dueDay: limit.dueDay, limitAt: limit.limitAt };
	const line = { at, day: today(hall), act: 'intake.received', actor: who.name, ticket: ticket.id, queue: leg.queue };
	const id = await tx.note({ ...line, window: loud ? leg.window : null, body });
	const row: IntakeRow = {
		...OPEN,
		hall: tx.hall,
		id,
		ticket: ticket.id,
		leg: leg.id,
		item: leg.item,
		window: leg.window ?? '',
		staff: leg.staff ?? who.name,
		day: today(hall),
		received_at: at,
		due_day: limit.dueDay,
		on_spot: hall.setup.policies.notice.onTheSpot ? 1 : 0,
		warn_at: limit.warnAt,
		limit_at: limit.limitAt,
		matter_hash: ticket.matter_hash
	};
	await addIntake(tx.k, row);
	return row;
}

/** The clock has just begun. */
const OPEN = { warned: 0, state: 'open', settled_by: null, settled_at: null, reason: null } as const;

/**
 * Why this person cannot tell or accept anything for a ticket now; undefined when he can: while it is served at his window,
 * or when its visitor has gone and the papers have stayed there.
 */
export async function barredFor(tx: Tx, who: Who, { ticket, leg }: Held): Promise<Refused | undefined> {
	const kept =
		ticket.state === 'live' ? undefined : await openIntake(tx.k, { hall: tx.hall, ticket: ticket.id, item: leg.item });
	const window = kept?.window ?? leg.window;
	if (!worksAt(who, window)) return refused('not-your-ticket', window ?? '');
	return kept || leg.state === 'serving' ? undefined : refused('wrong-state', leg.state);
}

function limitFrom(hall: Hall, at: number): Limit {
	const day = today(hall);
	const received = { at, day, closes: closingOn(hall.setup, day) };
	return tellingLimit(received, hall.setup.policies.notice, hall.setup.workCalendar);
}

/** The applicant takes the papers back before anything was told: with a reason, and the clock stands. */
export function withdrawIntake(hall: Hall, who: Who, id: number, reason: string): Promise<Result<IntakeRow>> {
	return hall.write(async (tx) => {
		const row = await getIntake(tx.k, tx.hall, id);
		if (!row) return refused('intake-unknown', String(id));
		if (!worksAt(who, row.window)) return refused('not-your-ticket', row.window);
		if (reason.trim() === '') return refused('reason-needed');
		if (row.state !== 'open') return refused('intake-over', row.state);
		const after = await settle(tx, hall, { row, state: 'withdrawn', actor: who.name, reason });
		return done(after);
	});
}

/** Stops the clock of an open intake, with a line of its own in the ledger. Its reason stays out of the ledger. */
export async function settle(
	tx: Tx,
	hall: Hall,
	to: { row: IntakeRow; state: Exclude<IntakeRow['state'], 'open'>; actor: string; reason: string | null }
): Promise<IntakeRow> {
	const { row, state, actor, reason } = to;
	const at = hall.clock.now();
	const settled_by = await tx.note({
		at,
		day: today(hall),
		act: 'intake.settled',
		actor,
		ticket: row.ticket,
		// Only what nobody does at the window itself has to be told there.
		window: state === 'deemed' || state === 'withdrawn' ? row.window : null,
		queue: null,
		body: { intake: row.id, item: row.item, how: state }
	});
	const after: IntakeRow = { ...row, state, settled_by, settled_at: at, reason, matter_hash: null };
	await saveIntake(tx.k, after);
	if (row.warned === 1) await settleAlarm(tx, hall, { kind: 'notice-soon', key: String(row.id) });
	return after;
}
