import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { getHall } from '#db/setup.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import { SMALL_HALL } from '#test/fixtures/hall-file.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { keepDay } from '../run/day.ts';
import { callChosen, callNext } from '../tickets/call.ts';
import { issueTicket } from '../tickets/issue.ts';
import { miss } from '../tickets/miss.ts';
import { ticketHistory } from './audit.ts';
import { dayBalance } from './balance.ts';
import { endDay, openDayAgain } from './end.ts';

const wish = (intent: string): Parameters<typeof issueTicket>[2] => ({
	item: 'enrol',
	class: 'ordinary',
	intent,
	lang: 'zh-CN',
	device: null
});

describe.each(ENGINES)('%s: the service day', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const balance = (day = today(here.hall)): ReturnType<typeof dayBalance> =>
		dayBalance(here.hall.read, here.hall.id, day);

	test('T-01 its balance tells what became of every number, and who is still open', async () => {
		await here.open('1');
		for (let i = 0; i < 3; i += 1) await here.take('enrol');
		granted(await callNext(here.hall, CLERK, '1'));
		expect(await balance()).toMatchObject({
			queues: [{ queue: 'social', issued: 3, live: 3, balanced: false }],
			open: [
				{ number: 'A001', step: 'called', window: '1' },
				{ number: 'A002', step: 'waiting', window: null },
				{ number: 'A003', step: 'waiting', window: null }
			],
			lost: []
		});
		await endDay(here.hall, SYSTEM, today(here.hall));
		expect(await balance()).toMatchObject({ queues: [{ issued: 3, expired: 3, live: 0, balanced: true }], open: [] });
		const [closed] = await linesAfter(
			here.hall.read,
			here.hall.id,
			(await newestLine(here.hall.read, here.hall.id)) - 1
		);
		expect(closed?.act).toBe('day.closed');
		expect(JSON.parse(closed?.body ?? '')).toMatchObject({ closed: 3, queues: [{ queue: 'social', issued: 3 }] });
	});

	test('T-01 everything that it closes says why', async () => {
		const { ticket } = await here.take('enrol');
		await endDay(here.hall, SYSTEM, today(here.hall));
		const history = await ticketHistory(here.hall, ticket.id);
		expect(history?.lines.at(-1)).toMatchObject({ act: 'ticket.expired', actor: 'system', reason: 'end-of-day' });
	});

	test('T-01 a number that is counted and on no ticket is found', async () => {
		await here.take('enrol');
		await here.hall.write((tx) =>
			tx.k.updateTable('queue_day').set({ last_number: 3 }).where('day', '=', today(here.hall)).execute()
		);
		expect(await balance()).toMatchObject({
			queues: [{ issued: 3, lost: 2, balanced: false }],
			lost: [
				{ queue: 'social', n: 2 },
				{ queue: 'social', n: 3 }
			]
		});
	});

	test('T-01 ended by hand it gives no more numbers, until it is opened again or the next one begins', async () => {
		await endDay(here.hall, SYSTEM, today(here.hall));
		expect(refusal(await issueTicket(here.hall, KIOSK, wish('after-the-end')))).toBe('day-over');
		expect(granted(await openDayAgain(here.hall, SUPERVISOR))).toEqual({ day: today(here.hall) });
		expect(refusal(await openDayAgain(here.hall, SUPERVISOR))).toBe('day-unknown');
		granted(await issueTicket(here.hall, KIOSK, wish('opened-again')));
		await endDay(here.hall, SYSTEM, today(here.hall));
		await tomorrow(here);
		granted(await issueTicket(here.hall, KIOSK, wish('the-next-day')));
	});

	test('T-03 the history of a ticket says why it was called, also out of order and with whom it passed', async () => {
		await here.open('1');
		await here.take('enrol');
		await here.take('enrol', 'elder');
		const { ticket } = await here.take('enrol');
		granted(await callChosen(here.hall, clerkAt('1'), { window: '1', ticket: ticket.id, reason: '急诊' }));
		const history = await ticketHistory(here.hall, ticket.id);
		expect(history?.lines.map((line) => line.act)).toEqual(['ticket.issued', 'ticket.called']);
		expect(history?.lines[1]?.why).toMatchObject({ rule: 'head-start', reason: '急诊', passed: ['A002', 'A001'] });
		expect(await ticketHistory(here.hall, 123_456_789)).toBeUndefined();
	});

	test('T-03 a window calls only what it serves, whatever the reason', async () => {
		await here.open('1');
		const { ticket } = await here.take('sale');
		const chosen = await callChosen(here.hall, CLERK, { window: '1', ticket: ticket.id, reason: '急' });
		expect(refusal(chosen)).toBe('not-served-here');
	});

	test('T-02 while the clock is put back nobody who comes later comes earlier', async () => {
		const { ticket: first } = await here.take('enrol');
		await minutes(here, -60);
		const { ticket: second } = await here.take('enrol');
		expect(second.created_at).toBe(first.created_at);
		await here.open('1');
		expect(granted(await callNext(here.hall, CLERK, '1')).ticket.id).toBe(first.id);
		await minutes(here, 61);
		expect((await here.take('enrol')).ticket.created_at).toBe(first.created_at + 60_000);
	});
});

