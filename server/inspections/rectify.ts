import type { Tx } from '#db/group.ts';
import { getStaff } from '#db/people.ts';
import { freestOwner } from '../cases/owner.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { TASK } from '../rules/cases/task.ts';
import { dayOf, isDay } from '../rules/day.ts';
import { addWorkdays } from '../rules/workdays.ts';
import { giveTaskIn, type TaskWish } from '../tasks/give.ts';
import type { PlannedArea } from './plan.ts';

/** Who is to put something right and by when; null for whoever the hall file names, and its term. */
export interface Rectify {
	owner: string | null;
	/** `YYYY-MM-DD` */
	day: string | null;
}

interface Asked {
	wish: {
		marks: readonly { criterion: string; remark: string; rectify: Rectify | null }[];
		intent: string;
		scoredAt: number;
	};
	area: PlannedArea;
}

/** The tasks that an area asks for, by criterion; each can be given as it is. Nothing is written here. */
export async function tasksAsked(tx: Tx, hall: Hall, { wish, area }: Asked): Promise<Result<Map<string, TaskWish>>> {
	const tasks = new Map<string, TaskWish>();
	for (const { criterion, remark, rectify } of wish.marks) {
		if (!rectify) continue;
		if (remark.trim() === '') return refused('text-needed', criterion);
		const day = dayFor(hall, rectify.day, wish.scoredAt);
		if (day === undefined) return refused('due-day-invalid', rectify.day ?? '');
		const owner = await ownerOf(tx, hall, rectify.owner ?? area.owner);
		if (owner === undefined) return refused('staff-unknown', rectify.owner ?? area.code);
		const title = `${area.name.zh} ${nameOf(hall, criterion)}`;
		const to = { staff: [owner], desks: [], day };
		tasks.set(criterion, { title, text: remark, ...to, intent: `${wish.intent}/${criterion}` });
	}
	return done(tasks);
}

/**
 * The last day in time; undefined for one that was over when it was chosen. A phone without a line tells of it later: what
 * was a day to come there may be over by now, and is today then.
 */
function dayFor(hall: Hall, chosen: string | null, scoredAt: number): string | undefined {
	const day = chosen ?? rectifyBy(hall);
	const there = dayOf(Math.min(scoredAt, hall.clock.now()), hall.setup.timeZone);
	if (!isDay(day) || day < there) return undefined;
	return day < today(hall) ? today(hall) : day;
}

async function ownerOf(tx: Tx, hall: Hall, named: string | null): Promise<string | undefined> {
	if (named !== null) return (await getStaff(tx.k, tx.hall, named))?.active === 1 ? named : undefined;
	return freestOwner(tx, hall, { roles: ['supervisor', 'administrator', 'guide'], kinds: [TASK.code], except: null });
}

function nameOf(hall: Hall, criterion: string): string {
	return hall.setup.policies.inspection.criteria.find(({ code }) => code === criterion)?.name.zh ?? criterion;
}

/** What is to be put right is a task like any other: with an owner, a date, reminders, and somebody who looks at it. */
export async function putRight(tx: Tx, hall: Hall, who: Who, task: TaskWish): Promise<number | null> {
	const given = await giveTaskIn(tx, hall, who, task);
	if (!given.ok) throw new Error(`what was found cannot be given to anybody: ${given.refusal}`);
	return given.value[0]?.id ?? null;
}

/** Until when what is found today is put right, unless another day is given. */
export function rectifyBy(hall: Hall): string {
	return addWorkdays(today(hall), hall.setup.policies.inspection.rectifyWorkdays, hall.setup.workCalendar);
}
