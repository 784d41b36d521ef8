import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { intrude } from '#test/fixtures/tamper.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openHall } from '../run/open.ts';
import { callNext } from '../tickets/call.ts';
import { verifyLedger } from './verify.ts';

describe.each(ENGINES)('%s: a hall of an earlier version', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
		await here.open('1');
		for (let i = 0; i < 5; i += 1) await here.take('enrol');
		await callNext(here.hall, CLERK, '1');
	});
	afterAll(() => here.close());

	test('A-03 its chain begins with the hall file in force, and the lines before are told as older', async () => {
		const intruder = await intrude(here);
		// As 0004-chain finds them: without hashes, and without what the order needs.
		const old = (await intruder.lines()).map((line) => ({ ...line, hash: '', salt: '', prior: null, body: '{}' }));
		await intruder.put(old);
		await intruder.say(`update hall set head = ''`);
		const { dataDir } = here.hall;
		const env = { DATABASE_URL: here.url, DATA_DIR: dataDir, HALL_FILE: join(dataDir, 'hall.yaml') };
		await minutes(here, 1);
		const again = await openHall(readConfig(env), here.clock, openLog('silent'));
		const [, ...more] = (await intruder.lines()).slice(old.length - 1);
		expect(more.map((line) => line.act)).toEqual(['hall.applied']);
		expect(await verifyLedger(again.hall, { day: null, replay: true })).toMatchObject({
			lines: old.length + 1,
			older: old.length,
			broken: null
		});
		await again.close();
	});

	test('A-03 T-03 its next day is recomputed as any other', async () => {
		here.hall.setup = (await reopened(here)).setup;
		await tomorrow(here);
		await here.open('1');
		await here.take('enrol');
		await here.take('enrol', 'elder');
		granted(await callNext(here.hall, CLERK, '1'));
		expect(await verifyLedger(here.hall, { day: null, replay: true })).toMatchObject({
			broken: null,
			replayed: { judged: 1, unjudged: 0 }
		});
	});
});

/** As a server that has read the hall file again. */
async function reopened(here: TestHall): Promise<TestHall['hall']> {
	const { dataDir } = here.hall;
	const env = { DATABASE_URL: here.url, DATA_DIR: dataDir, HALL_FILE: join(dataDir, 'hall.yaml') };
	const again = await openHall(readConfig(env), here.clock, openLog('silent'));
	await again.close();
	return again.hall;
}
