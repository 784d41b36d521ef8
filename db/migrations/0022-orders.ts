import type { Kysely } from 'kysely';

/** Orders of the 12345 hotline, each beside its case. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('hotline_order')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('number', 'text', (c) => c.notNull())
		.addColumn('received_at', 'bigint', (c) => c.notNull())
		.addColumn('category', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('hotline_order_key', ['hall', 'case'])
		// The same number twice is one order, but for one that went back and was sent to us anew.
		.addUniqueConstraint('hotline_order_number', ['hall', 'number', 'received_at'])
		.addForeignKeyConstraint('hotline_order_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.execute();
}
