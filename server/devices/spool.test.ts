import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SlipRow } from '#db/schema.ts';
import { addSlip, newestSlips } from '#db/slips.ts';
import { printerModel } from '#printer/models/models.ts';
import type { PrinterStatus } from '#printer/printer.ts';
import { ENGINES } from '#test/db.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import type { OpenPrinter } from '../hardware/printers.ts';
import { Stage } from '../simulate/stage.ts';
import { laneOf, NO_HANDS } from '../watch/hands.ts';
import { Spool } from './spool.ts';

const SECOND = 1000;
const SOON = { timeout: 15_000, interval: 20 };

/** A printer whose state is what the test says; what it is given comes out at once. */
interface Stand extends OpenPrinter {
	is(state: 'ready' | 'unknown' | 'paper-out'): void;
}

function stand(code: string, group: string): Stand {
	let status: PrinterStatus = { state: 'ready' };
	return {
		code,
		group,
		is: (state) => (status = { state }),
		printer: {
			name: code,
			model: printerModel('epson', 80),
			status: () => status,
			onStatus: () => undefined,
			print: () => Promise.resolve({ state: 'printed', substituted: [] }),
			close: () => Promise.resolve()
		}
	};
}

describe.each(ENGINES)('%s: slips that wait', (engine) => {
	let here: TestHall;
	let spool: Spool;
	let next = 1_000_000;
	const troubles: unknown[] = [];
	const [first, second] = [stand('printer-1', 'main'), stand('printer-2', 'main')];

	beforeAll(async () => {
		const stage = new Stage(Date.UTC(2026, 10, 23, 1));
		here = await testHall(engine, undefined, stage.clock);
		// Time waits for the storage.
		stage.watch(here.hall.database);
		const onTrouble = (error: unknown): unknown => troubles.push(error);
		const quiet = { onChanged: () => undefined, onPrinted: () => undefined };
		spool = new Spool(here.hall, [first, second], { hands: NO_HANDS, onTrouble, ...quiet });
	});
	beforeEach(() => {
		for (const one of [first, second]) one.is('ready');
	});
	afterAll(async () => {
		await spool.stop();
		await here.close();
	});

	/** Lays a test page, or a slip that nobody knows how to print, down for whoever takes it. */
	async function lay(group: string, kind = 'test'): Promise<void> {
		next += 1;
		const at = here.clock.now();
		const blank = { ticket: null, printer: null, attempts: 0, reprint_of: null, reason: null, body: '{}' };
		const slip = { hall: here.hall.id, id: next, day: '2026-11-23', kind, group, ...blank, state: 'queued' } as const;
		await here.hall.write(({ k }) => addSlip(k, { ...slip, created_at: at, changed_at: at }));
		spool.wake();
	}
	/** What became of the newest one, once it has been written. */
	const newest = (slip: Partial<SlipRow>): Promise<void> =>
		vi.waitFor(async () => expect((await newestSlips(here.hall.read, here.hall.id, 1))[0]).toMatchObject(slip), SOON);

	test('a test page comes out of a printer that does not tell how it is, however well its neighbour is', async () => {
		second.is('unknown');
		await lay(laneOf('printer-2'));
		await here.clock.advance(SECOND);
		await newest({ state: 'printed', printer: 'printer-2', reason: null, attempts: 1 });
	});

	test('a slip that cannot be composed fails, once and with a word; those behind it come out', async () => {
		second.is('paper-out');
		await lay('main', 'acceptance');
		await here.clock.advance(SECOND);
		await newest({ state: 'failed', printer: 'printer-1', reason: 'error', attempts: 1 });
		expect(troubles.splice(0)).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/no ticket/) as string })
		]);
		await lay('main');
		await here.clock.advance(SECOND);
		await newest({ state: 'printed', printer: 'printer-1' });
	});

	test('what waits for a group that no hall file names any more is given up in its time', async () => {
		await lay('former');
		await here.clock.advance(15 * SECOND);
		await newest({ state: 'queued' });
		await here.clock.advance(15 * SECOND);
		await newest({ state: 'failed', printer: null, reason: 'unreachable', attempts: 0 });
		expect(troubles).toEqual([]);
	});
});
