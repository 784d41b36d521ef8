import { sql, type Kysely, type RawBuilder } from 'kysely';

/** The hall as it is set up, its windows, people, devices and keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('hall')
		.addColumn('id', 'integer', (c) => c.primaryKey())
		.addColumn('code', 'text', (c) => c.notNull().unique())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('seq', 'bigint', (c) =>
			c
				.notNull()
				.defaultTo(0)
				.check(sql`seq >= 0`)
		)
		.addColumn('file', 'text')
		.addColumn('applied_at', 'bigint')
		.addColumn('day', 'text')
		.addColumn('day_closed_at', 'bigint')
		.execute();
	await places(db);
	await windows(db);
	await people(db);
}

async function places(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('zone')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('code', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('active', 'integer', (c) => c.notNull().check(sql`active in (0, 1)`))
		.addPrimaryKeyConstraint('zone_key', ['hall', 'code'])
		.execute();
	await db.schema
		.createTable('queue')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('code', 'text', (c) => c.notNull())
		.addColumn('zone', 'text', (c) => c.notNull())
		.addColumn('prefix', 'text', (c) => c.notNull().check(sql`length(prefix) between 1 and 2`))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('active', 'integer', (c) => c.notNull().check(sql`active in (0, 1)`))
		.addPrimaryKeyConstraint('queue_key', ['hall', 'code'])
		.addForeignKeyConstraint('queue_zone', ['hall', 'zone'], 'zone', ['hall', 'code'])
		.execute();
	await db.schema
		.createTable('item')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('code', 'text', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('active', 'integer', (c) => c.notNull().check(sql`active in (0, 1)`))
		.addPrimaryKeyConstraint('item_key', ['hall', 'code'])
		.addForeignKeyConstraint('item_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.execute();
	await devices(db);
}

async function devices(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('device')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('code', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) =>
			c.notNull().check(sql`kind in ('printer', 'board', 'screen', 'kiosk', 'speaker')`)
		)
		.addColumn('zone', 'text')
		.addColumn('active', 'integer', (c) => c.notNull().check(sql`active in (0, 1)`))
		.addPrimaryKeyConstraint('device_key', ['hall', 'code'])
		.addForeignKeyConstraint('device_zone', ['hall', 'zone'], 'zone', ['hall', 'code'])
		.execute();
}

async function windows(db: Kysely<unknown>): Promise<void> {
	const states = sql`state in ('open', 'paused', 'closed')`;
	await db.schema
		.createTable('window')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('code', 'text', (c) => c.notNull())
		.addColumn('zone', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('active', 'integer', (c) => c.notNull().check(sql`active in (0, 1)`))
		.addColumn('state', 'text', (c) => c.notNull().check(states))
		.addColumn('reason', 'text')
		.addColumn('staff', 'text')
		.addColumn('since', 'bigint', (c) => c.notNull())
		.addColumn('leg', 'bigint')
		.addPrimaryKeyConstraint('window_key', ['hall', 'code'])
		.addForeignKeyConstraint('window_zone', ['hall', 'zone'], 'zone', ['hall', 'code'])
		.addCheckConstraint('window_staffed', sql`state = 'closed' or staff is not null`)
		.addCheckConstraint('window_reason', sql`state <> 'paused' or reason is not null`)
		.execute();
	// Nobody sits at two windows, and no leg is called by two.
	await db.schema.createIndex('window_staff').on('window').columns(['hall', 'staff']).unique().execute();
	await db.schema.createIndex('window_leg').on('window').columns(['hall', 'leg']).unique().execute();
	await db.schema
		.createTable('window_span')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('window', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(states))
		.addColumn('reason', 'text')
		.addColumn('staff', 'text')
		.addColumn('from_at', 'bigint', (c) => c.notNull())
		.addColumn('to_at', 'bigint')
		.addPrimaryKeyConstraint('window_span_key', ['hall', 'id'])
		.addForeignKeyConstraint('window_span_window', ['hall', 'window'], 'window', ['hall', 'code'])
		.execute();
	// A window is in one state at a time.
	await sql`create unique index window_span_open on window_span (hall, "window") where to_at is null`.execute(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
	const roles = sql`role in ('kiosk', 'display', 'clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor')`;
	await db.schema
		.createTable('staff')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('no', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('role', 'text', (c) => c.notNull().check(roles))
		.addColumn('active', 'integer', (c) => c.notNull().check(sql`active in (0, 1)`))
		.addColumn('password_hash', 'text')
		.addColumn('failed_tries', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('locked_until', 'bigint')
		.addPrimaryKeyConstraint('staff_key', ['hall', 'no'])
		.execute();
	await sessions(db);
	await keys(db, roles);
}

async function sessions(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('session')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('seen_at', 'bigint', (c) => c.notNull())
		.addColumn('expires_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('session_key', ['hall', 'hash'])
		// One session per staff number.
		.addUniqueConstraint('session_staff', ['hall', 'staff'])
		.addForeignKeyConstraint('session_of', ['hall', 'staff'], 'staff', ['hall', 'no'])
		.addForeignKeyConstraint('session_window', ['hall', 'window'], 'window', ['hall', 'code'])
		.execute();
	await db.schema
		.createTable('sign_in_link')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'bigint', (c) => c.notNull())
		.addColumn('used_at', 'bigint')
		.addPrimaryKeyConstraint('sign_in_link_key', ['hall', 'hash'])
		.addForeignKeyConstraint('sign_in_link_of', ['hall', 'staff'], 'staff', ['hall', 'no'])
		.execute();
}

async function keys(db: Kysely<unknown>, roles: RawBuilder<unknown>): Promise<void> {
	await db.schema
		.createTable('api_key')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull().unique())
		.addColumn('role', 'text', (c) => c.notNull().check(roles))
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('revoked_at', 'bigint')
		.addPrimaryKeyConstraint('api_key_key', ['hall', 'id'])
		.execute();
}
