import { sql, type Kysely } from 'kysely';

/**
 * What SQLite is told of the tables of a hall of some years: table, index, then rows in all and rows that share the
 * first column, the first two, … Left alone it takes the hall, which is the same in every row, for selective, and reads
 * the whole history to find the one slip that waits; `analyze` by itself would say so only once there is a history.
 * PostgreSQL keeps count by itself.
 */
const SIZES: readonly (readonly [table: string, index: string, rows: string])[] = [
	['ticket', 'ticket', '1000000 1000000 1'],
	['ticket', 'sqlite_autoindex_ticket_2', '1000000 1000000 80000 100 1'],
	['ticket', 'sqlite_autoindex_ticket_3', '1000000 1000000 1000 1'],
	['leg', 'leg', '1000000 1000000 1'],
	['leg', 'sqlite_autoindex_leg_2', '1000000 1000000 2 1'],
	['leg', 'leg_served', '1000000 1000000 1000 40'],
	['leg', 'leg_waiting', '100 100 10 1 1'],
	['leg', 'leg_held', '20 20 1'],
	['leg', 'leg_current', '150 150 1'],
	['leg', 'leg_one_a_window', '30 30 1'],
	['call', 'call', '1000000 1000000 1'],
	['call', 'call_zone', '1000000 1000000 1000 300 1'],
	['call', 'call_leg_id', '1000000 1000000 2 1'],
	['receipt', 'receipt', '3000000 3000000 3 2 1'],
	['ledger', 'ledger', '4000000 4000000 1'],
	['ledger', 'ledger_ticket', '4000000 4000000 4 1'],
	['ledger', 'ledger_window', '3000000 3000000 100000 1'],
	['slip', 'slip', '1000000 1000000 1'],
	['slip', 'slip_of_ticket', '1000000 1000000 1 1'],
	['slip', 'slip_queued', '10 10 5 1'],
	['slip', 'slip_sent', '5 5 1'],
	['queue_day', 'queue_day', '10000 10000 10 1']
];

export async function up(db: Kysely<unknown>): Promise<void> {
	if (db.getExecutor().adapter.supportsMultipleConnections) return;
	await sql`analyze`.execute(db);
	for (const [table, index, rows] of SIZES) {
		await sql`delete from sqlite_stat1 where tbl = ${table} and idx = ${index}`.execute(db);
		await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${rows})`.execute(db);
	}
	await sql`analyze sqlite_schema`.execute(db);
}
