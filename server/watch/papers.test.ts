import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { addCount, newestEvents, printerCounts, saveRoll, saveStanding } from '#db/devices.ts';
import type { PrinterCountRow } from '#db/schema.ts';
import { printerModel } from '#printer/models/models.ts';
import { paperDots } from '#printer/paper.ts';
import type { PrintResult } from '#printer/printer.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { ENGINES } from '#test/db.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { Later } from '../later.ts';
import { watchDevices } from './alarms.ts';
import { Papers } from './papers.ts';
import { printersOf } from './printers.ts';
import { NO_HAND } from './watch.ts';

const PRINTER = 'printer-1';
const DOTS_A_METRE = 8000;
const LINES: SlipLine[] = [{ kind: 'feed', lines: 3 }] as unknown as SlipLine[];

describe.each(ENGINES)('%s: D-12 what is counted of a printer', (engine) => {
	let here: TestHall;
	let later: Later;
	let papers: Papers;
	beforeEach(async () => {
		here = await testHall(engine);
		later = new Later(here.hall, {
			onWritten: () => undefined,
			onTrouble: (error) => {
				throw error;
			}
		});
		papers = new Papers(here.hall, later);
		await papers.begin();
		await later.flush();
	});
	afterEach(() => here.close());

	const count = async (): Promise<PrinterCountRow> => {
		await later.flush();
		const row = (await printerCounts(here.hall.read, here.hall.id)).find(({ printer }) => printer === PRINTER);
		if (!row) throw new Error('nothing is counted');
		return row;
	};
	const print = (state: PrintResult['state'], cutter: 'cuts' | 'none' = 'cuts'): void => {
		const model = cutter === 'none' ? { ...MODEL, cutter } : MODEL;
		papers.printed(PRINTER, { lines: LINES, model }, { state, substituted: [] } as unknown as PrintResult);
	};
	/** It stands so, a minute later. */
	const stands = async (state: Parameters<Papers['stands']>[1], failed = false): Promise<PrinterCountRow> => {
		await here.clock.advance(60_000);
		papers.stands(PRINTER, state, failed);
		return count();
	};
	const changes = async (): Promise<number> =>
		(await newestEvents(here.hall.read, { hall: here.hall.id, kind: 'printer', device: PRINTER, most: 9 })).length;

	test('slips, cuts, paper and what may have failed; nothing of what never began', async () => {
		const DOTS = paperDots(LINES, MODEL);
		for (const state of ['printed', 'sent', 'unsure', 'failed'] as const) print(state);
		print('printed', 'none');
		expect(await count()).toMatchObject({ slips: 4, cuts: 3, errors: 1, dots: 4 * DOTS, roll_slips: 4 });
		await stands('cover-open', true);
		expect(await count()).toMatchObject({ slips: 4, cuts: 3, errors: 2, dots: 4 * DOTS });
	});

	test('paper after its end is a new roll, told once; a cover says nothing of it', async () => {
		await stands('ready');
		print('printed');
		const before = await stands('paper-out');
		expect([before.paper, before.roll_slips]).toEqual(['out', 1]);
		expect(await stands('cover-open')).toMatchObject({ paper: 'out', roll_slips: 1 });
		const after = await stands('ready');
		expect(after).toMatchObject({ paper: 'ok', roll_slips: 0, roll_dots: 0, roll_at: here.clock.now() });
		expect(await changes()).toBe(1);
		expect(await stands('ready')).toEqual(after);
		expect(await changes()).toBe(1);
	});

	test('a near end that comes back at once was no new roll: the old one goes on, with what came out meanwhile', async () => {
		await stands('ready');
		for (let slip = 0; slip < 3; slip += 1) print('printed');
		const low = await stands('paper-low');
		expect(await stands('ready')).toMatchObject({ paper: 'ok', roll_slips: 0 });
		print('printed');
		expect(await stands('paper-low')).toMatchObject({ paper: 'low', roll_at: low.roll_at, roll_slips: 4 });
		expect(await changes()).toBe(1);
	});

	test('a roll that a hand has changed meanwhile stays the one that the hand has changed', async () => {
		await stands('ready');
		print('printed');
		await stands('paper-low');
		await stands('ready');
		const byHand = here.clock.now() + 1;
		const row = await count();
		await here.hall.write(({ k }) => saveRoll(k, { ...row, roll_at: byHand, roll_slips: 0, roll_dots: 0 }));
		expect(await stands('paper-low')).toMatchObject({ roll_at: byHand, roll_slips: 0 });
		expect(await stands('paper-low')).toMatchObject({ roll_at: byHand, roll_slips: 0 });
	});

	test('paper that ends soon is told the desk once, until there is clearly more', async () => {
		const { hall } = here;
		const at = hall.clock.now();
		const ready = { state: 'ready', reason: null, since_at: at, heard_at: at, looked_at: at } as const;
		const standing = { hall: hall.id, kind: 'printer', device: PRINTER, ...ready, ...NO_HAND } as const;
		await hall.write(async ({ k }) => {
			await saveStanding(k, [standing]);
			await addCount(
				k,
				{ hall: hall.id, printer: PRINTER },
				{ slips: 580, cuts: 580, errors: 0, dots: 70 * DOTS_A_METRE }
			);
		});
		const row = await count();
		const toldWith = async (metres: number, roll_at = at): Promise<string[]> => {
			const dots = Math.round((70 - metres) * DOTS_A_METRE);
			await hall.write(({ k }) => saveRoll(k, { ...row, roll_at, roll_slips: 500, roll_dots: dots }));
			await watchDevices(hall);
			return (await liveAlarms(hall.read, hall.id)).map(({ kind, key }) => `${kind} ${key}`);
		};
		expect(await toldWith(3.5)).toEqual([]);
		expect(await toldWith(2.9)).toEqual(['paper-soon printer-1']);
		expect(await toldWith(3.5)).toEqual(['paper-soon printer-1']);
		const { paper } = (await printersOf(hall)).get(PRINTER) ?? {};
		expect(paper?.soon, 'the page says what the desk has heard').toBe(true);
		// What was told was told of the roll before.
		await here.clock.advance(60_000);
		expect(await toldWith(3.5, hall.clock.now())).toEqual([]);
		expect(await toldWith(2, hall.clock.now())).toHaveLength(1);
		// At noon the hall is closed until half past one, and nobody is called.
		await here.clock.advance(3.2 * 3_600_000);
		expect(await toldWith(2)).toEqual([]);
		await here.clock.advance(1.5 * 3_600_000);
		expect(await toldWith(2)).toHaveLength(1);
	});
});

const MODEL = printerModel('epson', 80);
