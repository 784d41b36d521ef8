import { sql, type Kysely } from 'kysely';

/** The ledger becomes a chain, and what stands in it and in the signed heads of the days stays as it was written. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('ledger').addColumn('prior', 'bigint').execute();
	await db.schema
		.alterTable('ledger')
		.addColumn('salt', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	await db.schema
		.alterTable('ledger')
		.addColumn('hash', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	await db.schema
		.alterTable('hall')
		.addColumn('head', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	// A few hundred lines a year: which days were closed is then known without reading the years.
	await sql`create index ledger_closed on ledger (hall, seq) where act = 'day.closed'`.execute(db);
	await dayHeads(db);
	const keep = db.getExecutor().adapter.supportsMultipleConnections ? keepOnPostgres : keepOnSqlite;
	for (const table of ['ledger', 'day_head']) await keep(db, table);
}

async function dayHeads(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('day_head')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('seq', 'bigint', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull().check(sql`length(hash) = 64`))
		.addColumn('signature', 'text', (c) => c.notNull())
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('signed_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('day_head_key', ['hall', 'seq'])
		.addForeignKeyConstraint('day_head_line', ['hall', 'seq'], 'ledger', ['hall', 'seq'])
		.execute();
}

async function keepOnSqlite(db: Kysely<unknown>, table: string): Promise<void> {
	for (const act of ['update', 'delete']) {
		await sql`create trigger ${sql.ref(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
			begin select raise(abort, ${sql.lit(`${table} is only added to`)}); end`.execute(db);
	}
}

async function keepOnPostgres(db: Kysely<unknown>, table: string): Promise<void> {
	await sql`create or replace function only_added_to() returns trigger language plpgsql
		as $$ begin raise exception '% is only added to', tg_table_name using errcode = 'integrity_constraint_violation'; end $$`.execute(
		db
	);
	await sql`create trigger ${sql.ref(`${table}_no_change`)} before update or delete on ${sql.table(table)}
		for each row execute function only_added_to()`.execute(db);
	await sql`create trigger ${sql.ref(`${table}_no_truncate`)} before truncate on ${sql.table(table)}
		for each statement execute function only_added_to()`.execute(db);
}
