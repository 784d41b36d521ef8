import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, emptyDatabase, type EmptyDatabase } from '#test/db.ts';
import {
	addCount,
	addDeviceEvent,
	eventsSince,
	openCount,
	printerCounts,
	restartCount,
	trimEvents
} from './devices.ts';
import { migrate } from './migrate.ts';
import { openDatabase, type Database } from './open.ts';
import type { Tables } from './schema.ts';

type Row = Record<string, string | number | null>;

/** One sound row of each table. */
const SOUND: Record<string, Row> = {
	device_state: {
		...{
			hall: 1,
			kind: 'printer',
			device: 'p',
			state: 'ready',
			reason: null,
			since_at: 1,
			heard_at: null,
			looked_at: 1
		},
		...{ off_reason: null, off_by: null, off_at: null, moved_group: null, moved_day: null }
	},
	device_event: {
		...{ hall: 1, kind: 'printer', device: 'p', at: 1, act: 'state', from_state: 'unknown', to_state: 'ready' },
		...{ reason: null, by_whom: null }
	},
	printer_count: {
		...{ hall: 1, printer: 'p', since_at: 1, slips: 9, cuts: 9, errors: 0, dots: 9000 },
		...{ roll_at: null, roll_slips: 9, roll_dots: 9000, paper: 'ok' }
	},
	screen_seen: {
		...{ hall: 1, device: 's', server: 'a', zone: null, connected: 1, sound: 'on', sight: null, broken: '[]' },
		seen_at: 1
	}
};

const OTHER = { device: 'q' };
const NONSENSE: [table: string, what: string, change: Row][] = [
	['device_state', 'one device twice', {}],
	['device_state', 'one of no hall', { ...OTHER, hall: 9 }],
	['device_state', 'a kind of no meaning', { ...OTHER, kind: 'robot' }],
	['device_state', 'out of work for no reason', { ...OTHER, off_at: 1, off_by: '1001' }],
	['device_state', 'out of work by nobody', { ...OTHER, off_at: 1, off_reason: 'repair' }],
	['device_state', 'a reason of no meaning', { ...OTHER, off_at: 1, off_by: '1001', off_reason: 'whim' }],
	['device_state', 'moved for no day', { ...OTHER, moved_group: 'main' }],
	['device_state', 'a board that prints', { ...OTHER, kind: 'board', moved_group: 'main', moved_day: '2026-11-23' }],
	['screen_seen', 'one screen on two servers', { server: 'b' }],
	['screen_seen', 'one of no hall', { ...OTHER, hall: 9 }],
	['screen_seen', 'one without a name', { device: '' }],
	['screen_seen', 'there and not there', { ...OTHER, connected: 2 }],
	['screen_seen', 'a sound of no meaning', { ...OTHER, sound: 'loud' }],
	['device_event', 'two of one moment', {}],
	['device_event', 'a change to nothing', { at: 2, to_state: null }],
	['device_event', 'a change from nowhere', { at: 2, from_state: null }],
	['device_event', 'a test that changes the state', { at: 2, act: 'tested' }],
	['device_event', 'an act of no meaning', { at: 2, act: 'danced' }],
	['printer_count', 'one printer twice', {}],
	['printer_count', 'less than nothing', { printer: 'q', errors: -1 }],
	['printer_count', 'more of a roll than of a life', { printer: 'q', roll_slips: 10 }],
	['printer_count', 'paper of no meaning', { printer: 'q', paper: 'wet' }]
];

async function insert(k: Kysely<Tables>, table: string, row: Row): Promise<void> {
	const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
	await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(k);
}

describe.each(ENGINES)('%s: the tables of the watch', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeAll(async () => {
		empty = await emptyDatabase(engine);
		database = openDatabase(empty.url);
		await migrate(database.write);
		await insert(database.write, 'hall', { id: 1, code: 'small', name: '小厅', time_zone: 'Asia/Shanghai', seq: 9 });
		for (const [table, row] of Object.entries(SOUND)) await insert(database.write, table, row);
	});
	afterAll(async () => {
		await database.close();
		await empty.drop();
	});

	test.each(NONSENSE)('T-01 refuse nonsense by themselves: %s: %s', async (table, _, change) => {
		const row = { ...SOUND[table], ...change };
		await expect(database.write.transaction().execute((tx) => insert(tx, table, row))).rejects.toThrow(
			/constraint|violates/i
		);
	});

	test('keep the order of what happened in one moment, and of a device that never rests only the newest', async () => {
		const of = { hall: 1, kind: 'board', device: 'b' } as const;
		const event = { ...of, at: 5, act: 'tested', from_state: null, to_state: null, by_whom: null } as const;
		for (const reason of ['1', '2', '3', '4']) await addDeviceEvent(database.write, { ...event, reason });
		await trimEvents(database.write, { ...of, most: 3 });
		const left = await eventsSince(database.write, { ...of, since: 0 });
		expect(left.map(({ at, reason }) => [at, reason])).toEqual([
			[6, '2'],
			[7, '3'],
			[8, '4']
		]);
	});

	test('add up what a printer has printed, and begin anew for another one', async () => {
		await openCount(database.write, 1, 'r', 7);
		await openCount(database.write, 1, 'r', 8);
		for (const dots of [800, 1200]) {
			await addCount(database.write, { hall: 1, printer: 'r' }, { slips: 1, cuts: 1, errors: 0, dots });
		}
		const count = async (): Promise<unknown> =>
			(await printerCounts(database.write, 1)).find(({ printer }) => printer === 'r');
		expect(await count()).toMatchObject({ since_at: 7, slips: 2, cuts: 2, dots: 2000, roll_dots: 2000, roll_at: null });
		await restartCount(database.write, 1, 'r', 9);
		expect(await count()).toMatchObject({ since_at: 9, slips: 0, dots: 0, roll_at: 9 });
	});
});
