import { casesForClock } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { CaseRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { raiseAlarm } from '../alarms/alarms.ts';
import { clockStep, type ClockAct } from '../rules/cases/clock.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { holdCase, keepCase, timeFor, type HeldCase } from './held.ts';

/** So many cases in one transaction; the others come in the next. */
const AT_ONCE = 50;

/**
 * What the clock does with cases: offers fall back, owners are reminded, higher levels are told. Called again and again;
 * what was done is not done twice, and what was slept through is done once.
 */
export async function keepCases(hall: Hall): Promise<void> {
	for (;;) {
		const due = await casesForClock(hall.read, { hall: hall.id, at: hall.clock.now(), most: AT_ONCE });
		if (due.length === 0) return;
		await hall.write(async (tx) => {
			for (const { id } of due) await keepOne(tx, hall, id);
		});
		if (due.length < AT_ONCE) return;
	}
}

async function keepOne(tx: Tx, hall: Hall, id: number): Promise<void> {
	let held = await holdCase(tx, id);
	while (held) {
		const time = timeFor(hall, held.kind);
		const stepped = clockStep(held.kind, held.row, time.at, time);
		if (!stepped) return;
		held = await keep(tx, hall, held, stepped);
	}
}

async function keep(tx: Tx, hall: Hall, held: HeldCase, stepped: ClockAct): Promise<HeldCase> {
	const { act, row } = stepped;
	const body = act === 'escalated' ? { level: stepped.level } : {};
	const note = { name: `case.${act}`, act, body };
	if (act === 'escalated') await tellHigher(tx, hall, row, stepped.level);
	return { ...held, row: await keepCase(tx, hall, SYSTEM, { before: held.row, after: row, note }) };
}

/** The first level is told as long as it lasts; each higher one by an alarm of its own, until somebody has seen it. */
async function tellHigher(tx: Tx, hall: Hall, row: CaseRow, level: number): Promise<void> {
	const about = { number: caseNumber(row), kind: row.kind, owner: row.owner, level };
	const of = { key: String(row.id), window: row.window, about };
	await raiseAlarm(tx, hall, { ...of, kind: 'case-overdue' });
	if (level > 1) await raiseAlarm(tx, hall, { ...of, kind: 'case-escalated' });
}
