import SqliteDatabase from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sqlitePath } from '#db/dialect.ts';
import type { ProblemDocument } from '#server/api/problem.ts';
import type { BoardView, TicketView } from '#server/views.ts';
import { ENGINES, type EmptyDatabase } from './db.ts';
import { openCable } from './fakes/cable.ts';
import { noonHall } from './fixtures/live-hall.ts';
import { callNext, newIntent, open, runHall, runOnAll, take, type OnAll, type Running } from './running.ts';
import { faultsIn, rowsOf } from './tables.ts';
import { watch } from './watcher.ts';

/* The disk and the database under a hall fail; the hall says so, stays up, and goes on when they are well again. */

type Hall = Running<'kiosk' | 'clerk'>;
const SOON = { timeout: 40_000, interval: 50 };

async function asked(
	hall: Hall,
	intent: string
): Promise<{ status: number; code: string | undefined; number: string | undefined }> {
	const wish = { item: 'enrol', intent };
	const { status, body } = await hall.as('kiosk').ask<Partial<TicketView & ProblemDocument>>('POST', '/tickets', wish);
	return { status, code: body.code, number: body.number };
}

/** A program that holds the database as a backup or a careless shell does. */
interface Holder {
	letGo(): Promise<void>;
}

async function hold(hall: Hall): Promise<Holder> {
	const { url } = hall.database;
	if (url.startsWith('sqlite')) {
		const other = new SqliteDatabase(sqlitePath(url));
		other.exec('begin immediate');
		return {
			letGo() {
				other.exec('rollback');
				other.close();
				return Promise.resolve();
			}
		};
	}
	const other = new pg.Client({ connectionString: url });
	await other.connect();
	await other.query('begin');
	await other.query('select seq from hall for update');
	return {
		async letGo() {
			await other.query('rollback');
			await other.end();
		}
	};
}

/** How many slips are in that state. */
async function slipStates(hall: Hall, state: string): Promise<number> {
	return (await rowsOf(hall.database, `select id from slip where state = '${state}'`)).length;
}

/** Paper comes out eight times slower, so that a slip is still on its way when it is looked for; or as usual. */
async function slowly(hall: Hall, on: boolean): Promise<void> {
	for (const printer of ['printer-1', 'printer-2']) await hall.fault(printer, 'slow', on);
}

describe('another program holds the database, on both engines', { timeout: 120_000 }, () => {
	let halls: OnAll<'kiosk' | 'clerk'>;
	beforeAll(async () => {
		halls = await runOnAll(noonHall(), ['kiosk', 'clerk']);
	});
	afterAll(() => halls.end());

	test('for a second: nobody is refused', () =>
		halls.each(async (hall) => {
			const holder = await hold(hall);
			const asking = Promise.all(Array.from({ length: 4 }, () => asked(hall, newIntent())));
			await new Promise((resolve) => setTimeout(resolve, 1000));
			await holder.letGo();
			expect((await asking).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 201));
			expect(await faultsIn(hall.database)).toEqual([]);
		}));

	test('for long: wishes are refused honestly, what can be read is read, and afterwards it works', () =>
		halls.each(async (hall) => {
			await open(hall.as('clerk'), 1);
			await vi.waitFor(async () => expect(await slipStates(hall, 'printed')).toBe(4), SOON);
			// Its slip comes out while nothing can be written down.
			await slowly(hall, true);
			await take(hall.as('kiosk'), 'enrol');
			await vi.waitFor(async () => expect(await slipStates(hall, 'sent')).toBe(1), SOON);
			const holder = await hold(hall);
			await slowly(hall, false);
			const intents = Array.from({ length: 8 }, () => newIntent());
			const calling = callNext(hall.as('clerk'), 1);
			const answers = await Promise.all(intents.map((intent) => asked(hall, intent)));
			expect(answers).toEqual(intents.map(() => ({ status: 503, code: 'database-busy', number: undefined })));
			expect(await calling).toMatchObject({ status: 503, body: { code: 'database-busy' } });
			expect((await fetch(`${hall.server.url}/health`)).status).toBe(200);
			const board = await hall.as('kiosk').ask<BoardView>('GET', '/zones/east/board');
			expect(board.body.queues.find(({ code }) => code === 'social')).toMatchObject({ waiting: 5 });
			await holder.letGo();
			const again = await Promise.all(intents.map((intent) => asked(hall, intent)));
			expect(again.map(({ number }) => number).toSorted()).toEqual(
				intents.map((_, i) => `A0${String(i + 6).padStart(2, '0')}`)
			);
			expect((await callNext(hall.as('clerk'), 1)).body.number).toBe('A001');
			await vi.waitFor(async () => expect(await slipStates(hall, 'printed')).toBe(13), SOON);
			expect(await faultsIn(hall.database)).toEqual([]);
		}));
});

