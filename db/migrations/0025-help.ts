import { sql, type Kysely } from 'kysely';

/** Calls for help: what is wanted and where, beside the case that says who goes and by when. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('help')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('token', 'text', (c) => c.notNull())
		.addColumn('what', 'text', (c) =>
			c.notNull().check(sql`what in ('volunteer', 'sign-language', 'wheelchair', 'staff')`)
		)
		.addColumn('device', 'text')
		.addColumn('zone', 'text')
		.addColumn('ticket', 'bigint')
		.addColumn('lang', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('called_at', 'bigint', (c) => c.notNull())
		.addColumn('coming_by', 'text')
		.addColumn('coming_at', 'bigint')
		.addColumn('there_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.addPrimaryKeyConstraint('help_key', ['hall', 'case'])
		.addForeignKeyConstraint('help_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.addUniqueConstraint('help_token', ['hall', 'token'])
		.execute();
	await sql`create index help_live on help (hall, called_at) where ended_at is null`.execute(db);
	await db.schema.createIndex('help_day').on('help').columns(['hall', 'day']).execute();
}
