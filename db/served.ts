import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { LegOutcome } from './words.ts';

/** How a visit to a window ends when it was served there; a transferred one is served elsewhere. */
const SERVED: readonly LegOutcome[] = ['done', 'chained', 'noticed', 'refused'];

/** What a window has done on one service day: served, missed, and the mean time of service in seconds, pauses left out. */
export async function servedToday(
	k: Kysely<Tables>,
	of: { hall: number; day: string; window: string }
): Promise<{ served: number; missed: number; meanServiceSeconds: number | null }> {
	const rows = await k
		.selectFrom('leg')
		.select(({ fn }) => [
			'outcome',
			fn.countAll<number>().as('n'),
			// a sum of 64-bit integers is numeric, which PostgreSQL's driver leaves as text
			sql<number | string>`sum(ended_at - coalesce(started_at, ended_at) - parked_ms)`.as('ms')
		])
		.where('hall', '=', of.hall)
		.where('day', '=', of.day)
		.where('window', '=', of.window)
		.where('state', '=', sql.lit('ended' as const))
		.groupBy('outcome')
		.execute();
	const served = rows.filter((row) => row.outcome !== null && SERVED.includes(row.outcome));
	const count = served.reduce((sum, row) => sum + row.n, 0);
	const ms = served.reduce((sum, row) => sum + Number(row.ms), 0);
	const missed = rows.find((row) => row.outcome === 'missed')?.n ?? 0;
	return { served: count, missed, meanServiceSeconds: count === 0 ? null : Math.round(ms / count / 1000) };
}
