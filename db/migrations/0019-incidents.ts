import { sql, type Kysely } from 'kysely';

/** Incidents, and what is told to the whole hall at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('incident')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('what', 'text', (c) => c.notNull())
		.addColumn('severity', 'integer', (c) => c.notNull().check(sql`severity between 1 and 4`))
		.addColumn('zone', 'text')
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('noticed_at', 'bigint', (c) => c.notNull())
		.addColumn('silent', 'integer', (c) => c.notNull().check(sql`silent in (0, 1)`))
		.addPrimaryKeyConstraint('incident_key', ['hall', 'id'])
		.addForeignKeyConstraint('incident_case', ['hall', 'id'], 'case', ['hall', 'id'])
		.execute();
	await broadcasts(db);
}

async function broadcasts(db: Kysely<unknown>): Promise<void> {
	const ends = sql`how in ('confirmed', 'replaced', 'lapsed', 'cleared')`;
	let table = db.schema
		.createTable('broadcast')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('code', 'text')
		.addColumn('drill', 'integer', (c) => c.notNull().check(sql`drill in (0, 1)`))
		.addColumn('calm', 'integer', (c) => c.notNull().check(sql`calm in (0, 1)`))
		.addColumn('zh', 'text', (c) => c.notNull().check(sql`zh <> ''`));
	for (const name of ['en', 'short_zh', 'short_en', 'salt', 'started_by', 'intent']) {
		table = table.addColumn(name, 'text', (c) => c.notNull());
	}
	await table
		.addColumn('incident', 'bigint')
		.addColumn('started_at', 'bigint', (c) => c.notNull())
		.addColumn('asked_by', 'text')
		.addColumn('asked_at', 'bigint')
		.addColumn('ended_by', 'text')
		.addColumn('ended_at', 'bigint')
		.addColumn('how', 'text', (c) => c.check(ends))
		.addPrimaryKeyConstraint('broadcast_key', ['hall', 'id'])
		.addCheckConstraint('broadcast_over', sql`(ended_at is null) = (how is null)`)
		.addCheckConstraint('broadcast_asked', sql`(asked_at is null) = (asked_by is null)`)
		// Two persons: not even a mistake of the program lets one end an alert alone.
		.addCheckConstraint('broadcast_two', sql`how <> 'confirmed' or (asked_by is not null and asked_by <> ended_by)`)
		.addCheckConstraint('broadcast_calm', sql`how not in ('lapsed', 'cleared') or calm = 1`)
		.execute();
	await db.schema.createIndex('broadcast_intent').unique().on('broadcast').columns(['hall', 'intent']).execute();
	await sql`create unique index broadcast_live on broadcast (hall) where ended_at is null`.execute(db);
}
