import { sql, type Kysely } from 'kysely';
import type { CaseRow, TaskRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export async function addTask(k: K, row: TaskRow): Promise<void> {
	await k.insertInto('task').values(row).execute();
}

/** With what these cases were given, in no order. */
export function tasksOf(k: K, hall: number, cases: readonly number[]): Promise<TaskRow[]> {
	if (cases.length === 0) return Promise.resolve([]);
	return k.selectFrom('task').selectAll().where('hall', '=', hall).where('case', 'in', cases).execute();
}

/** The cases of the tasks that somebody gave, open ones first, then the newest; at most `most`. */
export function tasksGivenBy(k: K, of: { hall: number; by: string; most: number }): Promise<CaseRow[]> {
	return k
		.selectFrom('task')
		.innerJoin('case', (join) => join.onRef('case.hall', '=', 'task.hall').onRef('case.id', '=', 'task.case'))
		.selectAll('case')
		.where('task.hall', '=', of.hall)
		.where('task.given_by', '=', of.by)
		.orderBy(sql`"case".closed_at is not null`)
		.orderBy('case.id', 'desc')
		.limit(of.most)
		.execute();
}
