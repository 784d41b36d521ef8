import { openCases, openCasesOf } from '#db/case-lists.ts';
import { newestLine } from '#db/ledger.ts';
import type { CaseRow, TaskRow } from '#db/schema.ts';
import { tasksGivenBy, tasksOf } from '#db/tasks.ts';
import { handOf, personIn } from '../cases/asker.ts';
import { isOverdue, lineOf } from '../cases/line.ts';
import { seesCase } from '../cases/sees.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { isOfferedTo } from '../rules/cases/hand.ts';
import { TASK } from '../rules/cases/task.ts';
import { may } from '../rules/rights.ts';
import type { TaskLine, TaskList, TasksView } from '../views.ts';

/** So many tasks stand on one page. */
const MOST = 200;

const LISTS: readonly string[] = ['own', 'given', 'overdue', 'open'] satisfies TaskList[];

export function isTaskList(word: string): word is TaskList {
	return LISTS.includes(word);
}

/** The tasks of a list: own ones, those that this person gave, those late; all open ones for who watches the hall. */
export async function tasksView(hall: Hall, who: Who, list: TaskList): Promise<TasksView> {
	const lists = await listsOf(hall, who);
	const { file, timeZone } = hall.setup;
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		staff: {
			no: who.staff ?? '',
			role: who.role,
			oversees: isAllowed(hall, who, 'case:oversee'),
			reads: isAllowed(hall, who, 'case:read-any')
		},
		timeZone,
		list,
		cases: await linesOf(hall, lists[list].slice(0, MOST)),
		counts: {
			own: lists.own.length,
			given: lists.given.filter(({ state }) => state === 'open').length,
			overdue: lists.overdue.length,
			open: lists.open.length
		},
		gives: isAllowed(hall, who, 'task:give'),
		people: file.staff.filter(({ role }) => may(role, 'case:work')).map(({ no, role }) => ({ no, role })),
		desks: file.desks.map(({ code, name }) => ({ code, name }))
	};
}

async function listsOf(hall: Hall, who: Who): Promise<Record<TaskList, CaseRow[]>> {
	const at = hall.clock.now();
	const person = personIn(hall, who);
	const hands = await openCasesOf(hall.read, handOf(hall, who.staff ?? ''));
	const mine = hands.filter(({ kind }) => kind === TASK.code);
	const reads = isAllowed(hall, who, 'case:read-any');
	const open = reads ? await openCases(hall.read, { hall: hall.id, kind: TASK.code, most: MOST }) : mine;
	const given = await tasksGivenBy(hall.read, { hall: hall.id, by: who.staff ?? who.name, most: MOST });
	return {
		own: mine.filter((row) => row.owner === person.staff || isOfferedTo(row, person)),
		given: given.filter((row) => seesCase(hall, who, row)),
		overdue: open.filter((row) => isOverdue(row, at)),
		open
	};
}

async function linesOf(hall: Hall, rows: readonly CaseRow[]): Promise<TaskLine[]> {
	const ids = rows.map(({ id }) => id);
	const tasks = new Map((await tasksOf(hall.read, hall.id, ids)).map((task) => [task.case, task]));
	return Promise.all(rows.map((row) => taskLine(hall, row, tasks.get(row.id))));
}

async function taskLine(hall: Hall, row: CaseRow, task: TaskRow | undefined): Promise<TaskLine> {
	const line = await lineOf(hall, row);
	return { ...line, givenBy: task?.given_by ?? row.first_owner, found: task?.inspection != null };
}
