import { sql, type Kysely } from 'kysely';

/** How visitors were spoken to: greetings marked, opinions taken, forbidden wording sent as it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await greetings(db);
	await opinions(db);
	await overrides(db);
}

/** Which of the three greetings of a service was marked, when and by whom; each once a service. */
async function greetings(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('greeting')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('leg', 'bigint', (c) => c.notNull())
		.addColumn('mark', 'text', (c) => c.notNull().check(sql`mark in ('welcomed', 'answered', 'seen-off')`))
		.addColumn('ticket', 'bigint', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('window', 'text', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('greeting_key', ['hall', 'leg', 'mark'])
		.addForeignKeyConstraint('greeting_leg', ['hall', 'leg'], 'leg', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('greeting_day').on('greeting').columns(['hall', 'day', 'window']).execute();
}

/** What visitors said of a service or the hall, in their words. */
async function opinions(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('opinion')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('opinion', 'criticism', 'praise', 'complaint')`))
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('ticket', 'bigint')
		.addColumn('leg', 'bigint')
		.addColumn('window', 'text')
		.addColumn('staff', 'text')
		.addColumn('taken_by', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('due', 'text', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('opinion_key', ['hall', 'id'])
		.addForeignKeyConstraint('opinion_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('opinion_intent').unique().on('opinion').columns(['hall', 'intent']).execute();
	await db.schema.createIndex('opinion_day').on('opinion').columns(['hall', 'day']).execute();
	await db.schema.createIndex('opinion_of').on('opinion').columns(['hall', 'ticket']).execute();
}

/** Each finding in a text that was sent as it was; never the text. */
async function overrides(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('wording_override')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('line', 'bigint', (c) => c.notNull())
		.addColumn('n', 'integer', (c) => c.notNull())
		.addColumn('class', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('staff', 'text')
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('wording_override_key', ['hall', 'line', 'n'])
		.execute();
	await db.schema.createIndex('wording_override_day').on('wording_override').columns(['hall', 'day']).execute();
}
