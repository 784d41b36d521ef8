import { sql, type Kysely } from 'kysely';

/** The telephone: calls and what was heard of them, seats, nuisance callers, answers sent; and keys for telephone systems. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await keys(db);
	await calls(db);
	await callIndexes(db);
	await events(db);
	await acts(db);
	await spans(db);
	await nuisance(db);
	await messages(db);
}

/** A check cannot be changed in place on SQLite: the table is made anew. */
async function keys(db: Kysely<unknown>): Promise<void> {
	const roles = sql`role in ('kiosk', 'display', 'clerk', 'guide', 'liaison', 'supervisor', 'administrator', 'auditor', 'telephone')`;
	await db.schema
		.createTable('api_key_new')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addColumn('role', 'text', (c) => c.notNull().check(roles))
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('revoked_at', 'bigint')
		.addPrimaryKeyConstraint('api_key_pk', ['hall', 'id'])
		.addUniqueConstraint('api_key_secret', ['hash'])
		.execute();
	await sql`insert into api_key_new (hall, id, hash, role, label, created_at, revoked_at)
		select hall, id, hash, role, label, created_at, revoked_at from api_key`.execute(db);
	await db.schema.dropTable('api_key').execute();
	await db.schema.alterTable('api_key_new').renameTo('api_key').execute();
}

