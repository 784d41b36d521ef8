import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES, emptyDatabase, type EmptyDatabase } from '#test/db.ts';
import { isMigrated, migrate } from './migrate.ts';
import { openDatabase, type Database } from './open.ts';

describe.each(ENGINES)('%s: a database is brought to the newest schema', (engine) => {
	let empty: EmptyDatabase;
	let database: Database;
	beforeEach(async () => {
		empty = await emptyDatabase(engine);
		database = openDatabase(empty.url);
	});
	afterEach(async () => {
		await database.close();
		await empty.drop();
	});

	const say = (text: string): Promise<unknown> => database.write.executeQuery(CompiledQuery.raw(text));

	test('once: a second time there is nothing to do', async () => {
		expect(await isMigrated(database.read)).toBe(false);
		const done = await migrate(database.write);
		expect(done).toEqual(done.toSorted());
		expect(done[0]).toMatch(/^0001-/);
		expect(await isMigrated(database.read)).toBe(true);
		expect(await migrate(database.write)).toEqual([]);
	});

	test('whole or not at all: after a failure the database is as it was, and told which step failed', async () => {
		await say('create table ticket (in_the_way integer)');
		await expect(migrate(database.write)).rejects.toThrow(/migration 0002-tickets failed/);
		await expect(say('select * from hall')).rejects.toThrow();
		expect(await isMigrated(database.read)).toBe(false);
		await say('drop table ticket');
		await migrate(database.write);
		expect(await isMigrated(database.read)).toBe(true);
	});
});

// Two connections of one process to a SQLite file would block the only thread for each other.
test.each(ENGINES.filter((one) => one === 'postgres'))(
	'%s: two servers that start together do it once',
	async (engine) => {
		const empty = await emptyDatabase(engine);
		const [one, other] = [openDatabase(empty.url), openDatabase(empty.url)];
		const done = await Promise.all([migrate(one.write), migrate(other.write)]);
		expect(done.map((names) => names.length > 0).toSorted()).toEqual([false, true]);
		expect(await isMigrated(one.read)).toBe(true);
		await Promise.all([one.close(), other.close()]);
		await empty.drop();
	}
);

test('sqlite: a command beside a server that is just writing waits for it', async () => {
	const empty = await emptyDatabase('sqlite');
	const [server, command] = [openDatabase(empty.url), openDatabase(empty.url)];
	await migrate(server.write);
	const { done } = await server.write.transaction().execute(async () => {
		const done = migrate(command.write);
		// Longer than the engine itself waits.
		await new Promise((resolve) => setTimeout(resolve, 400));
		return { done };
	});
	expect(await done).toEqual([]);
	await Promise.all([server.close(), command.close()]);
	await empty.drop();
});
