import { Kysely } from 'kysely';
import type pg from 'pg';
import { startCheckpoints, type Checkpoints } from './checkpoint.ts';
import {
	engineOf,
	postgresDialect,
	postgresPool,
	sqliteDialect,
	sqlitePath,
	type Durability,
	type Engine
} from './dialect.ts';
import { leadOnPostgres, type Lead, type LeadListener } from './lead.ts';
import { watchPostgres, type Watch } from './watch.ts';
import type { Tables } from './schema.ts';

/** An open database. `write` is for transactions only (see group.ts); `read` sees what is committed. */
export interface Database {
	readonly engine: Engine;
	readonly write: Kysely<Tables>;
	readonly read: Kysely<Tables>;
	/** Calls back whenever another process has committed something in a hall; only PostgreSQL has other processes. */
	watch(onChange: () => void): Promise<Watch>;
	/** Tells when this process is the one that drives the hall's devices, and when it is not any more. */
	lead(hall: number, listener: LeadListener): Lead;
	/** Whether a statement waits for the server's answer; SQLite answers at once. */
	busy(): boolean;
	close(): Promise<void>;
}

/**
 * Opens `sqlite:./data/hall.db` or `postgres://…`. Opening a SQLite file creates it; its folder must exist.
 * @param onTrouble is told of broken connections; the pool reopens them by itself
 */
export function openDatabase(
	url: string,
	onTrouble: (error: Error) => void = () => undefined,
	durability: Durability = 'full'
): Database {
	const open = engineOf(url) === 'postgres' ? openPostgres : openSqlite;
	return open(url, onTrouble, durability);
}

function openSqlite(url: string, onTrouble: (error: Error) => void, durability: Durability): Database {
	const write = new Kysely<Tables>({ dialect: sqliteDialect(url, 'write', durability) });
	const read = new Kysely<Tables>({ dialect: sqliteDialect(url, 'read') });
	let checkpoints: Checkpoints | undefined;
	return {
		engine: 'sqlite',
		write,
		read,
		watch: () => Promise.resolve({ stop: () => Promise.resolve() }),
		lead: (_, listener) => {
			// Whoever drives the devices is the server; a command of some seconds needs no thread for this.
			checkpoints ??= startCheckpoints(sqlitePath(url), onTrouble);
			listener.gained();
			return { stop: () => Promise.resolve() };
		},
		busy: () => false,
		async close() {
			await checkpoints?.stop();
			await read.destroy();
			await write.destroy();
		}
	};
}

function openPostgres(url: string, onTrouble: (error: Error) => void, durability: Durability): Database {
	const pool: pg.Pool = postgresPool(url, onTrouble, durability);
	const k = new Kysely<Tables>({ dialect: postgresDialect(pool) });
	return {
		engine: 'postgres',
		write: k,
		read: k,
		watch: (onChange) => watchPostgres(url, onChange, onTrouble),
		lead: (hall, listener) => leadOnPostgres(url, hall, listener),
		busy: () => pool.waitingCount > 0 || pool.totalCount > pool.idleCount,
		close: () => k.destroy()
	};
}
