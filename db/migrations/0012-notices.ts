import { sql, type Kysely } from 'kysely';

/** What a window tells in writing, papers taken in with the clock of the law, and the will of elders. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await notices(db);
	await noticeIndexes(db);
	await intakes(db);
	await wills(db);
	await whose(db);
}

/** Only papers have a due day. A second notice names the first one and says why, in a word of the list and in the clerk's own. */
const WHOLE = sql`(kind = 'missing') = (due_day is not null)
	and (earlier is null) = (second_reason is null) and (earlier is null) = (second_words is null)`;

async function notices(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('notice')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('missing', 'refusal', 'negative')`))
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('open', 'complete', 'closed', 'replaced', 'void')`)
		)
		.addColumn('code', 'text', (c) => c.notNull().check(sql`length(code) = 12`))
		.addColumn('intent', 'text', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('queue', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('staff', 'text')
		.addColumn('lang', 'text', (c) => c.notNull())
		.addColumn('due_day', 'text')
		.addColumn('since', 'bigint', (c) => c.notNull())
		.addColumn('matter_hash', 'text')
		.addColumn('earlier', 'bigint')
		.addColumn('second_reason', 'text', (c) =>
			c.check(sql`second_reason in ('rules-changed', 'new-facts', 'our-mistake')`)
		)
		.addColumn('second_words', 'text')
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('returned', 'bigint')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('changed_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('notice_key', ['hall', 'id'])
		.addUniqueConstraint('notice_code', ['hall', 'code'])
		.addUniqueConstraint('notice_intent', ['hall', 'intent'])
		.addForeignKeyConstraint('notice_of', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addForeignKeyConstraint('notice_earlier', ['hall', 'earlier'], 'notice', ['hall', 'id'])
		.addForeignKeyConstraint('notice_returned', ['hall', 'returned'], 'ticket', ['hall', 'id'])
		.addCheckConstraint('notice_whole', WHOLE)
		.execute();
}

async function noticeIndexes(db: Kysely<unknown>): Promise<void> {
	await db.schema.createIndex('notice_ticket').on('notice').columns(['hall', 'ticket', 'id']).execute();
	await db.schema.createIndex('notice_day').on('notice').columns(['hall', 'day', 'id']).execute();
	await sql`create index notice_matter on notice (hall, matter_hash, id) where matter_hash is not null`.execute(db);
	await sql`create index notice_next on notice (hall, earlier, id) where earlier is not null`.execute(db);
}

async function intakes(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('intake')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('window', 'text', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('received_at', 'bigint', (c) => c.notNull())
		.addColumn('due_day', 'text', (c) => c.notNull())
		.addColumn('on_spot', 'integer', (c) => c.notNull().check(sql`on_spot in (0, 1)`))
		.addColumn('warn_at', 'bigint', (c) => c.notNull())
		.addColumn('limit_at', 'bigint', (c) => c.notNull())
		.addColumn('warned', 'integer', (c) => c.notNull().check(sql`warned in (0, 1)`))
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('open', 'told', 'accepted', 'done', 'refused', 'withdrawn', 'deemed')`)
		)
		.addColumn('settled_by', 'bigint')
		.addColumn('settled_at', 'bigint')
		.addColumn('reason', 'text')
		.addColumn('matter_hash', 'text', (c) => c.check(sql`matter_hash is null or state = 'open'`))
		.addPrimaryKeyConstraint('intake_key', ['hall', 'id'])
		.addForeignKeyConstraint('intake_of', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addForeignKeyConstraint('intake_item', ['hall', 'item'], 'item', ['hall', 'code'])
		.addForeignKeyConstraint('intake_window', ['hall', 'window'], 'window', ['hall', 'code'])
		.addCheckConstraint('intake_settled', sql`(state = 'open') = (settled_at is null)`)
		.addCheckConstraint('intake_settled_by', sql`(settled_at is null) = (settled_by is null)`)
		.addCheckConstraint('intake_limit', sql`limit_at >= received_at and due_day >= day`)
		.execute();
	// One clock a visitor and item at a time.
	await sql`create unique index intake_open on intake (hall, ticket, item) where state = 'open'`.execute(db);
	await sql`create index intake_due on intake (hall, limit_at, id) where state = 'open'`.execute(db);
	await db.schema.createIndex('intake_ticket').on('intake').columns(['hall', 'ticket', 'id']).execute();
	await db.schema.createIndex('intake_day').on('intake').columns(['hall', 'day', 'id']).execute();
}

async function wills(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('true_will')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('item', 'text', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('mark', 'text', (c) => c.notNull().check(sql`mark in ('elder', 'own', 'not-own')`))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('true_will_key', ['hall', 'id'])
		.addForeignKeyConstraint('true_will_of', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('true_will_ticket').on('true_will').columns(['hall', 'ticket', 'id']).execute();
}

/** Whose matter a number or an appointment is, and the notice that a number comes back with. */
async function whose(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('appointment').addColumn('matter_hash', 'text').execute();
	await db.schema.alterTable('ticket').addColumn('matter_hash', 'text').execute();
	await db.schema.alterTable('ticket').addColumn('notice', 'bigint').execute();
	for (const table of ['ticket', 'appointment']) {
		await sql`create index ${sql.id(`${table}_matter`)} on ${sql.id(table)} (hall, day) where matter_hash is not null`.execute(
			db
		);
	}
	await sql`create index ticket_notice on ticket (hall, notice) where notice is not null`.execute(db);
}
