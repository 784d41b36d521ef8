import type { Tx } from '#db/group.ts';
import { getStaff } from '#db/people.ts';
import type { CaseRow, Role } from '#db/schema.ts';
import { addTask, tasksOf } from '#db/tasks.ts';
import { openCase } from '../cases/open.ts';
import { freestOwner } from '../cases/owner.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { TASK } from '../rules/cases/task.ts';
import { isDay } from '../rules/day.ts';
import { endOfDay } from '../rules/workdays.ts';

/** What is to be done, by whom and until when. */
export interface TaskWish {
	/** a line for the list */
	title: string;
	text: string;
	/** staff numbers and codes of desks; each gets a task of its own */
	staff: readonly string[];
	desks: readonly string[];
	/** the last day in time, `YYYY-MM-DD` */
	day: string;
	urgent?: boolean;
	/** the round of inspection that found it */
	inspection?: number | null;
	intent: string;
}

interface Receiver {
	owner: string;
	desk: string | null;
}

const DESK_ROLES: readonly Role[] = ['guide', 'supervisor'];

/** Gives a task 交办 to one or several: each has an owner, the date and reminders of its own (G-08). */
export function giveTask(hall: Hall, who: Who, wish: TaskWish): Promise<Result<CaseRow[]>> {
	return hall.write((tx) => giveTaskIn(tx, hall, who, wish));
}

/** The same within a verb. Nothing is written when one of them could not be given. */
export async function giveTaskIn(tx: Tx, hall: Hall, who: Who, wish: TaskWish): Promise<Result<CaseRow[]>> {
	const barred = faultIn(hall, wish);
	if (barred) return barred;
	const receivers = await receiversOf(tx, hall, wish);
	if ('ok' in receivers) return receivers;
	const given: CaseRow[] = [];
	for (const receiver of receivers) given.push(await giveOne(tx, hall, who, { wish, receiver, first: given[0] }));
	return done(given);
}

function faultIn(hall: Hall, { title, day, staff, desks }: TaskWish): Refused | undefined {
	if (title.trim() === '') return refused('text-needed', 'title');
	if (staff.length + desks.length === 0) return refused('receiver-needed');
	return isDay(day) && day >= today(hall) ? undefined : refused('due-day-invalid', day);
}

/** Who answers for each: the person, or whoever of the desk has the fewest. */
async function receiversOf(tx: Tx, hall: Hall, { staff, desks }: TaskWish): Promise<Receiver[] | Refused> {
	const receivers: Receiver[] = [];
	for (const no of new Set(staff)) {
		const known = await getStaff(tx.k, tx.hall, no);
		if (known?.active !== 1) return refused('staff-unknown', no);
		receivers.push({ owner: no, desk: null });
	}
	for (const desk of new Set(desks)) {
		const owner = await freestOwner(tx, hall, { roles: DESK_ROLES, kinds: [TASK.code], except: null, desk });
		if (owner === undefined) return refused('staff-unknown', desk);
		receivers.push({ owner, desk });
	}
	return receivers;
}

async function giveOne(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ wish, receiver, first }: { wish: TaskWish; receiver: Receiver; first: CaseRow | undefined }
): Promise<CaseRow> {
	const opened = await openCase(tx, hall, who, {
		kind: TASK.code,
		...receiver,
		about: wish.title.trim(),
		text: wish.text.trim(),
		urgent: wish.urgent === true,
		givenAt: endOfDay(wish.day, hall.setup.workCalendar),
		intent: `${wish.intent}/${receiver.desk ?? receiver.owner}`
	});
	if (!opened.ok) throw new Error(`a task cannot be given to ${receiver.owner}: ${opened.refusal}`);
	const row = opened.value;
	const [known] = await tasksOf(tx.k, tx.hall, [row.id]);
	if (known) return row;
	const of = { hall: tx.hall, case: row.id, giving: first?.id ?? row.id };
	await addTask(tx.k, { ...of, given_by: who.staff ?? who.name, inspection: wish.inspection ?? null });
	return row;
}
