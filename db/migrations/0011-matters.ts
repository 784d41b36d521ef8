import { sql, type Kysely } from 'kysely';

/** Matters with what was promised, results sent home, and sealed personal data. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await matters(db);
	await deliveries(db);
	await personal(db);
}

async function matters(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('matter')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('from_day', 'text', (c) => c.notNull())
		.addColumn('promised_day', 'text', (c) => c.notNull())
		.addColumn('legal_day', 'text', (c) => c.notNull())
		.addColumn('deemed', 'integer', (c) => c.notNull().check(sql`deemed in (0, 1)`))
		.addPrimaryKeyConstraint('matter_key', ['hall', 'case'])
		// One matter of one service: accepted twice it is the same.
		.addUniqueConstraint('matter_leg', ['hall', 'leg'])
		.addForeignKeyConstraint('matter_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.addForeignKeyConstraint('matter_leg_of', ['hall', 'leg'], 'leg', ['hall', 'id'])
		.addForeignKeyConstraint('matter_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addForeignKeyConstraint('matter_item', ['hall', 'item'], 'item', ['hall', 'code'])
		.addCheckConstraint('matter_days', sql`from_day <= promised_day and promised_day <= legal_day`)
		.execute();
	await db.schema.createIndex('matter_ticket').on('matter').columns(['hall', 'ticket', 'case']).execute();
}

async function deliveries(db: Kysely<unknown>): Promise<void> {
	const states = sql`state in ('asked', 'sent', 'delivered', 'returned', 'cancelled')`;
	await db.schema
		.createTable('delivery')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(states))
		.addColumn('asked_by', 'text', (c) => c.notNull())
		.addColumn('asked_at', 'bigint', (c) => c.notNull())
		.addColumn('carrier', 'text')
		.addColumn('waybill', 'text')
		.addColumn('sent_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.addPrimaryKeyConstraint('delivery_key', ['hall', 'id'])
		.addForeignKeyConstraint('delivery_matter', ['hall', 'case'], 'matter', ['hall', 'case'])
		.addCheckConstraint('delivery_waybill', sql`state not in ('sent', 'delivered', 'returned') or waybill is not null`)
		.addCheckConstraint('delivery_sent', sql`(waybill is null) = (sent_at is null)`)
		.addCheckConstraint('delivery_ended', sql`(state in ('asked', 'sent')) = (ended_at is null)`)
		.execute();
	// One that is on its way at a time; a cancelled or returned one may be followed by another.
	await sql`create unique index delivery_live on delivery (hall, "case") where state in ('asked', 'sent', 'delivered')`.execute(
		db
	);
	await db.schema.createIndex('delivery_case').on('delivery').columns(['hall', 'case', 'id']).execute();
}

async function personal(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('personal')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('of', 'bigint', (c) => c.notNull())
		.addColumn('field', 'text', (c) => c.notNull().check(sql`field in ('name', 'phone', 'address')`))
		.addColumn('sealed', 'text')
		.addColumn('kept_at', 'bigint', (c) => c.notNull())
		.addColumn('delete_at', 'bigint', (c) => c.notNull())
		.addColumn('deleted_at', 'bigint')
		.addPrimaryKeyConstraint('personal_key', ['hall', 'subject', 'of', 'field'])
		.addForeignKeyConstraint('personal_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint('personal_deleted', sql`(sealed is null) = (deleted_at is not null)`)
		.execute();
	await sql`create index personal_due on personal (hall, delete_at) where sealed is not null`.execute(db);
}
