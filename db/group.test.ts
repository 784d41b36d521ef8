import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES, tabledDatabase, type EmptyDatabase } from '#test/db.ts';
import { HallWriter, type Tx } from './group.ts';
import { hallByCode } from './hall.ts';
import { linesAfter, newestLine } from './ledger.ts';
import { openDatabase, type Database } from './open.ts';
import { storageTrouble } from './trouble.ts';

const LINE = { at: 1, day: '2026-11-23', actor: 'test', ticket: null, window: null, queue: null, body: {} };

/** A wish that writes a line of that name, and a row beside it. */
function writes(act: string): (tx: Tx) => Promise<number> {
	return async (tx) => {
		const seq = await tx.note({ ...LINE, act });
		await tx.k
			.insertInto('zone')
			.values({ hall: tx.hall, code: `${act}-${seq}`, name: act, active: 1 })
			.execute();
		return seq;
	};
}

/** A wish that does all that and then fails. */
function fails(act: string, how: (tx: Tx) => Promise<unknown>): (tx: Tx) => Promise<number> {
	return async (tx) => {
		const seq = await writes(act)(tx);
		await how(tx);
		return seq;
	};
}

const OUR_MISTAKE = new Error('our mistake');
const throws = (): Promise<never> => Promise.reject(OUR_MISTAKE);
/** The same line twice: the key of the ledger refuses it. */
const twice = ({ k, hall }: Tx): Promise<unknown> =>
	k
		.insertInto('ledger')
		.values({ ...LINE, hall, seq: 1, act: 'twice', body: '{}', salt: '', hash: '' })
		.execute();
/** A value that the table does not take. */
const nonsense = ({ k, hall }: Tx): Promise<unknown> =>
	k.insertInto('zone').values({ hall, code: 'x', name: 'x', active: 7 }).execute();

interface Opened {
	empty: EmptyDatabase;
	database: Database;
	hall: number;
}

async function open(engine: (typeof ENGINES)[number]): Promise<Opened> {
	const empty = await tabledDatabase(engine);
	const database = openDatabase(empty.url);
	const { id: hall } = await hallByCode(database.write, 'test');
	await new HallWriter(database, hall).write(writes('first'));
	return { empty, database, hall };
}

async function close({ empty, database }: Opened): Promise<void> {
	await database.close();
	await empty.drop();
}

