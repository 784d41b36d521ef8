import { sql, type Kysely, type RawBuilder } from 'kysely';

/** Tickets, their legs and calls, the ledger, and what goes to devices. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await queueDays(db);
	await tickets(db);
	await legs(db);
	await calls(db);
	await ledger(db);
	await devices(db);
}

async function queueDays(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('queue_day')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('last_number', 'integer', (c) => c.notNull().check(sql`last_number between 0 and 9999`))
		.addColumn('waiting', 'integer', (c) => c.notNull().check(sql`waiting >= 0`))
		.addPrimaryKeyConstraint('queue_day_key', ['hall', 'day', 'queue'])
		.addForeignKeyConstraint('queue_day_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.modifyEnd(inKeyOrder(db))
		.execute();
}

async function tickets(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('ticket')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('n', 'integer', (c) => c.notNull().check(sql`n between 1 and 9999`))
		.addColumn('number', 'text', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('class', 'text', (c) => c.notNull())
		.addColumn('lang', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('live', 'ended', 'missed', 'cancelled', 'expired', 'void')`)
		)
		.addColumn('token', 'text', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull())
		.addColumn('origin', 'text', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('ended_at', 'bigint')
		.addColumn('reason', 'text')
		.addPrimaryKeyConstraint('ticket_key', ['hall', 'id'])
		.addUniqueConstraint('ticket_number', ['hall', 'queue', 'day', 'n'])
		.addUniqueConstraint('ticket_intent', ['hall', 'day', 'intent'])
		.addForeignKeyConstraint('ticket_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.addForeignKeyConstraint('ticket_item', ['hall', 'item'], 'item', ['hall', 'code'])
		.addCheckConstraint('ticket_ended', sql`(state = 'live') = (ended_at is null)`)
		.addCheckConstraint('ticket_void', sql`state <> 'void' or reason is not null`)
		.modifyEnd(inKeyOrder(db))
		.execute();
}

const legStates = sql`state in ('waiting', 'called', 'serving', 'parked', 'missed', 'ended')`;
const outcomes = sql`outcome in ('done', 'transferred', 'chained', 'noticed', 'refused', 'missed', 'cancelled', 'expired', 'void')`;

async function legs(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('leg')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('ordinal', 'integer', (c) => c.notNull().check(sql`ordinal >= 1`))
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(legStates))
		.addColumn('outcome', 'text', (c) => c.check(outcomes))
		.addColumn('enqueued_at', 'bigint', (c) => c.notNull())
		.addColumn('rank_at', 'bigint', (c) => c.notNull())
		.addColumn('head_start_ms', 'bigint', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('staff', 'text')
		.addColumn('for_window', 'text')
		.addColumn('for_staff', 'text')
		.addColumn('called_at', 'bigint')
		.addColumn('started_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.addColumn('calls', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('misses', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('park_kind', 'text', (c) => c.check(sql`park_kind in ('papers-missing', 'papers-kept', 'other-step')`))
		.addColumn('parked_at', 'bigint')
		.addColumn('parked_ms', 'bigint', (c) => c.notNull().defaultTo(0))
		.addColumn('reason', 'text')
		.addPrimaryKeyConstraint('leg_key', ['hall', 'id'])
		.addUniqueConstraint('leg_ordinal', ['hall', 'ticket', 'ordinal'])
		.addForeignKeyConstraint('leg_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addForeignKeyConstraint('leg_queue', ['hall', 'queue'], 'queue', ['hall', 'code'])
		.addForeignKeyConstraint('leg_window', ['hall', 'window'], 'window', ['hall', 'code'])
		.addCheckConstraint('leg_ended', sql`(state = 'ended') = (outcome is not null)`)
		.addCheckConstraint('leg_at_window', sql`state not in ('called', 'serving') or "window" is not null`)
		.addCheckConstraint('leg_parked', sql`(state = 'parked') = (parked_at is not null)`)
		.modifyEnd(inKeyOrder(db))
		.execute();
	await legIndexes(db);
}

async function legIndexes(db: Kysely<unknown>): Promise<void> {
	// The order of calling, and nothing but those who wait: old tickets cost nothing.
	await sql`create index leg_waiting on leg (hall, queue, rank_at, id) where state = 'waiting'`.execute(db);
	await sql`create index leg_held on leg (hall, id) where state in ('parked', 'missed')`.execute(db);
	// A person is in one place at a time, and a window has one person.
	await sql`create unique index leg_current on leg (hall, ticket) where state <> 'ended'`.execute(db);
	await sql`create unique index leg_one_a_window on leg (hall, "window") where state in ('called', 'serving')`.execute(
		db
	);
	await sql`create index leg_served on leg (hall, day, "window") where state = 'ended'`.execute(db);
}

async function calls(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('call')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('number', 'text', (c) => c.notNull())
		.addColumn('zone', 'text', (c) => c.notNull())
		.addColumn('window', 'text', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('next', 'chosen', 'recall')`))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('why', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('call_key', ['hall', 'id'])
		.addForeignKeyConstraint('call_leg', ['hall', 'leg'], 'leg', ['hall', 'id'])
		.addForeignKeyConstraint('call_window', ['hall', 'window'], 'window', ['hall', 'code'])
		.modifyEnd(inKeyOrder(db))
		.execute();
	await db.schema.createIndex('call_zone').on('call').columns(['hall', 'day', 'zone', 'id']).execute();
	await db.schema.createIndex('call_leg_id').on('call').columns(['hall', 'leg', 'id']).execute();
	await db.schema
		.createTable('receipt')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('call', 'bigint', (c) => c.notNull())
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('channel', 'text', (c) => c.notNull().check(sql`channel in ('shown', 'spoken', 'board')`))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('outcome', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('receipt_key', ['hall', 'call', 'device', 'channel'])
		.addForeignKeyConstraint('receipt_call', ['hall', 'call'], 'call', ['hall', 'id'])
		.modifyEnd(inKeyOrder(db))
		.execute();
}

async function ledger(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('ledger')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('seq', 'bigint', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('act', 'text', (c) => c.notNull())
		.addColumn('actor', 'text', (c) => c.notNull())
		.addColumn('ticket', 'bigint')
		.addColumn('window', 'text')
		.addColumn('queue', 'text')
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('ledger_key', ['hall', 'seq'])
		.modifyEnd(inKeyOrder(db))
		.execute();
	await sql`create index ledger_ticket on ledger (hall, ticket, seq) where ticket is not null`.execute(db);
	await sql`create index ledger_window on ledger (hall, "window", seq) where "window" is not null`.execute(db);
}

async function devices(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('slip')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('ticket', 'bigint')
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('printer', 'text')
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('queued', 'sent', 'printed', 'failed', 'unsure')`)
		)
		.addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('reprint_of', 'bigint')
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('reason', 'text')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('changed_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('slip_key', ['hall', 'id'])
		.addForeignKeyConstraint('slip_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addForeignKeyConstraint('slip_reprint', ['hall', 'reprint_of'], 'slip', ['hall', 'id'])
		.addCheckConstraint('slip_reason', sql`state not in ('failed', 'unsure') or reason is not null`)
		.modifyEnd(inKeyOrder(db))
		.execute();
	await sql`create index slip_queued on slip (hall, "group", id) where state = 'queued'`.execute(db);
	await sql`create index slip_sent on slip (hall, id) where state = 'sent' and reason is null`.execute(db);
	await sql`create index slip_of_ticket on slip (hall, ticket, id)`.execute(db);
	await boards(db);
}

async function boards(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('board')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('device', 'text', (c) => c.notNull())
		.addColumn('wanted', 'text', (c) => c.notNull())
		.addColumn('wanted_at', 'bigint', (c) => c.notNull())
		.addColumn('shown', 'text')
		.addColumn('outcome', 'text', (c) => c.check(sql`outcome in ('acked', 'sent-unconfirmed', 'rejected', 'timeout')`))
		.addColumn('outcome_at', 'bigint')
		.addPrimaryKeyConstraint('board_key', ['hall', 'device'])
		.addForeignKeyConstraint('board_device', ['hall', 'device'], 'device', ['hall', 'code'])
		.execute();
}

/** SQLite then keeps a large table's rows in its key and writes one tree less; PostgreSQL has no such word. */
function inKeyOrder(db: Kysely<unknown>): RawBuilder<unknown> {
	return db.getExecutor().adapter.supportsMultipleConnections ? sql`` : sql`without rowid`;
}
