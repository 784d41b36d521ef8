/** The ends of service days in the ledger, and their signatures. */
import { sql, type Kysely } from 'kysely';
import type { DayHeadRow, Tables } from './schema.ts';
import { statement } from './statement.ts';

type K = Kysely<Tables>;

/** The end of a day that nobody has signed yet. */
export type Closing = Pick<DayHeadRow, 'seq' | 'day' | 'hash'>;

const open = statement<{ hall: number }, Closing>(['hall'], (k, { hall }) =>
	k
		.selectFrom('ledger')
		.leftJoin('day_head', (join) =>
			join.onRef('day_head.hall', '=', 'ledger.hall').onRef('day_head.seq', '=', 'ledger.seq')
		)
		.select(['ledger.seq', 'ledger.day', 'ledger.hash'])
		.where('ledger.hall', '=', hall)
		// The index of closings speaks of this very word.
		.where('ledger.act', '=', sql.lit('day.closed'))
		.where('ledger.hash', '<>', sql.lit(''))
		.where('day_head.seq', 'is', null)
		.orderBy('ledger.seq')
);

/** Closings without a signature, oldest first; those older than the chain have nothing to be signed. */
export function unsigned(k: K, hall: number): Promise<Closing[]> {
	return open.run(k, { hall });
}

const newest = statement<{ hall: number }, DayHeadRow>(['hall'], (k, { hall }) =>
	k.selectFrom('day_head').selectAll().where('hall', '=', hall).orderBy('seq', 'desc').limit(1)
);

/** The head of the day that was closed last. */
export async function newestHead(k: K, hall: number): Promise<DayHeadRow | undefined> {
	const [row] = await newest.run(k, { hall });
	return row;
}

/** All signed heads, oldest first. */
export function dayHeads(k: K, hall: number): Promise<DayHeadRow[]> {
	return k.selectFrom('day_head').selectAll().where('hall', '=', hall).orderBy('seq').execute();
}

/** Adds a signed head, unless another process has signed that closing first. */
export async function addDayHead(k: K, row: DayHeadRow): Promise<void> {
	await k
		.insertInto('day_head')
		.values(row)
		.onConflict((c) => c.columns(['hall', 'seq']).doNothing())
		.execute();
}
