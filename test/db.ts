import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Engine } from '#db/dialect.ts';

/** The engines that every database test runs on; `DIALECTS=sqlite` leaves PostgreSQL out on a laptop. */
export const ENGINES: readonly Engine[] = process.env['DIALECTS'] === 'sqlite' ? ['sqlite'] : ['sqlite', 'postgres'];

export interface EmptyDatabase {
	/** for DATABASE_URL */
	url: string;
	/** a folder of its own, for DATA_DIR */
	folder: string;
	drop(): Promise<void>;
}

/** A database that nobody has used, and a folder beside it; `drop` removes both. */
export function emptyDatabase(engine: Engine): Promise<EmptyDatabase> {
	return create(engine, undefined);
}

/** The same with all tables, nothing in them: a copy of the template, which costs less than all migrations again. */
export function tabledDatabase(engine: Engine): Promise<EmptyDatabase> {
	return create(engine, process.env[TEMPLATES[engine]]);
}

/** Where tests find the template of each engine, a file or a database and how it is copied: see templates.ts. */
export const TEMPLATES: Readonly<Record<Engine, string>> = {
	sqlite: 'TEST_TEMPLATE_SQLITE',
	postgres: 'TEST_TEMPLATE_POSTGRES'
};

async function create(engine: Engine, template: string | undefined): Promise<EmptyDatabase> {
	const folder = mkdtempSync(join(tmpdir(), 'guidedesk-test-'));
	const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
	if (engine === 'sqlite') {
		const path = join(folder, 'hall.db');
		if (template) copyFileSync(template, path);
		return {
			url: `sqlite:${path}`,
			folder,
			drop: async () => {
				await Promise.resolve();
				removeFolder();
			}
		};
	}
	const server = process.env['TEST_DATABASE_URL'];
	if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test or npx vitest');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await onServer(server, `create database ${name}${template ? ` template ${template}` : ''}`);
	return {
		url: onSameServer(server, name),
		folder,
		async drop() {
			await onServer(server, `drop database ${name} with (force)`);
			removeFolder();
		}
	};
}

function onSameServer(server: string, name: string): string {
	return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

async function onServer(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
