import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { TICKET } from '#test/fixtures/rows.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

const HALL: [string, Row][] = [
	['hall', { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 }],
	['zone', { hall: 1, code: 'east', name: '东厅', active: 1 }],
	['queue', { hall: 1, code: 'social', zone: 'east', prefix: 'A', name: '社保', active: 1 }],
	['item', { hall: 1, code: 'enrol', queue: 'social', name: '参保', active: 1 }],
	['ticket', { ...TICKET }]
];

/** One sound row of each table, in an order in which they can be inserted. */
const SOUND: Record<string, Row> = {
	lease: {
		...{ hall: 1, id: 5, device: 'kiosk-1', holder: 'browser-1', day: TICKET.day, granted_at: 1, until: 9 },
		ended_at: null
	},
	lease_number: {
		...{ hall: 1, lease: 5, day: TICKET.day, queue: 'social', n: 2, number: 'A002', token: '5.secret', state: 'out' },
		...{ ticket: null, reason: null }
	},
	kiosk_seen: { hall: 1, device: 'kiosk-1', seen_at: 1 }
};

const OTHER = { n: 3, number: 'A003', token: '5.other' };
const NONSENSE: [table: string, what: string, change: Row][] = [
	['lease', 'the same block twice', {}],
	['lease', 'one that is over before it begins', { id: 6, until: 1 }],
	['lease', 'one of no hall', { hall: 9 }],
	['lease_number', 'the same number in two blocks', { token: '5.other' }],
	['lease_number', 'the same way to two numbers', { n: 3, number: 'A003' }],
	['lease_number', 'a number of no block', { ...OTHER, lease: 6 }],
	['lease_number', 'a number of no queue', { ...OTHER, queue: 'none' }],
	['lease_number', 'the number nought', { ...OTHER, n: 0 }],
	['lease_number', 'used, and on no ticket', { ...OTHER, state: 'used' }],
	['lease_number', 'on a ticket, and not used', { ...OTHER, ticket: 1 }],
	['lease_number', 'on a ticket that is not there', { ...OTHER, state: 'used', ticket: 9 }],
	['lease_number', 'void without a reason', { ...OTHER, state: 'void' }],
	['lease_number', 'a reason of no meaning', { ...OTHER, state: 'void', reason: 'whim' }],
	['lease_number', 'a state of no meaning', { ...OTHER, state: 'lost' }],
	['kiosk_seen', 'one kiosk seen twice', {}]
];

async function insert(k: Kysely<Tables>, table: string, row: Row): Promise<void> {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(k);
}

describe.each(ENGINES)('T-01 %s: the tables of numbers at kiosks refuse nonsense by themselves', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		for (const [table, row] of [...HALL, ...Object.entries(SOUND)]) await insert(database.write, table, row);
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
});