/** Mounts a disk of a few megabytes that a test may fill; false where only root may and we are not. */
function mounted(folder: string, megabytes: number): boolean {
	try {
		mkdirSync(folder);
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function unmount(folder: string): void {
	execFileSync('umount', ['--lazy', folder]);
}

/** The same database on a disk of its own. */
function onSmallDisk(database: EmptyDatabase): Promise<EmptyDatabase> {
	const folder = join(database.folder, 'disk');
	mounted(folder, 8);
	const drop = (): Promise<void> => {
		unmount(folder);
		return database.drop();
	};
	return Promise.resolve({ ...database, url: `sqlite:${join(folder, 'hall.db')}`, drop });
}

const PROBE = `/tmp/guidedesk-probe-${String(process.pid)}`;
const canMount = mounted(PROBE, 1);
if (canMount) unmount(PROBE);
rmSync(PROBE, { recursive: true, force: true });

describe.skipIf(!canMount)('the disk is full', { timeout: 120_000 }, () => {
	test('wishes are refused honestly, nothing answered is lost, and with space it goes on', async () => {
		const hall: Hall = await runHall('sqlite', noonHall(), ['kiosk', 'clerk'], { place: onSmallDisk });
		const disk = join(hall.database.folder, 'disk');
		await open(hall.as('clerk'), 1);
		const told: (string | undefined)[] = [];
		for (let i = 0; i < 20; i += 1) told.push((await asked(hall, newIntent())).number);
		fill(disk, 16);
		const refused: string[] = [];
		for (let i = 0; refused.length < 10 && i < 500; i += 1) {
			const intent = newIntent();
			const { status, code, number } = await asked(hall, intent);
			if (status === 201) told.push(number);
			else refused.push(intent);
			if (status !== 201) expect([status, code]).toEqual([507, 'disk-full']);
		}
		expect(refused).toHaveLength(10);
		expect((await fetch(`${hall.server.url}/health`)).status).toBe(200);
		expect((await hall.as('kiosk').ask('GET', '/zones/east/board')).status).toBe(200);
		rmSync(join(disk, 'ballast'));
		for (const intent of refused) told.push((await asked(hall, intent)).number);
		expect((await callNext(hall.as('clerk'), 1)).body.number).toBe('A001');
		const rows = await rowsOf<{ number: string }>(hall.database, 'select number from ticket order by id');
		expect(rows.map(({ number }) => number)).toEqual(told);
		expect(await faultsIn(hall.database)).toEqual([]);
		await hall.again('kill');
		expect((await asked(hall, newIntent())).number).toBe(`A${String(told.length + 1).padStart(3, '0')}`);
		expect(await faultsIn(hall.database)).toEqual([]);
		await hall.end();
	});
});

/** Fills a disk but for so many kilobytes, or quite where the hall has written meanwhile. */
function fill(disk: string, leave: number): void {
	const { bavail, bsize } = statfsSync(disk);
	try {
		appendFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - leave * 1024));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	}
}

describe.runIf(ENGINES.includes('postgres'))('PostgreSQL goes away and comes back', { timeout: 120_000 }, () => {
	test('wishes are refused honestly, and afterwards calls reach screens and slips their printer again', async () => {
		const cable = await openCable(process.env['TEST_DATABASE_URL'] ?? '');
		const place = (database: EmptyDatabase): Promise<EmptyDatabase> =>
			Promise.resolve({ ...database, url: cable.through(database.url) });
		const hall: Hall = await runHall('postgres', noonHall(), ['kiosk', 'clerk'], { place });
		const screen = await watch(hall.server.url, 'zone', 'east');
		await open(hall.as('clerk'), 1);
		const first = await take(hall.as('kiosk'), 'enrol');
		await cable.pull();
		const intent = newIntent();
		expect(await asked(hall, intent)).toMatchObject({ status: 503, code: 'database-busy' });
		expect(await hall.as('kiosk').ask('GET', '/zones/east/board')).toMatchObject({
			status: 503,
			body: { code: 'database-busy' }
		});
		expect((await fetch(`${hall.server.url}/ready`)).status).toBe(503);
		expect((await fetch(`${hall.server.url}/health`)).status).toBe(200);
		await cable.plug();
		await vi.waitFor(async () => {
			expect(await asked(hall, intent)).toMatchObject({ status: 201, number: 'A002' });
		}, SOON);
		expect((await callNext(hall.as('clerk'), 1)).body.id).toBe(first.id);
		await vi.waitFor(() => {
			expect(screen.view().calls[0]).toMatchObject({ number: 'A001', window: '1' });
		}, SOON);
		await vi.waitFor(async () => {
			const slips = await rowsOf<{ state: string }>(hall.database, 'select state from slip order by id');
			expect(slips.at(-1)?.state).toBe('printed');
		}, SOON);
		screen.close();
		expect(await faultsIn(hall.database)).toEqual([]);
		await hall.end();
		await cable.close();
	});
});
