import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addReceipt, recentCalls } from '#db/calls.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import { callNext } from '../tickets/call.ts';
import { miss } from '../tickets/miss.ts';
import { comeBack, finish, park, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { pauseWindow } from './state.ts';
import type { ConsoleView } from '../views.ts';
import { consoleView, windowScreenView } from './view.ts';

describe.each(ENGINES)('%s: what a window sees', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const view = async (who = clerkAt('1')): Promise<ConsoleView> => {
		await here.look();
		const seen = await consoleView(here.hall, who, '1');
		if (!seen) throw new Error('window 1 has no console');
		return seen;
	};
	const called = async (): Promise<number> => granted(await callNext(here.hall, CLERK, '1')).ticket.id;

	test('W-01 what it may do follows its state; who has no right to work there is offered nothing', async () => {
		expect((await view()).allowed).toEqual(['open', 'my-cases']);
		await here.open('1');
		expect((await view()).allowed).toEqual(['next', 'pause', 'wrap-up', 'close', 'hand-over', 'say', 'my-cases']);
		granted(await pauseWindow(here.hall, CLERK, '1', { reason: 'lunch', minutes: null }));
		expect((await view()).allowed).toEqual(['open', 'wrap-up', 'close', 'hand-over', 'say', 'my-cases']);
		expect((await view(VISITOR)).allowed).toEqual([]);
		await here.open('1');
		await here.take('enrol');
		await called();
		expect((await view()).allowed).toEqual(['hand-over', 'say', 'my-cases']);
	});

	test('W-13 what may be done to the current ticket follows its step', async () => {
		await here.open('1');
		await here.take('enrol');
		expect((await view()).current).toBeNull();
		const id = await called();
		expect((await view()).current?.allowed).toEqual([
			'recall',
			'start',
			'miss',
			'called-out',
			'park',
			'transfer',
			'class',
			'cancel'
		]);
		granted(await start(here.hall, CLERK, id));
		const served = ['finish', 'accept', 'park', 'transfer', 'class', 'cancel', 'notice', 'refuse', 'receive'];
		expect((await view()).current?.allowed).toEqual(served);
	});

	test('T-04 who is parked or on hold stands beside it, and is taken up only when the window is free', async () => {
		await here.open('1');
		for (let i = 0; i < 3; i += 1) await here.take('enrol');
		granted(await park(here.hall, CLERK, await called(), { kind: 'papers-kept', reason: '盖章' }));
		granted(await miss(here.hall, CLERK, await called()));
		const free = await view();
		expect(free.parked).toMatchObject([{ number: 'A001', park: 'papers-kept', reason: '盖章', step: 'parked' }]);
		expect(free.parked[0]?.allowed).toEqual(['resume', 'class', 'cancel']);
		expect(free.missed).toMatchObject([{ number: 'A002', step: 'missed' }]);
		expect(free.missed[0]?.allowed).toEqual(['return', 'class', 'cancel']);
		await called();
		expect((await view()).parked[0]?.allowed).toEqual(['class', 'cancel']);
	});

	test('W-01 what can be taken back is named, to whoever did it and for some seconds', async () => {
		await here.open('1');
		expect((await view()).undo).toBeNull();
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, clerkAt('1'), '1'));
		expect((await view()).undo).toEqual({ ticket: ticket.id, until: here.clock.now() + 10_000 });
		expect((await view(SUPERVISOR)).undo).toBeNull();
		await here.clock.advance(10_000);
		expect((await view()).undo).toBeNull();
	});

	test('T-04 what another window parked is not listed here', async () => {
		await here.open('2');
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, CLERK, '2'));
		granted(await park(here.hall, CLERK, ticket.id, { kind: 'papers-kept', reason: null }));
		expect((await view()).parked).toEqual([]);
	});

	test('K-04 a class that a window must confirm is marked, one that is taken at its word is not', async () => {
		await here.open('1');
		await here.take('enrol', 'service');
		const soldier = await called();
		expect((await view()).current).toMatchObject({ priority: { zh: '军人', en: 'Military' }, unverified: true });
		granted(await miss(here.hall, CLERK, soldier));
		await here.take('enrol', 'elder');
		await called();
		expect((await view()).current).toMatchObject({ priority: { zh: '老年人', en: 'Elderly' }, unverified: false });
	});

	test('T-04 a call shows where it has arrived', async () => {
		await here.open('1');
		await here.take('enrol');
		await called();
		const [call] = await recentCalls(here.hall.read, {
			hall: here.hall.id,
			day: today(here.hall),
			zone: 'east',
			most: 1
		});
		const receipt = { hall: here.hall.id, call: call?.id ?? 0, at: here.clock.now(), outcome: 'ok' };
		await here.hall.write(async ({ k }) => {
			await addReceipt(k, { ...receipt, device: 'screen-east', channel: 'shown' });
			await addReceipt(k, { ...receipt, device: 'screen-2', channel: 'shown' });
			await addReceipt(k, { ...receipt, device: 'screen-east', channel: 'spoken' });
			await addReceipt(k, { ...receipt, device: 'screen-east', channel: 'spoken' });
		});
		expect((await view()).current).toMatchObject({
			receipts: { shown: 2, spoken: 1, boards: 0 },
			why: { zh: '取号最早；其后无人等候' }
		});
	});

	test('W-02 the day of the window: served, missed, and how long a service took', async () => {
		await here.open('1');
		for (let i = 0; i < 3; i += 1) await here.take('enrol');
		for (const length of [4, 8]) {
			const id = await called();
			granted(await start(here.hall, CLERK, id));
			await minutes(here, length);
			granted(await finish(here.hall, CLERK, id, 'done'));
		}
		const gone = await called();
		granted(await miss(here.hall, CLERK, gone));
		granted(await comeBack(here.hall, KIOSK, gone));
		granted(await miss(here.hall, CLERK, await called()));
		await here.take('enrol');
		granted(
			await transfer(here.hall, CLERK, await called(), {
				queue: 'homes',
				window: null,
				staff: null,
				back: false,
				reason: null
			})
		);
		expect((await view()).today).toEqual({ served: 2, missed: 1, meanServiceSeconds: 360 });
	});

	test('W-02 who went back to the order and left from there was not served here', async () => {
		await here.open('1');
		await here.take('enrol');
		const id = await called();
		granted(await miss(here.hall, CLERK, id));
		granted(await comeBack(here.hall, KIOSK, id));
		granted(
			await transfer(here.hall, CLERK, id, { queue: 'homes', window: null, staff: null, back: false, reason: null })
		);
		expect((await view()).today).toEqual({ served: 0, missed: 0, meanServiceSeconds: null });
	});

	test('W-01 the console knows whose it is, where it can send visitors, and why one may pause', async () => {
		await here.open('1');
		const mine = await view();
		expect(mine.staff).toEqual({ no: '1001', role: 'clerk', audits: false });
		expect((await view(SUPERVISOR)).staff).toEqual({ no: '9001', role: 'supervisor', audits: true });
		expect(mine.targets.queues.map((one) => one.code)).toEqual(['social', 'homes']);
		expect(mine.targets.windows.map((one) => one.code)).toEqual(['2', '3']);
		expect(mine.pauseReasons.map((one) => one.code)).toEqual(['lunch']);
		expect(mine.queues.map((one) => one.code)).toEqual(['social']);
	});

	test('D-04 the screen above shows name, staff number and the number that is called', async () => {
		await here.open('3');
		await here.take('sale');
		granted(await callNext(here.hall, CLERK, '3'));
		await here.look();
		const screen = await windowScreenView(here.hall, '3');
		expect(screen).toMatchObject({
			window: { code: '3', name: { zh: '三号' }, state: 'open', number: 'H001', serving: false },
			queues: [{ zh: '不动产' }],
			calledAt: here.clock.now()
		});
		expect(screen?.window.staff).toBe(here.hall.counters.get('3')?.staff);
	});

	test('a window that is not there has neither screen nor console', async () => {
		expect(await windowScreenView(here.hall, '99')).toBeUndefined();
		expect(await consoleView(here.hall, CLERK, '99')).toBeUndefined();
	});
});
