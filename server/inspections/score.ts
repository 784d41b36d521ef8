import type { Tx } from '#db/group.ts';
import {
	addArea,
	addInspection,
	addMarks,
	areaByIntent,
	areasOf,
	inspectionOn,
	saveInspection
} from '#db/inspections.ts';
import type { InspectionAreaRow, InspectionMarkRow, InspectionRow } from '#db/schema.ts';
import { settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { addDays } from '../rules/day.ts';
import { areaScore, marksFit, roundScore } from '../rules/inspection.ts';
import type { TaskWish } from '../tasks/give.ts';
import { inspectionLine, missedKey } from './held.ts';
import { areasIn, dueAt, roundsOn, type PlannedRound } from './plan.ts';
import { putRight, tasksAsked, type Rectify } from './rectify.ts';

/** What was found in an area, as it was written down there. */
export interface AreaWish {
	/** code of the round, and the day on which it is made */
	round: string;
	day: string;
	area: string;
	marks: readonly { criterion: string; score: number; remark: string; rectify: Rectify | null }[];
	/** ms; a phone without a line tells of it later */
	scoredAt: number;
	intent: string;
}

/** So long a phone keeps what the server has not heard of. */
const KEPT_MS = 36 * 3_600_000;
/** The clock of a phone may be ahead so much. */
const AHEAD_MS = 5 * 60_000;

/**
 * Writes down an area of a round of inspection 卫生巡查 (S-05): every criterion that it has, once a round. What is to be put right
 * becomes a task with an owner and a date. When the last area is in the round is over.
 */
export function scoreArea(hall: Hall, who: Who, wish: AreaWish): Promise<Result<InspectionAreaRow>> {
	return hall.write(async (tx) => {
		const known = await areaByIntent(tx.k, tx.hall, wish.intent);
		if (known) return done(known);
		const round = roundsOn(hall, wish.day).find(({ code }) => code === wish.round);
		const area = round && areasIn(hall, round).find(({ code }) => code === wish.area);
		if (!round || !area) return refused('round-unknown', `${wish.round} ${wish.area}`);
		const fault = faultIn(hall, wish);
		if (fault) return fault;
		const earlier = await inspectionOn(tx.k, { hall: tx.hall, day: wish.day, plan: round.code });
		const before = earlier ? await areasOf(tx.k, tx.hall, earlier.id) : [];
		if (before.some((one) => one.area === area.code)) return refused('area-scored', area.code);
		const tasks = await tasksAsked(tx, hall, { wish, area });
		if (!tasks.ok) return tasks;
		const inspection = earlier ?? (await begin(tx, hall, who, { round, day: wish.day }));
		const row = await keepArea(tx, hall, who, { wish, inspection, tasks: tasks.value });
		await endWhenDone(tx, hall, who, { inspection, round, areas: [...before, row] });
		return done(row);
	});
}

function faultIn(hall: Hall, { day, area, marks, scoredAt }: AreaWish): Refused | undefined {
	const at = hall.clock.now();
	const now = today(hall);
	if (day > now || day < addDays(now, -1)) return refused('round-over', day);
	if (scoredAt > at + AHEAD_MS || scoredAt < at - KEPT_MS) return refused('round-over', 'scoredAt');
	return marksFit(hall.setup.policies.inspection, area, marks) ? undefined : refused('bad-request', 'marks');
}

/** The round of a day begins with its first area; one that had been missed is made late. */
async function begin(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ round, day }: { round: PlannedRound; day: string }
): Promise<InspectionRow> {
	const due = dueAt(hall, round, day);
	const id = await inspectionLine(tx, hall, who.name, { act: 'begun', body: { round: round.code, day, dueAt: due } });
	const row: InspectionRow = {
		...{ hall: tx.hall, id, plan: round.code, day, state: 'open', due_at: due, done_at: null, score: null }
	};
	await addInspection(tx.k, row);
	return row;
}

async function keepArea(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, inspection, tasks }: { wish: AreaWish; inspection: InspectionRow; tasks: Map<string, TaskWish> }
): Promise<InspectionAreaRow> {
	const of = { hall: tx.hall, inspection: inspection.id, area: wish.area };
	const marks: InspectionMarkRow[] = [];
	for (const { criterion, score, remark } of wish.marks) {
		const asked = tasks.get(criterion);
		const task = asked ? await putRight(tx, hall, who, { ...asked, inspection: inspection.id }) : null;
		marks.push({ ...of, criterion, score, remark: remark.trim(), task });
	}
	const score = areaScore(hall.setup.policies.inspection, wish.marks);
	const { day, scoredAt: at, intent } = wish;
	const row: InspectionAreaRow = { ...of, day, score, staff: who.staff ?? who.name, at, intent };
	await addArea(tx.k, row);
	await addMarks(tx.k, marks);
	const said = Object.fromEntries(marks.map((mark) => [mark.criterion, mark.score]));
	const body = { inspection: inspection.id, area: wish.area, score, marks: said, at };
	await inspectionLine(tx, hall, who.name, { act: 'scored', body });
	return row;
}

async function endWhenDone(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ inspection, round, areas }: { inspection: InspectionRow; round: PlannedRound; areas: InspectionAreaRow[] }
): Promise<void> {
	if (areasIn(hall, round).some(({ code }) => !areas.some(({ area }) => area === code))) return;
	const done_at = Math.max(...areas.map(({ at }) => at));
	const score = roundScore(areas);
	const body = { inspection: inspection.id, round: round.code, day: inspection.day, score, at: done_at };
	await inspectionLine(tx, hall, who.name, { act: 'done', body });
	await saveInspection(tx.k, { ...inspection, state: 'done', done_at, score });
	await settleAlarm(tx, hall, { kind: 'round-missed', key: missedKey(round.code, inspection.day) });
}
