import { sql, type Kysely } from 'kysely';

/** Screens, on whichever server process each is: how it was when that process last wrote of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('screen_seen')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('device', 'text', (c) => c.notNull().check(sql`device <> ''`))
		.addColumn('server', 'text', (c) => c.notNull())
		.addColumn('zone', 'text')
		.addColumn('connected', 'integer', (c) => c.notNull().check(sql`connected in (0, 1)`))
		.addColumn('sound', 'text', (c) => c.notNull().check(sql`sound in ('on', 'refused', 'failed', 'unknown')`))
		.addColumn('sight', 'text')
		.addColumn('broken', 'text', (c) => c.notNull())
		.addColumn('seen_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('screen_seen_key', ['hall', 'device'])
		.addForeignKeyConstraint('screen_seen_hall', ['hall'], 'hall', ['id'])
		.execute();
}
