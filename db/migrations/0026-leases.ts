import { sql, type Kysely } from 'kysely';

/** Blocks of numbers that kiosks hold for when they have no line, and when each kiosk was last on it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await leases(db);
	await numbers(db);
	await db.schema
		.createTable('kiosk_seen')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('seen_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('kiosk_seen_key', ['hall', 'device'])
		.addForeignKeyConstraint('kiosk_seen_hall', ['hall'], 'hall', ['id'])
		.execute();
}

async function leases(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('lease')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('holder', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('granted_at', 'bigint', (c) => c.notNull())
		.addColumn('until', 'bigint', (c) => c.notNull())
		.addColumn('ended_at', 'bigint')
		.addPrimaryKeyConstraint('lease_key', ['hall', 'id'])
		.addForeignKeyConstraint('lease_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint('lease_until', sql`until > granted_at`)
		.execute();
	await sql`create index lease_live on lease (hall, device) where ended_at is null`.execute(db);
}

async function numbers(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('lease_number')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('lease', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('n', 'integer', (c) => c.notNull().check(sql`n between 1 and 9999`))
		.addColumn('number', 'text', (c) => c.notNull())
		.addColumn('token', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('out', 'used', 'void')`))
		.addColumn('ticket', 'bigint')
		.addColumn('reason', 'text', (c) => c.check(sql`reason in ('unused', 'never-reported', 'item-gone')`))
		.addPrimaryKeyConstraint('lease_number_key', ['hall', 'queue', 'day', 'n'])
		.addForeignKeyConstraint('lease_number_lease', ['hall', 'lease'], 'lease', ['hall', 'id'])
		.addForeignKeyConstraint('lease_number_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.addForeignKeyConstraint('lease_number_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addUniqueConstraint('lease_number_token', ['hall', 'token'])
		.addCheckConstraint('lease_number_used', sql`(state = 'used') = (ticket is not null)`)
		.addCheckConstraint('lease_number_void', sql`(state = 'void') = (reason is not null)`)
		.execute();
	await db.schema.createIndex('lease_number_of').on('lease_number').columns(['hall', 'lease']).execute();
	// What is on no ticket: few, and asked for by the balance of a day.
	await sql`create index lease_number_day on lease_number (hall, day) where state <> 'used'`.execute(db);
}
