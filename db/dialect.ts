/** The only file that knows one engine from the other. */
import SqliteDatabase from 'better-sqlite3';
import {
	CompiledQuery,
	PostgresDialect,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Dialect,
	type DialectAdapter,
	type SqliteDatabase as KyselySqlite
} from 'kysely';
import pg from 'pg';

export type Engine = 'sqlite' | 'postgres';

/** How long one wish waits for another program's lock before it is told so. Short: SQLite waits on the only thread. */
const LOCK_WAIT_MS = 200;
/** The writer copies the log itself only when the thread that does so has fallen behind by 64 MB. */
const LONGEST_LOG_PAGES = 16_384;
/** The same on PostgreSQL, where waiting holds up nobody else. */
const LONGEST_WAIT_MS = 3000;
/** Statements kept prepared; a hall uses about two hundred. */
const KEPT_STATEMENTS = 500;
const INT8_OID = 20;

export function engineOf(url: string): Engine {
	return url.startsWith('postgres') ? 'postgres' : 'sqlite';
}

/** Kysely's driver says plain `begin`, which upgrades its lock at the first write and may then fail with SQLITE_BUSY. */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	/** A full disk makes SQLite roll back by itself; that there is nothing left to roll back must not hide the first error. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		await super.rollbackTransaction(connection).catch((error: unknown) => {
			if (!(error instanceof Error) || !error.message.includes('no transaction is active')) throw error;
		});
	}
}

/**
 * Runs a prepared query at once. There is one connection and one thread, so nothing is gained by Kysely's waiting in
 * line for it, which costs the hot path as much as SQLite itself.
 */
export class DirectAdapter extends SqliteAdapter {
	readonly #database: KyselySqlite;
	constructor(database: KyselySqlite) {
		super();
		this.#database = database;
	}

	/** SQLite can; Kysely leaves it out for changes of tables that need foreign keys switched off, which we do not make. */
	override get supportsTransactionalDdl(): boolean {
		return true;
	}

	/** The rows of a query; none of one that has no rows to give. */
	run(query: string, parameters: readonly unknown[]): unknown[] {
		const statement = this.#database.prepare(query);
		if (statement.reader) return statement.all(parameters);
		statement.run(parameters);
		return [];
	}
}

class ImmediateSqliteDialect extends SqliteDialect {
	readonly #database: KyselySqlite;
	constructor(database: KyselySqlite) {
		super({ database });
		this.#database = database;
	}
	override createDriver(): SqliteDriver {
		return new ImmediateDriver({ database: this.#database });
	}
	override createAdapter(): DialectAdapter {
		return new DirectAdapter(this.#database);
	}
}

/** Kysely's driver prepares each query anew; the text is the key and parameters are bound, so statements can be kept. */
function keepingStatements(raw: SqliteDatabase.Database): KyselySqlite {
	const kept = new Map<string, SqliteDatabase.Statement>();
	return {
		close: () => void raw.close(),
		prepare(text: string) {
			let statement = kept.get(text);
			if (!statement) {
				statement = raw.prepare(text);
				const oldest = kept.keys().next().value;
				if (kept.size >= KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
				kept.set(text, statement);
			}
			return statement;
		}
	};
}

/** The file of `sqlite:./data/hall.db`. */
export function sqlitePath(url: string): string {
	return url.replace(/^sqlite:/, '');
}

/** `full`: a commit is on disk before it is answered. `relaxed`: it may be lost with the machine; for days that never were. */
export type Durability = 'full' | 'relaxed';

/** A SQLite file, for writing (WAL) or for reading beside the writer. */
export function sqliteDialect(url: string, use: 'write' | 'read', durability: Durability = 'full'): Dialect {
	const raw = new SqliteDatabase(sqlitePath(url), { readonly: use === 'read', timeout: LOCK_WAIT_MS });
	if (use === 'write') {
		raw.pragma('journal_mode = WAL');
		raw.pragma(`synchronous = ${durability === 'full' ? 'FULL' : 'OFF'}`);
		raw.pragma('foreign_keys = ON');
		// So that what `insert or replace` would delete is guarded by its trigger too.
		raw.pragma('recursive_triggers = ON');
		raw.pragma(`wal_autocheckpoint = ${String(LONGEST_LOG_PAGES)}`);
	}
	return new ImmediateSqliteDialect(keepingStatements(raw));
}

/** A PostgreSQL pool; 64-bit integers come back as numbers, since ours are milliseconds and counts below 2^53. */
export function postgresPool(url: string, onTrouble: (error: Error) => void, durability: Durability = 'full'): pg.Pool {
	const known = pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown;
	const types = {
		getTypeParser: (oid: number, format?: string) => (oid === INT8_OID ? Number : known(oid, format))
	};
	// One connection answers in the order in which it was asked: a simulated day comes out the same each time.
	const options = durability === 'full' ? { max: 8 } : { max: 1, options: '-c synchronous_commit=off' };
	const pool = new pg.Pool({ connectionString: url, types, lock_timeout: LONGEST_WAIT_MS, ...options });
	pool.on('error', onTrouble);
	// A client in use when the server goes away tells it here; unheard it would end the process.
	pool.on('connect', (client) => client.on('error', onTrouble));
	return pool;
}

export function postgresDialect(pool: pg.Pool): Dialect {
	return new PostgresDialect({ pool });
}

/** Whether a transaction, or what failed for its sake, could not begin because another program holds the SQLite file. */
export function isLocked(error: unknown): boolean {
	if (error instanceof Error && error.cause !== undefined) return isLocked(error.cause);
	return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
