import { sql, type Kysely } from 'kysely';

/** The way of a ticket through several windows, its claim to priority, and the time it waits for the hall. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('ticket')
		.addColumn('since', 'bigint', (c) => c.notNull().defaultTo(0))
		.execute();
	await db.schema
		.alterTable('ticket')
		.addColumn('claim', 'text', (c) =>
			c
				.notNull()
				.defaultTo('none')
				.check(sql`claim in ('none', 'granted', 'open', 'confirmed', 'refused')`)
		)
		.execute();
	await db.schema
		.alterTable('ticket')
		.addColumn('steps', 'text', (c) => c.notNull().defaultTo('[]'))
		.execute();
	await db.schema
		.alterTable('leg')
		.addColumn('held_ms', 'bigint', (c) =>
			c
				.notNull()
				.defaultTo(0)
				.check(sql`held_ms >= 0`)
		)
		.execute();
	await sql`update ticket set since = created_at`.execute(db);
	// Who is bound to a window or a person is looked for when that one leaves.
	await sql`create index leg_bound on leg (hall, id) where state = 'waiting' and (for_window is not null or for_staff is not null)`.execute(
		db
	);
}
