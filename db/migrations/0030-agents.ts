import { sql, type Kysely } from 'kysely';

/** The agents of a hall: codes by which a machine is enrolled once, and the keys that they became. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('agent_code')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addColumn('agent', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('expires_at', 'bigint', (c) => c.notNull())
		.addColumn('used_at', 'bigint')
		.addPrimaryKeyConstraint('agent_code_key', ['hall', 'hash'])
		.addForeignKeyConstraint('agent_code_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint('agent_code_life', sql`expires_at > created_at`)
		.execute();
	await db.schema
		.createTable('agent_key')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('agent', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('revoked_at', 'bigint')
		.addColumn('seen_at', 'bigint')
		.addColumn('epoch', 'text')
		.addColumn('heard', 'bigint', (c) => c.notNull().defaultTo(0))
		.addPrimaryKeyConstraint('agent_key_key', ['hall', 'id'])
		.addForeignKeyConstraint('agent_key_hall', ['hall'], 'hall', ['id'])
		.addUniqueConstraint('agent_key_hash', ['hall', 'hash'])
		.addCheckConstraint('agent_key_heard', sql`heard >= 0 and (heard = 0 or epoch is not null)`)
		.execute();
	// One machine an agent: enrolling another one ends the key of the first.
	await sql`create unique index agent_key_live on agent_key (hall, agent) where revoked_at is null`.execute(db);
}
