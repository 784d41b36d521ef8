import { casesForClock, openCasesAfter, saveCase } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import type { Hall } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { clockStep, nextMoment, type ClockAct } from '../rules/cases/clock.ts';
import type { Setup } from '../setup/hall.ts';
import { levelTold, tellHigher } from './calls.ts';
import { holdCase, keepCase, timeFor, type CaseNote, type HeldCase } from './held.ts';

/** So many cases in one transaction; the others come in the next. */
const AT_ONCE = 50;

/** The hall files by which the stored moments of all open cases have been reckoned. */
const RECKONED = new WeakSet<Setup>();

/**
 * What the clock does with cases: offers fall back, owners are reminded, higher levels are told, stages lapse. Called again and again;
 * what was done is not done twice, and what was slept through is done once.
 */
export async function keepCases(hall: Hall): Promise<void> {
	await reckonAll(hall);
	let more = true;
	while (more) more = await keepSome(hall);
}

/** Another hall file has other terms and holidays: every open case is looked at again at the moment that those give. */
async function reckonAll(hall: Hall): Promise<void> {
	const { setup } = hall;
	if (RECKONED.has(setup)) return;
	let rows = await openCasesAfter(hall.read, { hall: hall.id, after: 0, most: AT_ONCE });
	while (rows.length > 0) {
		const ids = rows.map(({ id }) => id);
		await hall.write(async (tx) => {
			for (const id of ids) await reckonOne(tx, hall, id);
		});
		rows = await openCasesAfter(hall.read, { hall: hall.id, after: Math.max(...ids), most: AT_ONCE });
	}
	RECKONED.add(setup);
}

async function reckonOne(tx: Tx, hall: Hall, id: number): Promise<void> {
	const held = await holdCase(tx, id);
	if (held) await reckon(tx, hall, held);
}

/** Stores the moment at which the clock looks at a case next; whether it was another. */
async function reckon(tx: Tx, hall: Hall, { kind, row }: HeldCase): Promise<boolean> {
	const next = nextMoment(kind, row, timeFor(hall, kind));
	if (next === row.next_at) return false;
	await saveCase(tx.k, { ...row, next_at: next });
	return true;
}

/** One transaction of what is due; whether there may be more. A pass that changed nothing is the last. */
async function keepSome(hall: Hall): Promise<boolean> {
	const due = await casesForClock(hall.read, { hall: hall.id, at: hall.clock.now(), most: AT_ONCE });
	if (due.length === 0) return false;
	const changed = await hall.write(async (tx) => {
		let count = 0;
		for (const { id } of due) if (await keepOne(tx, hall, id)) count += 1;
		return count;
	});
	return changed > 0 && due.length === AT_ONCE;
}

/** Whether anything was changed. */
async function keepOne(tx: Tx, hall: Hall, id: number): Promise<boolean> {
	let held = await holdCase(tx, id);
	let changed = false;
	while (held) {
		const time = timeFor(hall, held.kind);
		const stepped = clockStep(held.kind, held.row, time.at, time);
		if (!stepped) return (await reckon(tx, hall, held)) || changed;
		held = await keep(tx, hall, held, stepped);
		changed = true;
	}
	return changed;
}

async function keep(tx: Tx, hall: Hall, held: HeldCase, stepped: ClockAct): Promise<HeldCase> {
	const { act, row } = stepped;
	const note = noteOf(hall, held, stepped);
	if (act === 'escalated') await tellHigher(tx, hall, { ...held, row }, stepped.level);
	return { ...held, row: await keepCase(tx, hall, SYSTEM, { before: held.row, after: row, note }) };
}

function noteOf(hall: Hall, { kind }: HeldCase, stepped: ClockAct): CaseNote {
	const { act, row } = stepped;
	if (act === 'lapsed') return { name: row.state === 'closed' ? 'case.closed' : 'case.moved', act: stepped.name };
	const body = act === 'escalated' ? { level: stepped.level, ...levelTold(hall, kind, stepped.level) } : {};
	return { name: `case.${act}`, act, body };
}
