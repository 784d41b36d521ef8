import { sql, type Kysely } from 'kysely';

/** Tasks, notes to staff with who has read them, rounds of inspection. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await notes(db);
	await reads(db);
	await inspections(db);
	await areas(db);
	await marks(db);
	await photos(db);
	await tasks(db);
}

async function notes(db: Kysely<unknown>): Promise<void> {
	let table = db.schema
		.createTable('staff_note')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('note', 'bigint', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull().check(sql`version > 0`))
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('live', 'replaced', 'withdrawn')`))
		.addColumn('must_read', 'integer', (c) => c.notNull().check(sql`must_read in (0, 1)`))
		.addColumn('until_at', 'bigint', (c) => c.notNull())
		.addColumn('read_by_at', 'bigint')
		.addColumn('written_by', 'text', (c) => c.notNull())
		.addColumn('written_at', 'bigint', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull());
	for (const name of ['title', 'text', 'roles', 'desks', 'windows', 'persons']) {
		table = table.addColumn(name, 'text', (c) => c.notNull());
	}
	await table
		.addPrimaryKeyConstraint('staff_note_key', ['hall', 'note', 'version'])
		.addUniqueConstraint('staff_note_intent', ['hall', 'intent'])
		.addForeignKeyConstraint('staff_note_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint(
			'staff_note_times',
			sql`written_at < until_at and (read_by_at is null or read_by_at <= until_at)`
		)
		.addCheckConstraint('staff_note_must', sql`must_read = 1 or read_by_at is null`)
		.execute();
	await sql`create unique index staff_note_live on staff_note (hall, note) where state = 'live'`.execute(db);
	await sql`create index staff_note_until on staff_note (hall, until_at) where state = 'live'`.execute(db);
}

async function reads(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('staff_note_read')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('note', 'bigint', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('staff_note_read_key', ['hall', 'note', 'version', 'staff'])
		.addForeignKeyConstraint('staff_note_read_of', ['hall', 'note', 'version'], 'staff_note', [
			'hall',
			'note',
			'version'
		])
		.addForeignKeyConstraint('staff_note_read_by', ['hall', 'staff'], 'staff', ['hall', 'no'])
		.execute();
}

async function inspections(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('inspection')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('plan', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('open', 'done', 'missed')`))
		.addColumn('due_at', 'bigint', (c) => c.notNull())
		.addColumn('done_at', 'bigint')
		.addColumn('score', 'integer', (c) => c.check(sql`score between 0 and 100`))
		.addPrimaryKeyConstraint('inspection_key', ['hall', 'id'])
		// One round of a kind a day.
		.addUniqueConstraint('inspection_day', ['hall', 'day', 'plan'])
		.addForeignKeyConstraint('inspection_hall', ['hall'], 'hall', ['id'])
		.addCheckConstraint('inspection_done', sql`(state = 'done') = (done_at is not null)`)
		.addCheckConstraint('inspection_scored', sql`(state = 'done') = (score is not null)`)
		.execute();
}

async function areas(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('inspection_area')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('inspection', 'bigint', (c) => c.notNull())
		.addColumn('area', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('score', 'integer', (c) => c.notNull().check(sql`score between 0 and 100`))
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('intent', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('inspection_area_key', ['hall', 'inspection', 'area'])
		.addUniqueConstraint('inspection_area_intent', ['hall', 'intent'])
		.addForeignKeyConstraint('inspection_area_of', ['hall', 'inspection'], 'inspection', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('inspection_area_day').on('inspection_area').columns(['hall', 'day', 'area']).execute();
}

async function marks(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('inspection_mark')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('inspection', 'bigint', (c) => c.notNull())
		.addColumn('area', 'text', (c) => c.notNull())
		.addColumn('criterion', 'text', (c) => c.notNull())
		.addColumn('score', 'integer', (c) => c.notNull().check(sql`score between 0 and 5`))
		.addColumn('remark', 'text', (c) => c.notNull())
		.addColumn('task', 'bigint')
		.addPrimaryKeyConstraint('inspection_mark_key', ['hall', 'inspection', 'area', 'criterion'])
		.addForeignKeyConstraint('inspection_mark_of', ['hall', 'inspection', 'area'], 'inspection_area', [
			'hall',
			'inspection',
			'area'
		])
		.addForeignKeyConstraint('inspection_mark_task', ['hall', 'task'], 'case', ['hall', 'id'])
		.execute();
}

async function photos(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('inspection_photo')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('inspection', 'bigint', (c) => c.notNull())
		.addColumn('area', 'text', (c) => c.notNull())
		.addColumn('criterion', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull().check(sql`length(hash) = 64`))
		.addColumn('bytes', 'integer', (c) => c.notNull().check(sql`bytes > 0`))
		.addColumn('staff', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('deleted_at', 'bigint')
		.addPrimaryKeyConstraint('inspection_photo_key', ['hall', 'inspection', 'area', 'criterion'])
		.addForeignKeyConstraint('inspection_photo_of', ['hall', 'inspection', 'area', 'criterion'], 'inspection_mark', [
			'hall',
			'inspection',
			'area',
			'criterion'
		])
		.execute();
	await sql`create index inspection_photo_at on inspection_photo (hall, at) where deleted_at is null`.execute(db);
}

async function tasks(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('task')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('giving', 'bigint', (c) => c.notNull())
		.addColumn('given_by', 'text', (c) => c.notNull())
		.addColumn('inspection', 'bigint')
		.addPrimaryKeyConstraint('task_key', ['hall', 'case'])
		.addForeignKeyConstraint('task_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.addForeignKeyConstraint('task_giving', ['hall', 'giving'], 'case', ['hall', 'id'])
		.addForeignKeyConstraint('task_inspection', ['hall', 'inspection'], 'inspection', ['hall', 'id'])
		.execute();
	await db.schema.createIndex('task_given').on('task').columns(['hall', 'given_by', 'case']).execute();
}
