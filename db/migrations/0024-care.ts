import { sql, type Kysely } from 'kysely';

/** What a visitor who goes before others needs, beside the number: who comes along, who takes the visitor to the window. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('care')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('proof', 'text')
		.addColumn('companions', 'integer', (c) => c.notNull().check(sql`companions between 0 and 9`))
		.addColumn('escort', 'text')
		.addColumn('escort_at', 'bigint')
		.addColumn('reached_at', 'bigint')
		.addPrimaryKeyConstraint('care_key', ['hall', 'ticket'])
		.addForeignKeyConstraint('care_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addCheckConstraint('care_escort', sql`(escort is null) = (escort_at is null)`)
		.addCheckConstraint('care_reached', sql`reached_at is null or escort is not null`)
		.execute();
	await sql`create index care_escorted on care (hall, escort_at) where escort is not null and reached_at is null`.execute(
		db
	);
}
