import { openIntake, saveIntake, intakesOf } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import { moveNotice, noticesOfTicket } from '#db/notices.ts';
import type { LegRow } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import type { Hall } from '../hall.ts';
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
	const row = await openIntake(tx.k, { hall: tx.hall, ticket: leg.ticket, item: leg.item });
	if (row) await settle(tx, hall, { row, state: how, actor: leg.staff ?? SYSTEM.name, reason: null });
	if (how === 'told') return;
	const ticket = await getTicket(tx.k, tx.hall, leg.ticket);
	const told = ticket && (await noticeOf(tx, hall, ticket, leg.item));
	const notice = told && (await newest(tx, told));
	const at = hall.clock.now();
	for (const from of ['open', 'complete'] as const) {
		if (notice) await moveNotice(tx.k, { hall: tx.hall, id: notice.id, from, to: 'closed', at });
	}
}

/**
 * What an undone act had settled is open again: the intakes of its ticket, and the notices it gave are void.
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
	for (const row of await intakesOf(tx.k, tx.hall, ticket)) {
		const blank = { settled_by: null, settled_at: null, reason: null };
		const undone = { state: 'withdrawn', settled_by: line, settled_at: at, reason: 'undone' } as const;
		if (row.id > line) await saveIntake(tx.k, { ...row, ...undone });
		else if ((row.settled_by ?? 0) > line) await saveIntake(tx.k, { ...row, ...blank, state: 'open' });
	}
	return undefined;
}
