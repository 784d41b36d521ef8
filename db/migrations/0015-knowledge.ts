import { sql, type Kysely } from 'kysely';

/** The knowledge base: every version of every entry, and what was asked of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await versions(db);
	await indexes(db);
	await asked(db);
}

async function versions(db: Kysely<unknown>): Promise<void> {
	const kinds = sql`kind in ('department', 'window', 'telephone', 'address', 'way', 'hours', 'guide', 'fee', 'policy', 'question')`;
	const states = sql`state in ('draft', 'review', 'published', 'expired', 'replaced', 'retired', 'discarded')`;
	let table = db.schema
		.createTable('knowledge')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('entry', 'bigint', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(kinds))
		.addColumn('state', 'text', (c) => c.notNull().check(states));
	for (const name of [
		'title_zh',
		'title_en',
		'body_zh',
		'body_en',
		'keywords',
		'ask_zh',
		'ask_en',
		'items',
		'remark'
	]) {
		table = table.addColumn(name, 'text', (c) => c.notNull());
	}
	await table
		.addColumn('department', 'text')
		.addColumn('authorised', 'integer', (c) => c.notNull())
		.addColumn('valid_until', 'text')
		.addColumn('written_by', 'text', (c) => c.notNull())
		.addColumn('written_at', 'bigint', (c) => c.notNull())
		.addColumn('submitted_at', 'bigint')
		.addColumn('reviewed_by', 'text')
		.addColumn('reviewed_at', 'bigint')
		.addColumn('changed_at', 'bigint', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('knowledge_key', ['hall', 'entry', 'version'])
		.addCheckConstraint('knowledge_two', sql`reviewed_by is null or reviewed_by <> written_by`)
		.addCheckConstraint('knowledge_seen', sql`state not in ('published', 'expired') or reviewed_by is not null`)
		.execute();
}

/** One version is in force and one is being written, of each entry. */
async function indexes(db: Kysely<unknown>): Promise<void> {
	await db.schema.createIndex('knowledge_intent').unique().on('knowledge').columns(['hall', 'intent']).execute();
	await sql`create unique index knowledge_live on knowledge (hall, entry) where state in ('published', 'expired')`.execute(
		db
	);
	await sql`create unique index knowledge_open on knowledge (hall, entry) where state in ('draft', 'review')`.execute(
		db
	);
	await sql`create index knowledge_until on knowledge (hall, valid_until) where state = 'published'`.execute(db);
}

async function asked(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('knowledge_asked')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('words', 'text', (c) => c.notNull())
		.addColumn('found', 'integer', (c) => c.notNull())
		.addColumn('times', 'integer', (c) => c.notNull())
		.addPrimaryKeyConstraint('knowledge_asked_key', ['hall', 'day', 'words'])
		.execute();
}
