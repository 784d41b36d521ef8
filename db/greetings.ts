import { sql, type Kysely } from 'kysely';
import type { GreetingRow, Tables } from './schema.ts';
import type { GreetingMark } from './words-talk.ts';

type K = Kysely<Tables>;

/** Keeps a mark; the leg must not have it. */
export async function addGreeting(k: K, row: GreetingRow): Promise<void> {
	await k.insertInto('greeting').values(row).execute();
}

/** The marks of one service, in no order. */
export function greetingsOf(k: K, hall: number, leg: number): Promise<GreetingRow[]> {
	return k.selectFrom('greeting').selectAll().where('hall', '=', hall).where('leg', '=', leg).execute();
}

/** The service of a window that was over last on a day, whatever became of it. */
export function lastEndedAt(
	k: K,
	of: { hall: number; day: string; window: string }
): Promise<{ id: number; ticket: number; staff: string | null; ended_at: number | null } | undefined> {
	return k
		.selectFrom('leg')
		.select(['id', 'ticket', 'staff', 'ended_at'])
		.where('hall', '=', of.hall)
		.where('day', '=', of.day)
		.where('window', '=', of.window)
		.where('state', '=', sql.lit('ended' as const))
		.where('started_at', 'is not', null)
		.orderBy('ended_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Whom it is counted for. */
export interface GreetingGroup {
	day: string;
	window: string;
	staff: string;
}

/** The days from `from` to `to`, both included; of one window only where it is named. */
export interface GreetingRange {
	hall: number;
	from: string;
	to: string;
	window?: string;
}

/** How many services were ended, by day, window and staff number. */
export async function servicesBy(k: K, range: GreetingRange): Promise<(GreetingGroup & { services: number })[]> {
	const rows = await k
		.selectFrom('leg')
		.select(['day', 'window', 'staff', sql<number>`count(*)`.as('services')])
		.where('hall', '=', range.hall)
		.where('day', '>=', range.from)
		.where('day', '<=', range.to)
		.where('state', '=', sql.lit('ended' as const))
		.where('started_at', 'is not', null)
		.where('staff', 'is not', null)
		.$if(range.window !== undefined, (query) => query.where('window', '=', range.window ?? ''))
		.groupBy(['day', 'window', 'staff'])
		.execute();
	return rows.map((row) => ({
		...row,
		window: row.window ?? '',
		staff: row.staff ?? '',
		services: row.services
	}));
}

/** How often each mark was set, by day, window and staff number. */
export async function marksBy(
	k: K,
	range: GreetingRange
): Promise<(GreetingGroup & { mark: GreetingMark; marks: number })[]> {
	const rows = await k
		.selectFrom('greeting')
		.select(['day', 'window', 'staff', 'mark', sql<number>`count(*)`.as('marks')])
		.where('hall', '=', range.hall)
		.where('day', '>=', range.from)
		.where('day', '<=', range.to)
		.$if(range.window !== undefined, (query) => query.where('window', '=', range.window ?? ''))
		.groupBy(['day', 'window', 'staff', 'mark'])
		.execute();
	return rows;
}
