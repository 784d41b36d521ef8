import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

const BROADCAST: Row = {
	...{
		hall: 1,
		id: 7,
		day: '2026-11-23',
		code: 'stay',
		drill: 0,
		calm: 0,
		zh: '请留在厅内',
		en: '',
		short_zh: '留',
		short_en: ''
	},
	...{ salt: '', incident: null, started_by: 'staff:8001', started_at: 1, asked_by: null, asked_at: null },
	...{ ended_by: null, ended_at: null, how: null, intent: 'b1' }
};
const LOAN: Row = {
	...{ hall: 1, id: 8, day: '2026-11-23', good: 'glasses', desk: 'main', state: 'out', ticket: null, tag: 'T1' },
	...{ lent_by: 'staff:8001', lent_at: 1, due_at: 2, ended_by: null, ended_at: null, intent: 'l1' }
};
const SPAN: Row = { hall: 1, id: 9, service: 'copying', state: 'busy', by: 'staff:8001', from_at: 5, to_at: null };
const RECEIPT: Row = { hall: 1, broadcast: 7, device: 'screen-1', channel: 'shown', at: 2 };
const OVER = { ended_by: 'staff:9001', ended_at: 3 };

/** What no table takes, and why. */
const NONSENSE: [what: string, table: keyof Tables, row: Row][] = [
	['an alert that one person ended', 'broadcast', { ...BROADCAST, ...OVER, how: 'confirmed' }],
	[
		'an alert that its own asker ended',
		'broadcast',
		{ ...BROADCAST, ...OVER, how: 'confirmed', asked_by: 'staff:9001', asked_at: 2 }
	],
	['an alert that went by itself', 'broadcast', { ...BROADCAST, ...OVER, how: 'lapsed' }],
	['an end without its way', 'broadcast', { ...BROADCAST, ...OVER }],
	['a broadcast of no words', 'broadcast', { ...BROADCAST, zh: '' }],
	['a receipt twice', 'broadcast_receipt', RECEIPT],
	['a receipt by an unknown channel', 'broadcast_receipt', { ...RECEIPT, channel: 'smelt' }],
	['a receipt of no broadcast', 'broadcast_receipt', { ...RECEIPT, broadcast: 9 }],
	['a second one on air', 'broadcast', { ...BROADCAST, id: 17, intent: 'b2' }],
	['a loan to nobody', 'loan', { ...LOAN, tag: null }],
	['a loan that is back and has no end', 'loan', { ...LOAN, id: 18, tag: 'T2', intent: 'l2', state: 'returned' }],
	['one tag on two things', 'loan', { ...LOAN, id: 18, intent: 'l2' }],
	['a service in two states', 'service_span', { ...SPAN, id: 19 }],
	['a span that ends before it began', 'service_span', { ...SPAN, service: 'courier', id: 19, to_at: 4 }],
	[
		'a service of an unknown state',
		'free_service',
		{ hall: 1, service: 'x', state: 'gone', waiting: 0, by: '', since: 1 }
	],
	[
		'fewer than nobody waiting',
		'free_service',
		{ hall: 1, service: 'x', state: 'busy', waiting: -1, by: '', since: 1 }
	],
	[
		'a change of nothing',
		'stock_change',
		{ hall: 1, id: 1, good: 'g', desk: 'd', change: 0, reason: 'counted', by: '', at: 1 }
	],
	[
		'a fifth severity',
		'incident',
		{ hall: 1, id: 1, what: 'fire', severity: 5, zone: null, place: '', noticed_at: 1, silent: 0 }
	],
	[
		'an incident that is no case',
		'incident',
		{ hall: 1, id: 999, what: 'fire', severity: 1, zone: null, place: '', noticed_at: 1, silent: 0 }
	]
];

async function insert(k: Kysely<Tables>, table: string, row: Row): Promise<void> {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(k);
}

describe.each(ENGINES)('T-01 %s: the tables of incidents and loans refuse nonsense by themselves', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await tabledDatabase(engine);
		database = openDatabase(empty.url);
		for (const [table, row] of [
			['broadcast', BROADCAST],
			['broadcast_receipt', RECEIPT],
			['loan', LOAN],
			['service_span', SPAN]
		] as const) {
			await insert(database.write, table, row);
		}
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	test.each(NONSENSE)('%s', async (_, table, row) => {
		// What would collide with the sound row only because it stands there already is not what is asked.
		const apart = row['id'] === 7 || row['id'] === 8 ? { ...row, hall: 2 } : row;
		await expect(insert(database.write, table, apart)).rejects.toThrow(/constraint/i);
	});
});