describe.each(ENGINES)('%s: a day that ends by itself', (engine) => {
	const file = SMALL_HALL.replace('policies:\n', 'policies:\n  dayEndsAfterMinutes: 30\n');
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, file);
	});
	afterAll(() => here.close());

	test('T-01 half an hour after the last queue has closed, and not while somebody stands at a window', async () => {
		await here.open('1');
		await here.take('enrol');
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		await until(here, '2026-11-23T09:29:00Z');
		await keepDay(here.hall);
		const open = (): Promise<number | null> => getHall(here.hall.read, here.hall.id).then((row) => row.day_closed_at);
		expect(await open()).toBeNull();
		await until(here, '2026-11-23T09:31:00Z');
		await keepDay(here.hall);
		expect(await open()).toBeNull();
		granted(await miss(here.hall, CLERK, ticket.id));
		await keepDay(here.hall);
		expect(await open()).toBe(here.clock.now());
		const { queues } = await dayBalance(here.hall.read, here.hall.id, '2026-11-23');
		expect(queues).toMatchObject([{ issued: 2, missed: 1, expired: 1, balanced: true }]);
		await here.look();
		expect(here.hall.counters.get('1')).toMatchObject({ state: 'closed' });
	});
});

describe.each(ENGINES)('%s: a day in a time zone with summer time', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		const berlin = LONG_HALL.replace('Asia/Shanghai', 'Europe/Berlin');
		here = await testHall(engine, berlin, virtualClock(Date.parse('2026-10-24T10:00Z')));
	});
	afterAll(() => here.close());

	const take = async (): Promise<string> => {
		await keepDay(here.hall);
		const { ticket } = await here.take('enrol');
		return `${ticket.day} ${ticket.number}`;
	};

	test('T-01 numbers begin anew at local midnight, on the day of 25 hours too', async () => {
		expect(await take()).toBe('2026-10-24 A001');
		await until(here, '2026-10-24T21:59:59Z');
		expect(await take()).toBe('2026-10-24 A002');
		await until(here, '2026-10-24T22:00:00Z');
		expect(await take()).toBe('2026-10-25 A001');
		// Half past two comes twice in this night.
		await until(here, '2026-10-25T00:30:00Z');
		const first = await take();
		await until(here, '2026-10-25T01:30:00Z');
		expect([first, await take()]).toEqual(['2026-10-25 A002', '2026-10-25 A003']);
		await until(here, '2026-10-25T22:59:59Z');
		expect(await take()).toBe('2026-10-25 A004');
		await until(here, '2026-10-25T23:00:00Z');
		expect(await take()).toBe('2026-10-26 A001');
	});

	test('T-01 a server that slept over several midnights closes what it left and opens today', async () => {
		const { ticket } = await here.take('enrol');
		await until(here, '2026-10-30T08:00:00Z');
		expect(await take()).toBe('2026-10-30 A001');
		const { queues, open } = await dayBalance(here.hall.read, here.hall.id, ticket.day);
		expect([queues[0]?.balanced, open]).toEqual([true, []]);
		expect(await getHall(here.hall.read, here.hall.id)).toMatchObject({ day: '2026-10-30', day_closed_at: null });
	});
});
