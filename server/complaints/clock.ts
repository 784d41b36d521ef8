import { liveAlarms } from '#db/alarms.ts';
import { openCases } from '#db/case-lists.ts';
import { getCase } from '#db/cases.ts';
import { forgetPhones } from '#db/complaints.ts';
import type { Tx } from '#db/group.ts';
import type { AlarmRow, CaseRow } from '#db/schema.ts';
import { raiseAlarm, settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { COMPLAINT } from '../rules/cases/complaint.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { UNSOLVED } from '../rules/cases/unsolved.ts';
import { addDays } from '../rules/day.ts';
import { termBefore } from '../rules/workdays.ts';

/** Whoever answers for them looks at so many open ones at a time. */
const MOST = 500;

const URGENT = 'complaint-urgent';
const TELL = 'unsolved-tell';

/**
 * What the clock does beside the cases themselves: the alarm of an urgent complaint ends when somebody looks into it, and
 * the day before a result is due its owner is told to say so and why if it will be late (溧阳: 超期前沟通).
 */
export async function watchComplaints(hall: Hall): Promise<void> {
	const alarms = (await liveAlarms(hall.read, hall.id)).filter(
		({ kind }) => kind === URGENT || kind === TELL || kind === 'unsolved'
	);
	const over: AlarmRow[] = [];
	for (const alarm of alarms) if (!(await stands(hall, alarm))) over.push(alarm);
	const told = new Set(alarms.filter(({ kind }) => kind === TELL).map(({ key }) => key));
	const soon = (await openUnsolved(hall)).filter((row) => isToTell(hall, row) && !told.has(String(row.id)));
	if (over.length + soon.length > 0) await hall.write((tx) => tell(tx, hall, over, soon));
}

async function tell(tx: Tx, hall: Hall, over: readonly AlarmRow[], soon: readonly CaseRow[]): Promise<void> {
	for (const { kind, key } of over) await settleAlarm(tx, hall, { kind, key });
	for (const row of soon) {
		const about = { code: caseNumber(row), owner: row.owner };
		await raiseAlarm(tx, hall, { kind: TELL, key: String(row.id), window: null, about });
	}
}

/** Whether what an alarm was raised for is still so. */
async function stands(hall: Hall, { kind, key }: AlarmRow): Promise<boolean> {
	const row = await getCase(hall.read, hall.id, Number(key));
	if (row?.state !== 'open') return false;
	return kind === TELL ? isToTell(hall, row) : row.stage === COMPLAINT.first || row.stage === UNSOLVED.first;
}

function openUnsolved(hall: Hall): Promise<CaseRow[]> {
	return openCases(hall.read, { hall: hall.id, kind: UNSOLVED.code, most: MOST });
}

const WORKED_ON: ReadonlySet<string> = new Set(['working', 'joint', 'complex', 'reopened']);

/** From the morning of the working day before the due day on, as long as nobody has told the visitor why it takes longer. */
function isToTell(hall: Hall, { due_at: due, stage, explained }: CaseRow): boolean {
	if (due === null || explained === 1 || !WORKED_ON.has(stage)) return false;
	return termBefore({ workdays: 1 }, due, hall.setup.workCalendar) <= hall.clock.now();
}

/** After some weeks nobody is compared by the telephone any more, and the hashes go. */
export async function forgetComplaintPhones(hall: Hall): Promise<void> {
	const before = addDays(today(hall), -hall.setup.policies.complaints.sameWithinDays);
	if (FORGOT.get(hall) === before) return;
	await hall.write((tx) => forgetPhones(tx.k, tx.hall, before));
	FORGOT.set(hall, before);
}

/** Once a day is enough. */
const FORGOT = new WeakMap<Hall, string>();
