import type { Kysely } from 'kysely';
import type { BoardCheckRow, Tables } from './schema.ts';

export async function addBoardCheck(k: Kysely<Tables>, row: BoardCheckRow): Promise<void> {
	await k.insertInto('board_check').values(row).execute();
}

/** Newest first. */
export function newestBoardChecks(k: Kysely<Tables>, hall: number, most: number): Promise<BoardCheckRow[]> {
	return k.selectFrom('board_check').selectAll().where('hall', '=', hall).orderBy('id', 'desc').limit(most).execute();
}
