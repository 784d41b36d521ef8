import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newestSlips } from '#db/slips.ts';
import { legsOf } from '#db/tickets.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { noticeWish } from '#test/fixtures/notices.ts';
import { giveNotice } from '../notices/give.ts';
import { closeWindow } from '../windows/state.ts';
import { windowScreenView } from '../windows/view.ts';
import { callNext } from './call.ts';
import { finish, start } from './serve.ts';
import { transfer, type TransferWish } from './transfer.ts';
import { undo } from './undo.ts';
import { ticketView } from './view.ts';

const TO: TransferWish = { queue: null, window: null, staff: null, back: false, reason: null };
const MINUTE = 60_000;

describe.each(ENGINES)('%s: one number through several windows', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, CHAIN_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '2', '3']) await here.open(window);
	});
	afterAll(() => here.close());

	const serve = async (window: string): Promise<number> => {
		const { ticket } = granted(await callNext(here.hall, CLERK, window));
		granted(await start(here.hall, CLERK, ticket.id));
		return ticket.id;
	};

	describe('T-04 W-10 a chain of items', () => {
		test('goes on by itself, with the number and the time of the first leg', async () => {
			const { ticket } = await here.take('sale');
			expect(await ticketView(here.hall, ticket.token)).toMatchObject({
				windows: ['2', '3'],
				steps: [{ item: { zh: '参保登记' }, windows: ['1', '2'] }]
			});
			await minutes(here, 20);
			const id = await serve('3');
			const { ticket: after, leg } = granted(await finish(here.hall, CLERK, id, 'done'));
			expect(after).toMatchObject({ number: ticket.number, state: 'live', steps: '[]' });
			expect(leg).toMatchObject({ ordinal: 2, queue: 'social', item: 'enrol', state: 'waiting' });
			expect(leg.rank_at).toBe(ticket.created_at);
			expect((await legsOf(here.hall.read, here.hall.id, id)).map((one) => one.outcome)).toEqual(['chained', null]);
			expect(await ticketView(here.hall, ticket.token)).toMatchObject({
				queue: 'social',
				windows: ['1', '2'],
				steps: []
			});
			const last = await serve('1');
			expect(granted(await finish(here.hall, CLERK, last, 'done')).ticket.state).toBe('ended');
		});

		test('ends where papers are missing or the law forbids: what follows has lost its ground', async () => {
			await here.take('sale');
			const id = await serve('3');
			expect(granted(await giveNotice(here.hall, CLERK, id, noticeWish([0]))).ticket.state).toBe('ended');
		});

		test('is told on the screen of the window and on paper beside it', async () => {
			await here.take('sale');
			const id = await serve('3');
			granted(await finish(here.hall, CLERK, id, 'done'));
			await here.look();
			const screen = await windowScreenView(here.hall, '3');
			expect(screen?.sentOn).toEqual({ number: 'H001', windows: ['1', '2'], until: here.clock.now() + 45_000 });
			const [slip] = await newestSlips(here.hall.read, here.hall.id, 1);
			expect(slip).toMatchObject({ kind: 'next', group: 'main', ticket: id, state: 'queued' });
			expect(JSON.parse(slip?.body ?? '')).toEqual({ queue: 'social', item: 'enrol', window: null });
			await minutes(here, 1);
			expect((await windowScreenView(here.hall, '3'))?.sentOn).toBeNull();
		});

		test('is taken back whole by an undo', async () => {
			const { ticket } = await here.take('sale');
			const id = await serve('3');
			granted(await finish(here.hall, CLERK, id, 'done'));
			const { ticket: after, leg } = granted(await undo(here.hall, CLERK, id));
			expect(leg).toMatchObject({ ordinal: 1, state: 'serving', window: '3' });
			expect(JSON.parse(after.steps)).toEqual(JSON.parse(ticket.steps));
			expect(granted(await finish(here.hall, CLERK, id, 'done')).leg.ordinal).toBe(2);
		});
	});

	describe('T-04 elsewhere and back', () => {
		test('comes back to this window, before who came up to its head start earlier, and then the chain goes on', async () => {
			await here.take('enrol');
			await minutes(here, 20);
			const { ticket } = await here.take('sale');
			await minutes(here, 1);
			const id = await serve('3');
			granted(await transfer(here.hall, CLERK, id, { ...TO, queue: 'social', window: '1', back: true }));
			granted(await start(here.hall, CLERK, granted(await callNext(here.hall, CLERK, '2')).ticket.id));
			const there = await serve('1');
			const { leg } = granted(await finish(here.hall, CLERK, there, 'done'));
			expect(leg).toMatchObject({ queue: 'homes', item: 'sale', for_window: '3', ordinal: 3 });
			expect(leg.rank_at).toBe(ticket.created_at - 25 * MINUTE);
			const again = await serve('3');
			expect(granted(await finish(here.hall, CLERK, again, 'done')).leg).toMatchObject({ queue: 'social', ordinal: 4 });
		});

		test('needs a window to come back to', async () => {
			const { ticket } = await here.take('sale');
			const sent = await transfer(here.hall, CLERK, ticket.id, { ...TO, queue: 'social', back: true });
			expect(refusal(sent)).toBe('wrong-state');
		});
	});

	describe('T-04 to a person', () => {
		test('is called by that person only, at whatever window', async () => {
			await here.take('enrol');
			const id = await serve('1');
			granted(await transfer(here.hall, clerkAt('1'), id, { ...TO, staff: '1002' }));
			expect(refusal(await callNext(here.hall, CLERK, '1'))).toBe('nobody-waiting');
			expect(granted(await callNext(here.hall, CLERK, '2')).ticket.id).toBe(id);
		});

		test('is refused when that person sits nowhere', async () => {
			await here.take('enrol');
			const id = await serve('1');
			granted(await closeWindow(here.hall, CLERK, '2'));
			expect(refusal(await transfer(here.hall, CLERK, id, { ...TO, staff: '1002' }))).toBe('staff-absent');
		});

		test('nobody waits for who has gone: a window that closes lets go whom only it would have called', async () => {
			const ids: number[] = [];
			for (const wish of [{ staff: '1002' }, { window: '2' }]) {
				await here.take('enrol');
				const id = await serve('1');
				ids.push(id);
				granted(await transfer(here.hall, CLERK, id, { ...TO, ...wish }));
			}
			granted(await closeWindow(here.hall, clerkAt('2'), '2'));
			for (const id of ids) {
				expect(granted(await callNext(here.hall, CLERK, '1')).ticket.id).toBe(id);
				granted(await start(here.hall, CLERK, id));
				granted(await finish(here.hall, CLERK, id, 'done'));
			}
		});
	});
});
