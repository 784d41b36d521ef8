import { openIntakes, runningIntake, saveIntake, type RunningIntake } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import type { LedgerLine } from '#db/ledger.ts';
import { getStaff } from '#db/people.ts';
import type { IntakeRow, Role } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { freestOwner } from '../cases/owner.ts';
import { today, type Hall } from '../hall.ts';
import { settle } from '../intake/receive.ts';
import { openMatter } from '../matters/open.ts';
import { SYSTEM } from '../people/access.ts';
import { refused } from '../result.ts';
import { tellingClock } from '../rules/intake.ts';

const ROLES: readonly Role[] = ['supervisor', 'administrator', 'guide', 'clerk'];

/**
 * The round of the law's clock: staff are warned of papers of which their visitor has still to be told, and what was not
 * told in time is accepted from the day of receipt 视为受理, with an alarm. Every server of a hall may look; one writes.
 */
export async function watchIntakes(hall: Hall): Promise<void> {
	const failed: unknown[] = [];
	for (const row of await openIntakes(hall.read, hall.id)) {
		if (due(hall, row) === null) continue;
		// One that cannot be written keeps nobody else from what the law gives him.
		await hall.write((tx) => act(tx, hall, row.id)).catch((error: unknown) => failed.push(error));
	}
	if (failed.length > 0) throw failed[0];
}

function due(hall: Hall, row: RunningIntake): 'warn' | 'deem' | null {
	const clock = tellingClock(row, row.live, hall.clock.now());
	if (clock === 'late') return 'deem';
	return clock === 'due' && row.warned === 0 ? 'warn' : null;
}

/** Looks again inside the transaction: another server may have been first, or a clerk. */
async function act(tx: Tx, hall: Hall, id: number): Promise<void> {
	const found = await runningIntake(tx.k, tx.hall, id);
	if (!found) return;
	const { number, item, due_day: by, staff, window } = found;
	const alarm = { key: String(id), window, about: { number, item, by, staff } };
	const what = due(hall, found);
	if (what === 'warn') {
		await raiseAlarm(tx, hall, { kind: 'notice-soon', ...alarm });
		await saveIntake(tx.k, { ...found, warned: 1 });
	}
	if (what === 'deem') {
		await deem(tx, hall, found, number);
		await raiseAlarm(tx, hall, { kind: 'notice-late', ...alarm });
	}
}

/** Accepted by law from the day of receipt: a matter whose promise counts from that day. */
async function deem(tx: Tx, hall: Hall, row: IntakeRow, number: string): Promise<void> {
	await settle(tx, hall, { row, state: 'deemed', actor: SYSTEM.name, reason: null });
	const owner = await ownerOf(tx, hall, row);
	const { ticket, leg, item, window, day: from } = row;
	const wish = { ticket, leg, number, item, window, from, deemed: true };
	const opened =
		owner === undefined ? refused('staff-unknown', row.staff) : await openMatter(tx, hall, SYSTEM, { ...wish, owner });
	if (!opened.ok) await tx.note(unowned(hall, row, opened.refusal));
}

/** Who took the papers in; where that was no member of staff, or one who is gone, whoever supervises, or else is there. */
async function ownerOf(tx: Tx, hall: Hall, { staff }: IntakeRow): Promise<string | undefined> {
	const own = await getStaff(tx.k, tx.hall, staff);
	return own?.active === 1 ? own.no : freestOwner(tx, hall, { roles: ROLES, kinds: ['matter'], except: null });
}

/** In a hall that has nobody at all the alarm calls all the same. */
function unowned(hall: Hall, row: IntakeRow, why: string): LedgerLine {
	const line = {
		at: hall.clock.now(),
		day: today(hall),
		act: 'intake.unowned',
		actor: SYSTEM.name,
		ticket: row.ticket
	};
	return { ...line, window: row.window, queue: null, body: { intake: row.id, item: row.item, why } };
}
