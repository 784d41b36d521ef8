import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

/** One sound row of each table, in an order in which they can be inserted. */
const SOUND: Record<string, Row> = {
	hall: { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 },
	agent_code: { hall: 1, hash: 'c1', agent: 'pc', created_at: 1, expires_at: 9, used_at: null },
	agent_key: {
		...{ hall: 1, id: 'k1', agent: 'pc', hash: 'h1', created_at: 1, revoked_at: null },
		...{ seen_at: 5, epoch: 'e1', heard: 7 }
	}
};

const NONSENSE: [table: string, what: string, change: Row][] = [
	['agent_code', 'the same code twice', {}],
	['agent_code', 'one that is over before it begins', { hash: 'c2', expires_at: 1 }],
	['agent_code', 'one of no hall', { hash: 'c2', hall: 9 }],
	['agent_key', 'two living keys of one agent', { id: 'k2', hash: 'h2' }],
	['agent_key', 'the same secret for two agents', { id: 'k2', agent: 'other' }],
	['agent_key', 'events heard of no journal', { id: 'k2', hash: 'h2', agent: 'other', epoch: null }],
	['agent_key', 'fewer events than none', { id: 'k2', hash: 'h2', agent: 'other', heard: -1 }],
	['agent_key', 'one of no hall', { id: 'k2', hash: 'h2', hall: 9 }]
];

async function insert(k: Kysely<Tables>, table: string, row: Row): Promise<void> {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(k);
}

describe.each(ENGINES)('T-01 %s: the tables of agents refuse nonsense by themselves', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		for (const [table, row] of Object.entries(SOUND)) await insert(database.write, table, row);
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	test.each(NONSENSE)('%s: %s', async (table, _, change) => {
		const row = { ...SOUND[table], ...change };
		await expect(database.write.transaction().execute((tx) => insert(tx, table, row))).rejects.toThrow(
			/constraint|violates/i
		);
	});

	test('a revoked key makes room for the next one', async () => {
		const former = { ...SOUND['agent_key'], id: 'k0', hash: 'h0', revoked_at: 3 };
		await expect(insert(database.write, 'agent_key', former)).resolves.toBeUndefined();
	});
});
