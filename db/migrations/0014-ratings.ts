import { sql, type Kysely } from 'kysely';

/** A rating in full; that each service that ended was asked for one; and paper forms on their way to being one. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await further(db);
	await asks(db);
	await papers(db);
}

/** Columns come one by one: SQLite knows no other way. */
async function further(db: Kysely<unknown>): Promise<void> {
	const grade = (name: string): Promise<void> =>
		db.schema
			.alterTable('rating')
			.addColumn(name, 'integer', (c) => c.check(sql`${sql.ref(name)} between 1 and 5`))
			.execute();
	for (const name of ['efficiency', 'competence', 'attitude']) await grade(name);
	await db.schema.alterTable('rating').addColumn('indicator_set', 'integer').execute();
	await db.schema
		.alterTable('rating')
		.addColumn('reasons', 'text', (c) => c.notNull().defaultTo('[]'))
		.execute();
	await db.schema.alterTable('rating').addColumn('remark', 'text').execute();
	await db.schema.alterTable('rating').addColumn('case_id', 'bigint').execute();
	await db.schema.createIndex('rating_day').on('rating').columns(['hall', 'day']).execute();
}

async function asks(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rating_ask')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('window', 'text', (c) => c.notNull())
		.addColumn('staff', 'text')
		.addColumn('token', 'text', (c) => c.notNull())
		.addColumn('asked_at', 'bigint', (c) => c.notNull())
		.addColumn('window_shown_at', 'bigint')
		.addColumn('phone_shown_at', 'bigint')
		.addPrimaryKeyConstraint('rating_ask_key', ['hall', 'leg'])
		.addForeignKeyConstraint('rating_ask_leg', ['hall', 'leg'], 'leg', ['hall', 'id'])
		.addForeignKeyConstraint('rating_ask_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('rating_ask_window').on('rating_ask').columns(['hall', 'window', 'asked_at']).execute();
	await db.schema.createIndex('rating_ask_day').on('rating_ask').columns(['hall', 'day']).execute();
}

async function papers(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rating_paper')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('form', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('entered', 'agreed', 'differs')`))
		.addColumn('entered_by', 'text', (c) => c.notNull())
		.addColumn('entered_at', 'bigint', (c) => c.notNull())
		.addColumn('settled_by', 'text')
		.addColumn('settled_at', 'bigint')
		.addPrimaryKeyConstraint('rating_paper_key', ['hall', 'id'])
		.addForeignKeyConstraint('rating_paper_leg', ['hall', 'leg'], 'leg', ['hall', 'id'])
		.addForeignKeyConstraint('rating_paper_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addCheckConstraint('rating_paper_settled', sql`(state = 'entered') = (settled_by is null)`)
		.addCheckConstraint('rating_paper_two', sql`settled_by is null or settled_by <> entered_by`)
		.execute();
	await db.schema.createIndex('rating_paper_leg').on('rating_paper').columns(['hall', 'leg']).execute();
	await sql`create unique index rating_paper_open on rating_paper (hall, leg) where state = 'entered'`.execute(db);
}
