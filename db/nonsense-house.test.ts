import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { CASE } from '#test/fixtures/rows.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

const HALL: [string, Row][] = [
	['hall', { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 }],
	['staff', { hall: 1, no: '1001', name: '一号岗', role: 'clerk', active: 1 }]
];

/** One sound row of each table, in an order in which they can be inserted. */
const SOUND: Record<string, Row> = {
	case: { ...CASE, owner: '1001', first_owner: '1001', ticket: null, leg: null },
	hotline_order: { hall: 1, case: 1, number: 'GD1', received_at: 1, category: '' },
	staff_note: {
		...{ hall: 1, note: 1, version: 1, state: 'live', title: 't', text: 't', must_read: 1, roles: '[]', desks: '[]' },
		...{ windows: '[]', persons: '[]', until_at: 9, read_by_at: 5, written_by: '9001', written_at: 1, intent: 'n1' }
	},
	staff_note_read: { hall: 1, note: 1, version: 1, staff: '1001', place: '', at: 2 },
	inspection: {
		...{ hall: 1, id: 1, plan: 'morning', day: '2026-11-23', state: 'done', due_at: 1, done_at: 1, score: 90 }
	},
	inspection_area: {
		...{ hall: 1, inspection: 1, area: 'hall', day: '2026-11-23', score: 90, staff: '8001', at: 1, intent: 'a1' }
	},
	inspection_mark: { hall: 1, inspection: 1, area: 'hall', criterion: 'floor', score: 4, remark: '', task: 1 },
	inspection_photo: {
		...{ hall: 1, inspection: 1, area: 'hall', criterion: 'floor', hash: 'a'.repeat(64), bytes: 9, staff: '8001' },
		...{ at: 1, deleted_at: null }
	},
	task: { hall: 1, case: 1, giving: 1, given_by: '9001', inspection: 1 }
};

const NONSENSE: [table: string, what: string, change: Row][] = [
	['hotline_order', 'the same number twice', { case: 2 }],
	['hotline_order', 'an order that is no case', { case: 9, number: 'GD9' }],
	['staff_note', 'two versions that hold', { version: 2, intent: 'n2' }],
	['staff_note', 'the same wish twice', { version: 2, state: 'replaced' }],
	['staff_note', 'one that ends before it begins', { note: 2, intent: 'n2', until_at: 1 }],
	['staff_note', 'one to be read after its end', { note: 2, intent: 'n2', read_by_at: 10 }],
	['staff_note', 'a time to read what need not be read', { note: 2, intent: 'n2', must_read: 0 }],
	['staff_note', 'a state of no meaning', { note: 2, intent: 'n2', state: 'lost' }],
	['staff_note_read', 'read twice by the same person', { place: 'window:3' }],
	['staff_note_read', 'read by nobody known', { staff: '4444' }],
	['staff_note_read', 'a version that was never written', { version: 2 }],
	['inspection', 'two rounds of a kind on a day', { id: 2 }],
	['inspection', 'over without a score', { id: 2, plan: 'evening', score: null }],
	['inspection', 'missed and over', { id: 2, plan: 'evening', state: 'missed' }],
	['inspection', 'a score above all', { id: 2, plan: 'evening', score: 101 }],
	['inspection_area', 'an area twice in a round', { intent: 'a2' }],
	['inspection_area', 'an area of no round', { inspection: 9, intent: 'a2' }],
	['inspection_mark', 'a mark above five', { criterion: 'lights', score: 6 }],
	['inspection_mark', 'a mark of an area nobody was in', { area: 'cellar' }],
	['inspection_mark', 'a task that is no case', { criterion: 'lights', task: 9 }],
	['inspection_photo', 'a photograph of no mark', { criterion: 'lights' }],
	['inspection_photo', 'a photograph without bytes', { bytes: 0 }],
	['task', 'a task that is no case', { case: 9 }],
	['task', 'a task given with none', { case: 2, giving: 9 }]
];

async function insert(k: Kysely<Tables>, table: string, row: Row): Promise<void> {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(k);
}

describe.each(ENGINES)('T-01 %s: the tables of the house refuse nonsense by themselves', (engine) => {
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
