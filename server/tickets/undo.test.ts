import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recentCalls } from '#db/calls.ts';
import { linesOfTicket } from '#db/ledger.ts';
import type { LegRow, TicketRow, WindowRow } from '#db/schema.ts';
import { getTicket, legsOf } from '#db/tickets.ts';
import { getWindow } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import { closeWindow } from '../windows/state.ts';
import { callNext, recall } from './call.ts';
import { cancel } from './end.ts';
import { waitingByQueue } from './kiosk.ts';
import { miss } from './miss.ts';
import { comeBack, finish, park, resume, start } from './serve.ts';
import { transfer } from './transfer.ts';
import { undo } from './undo.ts';

describe.each(ENGINES)('%s: taking back', (engine) => {
	let here: TestHall;
	let id: number;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		id = (await here.take('enrol')).ticket.id;
		await here.take('enrol');
		await here.open('1');
	});
	afterAll(() => here.close());

	const ME = clerkAt('1');
	const call = async (): Promise<unknown> => granted(await callNext(here.hall, ME, '1'));
	const began = async (): Promise<unknown> => granted(await start(here.hall, ME, id));
	const parked = async (): Promise<unknown> =>
		granted(await park(here.hall, ME, id, { kind: 'papers-kept', reason: 'x' }));
	const on = async (): Promise<unknown> =>
		granted(await transfer(here.hall, ME, id, { queue: 'homes', window: null, staff: null, back: false, reason: 'x' }));

	/** All that an act touches. */
	const state = async (): Promise<{
		ticket: TicketRow | undefined;
		legs: LegRow[];
		window: WindowRow | undefined;
		waiting: object;
		calls: unknown[];
	}> => {
		const { read, id: hall } = here.hall;
		const waiting = [...(await waitingByQueue(here.hall))].filter(([, n]) => n > 0);
		return {
			ticket: await getTicket(read, hall, id),
			legs: await legsOf(read, hall, id),
			window: await getWindow(read, hall, '1'),
			waiting: Object.fromEntries(waiting),
			calls: await recentCalls(read, { hall, day: today(here.hall), zone: 'east', most: 9 })
		};
	};

	const ACTS: Record<string, { before: (() => Promise<unknown>)[]; act: () => Promise<unknown> }> = {
		'a call': { before: [], act: call },
		'a start': { before: [call], act: began },
		'an end': { before: [call, began], act: async () => granted(await finish(here.hall, ME, id, 'done')) },
		'a no-show': { before: [call], act: async () => granted(await miss(here.hall, ME, id)) },
		'a second no-show': {
			before: [
				call,
				async () => granted(await miss(here.hall, ME, id)),
				async () => granted(await cancel(here.hall, SUPERVISOR, id + 1, { token: null, reason: 'alone' })),
				async () => granted(await comeBack(here.hall, KIOSK, id)),
				call
			],
			act: async () => granted(await miss(here.hall, ME, id))
		},
		parking: { before: [call, began], act: parked },
		'taking up again': {
			before: [call, began, parked],
			act: async () => granted(await resume(here.hall, ME, id, null))
		},
		'a transfer while serving': { before: [call, began], act: on },
		'a transfer while called': { before: [call], act: on }
	};

	test.each(Object.keys(ACTS))('W-01 %s: everything is as it was, and the ledger tells both', async (name) => {
		const acts = ACTS[name];
		for (const before of acts?.before ?? []) {
			await before();
			await minutes(here, 1);
		}
		const before = await state();
		await acts?.act();
		expect(await state()).not.toEqual(before);
		await here.clock.advance(9999);
		granted(await undo(here.hall, ME, id));
		expect(await state()).toEqual(before);
		const lines = await linesOfTicket(here.hall.read, here.hall.id, id);
		const [act, undone] = lines.filter((line) => line.act.startsWith('ticket.')).slice(-2);
		expect(undone).toMatchObject({ act: 'ticket.undone', actor: ME.name });
		expect(JSON.parse(undone?.body ?? '')).toMatchObject({ undone: act?.seq, act: act?.act });
	});

	test('W-01 a transfer of one who waits, by a guide', async () => {
		const guide = { role: 'guide', name: 'staff:8001', staff: '8001' } as const;
		const before = await state();
		granted(await transfer(here.hall, guide, id, { queue: null, window: '3', staff: null, back: false, reason: 'x' }));
		granted(await undo(here.hall, guide, id));
		expect(await state()).toEqual(before);
	});

	test('W-01 only within the seconds of the hall file', async () => {
		await call();
		await here.clock.advance(10_000);
		granted(await undo(here.hall, ME, id));
		await call();
		await here.clock.advance(10_001);
		expect(refusal(await undo(here.hall, ME, id))).toBe('undo-too-late');
	});

	test("W-01 only one's own act", async () => {
		await call();
		for (const who of [SUPERVISOR, CLERK, clerkAt('2')]) {
			expect(refusal(await undo(here.hall, who, id))).toBe('nothing-to-undo');
		}
	});

	test('W-01 not from another window to which the clerk has gone', async () => {
		await call();
		expect(refusal(await undo(here.hall, clerkAt('2', '1001'), id))).toBe('not-your-ticket');
	});

	test('W-01 only once: the act before it stays', async () => {
		await call();
		await began();
		granted(await undo(here.hall, ME, id));
		expect(refusal(await undo(here.hall, ME, id))).toBe('nothing-to-undo');
	});

	test('W-01 not when somebody has acted on the ticket since', async () => {
		await call();
		await on();
		await here.open('3');
		granted(await callNext(here.hall, clerkAt('3'), '3'));
		expect(refusal(await undo(here.hall, ME, id))).toBe('nothing-to-undo');
		granted(await undo(here.hall, clerkAt('3'), id));
		expect(refusal(await undo(here.hall, ME, id))).toBe('nothing-to-undo');
	});

	test('W-01 not when the window has the next one already, or has closed', async () => {
		await call();
		await began();
		granted(await finish(here.hall, ME, id, 'done'));
		await call();
		expect(refusal(await undo(here.hall, ME, id))).toBe('window-busy');
		granted(await undo(here.hall, ME, id + 1));
		granted(await closeWindow(here.hall, ME, '1'));
		expect(refusal(await undo(here.hall, ME, id))).toBe('window-busy');
		await here.open('1');
		expect(granted(await undo(here.hall, ME, id)).leg.state).toBe('serving');
	});

	test('what has its own opposite, or is not there, is not undone', async () => {
		expect(refusal(await undo(here.hall, KIOSK, id))).toBe('nothing-to-undo');
		expect(refusal(await undo(here.hall, ME, 123_456_789))).toBe('ticket-unknown');
		await call();
		granted(await recall(here.hall, ME, id));
		expect(refusal(await undo(here.hall, ME, id))).toBe('nothing-to-undo');
		const { token } = (await getTicket(here.hall.read, here.hall.id, id)) ?? { token: '' };
		granted(await cancel(here.hall, VISITOR, id, { token, reason: null }));
		expect(refusal(await undo(here.hall, VISITOR, id))).toBe('nothing-to-undo');
	});
});
