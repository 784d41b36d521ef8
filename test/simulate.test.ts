import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tabledDatabase, type EmptyDatabase } from './db.ts';
import { RUSH_DAY, RUSH_HALL } from './fixtures/rush.ts';
import { guidedesk, type Typed } from './server.ts';

/* A day simulated and asked about, as an operator types it. */

describe('guidedesk, for days that never were', { timeout: 120_000 }, () => {
	let database: EmptyDatabase;
	let hall: string;
	let rush: string;
	beforeAll(async () => {
		database = await tabledDatabase('sqlite');
		[hall, rush] = [join(database.folder, 'hall.yaml'), join(database.folder, 'rush.yaml')];
		writeFileSync(hall, RUSH_HALL);
		writeFileSync(rush, RUSH_DAY);
	});
	afterAll(() => database.drop());
	const type = (...args: string[]): Promise<Typed> => guidedesk(database, args, { hallFile: hall });

	test('T-02 S-04 simulates a day into an empty database, refuses a used one, and plays it again', async () => {
		const day = ['simulate', '--hall', hall, '--day', rush, '--database', database.url];
		const simulated = await type(...day);
		expect(simulated).toMatchObject({ code: 0, err: '' });
		expect(simulated.out).toMatch(/^2026-11-24, seed 7: \d+ visitors, \d+ numbers\n/);
		expect(simulated.out).toMatch(/against the bound: 0\n/);
		expect(simulated.out).toMatch(/\d s of a processor: \d+ visitors a second, on sqlite\n$/);
		expect(await type(...day)).toMatchObject({
			code: 1,
			err: expect.stringContaining('needs an empty database') as string
		});

		const [again, wrong, never] = await Promise.all([
			type('what-if', '--day', '2026-11-24', '--head-start', '10', '--database', database.url),
			type('what-if', '--day', '2026-11-24', '--windows', '9:+1', '--database', database.url),
			type('what-if', '--day', '2026-11-25', '--database', database.url)
		]);
		expect(again).toMatchObject({ code: 0, err: '' });
		expect(again.out).toMatch(/^overtaker came later, max +(\d+\.\d) +\1 +\d\.\d$/m);
		expect(wrong).toMatchObject({
			code: 1,
			err: expect.stringContaining('window 9 was not open on that day') as string
		});
		expect(never).toMatchObject({ code: 1, err: 'no number was given on 2026-11-25\n' });
	});

	test('S-04 compares orders on drawn days, and calculates', async () => {
		const [compared, c, a, faulty] = await Promise.all([
			type('what-if', '--rush', rush, '--hall', hall, '--days', '3'),
			type('erlang', '--arrivals', '45', '--minutes', '8', '--windows', '7'),
			type('erlang', '--arrivals', '45', '--minutes', '8', '--windows', '5', '--patience', '40'),
			type('simulate', '--hall', hall, '--day', hall)
		]);
		expect(compared.out).toMatch(
			/^A day in the small hall: 3 drawn days, minutes\norder +prio mean .*\nfirst come, first served /
		);
		expect(c.out).toMatch(/P\(wait\) +0\.6138\nmean wait +4\.91 min\nP\(wait > 15 min\) +0\.0941\n/);
		expect(a.out).toMatch(/P\(wait\) +0\.9028\nmean wait +7\.84 min\n[^]*P\(gives up\) +0\.1961\n/);
		expect(faulty.code).toBe(1);
		expect(faulty.err).toMatch(/hall\.yaml:1:1 title: "title" is missing/);
	});
});
