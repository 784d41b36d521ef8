import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesOfTicket } from '#db/ledger.ts';
import { nextNumbers } from '#db/order.ts';
import { PARK_KINDS } from '#db/schema.ts';
import { servedToday } from '#db/served.ts';
import { getLeg } from '#db/tickets.ts';
import { getWindow } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { serviceMs } from '../rules/ticket.ts';
import { callNext } from './call.ts';
import type { Held } from './held.ts';
import { miss } from './miss.ts';
import { comeBack, finish, park, resume, start } from './serve.ts';

const MINUTE = 60_000;
const PAPERS = { kind: 'papers-missing', reason: '缺复印件' } as const;

describe.each(ENGINES)('%s: serving', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		await here.open('1');
	});
	afterAll(() => here.close());

	/** The next one of window 1, called. */
	const called = async (): Promise<number> => granted(await callNext(here.hall, CLERK, '1')).ticket.id;
	/** Somebody who has just come and is called at once. */
	const calledOne = async (): Promise<number> => {
		await here.take('enrol');
		return called();
	};
	const servedOne = async (): Promise<number> => {
		const id = await calledOne();
		granted(await start(here.hall, CLERK, id));
		return id;
	};
	const order = async (): Promise<string[]> =>
		(await nextNumbers(here.hall.read, here.hall.id, 'social', 20)).map((one) => one.number);
	const atWindow = async (): Promise<number | null | undefined> =>
		(await getWindow(here.hall.read, here.hall.id, '1'))?.leg;

	test('T-04 the called one starts and is finished; the window is free again', async () => {
		const id = await servedOne();
		expect(await atWindow()).toBe(id);
		await minutes(here, 7);
		const { ticket, leg } = granted(await finish(here.hall, CLERK, id, 'done'));
		expect(ticket).toMatchObject({ state: 'ended', ended_at: here.clock.now() });
		expect(leg).toMatchObject({ state: 'ended', outcome: 'done' });
		expect(serviceMs(leg)).toBe(7 * MINUTE);
		expect(await atWindow()).toBeNull();
	});

	test('T-04 done ends the ticket with that outcome', async () => {
		const { ticket, leg } = granted(await finish(here.hall, CLERK, await servedOne(), 'done'));
		expect([ticket.state, leg.outcome]).toEqual(['ended', 'done']);
	});

	test.each(['noticed', 'refused'] as const)(
		'W-03 W-06 nobody is sent away as %s without a word in writing',
		async (outcome) => {
			const id = await servedOne();
			expect(refusal(await finish(here.hall, CLERK, id, outcome))).toBe('notice-needed');
			expect((await getLeg(here.hall.read, here.hall.id, id))?.state).toBe('serving');
		}
	);

	test('T-04 every act is a line of the ledger with time and staff, and the leg as it was before', async () => {
		const id = await servedOne();
		await minutes(here, 3);
		granted(await finish(here.hall, clerkAt('1'), id, 'done'));
		const lines = (await linesOfTicket(here.hall.read, here.hall.id, id)).slice(-3);
		expect(lines.map((line) => [line.act, line.actor, line.window])).toEqual([
			['ticket.called', CLERK.name, '1'],
			['ticket.started', CLERK.name, '1'],
			['ticket.finished', 'staff:1001', '1']
		]);
		expect(JSON.parse(lines[2]?.body ?? '')).toMatchObject({ number: 'A001', before: { state: 'serving' } });
	});

	test('W-01 a clerk acts only on what stands at the own window', async () => {
		const id = await calledOne();
		for (const verb of [start, miss]) expect(refusal(await verb(here.hall, clerkAt('2'), id))).toBe('not-your-ticket');
		expect(refusal(await park(here.hall, clerkAt('2'), id, PAPERS))).toBe('not-your-ticket');
		granted(await start(here.hall, clerkAt('1'), id));
		expect(refusal(await finish(here.hall, clerkAt('2'), id, 'done'))).toBe('not-your-ticket');
	});

	test('a ticket that is not there, or not in that state, is refused and nothing is written', async () => {
		const { ticket } = await here.take('enrol');
		const lines = await linesOfTicket(here.hall.read, here.hall.id, ticket.id);
		for (const verb of [start, miss]) {
			expect(refusal(await verb(here.hall, CLERK, ticket.id))).toBe('wrong-state');
			expect(refusal(await verb(here.hall, CLERK, 123_456_789))).toBe('ticket-unknown');
		}
		expect(refusal(await finish(here.hall, CLERK, ticket.id, 'done'))).toBe('wrong-state');
		expect(refusal(await park(here.hall, CLERK, ticket.id, PAPERS))).toBe('wrong-state');
		expect(refusal(await resume(here.hall, CLERK, ticket.id, '1'))).toBe('wrong-state');
		expect(refusal(await comeBack(here.hall, KIOSK, ticket.id))).toBe('wrong-state');
		expect(await linesOfTicket(here.hall.read, here.hall.id, ticket.id)).toEqual(lines);
	});

	describe('who does not come', () => {
		test('T-04 is on hold at first, and the window free', async () => {
			const { ticket, leg } = granted(await miss(here.hall, CLERK, await calledOne()));
			expect([ticket.state, leg.state, leg.misses]).toEqual(['live', 'missed', 1]);
			expect(await atWindow()).toBeNull();
		});

		test('T-04 returns behind the next two', async () => {
			const id = await calledOne();
			granted(await miss(here.hall, CLERK, id));
			for (let i = 0; i < 3; i += 1) {
				await minutes(here, 1);
				await here.take('enrol');
			}
			const { leg } = granted(await comeBack(here.hall, KIOSK, id));
			expect(leg).toMatchObject({ state: 'waiting', calls: 0 });
			expect(await order()).toEqual(['A002', 'A003', 'A001', 'A004']);
			const line = (await linesOfTicket(here.hall.read, here.hall.id, id)).at(-1);
			expect(line).toMatchObject({ act: 'ticket.returned', actor: KIOSK.name, window: '1' });
		});

		test('T-04 returns behind whoever waits when they are fewer, and alone at once', async () => {
			const id = await calledOne();
			granted(await miss(here.hall, CLERK, id));
			await here.take('enrol');
			granted(await comeBack(here.hall, KIOSK, id));
			expect(await order()).toEqual(['A002', 'A001']);
			const other = await calledOne();
			granted(await miss(here.hall, CLERK, other));
			expect(granted(await comeBack(here.hall, KIOSK, other)).leg.state).toBe('waiting');
		});

		test('T-04 gains nothing by it: who came meanwhile with priority still goes before', async () => {
			await here.take('enrol');
			await minutes(here, 1);
			const second = (await here.take('enrol')).ticket;
			const id = await called();
			granted(await miss(here.hall, CLERK, id));
			await minutes(here, 10);
			for (let i = 0; i < 2; i += 1) await here.take('enrol', 'service');
			const between = await here.take('enrol', 'elder');
			expect(await order()).toEqual(['A003', 'A004', between.ticket.number, second.number]);
			granted(await comeBack(here.hall, KIOSK, id));
			expect(await order()).toEqual(['A003', 'A004', 'A005', 'A001', 'A002']);
		});

		test('T-04 is too late after the half hour of the hall file', async () => {
			const early = await calledOne();
			granted(await miss(here.hall, CLERK, early));
			await minutes(here, 30);
			expect(granted(await comeBack(here.hall, KIOSK, early)).leg.state).toBe('waiting');
			granted(await miss(here.hall, CLERK, await called()));
			const late = await calledOne();
			granted(await miss(here.hall, CLERK, late));
			await here.clock.advance(30 * MINUTE + 1);
			expect(refusal(await comeBack(here.hall, KIOSK, late))).toBe('return-too-late');
		});

		test('T-04 is over at the second time', async () => {
			const id = await calledOne();
			granted(await miss(here.hall, CLERK, id));
			granted(await comeBack(here.hall, KIOSK, id));
			expect(await called()).toBe(id);
			const { ticket, leg } = granted(await miss(here.hall, CLERK, id));
			expect([ticket.state, leg.outcome, leg.misses]).toEqual(['missed', 'missed', 2]);
			expect(refusal(await comeBack(here.hall, KIOSK, id))).toBe('wrong-state');
		});

		test('T-04 cannot return after midnight, when the number is of yesterday', async () => {
			await minutes(here, 14 * 60 + 50);
			const id = await calledOne();
			granted(await miss(here.hall, CLERK, id));
			await minutes(here, 11);
			expect(refusal(await comeBack(here.hall, KIOSK, id))).toBe('return-too-late');
		});
	});

	describe('who steps aside', () => {
		test.each(PARK_KINDS)('T-04 %s: the window is free, the clock of the service stands still', async (kind) => {
			const id = await servedOne();
			await minutes(here, 5);
			const parked: Held = granted(await park(here.hall, CLERK, id, { kind, reason: '等盖章' }));
			expect(parked.leg).toMatchObject({ state: 'parked', park_kind: kind, reason: '等盖章' });
			expect(await atWindow()).toBeNull();
			await minutes(here, 40);
			granted(await resume(here.hall, CLERK, id, null));
			expect(await atWindow()).toBe(id);
			await minutes(here, 2);
			const { leg } = granted(await finish(here.hall, CLERK, id, 'done'));
			expect(serviceMs(leg)).toBe(7 * MINUTE);
			const done = await servedToday(here.hall.read, { hall: here.hall.id, day: today(here.hall), window: '1' });
			expect(done).toEqual({ served: 1, missed: 0, meanServiceSeconds: 7 * 60 });
		});

		test('T-04 is taken up at an open and free window: the own one, or another', async () => {
			const id = await servedOne();
			granted(await park(here.hall, CLERK, id, PAPERS));
			expect(refusal(await resume(here.hall, CLERK, id, '2'))).toBe('window-not-open');
			await here.open('2');
			const other = await calledOne();
			expect(refusal(await resume(here.hall, CLERK, id, null))).toBe('window-busy');
			const { leg } = granted(await resume(here.hall, clerkAt('2'), id, null));
			expect(leg).toMatchObject({ state: 'serving', window: '2', staff: '1002', parked_at: null });
			expect(await atWindow()).toBe(other);
		});

		test('W-05 returns to the order with the time of the first leg', async () => {
			const id = await servedOne();
			granted(await park(here.hall, CLERK, id, PAPERS));
			await minutes(here, 20);
			for (let i = 0; i < 2; i += 1) await here.take('enrol');
			await minutes(here, 20);
			granted(await comeBack(here.hall, KIOSK, id));
			expect(await order()).toEqual(['A001', 'A002', 'A003']);
		});

		test('T-04 while waiting again nobody is served: the time between counts for nothing', async () => {
			const id = await servedOne();
			await minutes(here, 4);
			granted(await park(here.hall, CLERK, id, PAPERS));
			await minutes(here, 30);
			granted(await comeBack(here.hall, KIOSK, id));
			await minutes(here, 15);
			expect(await called()).toBe(id);
			granted(await start(here.hall, CLERK, id));
			await minutes(here, 6);
			expect(serviceMs(granted(await finish(here.hall, CLERK, id, 'done')).leg)).toBe(10 * MINUTE);
		});
	});
});
