import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';

/** As long as a start may take, and what comes before and after it. */
const LONG = { timeout: 120_000 };

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url });
	// A server that goes between two words of ours says so by an event, not by the answer.
	client.on('error', () => undefined);
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}

test('a PostgreSQL of the tests’ own lets them make databases, and is gone when stopped', LONG, async () => {
	const postgres = await startPostgres();
	const client = new pg.Client({ connectionString: postgres.url });
	await client.connect();
	await client.query('create database hall');
	await client.end();
	await postgres.stop();
	expect(await answers(postgres.url)).toBe(false);
});

test('it is gone, too, when its owner is killed', LONG, async () => {
	const program = `
		import { startPostgres } from './test/postgres.ts';
		console.log((await startPostgres()).url);
		setInterval(() => {}, 1000);
	`;
	const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const url = await new Promise<string>((resolve) => {
		owner.stdout.once('data', (line: Buffer) => {
			resolve(line.toString().trim());
		});
	});
	expect(await answers(url)).toBe(true);
	owner.kill('SIGKILL');
	while (await answers(url)) await sleep(50);
});
