import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { askOf } from '#db/rating-asks.ts';
import { ratingsOf } from '#db/ratings.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { touchedBy } from '../realtime/touched.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { KeyLines } from './lines.ts';

/** An evaluator that speaks when it is asked, lights up when a service has ended, and thanks. */
const WITH_EVALUATOR = CHAIN_HALL.replace(
	'  buses:\n',
	`  padLines:
    - code: evaluators
      wire: { kind: virtual }
      frame: 'AA {addr} {key} {sum8:1..-1}'
      poll: { frame: 'AA {addr} 05 {sum8:1..-1}', everyMs: 100 }
      ask: 'AA {addr} 01 {sum8:1..-1}'
      thanks: 'AA {addr} 02 {sum8:1..-1}'
  evaluators:
    - { code: evaluator-1, line: evaluators, address: 9, window: 1 }
  buses:
`
);
const MY = 'evaluator-1';

describe.each(ENGINES)('%s: an evaluator at a window', (engine) => {
	let here: TestHall;
	let lines: KeyLines;
	/** how often something has changed */
	let told = 0;
	beforeAll(async () => {
		here = await testHall(engine, WITH_EVALUATOR);
	});
	beforeEach(async () => {
		await tomorrow(here);
		granted(await openWindow(here.hall, clerkAt('1'), '1', '1001'));
		await here.look();
		lines = new KeyLines(here.hall, {
			onRefused: () => undefined,
			onChanged: () => (told += 1),
			onTrouble: (error) => {
				throw error;
			}
		});
		// The cable is there before anybody presses.
		await here.clock.advance(50);
		return () => lines.close();
	});
	afterAll(() => here.close());

	const served = async (): Promise<{ id: number; leg: number }> => {
		await here.take('enrol');
		const { ticket, leg } = granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), ticket.id));
		await minutes(here, 5);
		granted(await finish(here.hall, clerkAt('1'), ticket.id, 'done'));
		await lines.take({ ...touchedBy([]), windows: new Set(['1']) });
		return { id: ticket.id, leg: leg.id };
	};
	/** A press is done when the rows say so: a database on another port does not wait for the clock of a test. */
	const press = async (key: number): Promise<void> => {
		const before = told;
		lines.press(MY, key);
		await here.clock.advance(400);
		await vi.waitFor(() => expect(told).toBeGreaterThan(before), { timeout: 10_000 });
	};
	const grades = async (ticket: number): Promise<unknown[]> =>
		(await ratingsOf(here.hall.read, here.hall.id, ticket)).map(({ grade, origin, window }) => [grade, origin, window]);
	const device = () => lines.view()[0]?.devices[0];

	test('W-12 its key is the grade of the service that has just ended, once', async () => {
		const { id, leg } = await served();
		await press(2);
		expect(await grades(id)).toEqual([[4, 'window', '1']]);
		await press(5);
		expect(await grades(id)).toEqual([[4, 'window', '1']]);
		expect(device()).toMatchObject({ presses: 2, refused: 'rated-already' });
		expect((await askOf(here.hall.read, here.hall.id, leg))?.window_shown_at).not.toBeNull();
	});

	test('W-12 nobody rates before a service has ended, or when the time for it is over', async () => {
		await press(1);
		expect(device()?.refused).toBe('ask-over');
		const { id } = await served();
		await minutes(here, 2);
		await press(1);
		expect([await grades(id), device()?.refused]).toEqual([[], 'ask-over']);
	});

	test('W-12 a key or an address that the hall file does not know is counted, and rates nothing', async () => {
		const { id } = await served();
		await press(7);
		await press(7);
		expect(await grades(id)).toEqual([]);
		expect(device()).toMatchObject({ presses: 0, unknown: [{ what: 7, count: 2 }] });
		expect(lines.press('evaluator-9', 1)).toBe(false);
	});
});
