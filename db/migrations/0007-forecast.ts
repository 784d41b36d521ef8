import { sql, type Kysely } from 'kysely';

/** What each queue has learnt from its waits, and what every ticket was told when it was taken. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('forecast')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('through', 'text', (c) => c.notNull())
		.addColumn('fitted_at', 'bigint', (c) => c.notNull())
		.addColumn('samples', 'integer', (c) => c.notNull().check(sql`samples >= 0`))
		.addColumn('mae', 'double precision')
		.addColumn('covered', 'double precision')
		.addColumn('told', 'integer', (c) => c.notNull())
		.addColumn('told_covered', 'integer', (c) => c.notNull().check(sql`told_covered between 0 and told`))
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('forecast_key', ['hall', 'queue'])
		.addForeignKeyConstraint('forecast_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.execute();
	await db.schema.alterTable('ticket').addColumn('told', 'text').execute();
}
