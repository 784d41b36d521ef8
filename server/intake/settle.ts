import { openIntake, saveIntake, intakesOf } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { moveNotice, noticesOfTicket } from '#db/notices.ts';
import type { IntakeRow, LegRow, NoticeRow, NoticeState } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { refused, type Refused } from '../result.ts';
import { newest, noticeOf } from './matter.ts';
import { settle } from './receive.ts';

/** How an application went on from the window. */
export type Settled = 'told' | 'accepted' | 'done' | 'refused';

/**
 * Stops the clock of the papers received with this leg, and closes the notice its visitor came back with: told leaves
 * the matter open, every other way ends it. Call it in the transaction of the act, after its own ledger line.
 */
export async function settleIntake(tx: Tx, hall: Hall, leg: LegRow, how: Settled): Promise<void> {
	const ticket = await getTicket(tx.k, tx.hall, leg.ticket);
	// Found before the papers are dealt with: with them goes whose they were.
	const told = ticket && (await noticeOf(tx, hall, ticket, leg.item));
	const row = await openIntake(tx.k, { hall: tx.hall, ticket: leg.ticket, item: leg.item });
	if (row) await settle(tx, hall, { row, state: how, actor: leg.staff ?? SYSTEM.name, reason: null });
	if (how === 'told') return;
	const notice = told && (await newest(tx, told));
	if (notice?.state === 'open' || notice?.state === 'complete') await close(tx, hall, { leg, notice });
}

const CLOSED = 'notice.closed';

/** What a line of it says: the notice, and the state to which undoing puts it back. */
interface Closed {
	notice: number;
	from: NoticeState;
}

async function close(tx: Tx, hall: Hall, { leg, notice }: { leg: LegRow; notice: NoticeRow }): Promise<void> {
	const { id, state: from } = notice;
	const at = hall.clock.now();
	const body: Closed = { notice: id, from };
	const of = { actor: leg.staff ?? SYSTEM.name, ticket: leg.ticket, window: null, queue: null };
	await tx.note({ at, day: today(hall), act: CLOSED, ...of, body });
	await moveNotice(tx.k, { hall: tx.hall, id, from, to: 'closed', at });
}

/** The notices that a ticket has closed since a line are as they were. */
async function reopen(tx: Tx, ticket: number, since: { line: number; at: number }): Promise<void> {
	const lines = (await linesOfTicket(tx.k, tx.hall, ticket)).filter(
		({ act, seq }) => act === CLOSED && seq > since.line
	);
	for (const { body } of lines) {
		const { notice: id, from: to } = JSON.parse(body) as Closed;
		await moveNotice(tx.k, { hall: tx.hall, id, from: 'closed', to, at: since.at });
	}
}

/**
 * What an undone act had settled is open again: the intakes of its ticket and the notices it closed; the notices it gave are void.
 * @param line the ledger number of the act
 * @returns a refusal when a visitor has already come back with such a notice; nothing is written then
 */
export async function unsettle(tx: Tx, hall: Hall, ticket: number, line: number): Promise<Refused | undefined> {
	const given = (await noticesOfTicket(tx.k, tx.hall, ticket)).filter((one) => one.id > line);
	if (given.some((one) => one.returned !== null)) return refused('nothing-to-undo', 'returned');
	const at = hall.clock.now();
	for (const { id, state: from, earlier } of given) {
		await moveNotice(tx.k, { hall: tx.hall, id, from, to: 'void', at });
		if (earlier === null) continue;
		await moveNotice(tx.k, { hall: tx.hall, id: earlier, from: 'replaced', to: 'open', at });
		await settleAlarm(tx, hall, { kind: 'second-notice', key: String(id) });
	}
	await reopen(tx, ticket, { line, at });
	const hash = (await getTicket(tx.k, tx.hall, ticket))?.matter_hash ?? null;
	for (const row of await intakesOf(tx.k, tx.hall, ticket)) await restart(tx, hall, row, { line, at, hash });
	return undefined;
}

/** An intake that the undone act began has never been; one that it settled runs on, and warns again when its time comes. */
async function restart(
	tx: Tx,
	hall: Hall,
	row: IntakeRow,
	{ line, at, hash }: { line: number; at: number; hash: string | null }
): Promise<void> {
	if (row.id > line) {
		const undone = {
			state: 'withdrawn',
			settled_by: line,
			settled_at: at,
			reason: 'undone',
			matter_hash: null
		} as const;
		await saveIntake(tx.k, { ...row, ...undone });
		await settleAlarm(tx, hall, { kind: 'notice-soon', key: String(row.id) });
	} else if ((row.settled_by ?? 0) > line) {
		const blank = { settled_by: null, settled_at: null, reason: null, matter_hash: hash };
		await saveIntake(tx.k, { ...row, ...blank, warned: 0, state: 'open' });
	}
}
