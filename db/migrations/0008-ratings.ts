import { sql, type Kysely } from 'kysely';

/** What visitors think of a service, one rating a leg. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rating')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('staff', 'text')
		.addColumn('grade', 'integer', (c) => c.notNull().check(sql`grade between 1 and 5`))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('origin', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('rating_key', ['hall', 'leg'])
		.addForeignKeyConstraint('rating_leg', ['hall', 'leg'], 'leg', ['hall', 'id'])
		.addForeignKeyConstraint('rating_of', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('rating_ticket').on('rating').columns(['hall', 'ticket']).execute();
}
