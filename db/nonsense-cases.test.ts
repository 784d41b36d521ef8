import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { CASE } from '#test/fixtures/rows.ts';
import { addCase } from './cases.ts';
import { openDatabase, type Database } from './open.ts';
import type { CaseRow, Tables } from './schema.ts';

type K = Kysely<Tables>;

const CODED: CaseRow = { ...CASE, ticket: null, leg: null, code: '000000005724', contact: 'call', told_way: 'letter' };
const twice = async (k: K): Promise<void> => {
	await addCase(k, CODED);
	await addCase(k, { ...CODED, id: 2 });
};
const NONSENSE: [what: string, write: (k: K) => Promise<unknown>][] = [
	['one code of two cases', twice],
	['an answer by no known way', (k) => addCase(k, { ...CODED, contact: 'pigeon' as never })],
	['told by no known way', (k) => addCase(k, { ...CODED, told_way: 'pigeon' as never })]
];

describe.each(ENGINES)('T-01 C-07 %s: cases that visitors follow refuse nonsense by themselves', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		const k = database.write;
		await sql`insert into hall (id, code, name, time_zone, seq) values (1, 'small', '小厅', 'Asia/Shanghai', 9)`.execute(
			k
		);
		await sql`insert into staff (hall, no, name, role, active) values (1, '1001', '一号岗', 'clerk', 1)`.execute(k);
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	/** Tries a write and takes it back. */
	const tried = (write: (k: K) => Promise<unknown>): Promise<unknown> =>
		database.write.transaction().execute(async (tx) => {
			await write(tx);
			throw new Error('accepted');
		});

	test('a sound case is accepted', () => expect(tried((k) => addCase(k, CODED))).rejects.toThrow('accepted'));

	test.each(NONSENSE)('%s', async (_, write) => {
		await expect(tried(write)).rejects.toThrow(/constraint|unique|check/i);
	});
});
