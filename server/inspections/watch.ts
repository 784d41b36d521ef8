import { addInspection, inspectionOn, saveInspection } from '#db/inspections.ts';
import type { Tx } from '#db/group.ts';
import type { InspectionRow } from '#db/schema.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { addDays } from '../rules/day.ts';
import { inspectionLine, missedKey } from './held.ts';
import { areasIn, dueAt, roundsOn, type PlannedRound } from './plan.ts';

/**
 * Tells of rounds that should be over by now and are not, once each; also of those of yesterday, over which the server may have slept.
 * A round whose time had passed when the hall file came into force is none.
 */
export async function watchInspections(hall: Hall): Promise<void> {
	const now = today(hall);
	for (const day of [addDays(now, -1), now]) {
		for (const round of roundsOn(hall, day)) if (await isMissed(hall, round, day)) await miss(hall, round, day);
	}
}

async function isMissed(hall: Hall, round: PlannedRound, day: string): Promise<boolean> {
	const due = dueAt(hall, round, day);
	if (hall.clock.now() <= due || due < hall.setup.appliedAt || areasIn(hall, round).length === 0) return false;
	const known = await inspectionOn(hall.read, { hall: hall.id, day, plan: round.code });
	return known === undefined || known.state === 'open';
}

function miss(hall: Hall, round: PlannedRound, day: string): Promise<void> {
	return hall.write(async (tx) => {
		const known = await inspectionOn(tx.k, { hall: tx.hall, day, plan: round.code });
		if (known !== undefined && known.state !== 'open') return;
		const due_at = dueAt(hall, round, day);
		const line = await inspectionLine(tx, hall, SYSTEM.name, {
			act: 'missed',
			body: { inspection: known?.id, round: round.code, day, dueAt: due_at }
		});
		await keepMissed(tx, known, { hall: tx.hall, id: line, plan: round.code, day, due_at });
		const about = { round: round.name.zh, name: round.name.en, day };
		await raiseAlarm(tx, hall, { kind: 'round-missed', key: missedKey(round.code, day), window: null, about });
	});
}

async function keepMissed(
	tx: Tx,
	known: InspectionRow | undefined,
	fresh: Omit<InspectionRow, 'state' | 'done_at' | 'score'>
): Promise<void> {
	if (known) await saveInspection(tx.k, { ...known, state: 'missed' });
	else await addInspection(tx.k, { ...fresh, state: 'missed', done_at: null, score: null });
}
