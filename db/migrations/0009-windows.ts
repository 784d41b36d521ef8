import { sql, type Kysely } from 'kysely';

const STATES = sql`state in ('open', 'paused', 'wrap-up', 'closed')`;

/** Wrap-up, the planned end of a pause, the hand-over of a seat, what a window writes to its visitor, and alarms. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table "window" drop constraint window_staffed`.execute(db);
	await sql`alter table "window" drop constraint window_reason`.execute(db);
	await moreStates(db, 'window');
	await moreStates(db, 'window_span');
	await sql`alter table "window" add constraint window_staffed check (state = 'closed' or staff is not null)`.execute(
		db
	);
	await sql`alter table "window" add constraint window_reason check (state <> 'paused' or reason is not null)`.execute(
		db
	);
	await db.schema.alterTable('window').addColumn('until_at', 'bigint').execute();
	await db.schema.alterTable('window').addColumn('hand_to', 'text').execute();
	await db.schema.alterTable('window_span').addColumn('until_at', 'bigint').execute();
	await screens(db);
	await alarms(db);
}

/** The check on the words stands with its column, and goes with it. */
async function moreStates(db: Kysely<unknown>, table: 'window' | 'window_span'): Promise<void> {
	await db.schema.alterTable(table).renameColumn('state', 'state_was').execute();
	await db.schema
		.alterTable(table)
		.addColumn('state', 'text', (c) => c.notNull().defaultTo('closed').check(STATES))
		.execute();
	await sql`update ${sql.table(table)} set state = state_was`.execute(db);
	await db.schema.alterTable(table).dropColumn('state_was').execute();
}

async function screens(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('window_text')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('window', 'text', (c) => c.notNull())
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('window_text_key', ['hall', 'window'])
		.addForeignKeyConstraint('window_text_window', ['hall', 'window'], 'window', ['hall', 'code'])
		.execute();
}

async function alarms(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('alarm')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('about', 'text', (c) => c.notNull())
		.addColumn('raised_at', 'bigint', (c) => c.notNull())
		.addColumn('seen_by', 'text')
		.addColumn('seen_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.addPrimaryKeyConstraint('alarm_key', ['hall', 'id'])
		.execute();
	// One alarm at a time about one thing.
	await sql`create unique index alarm_live on alarm (hall, kind, key) where ended_at is null`.execute(db);
}
