import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, emptyDatabase, type EmptyDatabase } from '#test/db.ts';
import { migrate } from './migrate.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

const CHECK: Row = {
	...{ hall: 1, id: 5, bus: 'line', board: 'b1', address: 2, sign: 'clean', verdict: 'alone', staff: 'staff:9001', at: 1 }
};

/** Rows that no verb writes, and that the table itself refuses. */
const NONSENSE: [what: string, row: Row][] = [
	['the same result twice', CHECK],
	['a board that is not there', { ...CHECK, id: 6, board: 'b9' }],
	['an address below none', { ...CHECK, id: 6, address: -1 }],
	['a sign of no kind', { ...CHECK, id: 6, sign: 'loud' }],
	['a finding that is none', { ...CHECK, id: 6, verdict: 'open' }]
];

describe.each(ENGINES)('%s', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await emptyDatabase(engine);
		database = await openDatabase(empty.url);
		await migrate(database.read);
		const k: Kysely<Tables> = database.read;
		await k.insertInto('hall').values({ id: 1, code: 'h', seq: 0, head: '' } as never).execute();
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});
	test.each(NONSENSE)('%s', async (_, row) => {
		await expect(database.read.insertInto('board_check').values(row as never).execute()).rejects.toThrow();
	});
});