async function calls(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('phone_call')
		.addColumn('hall', 'integer', (c) => c.notNull().references('hall.id'))
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('system', 'text', (c) => c.notNull().check(sql`system in ('ami', 'api', 'hand')`))
		.addColumn('ref', 'text', (c) => c.notNull())
		.addColumn('line', 'text')
		.addColumn('caller', 'text')
		.addColumn('state', 'text', (c) =>
			c.notNull().check(sql`state in ('ringing', 'talking', 'held', 'ended', 'missed')`)
		)
		.addColumn('rang_at', 'bigint', (c) => c.notNull())
		.addColumn('answered_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.addColumn('staff', 'text')
		.addColumn('talker', 'text')
		.addColumn('holds', 'integer', (c) => c.notNull())
		.addColumn('held_ms', 'bigint', (c) => c.notNull())
		.addColumn('longest_hold_ms', 'bigint', (c) => c.notNull())
		.addColumn('held_since', 'bigint')
		.addColumn('transfers', 'integer', (c) => c.notNull())
		.addColumn('late', 'integer', (c) => c.notNull().check(sql`late in (0, 1)`))
		.addColumn('class', 'text')
		.addColumn('summary', 'text', (c) => c.notNull())
		.addColumn('wrapped_by', 'text')
		.addColumn('wrapped_at', 'bigint')
		.addColumn('back_case', 'bigint')
		.addPrimaryKeyConstraint('phone_call_key', ['hall', 'id'])
		.addUniqueConstraint('phone_call_ref', ['hall', 'system', 'ref'])
		.addCheckConstraint('phone_call_answered', sql`state not in ('talking', 'held') or answered_at is not null`)
		.addCheckConstraint('phone_call_ended', sql`(state in ('ended', 'missed')) = (ended_at is not null)`)
		.addCheckConstraint('phone_call_held', sql`(state = 'held') = (held_since is not null)`)
		.addCheckConstraint('phone_call_wrapped', sql`(class is null) = (wrapped_at is null)`)
		.addForeignKeyConstraint('phone_call_back', ['hall', 'back_case'], 'case', ['hall', 'id'])
		.execute();
}

/** What is asked for in the middle of a day: what goes on, whose it is, who has called before. */
async function callIndexes(db: Kysely<unknown>): Promise<void> {
	await sql`create index phone_call_live on phone_call (hall, id) where state in ('ringing', 'talking', 'held')`.execute(
		db
	);
	await db.schema.createIndex('phone_call_day').on('phone_call').columns(['hall', 'day']).execute();
	await sql`create index phone_call_caller on phone_call (hall, caller, id) where caller is not null`.execute(db);
	await sql`create index phone_call_unwrapped on phone_call (hall, talker) where state = 'ended' and class is null`.execute(
		db
	);
}

async function events(db: Kysely<unknown>): Promise<void> {
	const kinds = sql`event in ('ringing', 'answered', 'held', 'resumed', 'transferred', 'ended', 'missed')`;
	await db.schema
		.createTable('phone_event')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('call', 'bigint', (c) => c.notNull())
		.addColumn('event', 'text', (c) => c.notNull().check(kinds))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('line', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('phone_event_key', ['hall', 'call', 'event', 'at', 'staff', 'line'])
		.addForeignKeyConstraint('phone_event_call', ['hall', 'call'], 'phone_call', ['hall', 'id'])
		.execute();
}

async function acts(db: Kysely<unknown>): Promise<void> {
	const kinds = sql`act in ('referred', 'transferred', 'transfer-failed', 'checked', 'check-failed', 'record-read',
		'case-opened', 'media-led', 'nuisance-proposed', 'answer-sent', 'answer-printed', 'number-opened')`;
	await db.schema
		.createTable('phone_act')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('call', 'bigint', (c) => c.notNull())
		.addColumn('act', 'text', (c) => c.notNull().check(kinds))
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('case', 'bigint')
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('phone_act_key', ['hall', 'id'])
		.addForeignKeyConstraint('phone_act_call', ['hall', 'call'], 'phone_call', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('phone_act_of').on('phone_act').columns(['hall', 'call', 'id']).execute();
}

async function spans(db: Kysely<unknown>): Promise<void> {
	const states = sql`state in ('ready', 'not-ready', 'talking', 'wrap-up', 'signed-off')`;
	await db.schema
		.createTable('phone_span')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(states))
		.addColumn('reason', 'text')
		.addColumn('call', 'bigint')
		.addColumn('from_at', 'bigint', (c) => c.notNull())
		.addColumn('to_at', 'bigint')
		.addPrimaryKeyConstraint('phone_span_key', ['hall', 'id'])
		.addForeignKeyConstraint('phone_span_staff', ['hall', 'staff'], 'staff', ['hall', 'no'])
		.addCheckConstraint('phone_span_reason', sql`(state = 'not-ready') = (reason is not null)`)
		.addCheckConstraint('phone_span_call', sql`state <> 'talking' or call is not null`)
		.addCheckConstraint('phone_span_order', sql`to_at is null or to_at >= from_at`)
		.execute();
	await sql`create unique index phone_span_now on phone_span (hall, staff) where to_at is null`.execute(db);
	await db.schema.createIndex('phone_span_from').on('phone_span').columns(['hall', 'from_at']).execute();
}

async function nuisance(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('phone_nuisance')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('caller', 'text', (c) => c.notNull())
		.addColumn('days', 'integer', (c) => c.notNull().check(sql`days between 1 and 30`))
		.addColumn('calls', 'text', (c) => c.notNull())
		.addColumn('lifted_by', 'text')
		.addColumn('lifted_at', 'bigint')
		.addPrimaryKeyConstraint('phone_nuisance_key', ['hall', 'case'])
		.addForeignKeyConstraint('phone_nuisance_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.addCheckConstraint('phone_nuisance_lifted', sql`(lifted_by is null) = (lifted_at is null)`)
		.execute();
	await db.schema.createIndex('phone_nuisance_of').on('phone_nuisance').columns(['hall', 'caller']).execute();
}

async function messages(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('phone_message')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('call', 'bigint', (c) => c.notNull())
		.addColumn('way', 'text', (c) => c.notNull().check(sql`way in ('phone', 'email')`))
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('queued', 'sent', 'failed')`))
		.addColumn('attempts', 'integer', (c) => c.notNull())
		.addColumn('next_at', 'bigint')
		.addColumn('reason', 'text')
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('changed_at', 'bigint', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('phone_message_key', ['hall', 'id'])
		.addUniqueConstraint('phone_message_intent', ['hall', 'intent'])
		.addForeignKeyConstraint('phone_message_call', ['hall', 'call'], 'phone_call', ['hall', 'id'])
		.addCheckConstraint('phone_message_next', sql`(state = 'queued') = (next_at is not null)`)
		.addCheckConstraint('phone_message_why', sql`state <> 'failed' or reason is not null`)
		.execute();
	await sql`create index phone_message_due on phone_message (hall, next_at) where next_at is not null`.execute(db);
}
