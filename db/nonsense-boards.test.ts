import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, emptyDatabase, type EmptyDatabase } from '#test/db.ts';
import { migrate } from './migrate.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

const CHECK: Row = {
	...{
		hall: 1,
		id: 5,
		bus: 'line',
		board: 'b1',
		address: 2,
		sign: 'clean',
		verdict: 'alone',
		staff: 'staff:9001',
		at: 1
	}
};

/** Rows that no verb writes, and that the table itself refuses. */
const NONSENSE: [what: string, row: Row][] = [
	['the same result twice', CHECK],
	['a board that is not there', { ...CHECK, id: 6, board: 'b9' }],
	['an address below none', { ...CHECK, id: 6, address: -1 }],
	['a sign of no kind', { ...CHECK, id: 6, sign: 'loud' }],
	['a finding that is none', { ...CHECK, id: 6, verdict: 'open' }]
];

describe.each(ENGINES)('%s: what the table of board checks refuses', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await emptyDatabase(engine);
		database = openDatabase(empty.url);
		await migrate(database.write);
		await add('hall', { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 });
		await add('device', { hall: 1, code: 'b1', kind: 'board', active: 1 });
		await add('board_check', CHECK);
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	const add = (table: keyof Tables, row: Row): Promise<unknown> =>
		(database.write as unknown as Kysely<Record<string, Row>>).insertInto(table).values(row).execute();

	test.each(NONSENSE)('%s', async (_, row) => {
		await expect(add('board_check', row)).rejects.toThrow();
	});
});
