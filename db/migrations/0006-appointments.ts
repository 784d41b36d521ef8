import { sql, type Kysely } from 'kysely';

/** Appointments, and what a ticket knows of its own: the slot it kept, and whose it is for as long as its day lasts. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await appointments(db);
	await appointmentIndexes(db);
	await tickets(db);
}

async function appointments(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('appointment')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('slot_at', 'bigint', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('code', 'text', (c) => c.notNull().check(sql`length(code) = 8`))
		.addColumn('token', 'text', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull())
		.addColumn('person_hash', 'text')
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('booked', 'arrived', 'cancelled', 'missed')`))
		.addColumn('ticket', 'bigint')
		.addColumn('origin', 'text', (c) => c.notNull())
		.addColumn('lang', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('changed_at', 'bigint', (c) => c.notNull())
		.addColumn('reason', 'text')
		.addPrimaryKeyConstraint('appointment_key', ['hall', 'id'])
		.addUniqueConstraint('appointment_code', ['hall', 'day', 'code'])
		.addUniqueConstraint('appointment_intent', ['hall', 'intent'])
		.addForeignKeyConstraint('appointment_item', ['hall', 'item'], 'item', ['hall', 'code'])
		.addForeignKeyConstraint('appointment_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.addForeignKeyConstraint('appointment_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addCheckConstraint('appointment_arrived', sql`(state = 'arrived') = (ticket is not null)`)
		.execute();
}

async function appointmentIndexes(db: Kysely<unknown>): Promise<void> {
	await sql`create index appointment_slot on appointment (hall, item, day, slot_at) where state <> 'cancelled'`.execute(
		db
	);
	await sql`create index appointment_due on appointment (hall, slot_at) where state = 'booked'`.execute(db);
	// One live appointment per person, item and day.
	await sql`create unique index appointment_person on appointment (hall, day, person_hash, item)
		where person_hash is not null and state in ('booked', 'arrived')`.execute(db);
}

/** Columns come one by one: SQLite knows no other way. */
async function tickets(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('ticket').addColumn('appointment', 'bigint').execute();
	await db.schema
		.alterTable('ticket')
		.addColumn('slot_at', 'bigint', (c) => c.check(sql`(slot_at is null) = (appointment is null)`))
		.execute();
	await db.schema.alterTable('ticket').addColumn('person_hash', 'text').execute();
	await sql`create unique index ticket_appointment on ticket (hall, appointment) where appointment is not null`.execute(
		db
	);
	await sql`create index ticket_person on ticket (hall, day, person_hash) where person_hash is not null`.execute(db);
}
