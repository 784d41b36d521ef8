import { casesForClock } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { clockStep, type ClockAct } from '../rules/cases/clock.ts';
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
	return { ...held, row: await keepCase(tx, hall, SYSTEM, { before: held.row, after: row, note }) };
}
