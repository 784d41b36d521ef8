import { openIntakes, saveIntake } from '#db/intakes.ts';
import type { Tx } from '#db/group.ts';
import type { IntakeRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import type { Hall } from '../hall.ts';
import { settle } from '../intake/receive.ts';
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
	const { number, live: _, ...row } = found;
	const about = { number, item: row.item, dueDay: row.due_day, staff: row.staff };
	const alarm = { key: String(row.id), window: row.window, about };
	const what = due(hall, found);
	if (what === 'warn') {
		await raiseAlarm(tx, hall, { kind: 'notice-soon', ...alarm });
		await saveIntake(tx.k, { ...row, warned: 1 });
	}
	if (what === 'deem') {
		await deem(tx, hall, row);
		await raiseAlarm(tx, hall, { kind: 'notice-late', ...alarm });
	}
}

/** Accepted by law from the day of receipt. */
async function deem(tx: Tx, hall: Hall, row: IntakeRow): Promise<void> {
	await settle(tx, hall, { row, state: 'deemed', actor: SYSTEM.name, reason: null });
}
