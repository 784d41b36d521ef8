import { sql, type Kysely } from 'kysely';

/** What was found when a person looked through a line of LED boards, address by address. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('board_check')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('bus', 'text', (c) => c.notNull())
		.addColumn('board', 'text', (c) => c.notNull())
		.addColumn('address', 'integer', (c) => c.notNull().check(sql`address >= 0`))
		.addColumn('sign', 'text', (c) => c.check(sql`sign in ('clean', 'double', 'unreadable', 'silent', 'mute', 'down')`))
		.addColumn('verdict', 'text', (c) =>
			c.notNull().check(sql`verdict in ('alone', 'double', 'suspect', 'elsewhere', 'absent', 'line')`)
		)
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('board_check_key', ['hall', 'id'])
		.addForeignKeyConstraint('board_check_board', ['hall', 'board'], 'device', ['hall', 'code'])
		.execute();
}
