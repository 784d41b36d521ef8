import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

const CALL: Row = {
	...{ hall: 1, id: 5, day: '2026-11-23', system: 'api', ref: 'a', state: 'ringing', rang_at: 1, holds: 0, held_ms: 0 },
	...{ longest_hold_ms: 0, transfers: 0, late: 0, summary: '' }
};
const SPAN: Row = { hall: 1, id: 6, staff: '1001', state: 'ready', from_at: 1, to_at: null };
const MESSAGE: Row = {
	...{ hall: 1, id: 7, call: 5, way: 'phone', text: 'x', state: 'queued', attempts: 0, next_at: 1, staff: '1001' },
	...{ created_at: 1, changed_at: 1, intent: 'm' }
};

/** Rows that no verb writes, and that the tables themselves refuse. */
const NONSENSE: [what: string, table: keyof Tables, row: Row][] = [
	['the same call twice', 'phone_call', { ...CALL, id: 8 }],
	['a call that goes on and has ended', 'phone_call', { ...CALL, id: 8, ref: 'b', ended_at: 2 }],
	['a call that ended at no time', 'phone_call', { ...CALL, id: 8, ref: 'b', state: 'missed' }],
	['talk without an answer', 'phone_call', { ...CALL, id: 8, ref: 'b', state: 'talking' }],
	['a hold without its beginning', 'phone_call', { ...CALL, id: 8, ref: 'b', state: 'held', answered_at: 2 }],
	['a class without its summary', 'phone_call', { ...CALL, id: 8, ref: 'b', class: 'consult' }],
	['a case that is not there', 'phone_call', { ...CALL, id: 8, ref: 'b', back_case: 99 }],
	['the same event twice', 'phone_event', { hall: 1, call: 5, event: 'ringing', at: 1, staff: '', line: '' }],
	['an event of no call', 'phone_event', { hall: 1, call: 99, event: 'ringing', at: 1, staff: '', line: '' }],
	['an event of no kind', 'phone_event', { hall: 1, call: 5, event: 'sneezed', at: 1, staff: '', line: '' }],
	['an act of no kind', 'phone_act', { hall: 1, id: 9, call: 5, act: 'yawned', at: 1, staff: '1001', body: '{}' }],
	['two ways to sit at once', 'phone_span', { ...SPAN, id: 8 }],
	['not ready without a reason', 'phone_span', { ...SPAN, id: 8, staff: '1002', state: 'not-ready' }],
	['talk on no call', 'phone_span', { ...SPAN, id: 8, staff: '1002', state: 'talking' }],
	['a seat of nobody', 'phone_span', { ...SPAN, id: 8, staff: '4711' }],
	['a stretch that ends before it begins', 'phone_span', { ...SPAN, id: 8, staff: '1002', to_at: 0 }],
	['a block for ever', 'phone_nuisance', { hall: 1, case: 4, caller: 'c', days: 365, calls: '[]' }],
	['a block without its case', 'phone_nuisance', { hall: 1, case: 99, caller: 'c', days: 7, calls: '[]' }],
	['the same message twice', 'phone_message', { ...MESSAGE, id: 8 }],
	['a message that waits for nothing', 'phone_message', { ...MESSAGE, id: 8, intent: 'n', next_at: null }],
	['a failure without a reason', 'phone_message', { ...MESSAGE, id: 8, intent: 'n', state: 'failed', next_at: null }],
	['a key for nobody', 'api_key', { hall: 1, id: 'k', hash: 'h', role: 'robot', label: 'x', created_at: 1 }]
];

describe.each(ENGINES)('%s: what the tables of the telephone refuse', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		await add('hall', { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 });
		for (const no of ['1001', '1002']) await add('staff', { hall: 1, no, name: no, role: 'clerk', active: 1 });
		await add('phone_call', CALL);
		await add('phone_event', { hall: 1, call: 5, event: 'ringing', at: 1, staff: '', line: '' });
		await add('phone_span', SPAN);
		await add('phone_message', MESSAGE);
		await add('api_key', { hall: 1, id: 'p', hash: 'hp', role: 'telephone', label: 'x', created_at: 1 });
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	const add = (table: keyof Tables, row: Row): Promise<unknown> =>
		(database.write as unknown as Kysely<Record<string, Row>>).insertInto(table).values(row).execute();

	test.each(NONSENSE)('T-01 %s', async (_, table, row) => {
		await expect(add(table, row)).rejects.toThrow();
	});
});
