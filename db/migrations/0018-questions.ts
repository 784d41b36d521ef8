import { sql, type Kysely } from 'kysely';

/** What visitors asked and nobody could answer, where they were referred to, and what of the knowledge base is public. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await questions(db);
	await referrals(db);
	await publicly(db);
}

async function questions(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('question')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('channel', 'text', (c) =>
			c.notNull().check(sql`channel in ('desk', 'window', 'kiosk', 'page', 'telephone')`)
		)
		.addColumn('words', 'text', (c) => c.notNull())
		.addColumn('lang', 'text', (c) => c.notNull())
		.addColumn('entry', 'bigint')
		.addPrimaryKeyConstraint('question_key', ['hall', 'case'])
		.addForeignKeyConstraint('question_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.execute();
	await sql`create index question_entry on question (hall, entry, "case") where entry is not null`.execute(db);
}

/** Nobody is sent away without a place, and how to get there. */
async function referrals(db: Kysely<unknown>): Promise<void> {
	let table = db.schema
		.createTable('referral')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('staff', 'text')
		.addColumn('case', 'bigint')
		.addColumn('subject', 'text')
		.addColumn('place', 'text', (c) => c.notNull().check(sql`place <> ''`))
		.addColumn('way', 'text', (c) => c.notNull().check(sql`way <> ''`));
	for (const name of ['body', 'lang', 'token', 'intent']) table = table.addColumn(name, 'text', (c) => c.notNull());
	await table
		.addPrimaryKeyConstraint('referral_key', ['hall', 'id'])
		.addForeignKeyConstraint('referral_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('referral_intent').unique().on('referral').columns(['hall', 'intent']).execute();
	await db.schema.createIndex('referral_day').on('referral').columns(['hall', 'day']).execute();
	await sql`create index referral_case on referral (hall, "case", id) where "case" is not null`.execute(db);
}

async function publicly(db: Kysely<unknown>): Promise<void> {
	for (const name of ['agreed', 'public']) {
		await db.schema
			.alterTable('knowledge')
			.addColumn(name, 'integer', (c) => c.notNull().defaultTo(0))
			.execute();
	}
	await sql`create index knowledge_public on knowledge (hall, changed_at) where state = 'published' and public = 1`.execute(
		db
	);
}
