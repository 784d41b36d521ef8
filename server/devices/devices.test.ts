import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSlip, getSlip } from '#db/slips.ts';
import { ENGINES } from '#test/db.ts';
import { liveHall } from '#test/fixtures/live-hall.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { Stage } from '../simulate/stage.ts';
import { Devices } from './devices.ts';
import { Screens } from './screens.ts';

const SLIP = 1_000_000;

describe.each(ENGINES)('%s: devices and a storage that is not well', (engine) => {
	let here: TestHall;
	let devices: Devices;
	let isFull = false;
	const troubles: string[] = [];

	beforeAll(async () => {
		const stage = new Stage(Date.UTC(2026, 10, 23, 1));
		here = await testHall(engine, liveHall(), stage.clock);
		// Time waits for the storage.
		stage.watch(here.hall.database);
		const { hall } = here;
		const write: typeof hall.write = (wish) =>
			isFull
				? Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))
				: hall.write(wish);
		const quiet = { onChanged: () => undefined, onWatched: () => undefined, onReceipt: () => undefined };
		devices = new Devices(Object.assign(Object.create(hall) as typeof hall, { write }), new Screens(hall.clock), {
			...{ ...quiet, onRefused: () => undefined, onScan: () => undefined },
			onTrouble: (error) => troubles.push(String(error))
		});
	});
	afterAll(async () => {
		await devices.close();
		await here.close();
	});

	/** A slip that an earlier process had in work: it is written down before any device is worked. */
	async function leftInWork(id: number): Promise<void> {
		const at = here.clock.now();
		const blank = { ticket: null, reprint_of: null, reason: null, body: '{}', attempts: 1, group: 'main' };
		const inWork = { ...blank, id, day: '2026-11-23', kind: 'test', printer: 'printer-1', state: 'sent' } as const;
		await here.hall.write(({ k, hall }) => addSlip(k, { hall, ...inWork, created_at: at, changed_at: at }));
	}

	test('are opened all the same, each once, as soon as it is', async () => {
		await leftInWork(SLIP);
		isFull = true;
		const opening = devices.open();
		await here.clock.advance(3500);
		expect(troubles.length).toBeGreaterThan(1);
		isFull = false;
		await here.clock.advance(3000);
		await opening;
		expect(await getSlip(here.hall.read, here.hall.id, SLIP)).toMatchObject({
			state: 'unsure',
			reason: 'server-restarted'
		});
		await here.clock.advance(15_000);
		expect((await devices.view()).printers.map(({ state }) => state)).toEqual(['ready', 'ready']);
	});

	test('are let go of while they wait for it', async () => {
		await devices.close();
		await leftInWork(SLIP + 1);
		isFull = true;
		const both = Promise.all([devices.open(), here.clock.advance(1500), devices.close()]);
		await here.clock.advance(3000);
		await both;
		isFull = false;
		expect((await devices.view()).printers).toEqual([]);
	});
});
