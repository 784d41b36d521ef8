import { sql, type Kysely } from 'kysely';

const KINDS = sql`kind in ('printer', 'board', 'bus', 'screen', 'kiosk', 'pad-line', 'id-reader', 'scanner', 'evaluator', 'agent')`;

/** How devices stand, what they went through, and what printers have printed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await states(db);
	await events(db);
	await counts(db);
}

/** Which words a state has is the drivers' matter: a new one must not find an old database in its way. */
async function states(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('device_state')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(KINDS))
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull())
		.addColumn('reason', 'text')
		.addColumn('since_at', 'bigint', (c) => c.notNull())
		.addColumn('heard_at', 'bigint')
		.addColumn('looked_at', 'bigint', (c) => c.notNull())
		.addColumn('off_reason', 'text', (c) =>
			c.check(sql`off_reason in ('repair', 'parts', 'cleaning', 'nuisance', 'not-needed')`)
		)
		.addColumn('off_by', 'text')
		.addColumn('off_at', 'bigint')
		.addColumn('moved_group', 'text')
		.addColumn('moved_day', 'text')
		.addPrimaryKeyConstraint('device_state_key', ['hall', 'kind', 'device'])
		.addForeignKeyConstraint('device_state_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint(
			'device_state_off',
			sql`(off_at is null) = (off_reason is null) and (off_at is null) = (off_by is null)`
		)
		.addCheckConstraint(
			'device_state_moved',
			sql`(moved_group is null) = (moved_day is null) and (moved_group is null or kind = 'printer')`
		)
		.execute();
}

async function events(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('device_event')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(KINDS))
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('act', 'text', (c) =>
			c.notNull().check(sql`act in ('state', 'off', 'on', 'replaced', 'roll-changed', 'moved', 'tested')`)
		)
		.addColumn('from_state', 'text')
		.addColumn('to_state', 'text')
		.addColumn('reason', 'text')
		.addColumn('by_whom', 'text')
		.addPrimaryKeyConstraint('device_event_key', ['hall', 'kind', 'device', 'at'])
		.addForeignKeyConstraint('device_event_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint(
			'device_event_states',
			sql`(act = 'state') = (to_state is not null) and (act = 'state') = (from_state is not null)`
		)
		.execute();
	await db.schema.createIndex('device_event_at').on('device_event').columns(['hall', 'at']).execute();
}

async function counts(db: Kysely<unknown>): Promise<void> {
	let table = db.schema
		.createTable('printer_count')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('printer', 'text', (c) => c.notNull())
		.addColumn('since_at', 'bigint', (c) => c.notNull());
	for (const name of ['slips', 'cuts', 'errors', 'dots', 'roll_slips', 'roll_dots']) {
		table = table.addColumn(name, 'bigint', (c) => c.notNull().check(sql`${sql.ref(name)} >= 0`));
	}
	await table
		.addColumn('roll_at', 'bigint')
		.addColumn('paper', 'text', (c) => c.notNull().check(sql`paper in ('ok', 'low', 'out')`))
		.addPrimaryKeyConstraint('printer_count_key', ['hall', 'printer'])
		.addForeignKeyConstraint('printer_count_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint('printer_count_roll', sql`roll_slips <= slips and roll_dots <= dots`)
		.execute();
}
