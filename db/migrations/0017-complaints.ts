import { sql, type Kysely } from 'kysely';

/** Complaints, what no window could solve, and matters of petition, beside their cases. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const classes = sql`class in ('conduct', 'wrong-information', 'slowness', 'rules', 'misunderstanding', 'facility', 'accessibility', 'second-notice', 'media', 'other')`;
	const causes = sql`cause in ('papers', 'rules-unclear', 'rules-differ', 'between-offices', 'system', 'history', 'not-told', 'other')`;
	await db.schema
		.createTable('complaint')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('complaint', 'unsolved', 'petition')`))
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('class', 'text', (c) => c.check(classes))
		.addColumn('against', 'text', (c) => c.check(sql`against in ('staff', 'hall', 'department')`))
		.addColumn('route', 'text', (c) => c.notNull().check(sql`route in ('hall', 'department')`))
		.addColumn('origin', 'text', (c) =>
			c.notNull().check(sql`origin in ('desk', 'window', 'telephone', 'kiosk', 'page')`)
		)
		.addColumn('taken_by', 'text', (c) => c.notNull())
		.addColumn('department', 'text')
		.addColumn('staff', 'text')
		.addColumn('window', 'text')
		.addColumn('item', 'text')
		.addColumn('ticket', 'bigint')
		.addColumn('phone_hash', 'text')
		.addColumn('opinion', 'bigint')
		.addColumn('notice', 'bigint')
		.addColumn('cause', 'text', (c) => c.check(causes))
		.addColumn('from_case', 'bigint')
		.addPrimaryKeyConstraint('complaint_key', ['hall', 'id'])
		.addForeignKeyConstraint('complaint_case', ['hall', 'id'], 'case', ['hall', 'id'])
		.addCheckConstraint('complaint_class', sql`(kind = 'complaint') = (class is not null)`)
		.execute();
	await indexes(db);
}

/** Of each filter of the list, newest first; and of each way in which two are found to be the same. */
async function indexes(db: Kysely<unknown>): Promise<void> {
	await db.schema.createIndex('complaint_day').on('complaint').columns(['hall', 'day', 'id']).execute();
	await db.schema.createIndex('complaint_kind').on('complaint').columns(['hall', 'kind', 'id']).execute();
	await db.schema.createIndex('complaint_of_class').on('complaint').columns(['hall', 'class', 'id']).execute();
	await db.schema.createIndex('complaint_route').on('complaint').columns(['hall', 'route', 'id']).execute();
	await sql`create index complaint_ticket on complaint (hall, ticket) where ticket is not null`.execute(db);
	await sql`create index complaint_phone on complaint (hall, phone_hash) where phone_hash is not null`.execute(db);
	await sql`create unique index complaint_opinion on complaint (hall, opinion) where opinion is not null`.execute(db);
	await sql`create index case_closed_owner on "case" (hall, owner, id) where state = 'closed'`.execute(db);
}
