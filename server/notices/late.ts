import { openIntakes, saveIntake } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import type { LedgerLine } from '#db/ledger.ts';
import type { IntakeRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { settle } from '../intake/receive.ts';
import { openMatter } from '../matters/open.ts';
import { SYSTEM } from '../people/access.ts';
import { tellingClock } from '../rules/intake.ts';

type Running = Awaited<ReturnType<typeof openIntakes>>[number];

/**
 * The round of the law's clock: staff are warned of papers of which their visitor has still to be told, and what was not
 * told in time is accepted from the day of receipt 视为受理, with an alarm. Every server of a hall may look; one writes.
 */
export async function watchIntakes(hall: Hall): Promise<void> {
	for (const row of await openIntakes(hall.read, hall.id)) {
		if (due(hall, row) !== null) await hall.write((tx) => act(tx, hall, row.id));
	}
}

function due(hall: Hall, row: Running): 'warn' | 'deem' | null {
	const clock = tellingClock(row, row.live, hall.clock.now());
	if (clock === 'late') return 'deem';
	return clock === 'due' && row.warned === 0 ? 'warn' : null;
}

/** Looks again inside the transaction: another server may have been first, or a clerk. */
async function act(tx: Tx, hall: Hall, id: number): Promise<void> {
	const found = (await openIntakes(tx.k, tx.hall)).find((one) => one.id === id);
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

/** Accepted by law from the day of receipt: a matter whose promise counts from that day, owned by who took the papers in. */
async function deem(tx: Tx, hall: Hall, row: IntakeRow, number: string): Promise<void> {
	await settle(tx, hall, { row, state: 'deemed', actor: SYSTEM.name, reason: null });
	const { ticket, leg, item, window, staff: owner, day: from } = row;
	const opened = await openMatter(tx, hall, SYSTEM, { ticket, leg, number, item, window, owner, from, deemed: true });
	// Whoever took the papers in may be gone from the hall: the alarm calls for somebody all the same.
	if (!opened.ok) await tx.note(unowned(hall, row, opened.refusal));
}

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
