import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** The one case engine: cases with owner, due time and end, their lines in the ledger, and their frozen evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await cases(db);
	await indexes(db);
	await lines(db);
	await evidence(db);
}

async function cases(db: Kysely<unknown>): Promise<void> {
	await times(db.schema.createTable('case'))
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('id', 'bigint', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('open', 'closed')`))
		.addColumn('stage', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text')
		.addColumn('owner', 'text', (c) => c.notNull().check(sql`owner <> ''`))
		.addColumn('first_owner', 'text', (c) => c.notNull().check(sql`first_owner <> ''`))
		.addColumn('offered_to', 'text')
		.addColumn('offered_by', 'text')
		.addColumn('offered_at', 'bigint')
		.addColumn('concerned', 'text')
		.addColumn('moved_by', 'text', (c) => c.notNull())
		.addColumn('window', 'text')
		.addColumn('ticket', 'bigint')
		.addColumn('leg', 'bigint')
		.addColumn('item', 'text')
		.addColumn('about', 'text', (c) => c.notNull())
		.addColumn('urgent', 'integer', (c) => c.notNull())
		.addColumn('given_at', 'bigint')
		.addColumn('due_at', 'bigint')
		.addColumn('next_at', 'bigint')
		.addPrimaryKeyConstraint('case_key', ['hall', 'id'])
		.addForeignKeyConstraint('case_owner', ['hall', 'owner'], 'staff', ['hall', 'no'])
		.addForeignKeyConstraint('case_first_owner', ['hall', 'first_owner'], 'staff', ['hall', 'no'])
		.addForeignKeyConstraint('case_offered_to', ['hall', 'offered_to'], 'staff', ['hall', 'no'])
		.addForeignKeyConstraint('case_ticket', ['hall', 'ticket'], 'ticket', ['hall', 'id'])
		.addCheckConstraint('case_closed', sql`(state = 'closed') = (closed_at is not null)`)
		.addCheckConstraint('case_outcome', sql`(state = 'closed') = (outcome is not null)`)
		.addCheckConstraint('case_offer', sql`(offered_to is null) = (offered_at is null)`)
		.execute();
}

/** How far it is, and when what happened. */
function times<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T> {
	return table
		.addColumn('reminded', 'integer', (c) => c.notNull())
		.addColumn('escalated', 'integer', (c) => c.notNull())
		.addColumn('asked', 'integer')
		.addColumn('extended', 'integer', (c) => c.notNull())
		.addColumn('late', 'integer', (c) => c.notNull())
		.addColumn('explained', 'integer', (c) => c.notNull())
		.addColumn('opened_at', 'bigint', (c) => c.notNull())
		.addColumn('staged_at', 'bigint', (c) => c.notNull())
		.addColumn('closed_at', 'bigint')
		.addColumn('code', 'text')
		.addColumn('intent', 'text');
}

/** Of open cases there are as many as people can work on; the closed ones grow with the years. */
async function indexes(db: Kysely<unknown>): Promise<void> {
	await sql`create index case_clock on "case" (hall, next_at) where next_at is not null`.execute(db);
	await sql`create index case_open_owner on "case" (hall, owner) where state = 'open'`.execute(db);
	await sql`create index case_open_first on "case" (hall, first_owner) where state = 'open'`.execute(db);
	await sql`create index case_open_offer on "case" (hall, offered_to) where offered_to is not null`.execute(db);
	await sql`create index case_open on "case" (hall, due_at) where state = 'open'`.execute(db);
	await sql`create index case_day on "case" (hall, kind, day)`.execute(db);
	await sql`create index case_ticket on "case" (hall, ticket, id) where ticket is not null`.execute(db);
	await sql`create unique index case_intent on "case" (hall, intent) where intent is not null`.execute(db);
}

async function lines(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('case_line')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('line', 'bigint', (c) => c.notNull())
		.addColumn('act', 'text', (c) => c.notNull())
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('salt', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('case_line_key', ['hall', 'case', 'line'])
		.addForeignKeyConstraint('case_line_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.addForeignKeyConstraint('case_line_line', ['hall', 'line'], 'ledger', ['hall', 'seq'])
		.execute();
}

async function evidence(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('case_evidence')
		.addColumn('hall', 'integer', (c) => c.notNull())
		.addColumn('case', 'bigint', (c) => c.notNull())
		.addColumn('line', 'bigint', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull().check(sql`length(hash) = 64`))
		.addPrimaryKeyConstraint('case_evidence_key', ['hall', 'case', 'line'])
		.addForeignKeyConstraint('case_evidence_case', ['hall', 'case'], 'case', ['hall', 'id'])
		.addForeignKeyConstraint('case_evidence_line', ['hall', 'line'], 'ledger', ['hall', 'seq'])
		.execute();
	await (db.getExecutor().adapter.supportsMultipleConnections ? frozenOnPostgres : frozenOnSqlite)(db);
}

async function frozenOnSqlite(db: Kysely<unknown>): Promise<void> {
	for (const act of ['update', 'delete']) {
		await sql`create trigger ${sql.ref(`case_evidence_no_${act}`)} before ${sql.raw(act)} on case_evidence
			begin select raise(abort, 'case_evidence is only added to'); end`.execute(db);
	}
}

/** The function is that of the ledger. */
async function frozenOnPostgres(db: Kysely<unknown>): Promise<void> {
	await sql`create trigger case_evidence_no_change before update or delete on case_evidence
		for each row execute function only_added_to()`.execute(db);
	await sql`create trigger case_evidence_no_truncate before truncate on case_evidence
		for each statement execute function only_added_to()`.execute(db);
}
