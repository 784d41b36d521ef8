import { sql, type Kysely } from 'kysely';

/** Which screens showed or said what was told to the whole hall. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('broadcast_receipt')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('broadcast', 'bigint', (c) => c.notNull())
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('channel', 'text', (c) => c.notNull().check(sql`channel in ('shown', 'spoken')`))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('broadcast_receipt_key', ['hall', 'broadcast', 'device', 'channel'])
		.addForeignKeyConstraint('broadcast_receipt_broadcast', ['hall', 'broadcast'], 'broadcast', ['hall', 'id'])
		.execute();
}
