import { sql, type Kysely } from 'kysely';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import type { Tables } from '#db/schema.ts';
import { emptyDatabase, ENGINES, TEMPLATES, type EmptyDatabase } from './db.ts';

/* One database of each engine with all tables, made once for all test files, which copy it (`tabledDatabase`). */

let made: EmptyDatabase[] = [];

/** Vitest's hook before all tests; after that of postgres.ts. */
export async function setup(): Promise<void> {
	for (const engine of ENGINES) {
		const empty = await emptyDatabase(engine);
		const database = openDatabase(empty.url);
		await migrate(database.write);
		const how = engine === 'sqlite' ? '' : await strategy(database.read);
		await database.close();
		made.push(empty);
		process.env[TEMPLATES[engine]] = engine === 'sqlite' ? empty.url.slice('sqlite:'.length) : nameOf(empty.url) + how;
	}
}

/** PostgreSQL 15 writes each page of a copy through its log; files copied as they are, as before, cost a third of that. */
async function strategy(k: Kysely<Tables>): Promise<string> {
	const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
		k
	);
	return (rows[0]?.version ?? 0) >= 150_000 ? ' strategy file_copy' : '';
}

function nameOf(url: string): string {
	return new URL(url).pathname.slice(1);
}

/** Vitest's hook after all tests. */
export async function teardown(): Promise<void> {
	for (const empty of made) await empty.drop();
	made = [];
}
