import { sql, type Kysely } from 'kysely';

/**
 * Cases that visitors follow by a code and desks hand between them: where a case is, whom the visitor hears it from, the
 * case that it was joined to. A hand-over to a desk or a department stands beside that to a person.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = db.schema.alterTable('case');
	for (const name of ['desk', 'department', 'offered_desk', 'offered_department']) {
		await table.addColumn(name, 'text').execute();
	}
	for (const name of ['offered_place_at', 'joined_to', 'told_at', 'reopened_at']) {
		await table.addColumn(name, 'bigint').execute();
	}
	const contacts = sql`contact in ('page', 'call', 'none')`;
	await table.addColumn('contact', 'text', (c) => c.notNull().defaultTo('none').check(contacts)).execute();
	const ways = sql`told_way in ('page', 'call', 'in-person', 'letter')`;
	await table.addColumn('told_way', 'text', (c) => c.check(ways)).execute();
	await indexes(db);
}

/** One code is one case; lists ask by desk, department and kind. */
async function indexes(db: Kysely<unknown>): Promise<void> {
	await sql`create unique index case_code on "case" (hall, code) where code is not null`.execute(db);
	await sql`create index case_open_kind on "case" (hall, kind, due_at, owner) where state = 'open'`.execute(db);
	await sql`create index case_open_undated on "case" (hall, id) where state = 'open' and due_at is null`.execute(db);
	await sql`create index case_open_department on "case" (hall, department) where state = 'open'`.execute(db);
	await sql`create index case_open_desk on "case" (hall, desk) where state = 'open'`.execute(db);
	await sql`create index case_offer_desk on "case" (hall, offered_desk) where offered_desk is not null`.execute(db);
	await sql`create index case_offer_department on "case" (hall, offered_department)
		where offered_department is not null`.execute(db);
	await sql`create index case_joined on "case" (hall, joined_to, id) where joined_to is not null`.execute(db);
}
