import { sql, type Kysely } from 'kysely';

/** What desks lend, and the free services of the hall. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await loans(db);
	await stock(db);
	await services(db);
}

async function loans(db: Kysely<unknown>): Promise<void> {
	let table = db.schema
		.createTable('loan')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull());
	for (const name of ['day', 'good', 'desk', 'lent_by', 'intent']) {
		table = table.addColumn(name, 'text', (c) => c.notNull());
	}
	await table
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('out', 'returned', 'damaged', 'lost')`))
		.addColumn('ticket', 'bigint')
		.addColumn('tag', 'text')
		.addColumn('lent_at', 'bigint', (c) => c.notNull())
		.addColumn('due_at', 'bigint', (c) => c.notNull())
		.addColumn('ended_by', 'text')
		.addColumn('ended_at', 'bigint')
		.addPrimaryKeyConstraint('loan_key', ['hall', 'id'])
		.addCheckConstraint('loan_whom', sql`ticket is not null or tag is not null`)
		.addCheckConstraint('loan_over', sql`(state = 'out') = (ended_at is null)`)
		.execute();
	await db.schema.createIndex('loan_intent').unique().on('loan').columns(['hall', 'intent']).execute();
	await db.schema.createIndex('loan_day').on('loan').columns(['hall', 'day']).execute();
	await sql`create index loan_out on loan (hall, due_at) where state = 'out'`.execute(db);
	// One deposit tag hangs on one thing at a time.
	await sql`create unique index loan_tag on loan (hall, desk, tag) where state = 'out' and tag is not null`.execute(db);
}

async function stock(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('stock_change')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('good', 'text', (c) => c.notNull())
		.addColumn('desk', 'text', (c) => c.notNull())
		.addColumn('change', 'integer', (c) => c.notNull().check(sql`change <> 0`))
		.addColumn('reason', 'text', (c) => c.notNull().check(sql`reason in ('damaged', 'lost', 'counted')`))
		.addColumn('by', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('stock_change_key', ['hall', 'id'])
		.execute();
}

async function services(db: Kysely<unknown>): Promise<void> {
	const states = sql`state in ('working', 'busy', 'out-of-order')`;
	await db.schema
		.createTable('free_service')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('service', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(states))
		.addColumn('waiting', 'integer', (c) => c.notNull().check(sql`waiting >= 0`))
		.addColumn('by', 'text', (c) => c.notNull())
		.addColumn('since', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('free_service_key', ['hall', 'service'])
		.execute();
	await db.schema
		.createTable('service_span')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('service', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(states))
		.addColumn('by', 'text', (c) => c.notNull())
		.addColumn('from_at', 'bigint', (c) => c.notNull())
		.addColumn('to_at', 'bigint')
		.addPrimaryKeyConstraint('service_span_key', ['hall', 'id'])
		.addCheckConstraint('service_span_way', sql`to_at is null or to_at >= from_at`)
		.execute();
	await sql`create unique index service_span_open on service_span (hall, service) where to_at is null`.execute(db);
}
