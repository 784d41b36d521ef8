import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nextNumbers } from '#db/order.ts';
import { legsOf } from '#db/tickets.ts';
import { getWindow } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { waitingByQueue } from './kiosk.ts';
import { callNext } from './call.ts';
import { start } from './serve.ts';
import { transfer, type TransferWish } from './transfer.ts';
import { ticketView } from './view.ts';

const TO_HOMES: TransferWish = { queue: 'homes', window: null, staff: null, back: false, reason: '材料属不动产' };

describe.each(ENGINES)('%s: on to another queue or window', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const send = async (ticket: number, wish: Partial<TransferWish>, who = CLERK): Promise<string> => {
		const sent = await transfer(here.hall, who, ticket, {
			queue: null,
			window: null,
			staff: null,
			back: false,
			reason: null,
			...wish
		});
		return sent.ok ? sent.value.leg.queue : sent.refusal;
	};
	const calledOne = async (): Promise<number> => {
		await here.take('enrol');
		await here.open('1');
		return granted(await callNext(here.hall, CLERK, '1')).ticket.id;
	};

	test('T-04 the number stays, the next leg waits, the window is free', async () => {
		const id = await calledOne();
		granted(await start(here.hall, CLERK, id));
		const { ticket, leg } = granted(await transfer(here.hall, CLERK, id, TO_HOMES));
		expect(ticket).toMatchObject({ id, number: 'A001', state: 'live', leg: leg.id });
		expect(leg).toMatchObject({ ordinal: 2, queue: 'homes', state: 'waiting', enqueued_at: here.clock.now() });
		const legs = await legsOf(here.hall.read, here.hall.id, id);
		expect(legs.map((one) => [one.state, one.outcome, one.reason])).toEqual([
			['ended', 'transferred', TO_HOMES.reason],
			['waiting', null, null]
		]);
		expect(await getWindow(here.hall.read, here.hall.id, '1')).toMatchObject({ leg: null });
		expect(await ticketView(here.hall, ticket.token)).toMatchObject({ queue: 'homes', step: 'waiting' });
	});

	test('T-02 a transfer never worsens seniority: it counts from the first leg', async () => {
		const id = await calledOne();
		await minutes(here, 5);
		await here.take('sale');
		await minutes(here, 30);
		expect(await send(id, TO_HOMES)).toBe('homes');
		await here.open('3');
		expect(granted(await callNext(here.hall, CLERK, '3')).ticket.number).toBe('A001');
	});

	test('T-02 a head start goes along', async () => {
		const { ticket } = await here.take('enrol', 'elder');
		const { leg } = granted(await transfer(here.hall, CLERK, ticket.id, TO_HOMES));
		expect(leg.head_start_ms).toBe(25 * 60_000);
		expect(leg.rank_at).toBe(ticket.created_at - 25 * 60_000);
	});

	test('T-02 a second transfer still counts from the first leg', async () => {
		const id = await calledOne();
		const since = here.clock.now();
		await minutes(here, 10);
		expect(await send(id, TO_HOMES)).toBe('homes');
		await minutes(here, 10);
		const { leg } = granted(await transfer(here.hall, CLERK, id, { ...TO_HOMES, queue: 'social' }));
		expect(leg).toMatchObject({ ordinal: 3, rank_at: since, enqueued_at: since + 20 * 60_000 });
	});

	test('the counts of both queues follow', async () => {
		const { ticket } = await here.take('enrol');
		await here.take('enrol');
		expect(await send(ticket.id, TO_HOMES)).toBe('homes');
		expect(Object.fromEntries(await waitingByQueue(here.hall))).toEqual({ social: 1, homes: 1 });
		expect((await here.take('sale')).ahead).toBe(1);
		expect((await here.take('sale')).ticket.number).toBe('H002');
	});

	test('T-04 to a window: the queue it serves first, or the named one of its queues', async () => {
		const [one, other] = [(await here.take('enrol')).ticket, (await here.take('enrol')).ticket];
		expect(await send(one.id, { window: '3' })).toBe('homes');
		const { leg } = granted(
			await transfer(here.hall, CLERK, other.id, {
				queue: 'homes',
				window: '2',
				staff: null,
				back: false,
				reason: null
			})
		);
		expect([leg.queue, leg.for_window]).toEqual(['homes', '2']);
		const told = await nextNumbers(here.hall.read, here.hall.id, 'homes', 5);
		expect(told.map((next) => next.number)).toEqual(['A001', 'A002']);
	});

	test('T-04 from any window of the queue to one of them is a transfer, to where it is already is none', async () => {
		const { ticket } = await here.take('enrol');
		expect(await send(ticket.id, { queue: 'social' })).toBe('target-same');
		expect(await send(ticket.id, { window: '1' })).toBe('social');
		expect(await send(ticket.id, { window: '1' })).toBe('target-same');
		expect(await send(ticket.id, { queue: 'social' })).toBe('social');
	});

	test("what is not there, does not fit or is not this clerk's is refused, and nothing changes", async () => {
		const id = await calledOne();
		const before = await legsOf(here.hall.read, here.hall.id, id);
		expect(await send(123_456_789, TO_HOMES)).toBe('ticket-unknown');
		expect(await send(id, {})).toBe('queue-unknown');
		expect(await send(id, { queue: 'marriage' })).toBe('queue-unknown');
		expect(await send(id, { queue: 'social', window: '3' })).toBe('queue-unknown');
		expect(await send(id, { window: '99' })).toBe('window-unknown');
		expect(await send(id, TO_HOMES, clerkAt('2'))).toBe('not-your-ticket');
		expect(await legsOf(here.hall.read, here.hall.id, id)).toEqual(before);
	});

	test('T-04 one that is over goes nowhere', async () => {
		const { ticket } = await here.take('enrol');
		await tomorrow(here);
		expect(await send(ticket.id, TO_HOMES)).toBe('wrong-state');
	});
});
