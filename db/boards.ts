import type { Kysely } from 'kysely';
import type { BoardOutcome, BoardRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

export function allBoards(k: K, hall: number): Promise<BoardRow[]> {
	return k.selectFrom('board').selectAll().where('hall', '=', hall).execute();
}

/** What should stand on a board from now on. */
export async function wantBoard(
	k: K,
	{ hall, device, wanted, at }: { hall: number; device: string; wanted: string; at: number }
): Promise<void> {
	await k
		.insertInto('board')
		.values({ hall, device, wanted, wanted_at: at, shown: null, outcome: null, outcome_at: null })
		.onConflict((c) => c.columns(['hall', 'device']).doUpdateSet({ wanted, wanted_at: at }))
		.execute();
}

/** What is known to stand there: `shown` is kept when nothing new came through. */
export async function boardOutcome(
	k: K,
	board: { hall: number; device: string },
	result: { outcome: BoardOutcome; shown: string | null; at: number }
): Promise<void> {
	const shown = result.shown === null ? {} : { shown: result.shown };
	await k
		.updateTable('board')
		.set({ outcome: result.outcome, outcome_at: result.at, ...shown })
		.where('hall', '=', board.hall)
		.where('device', '=', board.device)
		.execute();
}