describe.each(ENGINES)('%s: many wishes, one commit', (engine) => {
	let here: Opened;
	let writer: HallWriter;
	let commits: number[];
	let since: number;
	beforeAll(async () => {
		here = await open(engine);
	});
	beforeEach(async () => {
		commits = [];
		writer = new HallWriter(here.database, here.hall, (seq) => void commits.push(seq));
		since = await newestLine(here.database.read, here.hall);
	});
	afterAll(() => close(here));

	const acts = async (): Promise<string[]> =>
		(await linesAfter(here.database.read, here.hall, since)).map((line) => line.act);
	const zones = async (): Promise<number> =>
		(await here.database.read.selectFrom('zone').select('code').execute()).length;
	/** Fails unless every line and its row are there, numbered without a gap, and nothing else. */
	const expectWhole = async (): Promise<void> => {
		const lines = await linesAfter(here.database.read, here.hall, 0);
		expect(lines.map((line) => line.seq)).toEqual(lines.map((_, i) => i + 1));
		expect(await newestLine(here.database.read, here.hall)).toBe(lines.length);
		expect(await zones()).toBe(lines.length);
	};

	test('T-01 wishes of one moment share a commit, each with its own number', async () => {
		const numbers = await Promise.all(Array.from({ length: 32 }, () => writer.write(writes('a'))));
		expect(numbers).toEqual(Array.from({ length: 32 }, (_, i) => since + 1 + i));
		expect(commits).toEqual([since + 32]);
		await expectWhole();
	});

	test('more than sixty-four wait for the next commit', async () => {
		await Promise.all(Array.from({ length: 100 }, () => writer.write(writes('b'))));
		expect(commits).toEqual([since + 64, since + 100]);
	});

	test('T-01 a wish is answered after its commit: whoever hears the answer can read what was written', async () => {
		const seen = Array.from({ length: 8 }, async () => {
			const seq = await writer.write(writes('c'));
			return (await linesAfter(here.database.read, here.hall, seq - 1))[0]?.seq === seq;
		});
		expect(await Promise.all(seen)).toEqual(Array(8).fill(true));
	});

	test('T-01 before its commit nobody else sees what a wish has written', async () => {
		const outside = await writer.write(async (tx) => {
			await writes('d')(tx);
			return newestLine(here.database.read, here.hall);
		});
		expect(outside).toBe(since);
	});

	test('a wish sees what the wishes before it have written', async () => {
		const [, read] = await Promise.all([
			writer.write(writes('e')),
			writer.write((tx) => linesAfter(tx.k, here.hall, since).then((lines) => lines.map((line) => line.act)))
		]);
		expect(read).toEqual(['e']);
	});

	test.each([
		['throws', throws],
		['breaks a key', twice],
		['writes what a table refuses', nonsense]
	] as const)('T-01 one that %s leaves the others as they are, and no trace', async (_, how) => {
		const answers = await Promise.allSettled([
			writer.write(writes('before')),
			writer.write(fails('bad', how)),
			writer.write(writes('after'))
		]);
		expect(answers.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		if (how === throws) expect(answers[1]).toMatchObject({ reason: OUR_MISTAKE });
		expect(await acts()).toEqual(['before', 'after']);
		expect(commits).toEqual([since + 2]);
		await expectWhole();
	});

	test('a wish that was refused as a value writes nothing and is answered like any other', async () => {
		const refused = { ok: false, refusal: 'queue-full' } as const;
		expect(await writer.write(() => Promise.resolve(refused))).toBe(refused);
		expect(commits).toEqual([]);
	});

	test('T-01 whichever of them fail, the ledger has no gap', async () => {
		const fates = fc.array(fc.constantFrom('well', 'throws', 'twice', 'nonsense'), { maxLength: 20 });
		const property = fc.asyncProperty(fates, async (wishes) => {
			const how = { throws, twice, nonsense };
			const start = await newestLine(here.database.read, here.hall);
			const answers = await Promise.allSettled(
				wishes.map((fate) => writer.write(fate === 'well' ? writes('x') : fails('bad', how[fate as 'throws'])))
			);
			expect(answers.map((one) => one.status === 'fulfilled')).toEqual(wishes.map((fate) => fate === 'well'));
			const well = wishes.filter((fate) => fate === 'well').length;
			expect(await newestLine(here.database.read, here.hall)).toBe(start + well);
		});
		await fc.assert(property, { numRuns: engine === 'sqlite' ? 30 : 10 });
		const { lines } = await here.database.read
			.selectFrom('ledger')
			.select(({ fn }) => fn.countAll<number>().as('lines'))
			.executeTakeFirstOrThrow();
		expect(lines).toBe(await newestLine(here.database.read, here.hall));
	});

	test('T-01 when the transaction itself is lost all of it is, and the next one works', async () => {
		const lost =
			engine === 'sqlite'
				? CompiledQuery.raw('rollback')
				: CompiledQuery.raw('select pg_terminate_backend(pg_backend_pid())');
		const answers = await Promise.allSettled([
			writer.write(writes('before')),
			writer.write(fails('bad', ({ k }) => k.executeQuery(lost).then(throws))),
			writer.write(writes('after'))
		]);
		expect(answers.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(await acts()).toEqual([]);
		for (const one of answers) {
			const reason: unknown = (one as PromiseRejectedResult).reason;
			if (engine === 'sqlite') expect(reason).toBe(OUR_MISTAKE);
			else expect(storageTrouble(reason)).toBe('database-busy');
		}
		expect(await writer.write(writes('again'))).toBe(since + 1);
	});

	test('T-01 two servers of one hall write one history', async () => {
		const other = openDatabase(here.empty.url);
		const second = new HallWriter(other, here.hall);
		const numbers = await Promise.all(
			Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? writer : second).write(writes('both')))
		);
		await other.close();
		expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => since + 1 + i));
	});

	test('settled waits for everything that has been asked, and for what that asks', async () => {
		let answered = 0;
		void writer.write(writes('f')).then(() => {
			answered += 1;
			void writer.write(writes('g')).then(() => (answered += 1));
		});
		await writer.settled();
		expect(answered).toBe(2);
	});
});

describe('sqlite: trouble with the file', () => {
	let here: Opened;
	let writer: HallWriter;
	beforeAll(async () => {
		here = await open('sqlite');
		writer = new HallWriter(here.database, here.hall);
	});
	afterAll(() => close(here));

	/** Another program that has the file to itself. */
	const lock = (): (() => void) => {
		const other = new SqliteDatabase(here.empty.url.replace('sqlite:', ''));
		other.exec('begin immediate');
		return () => {
			other.exec('rollback');
			other.close();
		};
	};

	test('another program that locks the file for a moment is waited for', async () => {
		const since = await newestLine(here.database.read, here.hall);
		const release = lock();
		const wish = writer.write(writes('patient'));
		setTimeout(release, 250);
		expect(await wish).toBe(since + 1);
	});

	test('one that does not let go is told as a busy database, after some seconds and with nothing written', async () => {
		const since = await newestLine(here.database.read, here.hall);
		const release = lock();
		const answers = await Promise.allSettled([writer.write(writes('a')), writer.write(writes('b'))]);
		release();
		for (const one of answers) {
			expect(one.status).toBe('rejected');
			expect(storageTrouble((one as PromiseRejectedResult).reason)).toBe('database-busy');
		}
		expect(await newestLine(here.database.read, here.hall)).toBe(since);
		expect(await writer.write(writes('later'))).toBe(since + 1);
	});

	test('a full disk is told as one; when there is room again the hall goes on', async () => {
		const since = await newestLine(here.database.read, here.hall);
		const { write } = here.database;
		await sql`pragma max_page_count = 1`.execute(write);
		const body = { text: 'x'.repeat(300_000) };
		const error: unknown = await writer.write((tx) => tx.note({ ...LINE, act: 'big', body })).catch((e: unknown) => e);
		expect(storageTrouble(error)).toBe('disk-full');
		await sql`pragma max_page_count = 1000000`.execute(write);
		expect(await writer.write(writes('small'))).toBe(since + 1);
	});
});
