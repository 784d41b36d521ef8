import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recentCalls } from '#db/calls.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { nextNumbers } from '#db/order.ts';
import type { CallRow } from '#db/schema.ts';
import { getWindow } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import type { Why } from '../rules/discipline.ts';
import { pauseWindow } from '../windows/state.ts';
import { callChosen, callNext, recall } from './call.ts';
import { start } from './serve.ts';
import { transfer } from './transfer.ts';

describe.each(ENGINES)('%s: calling', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const next = async (window: string): Promise<string> => {
		const called = await callNext(here.hall, CLERK, window);
		return called.ok ? called.value.ticket.number : called.refusal;
	};
	/** Calls until nobody waits, as if each visitor were served at once. */
	const everybody = async (window: string): Promise<string[]> => {
		const numbers: string[] = [];
		for (;;) {
			const called = await callNext(here.hall, CLERK, window);
			if (!called.ok) return [...numbers, called.refusal];
			numbers.push(called.value.ticket.number);
			granted(
				await transfer(here.hall, CLERK, called.value.ticket.id, {
					queue: 'homes',
					window: '3',
					staff: null,
					back: false,
					reason: null
				})
			);
		}
	};
	const calls = (zone: string): Promise<CallRow[]> =>
		recentCalls(here.hall.read, { hall: here.hall.id, day: today(here.hall), zone, most: 9 });

	describe('the next one', () => {
		test('T-02 is called by head starts, then by the time of coming', async () => {
			await here.take('enrol');
			await minutes(here, 10);
			await here.take('enrol');
			await minutes(here, 14);
			await here.take('enrol', 'elder');
			await minutes(here, 2);
			await here.take('enrol', 'elder');
			await here.take('enrol', 'service');
			await here.open('1');
			expect(await everybody('1')).toEqual(['A005', 'A003', 'A001', 'A004', 'A002', 'nobody-waiting']);
		});

		test('T-02 the order of the database and the order of the rule are one', async () => {
			for (const group of ['elder', 'ordinary', 'service', 'ordinary', 'elder', 'ordinary']) {
				await here.take('enrol', group);
				await minutes(here, 9);
			}
			await here.take('sale');
			const moved = await here.take('sale');
			await here.take('enrol');
			await transfer(here.hall, CLERK, moved.ticket.id, {
				queue: 'social',
				window: null,
				staff: null,
				back: false,
				reason: null
			});
			const told = await nextNumbers(here.hall.read, here.hall.id, 'social', 20);
			await here.open('1');
			expect(await everybody('1')).toEqual([...told.map((one) => one.number), 'nobody-waiting']);
		});

		test('T-02 a window prefers a queue by the minutes of the hall file', async () => {
			await here.take('sale');
			await minutes(here, 4);
			await here.take('enrol');
			await here.open('2');
			expect(await next('2')).toBe('A001');
		});

		test('T-02 preferring is no privilege: beyond its minutes the older one is next', async () => {
			await here.take('sale');
			await minutes(here, 6);
			await here.take('enrol');
			await here.open('2');
			expect(await next('2')).toBe('H001');
		});

		test('T-04 one meant for a window is called by that window only', async () => {
			const { ticket } = await here.take('enrol');
			granted(
				await transfer(here.hall, CLERK, ticket.id, {
					queue: null,
					window: '2',
					staff: null,
					back: false,
					reason: null
				})
			);
			await here.open('1');
			await here.open('2');
			expect(await next('1')).toBe('nobody-waiting');
			expect(await next('2')).toBe('A001');
		});

		test('T-01 is called by one of two windows that ask at once, and each gets another', async () => {
			for (let i = 0; i < 2; i += 1) await here.take('enrol');
			await here.open('1');
			await here.open('2');
			expect((await Promise.all([next('1'), next('2')])).toSorted()).toEqual(['A001', 'A002']);
		});

		test('T-01 three asks of one window at once call one ticket', async () => {
			for (let i = 0; i < 3; i += 1) await here.take('enrol');
			await here.open('1');
			expect((await Promise.all([next('1'), next('1'), next('1')])).toSorted()).toEqual([
				'A001',
				'window-busy',
				'window-busy'
			]);
		});

		test('is told to the screens as a row: who, where, when and why', async () => {
			const first = await here.take('enrol');
			await minutes(here, 2);
			const elder = await here.take('enrol', 'elder');
			await here.open('1');
			const { leg } = granted(await callNext(here.hall, CLERK, '1'));
			const [call] = await calls('east');
			expect(call).toMatchObject({
				number: elder.ticket.number,
				window: '1',
				kind: 'next',
				leg: leg.id,
				staff: '1001'
			});
			expect(call?.at).toBe(here.clock.now());
			expect(JSON.parse(call?.why ?? '')).toEqual({
				rule: 'head-start',
				candidates: [
					{ number: 'A002', queue: 'social', rankAt: elder.leg.rank_at, headStartMinutes: 25, preferenceMinutes: 0 },
					{ number: 'A001', queue: 'social', rankAt: first.leg.rank_at, headStartMinutes: 0, preferenceMinutes: 0 }
				]
			} satisfies Why);
		});

		test('stands at the window and in no queue any more', async () => {
			await here.take('enrol');
			await here.open('1');
			const { leg } = granted(await callNext(here.hall, CLERK, '1'));
			expect(await getWindow(here.hall.read, here.hall.id, '1')).toMatchObject({ leg: leg.id });
			expect(await nextNumbers(here.hall.read, here.hall.id, 'social', 1)).toEqual([]);
		});

		test('is not called where it cannot be: closed, paused, busy or unknown windows', async () => {
			await here.take('enrol');
			expect(await next('1')).toBe('window-not-open');
			expect(await next('99')).toBe('window-unknown');
			await here.open('1');
			granted(await pauseWindow(here.hall, CLERK, '1', { reason: 'lunch', minutes: null }));
			expect(await next('1')).toBe('window-not-open');
			await here.open('1');
			expect(await next('1')).toBe('A001');
			expect(await next('1')).toBe('window-busy');
			expect(await calls('east')).toHaveLength(1);
		});

		test('W-01 is called by a clerk at the own window only', async () => {
			await here.take('enrol');
			await here.open('1');
			expect(refusal(await callNext(here.hall, clerkAt('2'), '1'))).toBe('not-allowed');
			expect(granted(await callNext(here.hall, clerkAt('1'), '1')).leg).toMatchObject({ window: '1', staff: '1001' });
		});
	});

	describe('a chosen one', () => {
		const choose = (ticket: number, reason: string, who = CLERK): ReturnType<typeof callChosen> =>
			callChosen(here.hall, who, { window: '1', ticket, reason });

		test('T-03 is called with a reason, which the ledger keeps with whom it passed', async () => {
			await here.take('enrol');
			const { ticket } = await here.take('enrol');
			await here.open('1');
			expect(granted(await choose(ticket.id, '孕妇不适')).ticket.number).toBe('A002');
			const line = (await linesOfTicket(here.hall.read, here.hall.id, ticket.id)).at(-1);
			expect(line).toMatchObject({ act: 'ticket.called', actor: CLERK.name, window: '1' });
			const body = JSON.parse(line?.body ?? '') as { kind: string; why: Why & { reason: string } };
			expect(body).toMatchObject({ kind: 'chosen', why: { reason: '孕妇不适' } });
			expect(body.why.candidates.map((one) => one.number)).toEqual(['A001', 'A002']);
			expect(await calls('east')).toMatchObject([{ kind: 'chosen', number: 'A002' }]);
		});

		test('T-03 is not called without a reason, nor by whom the table of rights does not name', async () => {
			const { ticket } = await here.take('enrol');
			await here.open('1');
			expect(refusal(await choose(ticket.id, '  '))).toBe('reason-needed');
			expect(refusal(await choose(ticket.id, 'friend', KIOSK))).toBe('not-allowed');
			expect(refusal(await choose(ticket.id, 'friend', clerkAt('2')))).toBe('not-allowed');
			expect(await calls('east')).toEqual([]);
		});

		test('is refused when it is not there or does not wait', async () => {
			const { ticket } = await here.take('enrol');
			await here.open('2');
			granted(await callNext(here.hall, CLERK, '2'));
			await here.open('1');
			expect(refusal(await choose(ticket.id, 'again'))).toBe('wrong-state');
			expect(refusal(await choose(123_456_789, 'who'))).toBe('ticket-unknown');
			expect(await getWindow(here.hall.read, here.hall.id, '1')).toMatchObject({ leg: null });
		});
	});

	describe('again', () => {
		test('T-04 is a call of its own: on screen, with its number, counted', async () => {
			const { ticket } = await here.take('enrol');
			await here.open('1');
			granted(await callNext(here.hall, CLERK, '1'));
			await minutes(here, 1);
			expect(granted(await recall(here.hall, CLERK, ticket.id)).leg.calls).toBe(2);
			const [again, first] = await calls('east');
			expect([again?.kind, first?.kind]).toEqual(['recall', 'next']);
			expect(again?.id).toBeGreaterThan(first?.id ?? 0);
			expect(granted(await recall(here.hall, SYSTEM, ticket.id)).leg.calls).toBe(3);
		});

		test('T-04 is for a called one only, and at its own window', async () => {
			const { ticket } = await here.take('enrol');
			expect(refusal(await recall(here.hall, CLERK, ticket.id))).toBe('wrong-state');
			await here.open('1');
			granted(await callNext(here.hall, CLERK, '1'));
			expect(refusal(await recall(here.hall, clerkAt('2'), ticket.id))).toBe('not-your-ticket');
			granted(await start(here.hall, CLERK, ticket.id));
			expect(refusal(await recall(here.hall, CLERK, ticket.id))).toBe('wrong-state');
			expect(refusal(await recall(here.hall, CLERK, 123_456_789))).toBe('ticket-unknown');
		});
	});
});
