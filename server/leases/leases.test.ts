import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { ENGINES } from '#test/db.ts';
import { expectLedger, expectProven } from '#test/fixtures/balance.ts';
import { granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { LEASE_HALL } from '#test/fixtures/leases.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { dayBalance } from '../day/balance.ts';
import { endDay } from '../day/end.ts';
import { today } from '../hall.ts';
import { proofOf } from '../ledger/proof.ts';
import { SYSTEM } from '../people/access.ts';
import { callNext } from '../tickets/call.ts';
import { cancel } from '../tickets/end.ts';
import { issueTicket } from '../tickets/issue.ts';
import { ticketView } from '../tickets/view.ts';
import type { LeaseReport, LeaseView } from '../views.ts';
import { grantLease } from './grant.ts';
import type { UsedNumber } from './issue.ts';
import { reportLease } from './report.ts';
import { pendingNumber } from './view.ts';

const MINUTE = 60_000;

describe.each(ENGINES)('%s: a block of numbers for a kiosk without a line', (engine) => {
	let here: TestHall;
	let holder = '';
	let holders = 0;
	beforeAll(async () => {
		here = await testHall(engine, LEASE_HALL);
	});
	afterAll(() => here.close());

	const lease = async (device = 'kiosk-1'): Promise<LeaseView> => {
		await tomorrow(here);
		holder = `holder-${String(++holders).padStart(4, '0')}`;
		return granted(await grantLease(here.hall, KIOSK, { device, holder }));
	};
	const used = (of: LeaseView, number: string, over: Partial<UsedNumber> = {}): UsedNumber => ({
		...{ token: of.numbers.find((one) => one.number === number)?.token ?? '', item: 'enrol', class: 'ordinary' },
		...{ lang: 'zh-CN', at: here.clock.now(), intent: null },
		...over
	});
	const report = async (of: LeaseView, all: UsedNumber[], ended = false): Promise<LeaseReport> =>
		granted(await reportLease(here.hall, KIOSK, { lease: of.id, holder, used: all, ended }));

	test('T-01 it comes from the same counter: the next number at the line goes on behind it', async () => {
		const of = await lease();
		expect(of.numbers.map(({ number }) => number)).toEqual(['H001', 'H002', 'H003', 'A001', 'A002', 'A003']);
		expect(of.numbers[3]?.link).toBe(`http://hall.test/t/${of.numbers[3]?.token ?? ''}`);
		expect((await here.take('enrol')).ticket.number).toBe('A004');
		expect(await grantLease(here.hall, KIOSK, { device: 'kiosk-1', holder })).toEqual({ ok: true, value: of });
	});

	test('T-02 what was given counts from when it was given, with its class, and is called in that order', async () => {
		const of = await lease();
		await here.open('1');
		await minutes(here, 10);
		const given = here.clock.now();
		await minutes(here, 5);
		const { ticket: later } = await here.take('enrol');
		await minutes(here, 20);
		const answer = await report(of, [used(of, 'A001', { at: given }), used(of, 'A002', { class: 'elder' })]);
		expect(answer.numbers).toEqual([
			{ number: 'A001', outcome: 'ticket' },
			{ number: 'A002', outcome: 'ticket' }
		]);
		const order: string[] = [];
		for (let n = 0; n < 3; n += 1) {
			const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
			order.push(ticket.number);
			granted(await cancel(here.hall, CLERK, ticket.id, { token: null, reason: 'left' }));
		}
		// The elder came 25 minutes after A001, with 25 minutes of head start: who came first goes first.
		expect(order).toEqual(['A001', 'A002', later.number].toSorted());
		await expectProven(here);
	});

	test('a clock that is wrong puts nobody before the block was given, or after now', async () => {
		const of = await lease();
		const start = here.clock.now();
		await minutes(here, 30);
		await report(of, [
			used(of, 'A001', { at: 5 }),
			used(of, 'A002', { at: start + 999 * MINUTE }),
			used(of, 'A003', { at: 7 })
		]);
		const rows = await here.hall.read
			.selectFrom('ticket')
			.select(['number', 'created_at'])
			.where('day', '=', of.day)
			.orderBy('n')
			.execute();
		expect(rows).toEqual([
			{ number: 'A001', created_at: start },
			{ number: 'A002', created_at: start + 30 * MINUTE },
			{ number: 'A003', created_at: start + 30 * MINUTE }
		]);
	});

	test('T-01 a report whose answer was lost is told again, and makes nothing twice', async () => {
		const of = await lease();
		const all = [used(of, 'A001'), used(of, 'A001')];
		const first = await report(of, all);
		expect(await report(of, all)).toEqual(first);
		expect(first).toEqual({ ended: false, numbers: [{ number: 'A001', outcome: 'ticket' }] });
		const view = await ticketView(here.hall, all[0]?.token ?? '');
		expect(view).toMatchObject({ number: 'A001', step: 'waiting', ahead: 0, slip: null });
		expect((await proofOf(here.hall, all[0]?.token ?? '', null))?.own).toHaveLength(1);
	});

	test('T-01 what came of a wish whose answer was lost is void: the visitor holds the number of the block', async () => {
		const of = await lease();
		const wish = { item: 'enrol', class: 'ordinary', intent: `lost-${holder}`, lang: 'zh-CN', device: 'kiosk-1' };
		const { ticket } = granted(await issueTicket(here.hall, KIOSK, wish));
		await report(of, [used(of, 'A001', { intent: wish.intent })]);
		expect(await ticketView(here.hall, ticket.token)).toMatchObject({ state: 'void' });
		expect(await ticketView(here.hall, of.numbers[3]?.token ?? '')).toMatchObject({ state: 'live', ahead: 0 });
	});

	test('T-01 what is left of a block that is over is void with its reason, and the balance of the day says so', async () => {
		const of = await lease();
		const standing = await dayBalance(here.hall.read, here.hall.id, of.day);
		expect(standing.queues).toMatchObject([
			{ leased: 3, lost: 0, balanced: false },
			{ leased: 3, lost: 0 }
		]);
		expect(await report(of, [used(of, 'A001')], true)).toMatchObject({ ended: true });
		const line = await here.hall.read
			.selectFrom('ledger')
			.selectAll()
			.where('act', '=', 'lease.ended')
			.orderBy('seq', 'desc')
			.executeTakeFirstOrThrow();
		expect(JSON.parse(line.body)).toEqual({
			...{ lease: of.id, device: 'kiosk-1', used: 1, reason: 'unused' },
			void: ['H001', 'H002', 'H003', 'A002', 'A003']
		});
		await endDay(here.hall, SYSTEM, of.day);
		const { queues, lost } = await dayBalance(here.hall.read, here.hall.id, of.day);
		expect(queues).toMatchObject([
			{ queue: 'homes', issued: 3, void: 3, leased: 0, balanced: true },
			{ queue: 'social', issued: 3, void: 2, expired: 1, leased: 0, balanced: true }
		]);
		expect(lost).toEqual([]);
	});

	test('T-01 a kiosk that comes back after the day has ended is too late: nothing is made, and the desk is told', async () => {
		const of = await lease();
		await endDay(here.hall, SYSTEM, today(here.hall));
		expect((await dayBalance(here.hall.read, here.hall.id, of.day)).queues.every(({ balanced }) => balanced)).toBe(
			true
		);
		const late = [used(of, 'A002'), used(of, 'H001', { item: 'sale' })];
		expect(await report(of, late)).toEqual({
			ended: true,
			numbers: [
				{ number: 'A002', outcome: 'void' },
				{ number: 'H001', outcome: 'void' }
			]
		});
		const alarms = await liveAlarms(here.hall.read, here.hall.id);
		expect(alarms.filter(({ kind }) => kind === 'lease-late').map(({ about }) => JSON.parse(about) as unknown)).toEqual(
			[{ device: 'kiosk-1', numbers: 'A002 H001' }]
		);
		// Told again it is one alarm; another number is another one.
		await report(of, late);
		await report(of, [used(of, 'A003')]);
		const told = (await liveAlarms(here.hall.read, here.hall.id)).filter(({ kind }) => kind === 'lease-late');
		expect(told.map(({ about }) => JSON.parse(about) as unknown)).toEqual([
			{ device: 'kiosk-1', numbers: 'A002 H001' },
			{ device: 'kiosk-1', numbers: 'A003' }
		]);
		expect(refusal(await grantLease(here.hall, KIOSK, { device: 'kiosk-1', holder }))).toBe('day-over');
		await tomorrow(here);
		expect(await report(of, late)).toMatchObject({ ended: true });
	});

	test('T-01 no block is given between the end of all blocks and the end of the day', async () => {
		const of = await lease();
		const day = { goesOn: true };
		const ended = endDay(here.hall, SYSTEM, of.day).then(() => (day.goesOn = false));
		for (let n = 0; day.goesOn; n += 1)
			await grantLease(here.hall, KIOSK, { device: 'kiosk-1', holder: `late-${n}-0001` });
		await ended;
		const { queues } = await dayBalance(here.hall.read, here.hall.id, of.day);
		expect(queues.filter(({ leased, balanced }) => leased > 0 || !balanced)).toEqual([]);
	});

	test('a browser that was wiped gets one more block, and no third; nobody reports for another', async () => {
		const of = await lease();
		const again = granted(await grantLease(here.hall, KIOSK, { device: 'kiosk-1', holder: 'wiped-0001' }));
		expect(again.numbers.map(({ number }) => number)).toEqual(['H004', 'H005', 'H006', 'A004', 'A005', 'A006']);
		expect(refusal(await grantLease(here.hall, KIOSK, { device: 'kiosk-1', holder: 'wiped-0002' }))).toBe(
			'lease-enough'
		);
		const wish = { lease: of.id, holder: 'wiped-0001', used: [], ended: true };
		expect(refusal(await reportLease(here.hall, KIOSK, wish))).toBe('lease-unknown');
		expect(refusal(await grantLease(here.hall, KIOSK, { device: 'nowhere', holder: 'nobody-0001' }))).toBe('lease-off');
	});

	test('an item that the hall file has no more makes no ticket, and its number is void', async () => {
		const of = await lease();
		expect(await report(of, [used(of, 'A001', { item: 'gone' }), used(of, 'A002', { item: 'sale' })])).toMatchObject({
			numbers: [
				{ number: 'A001', outcome: 'void' },
				{ number: 'A002', outcome: 'void' }
			]
		});
		await expectLedger(here);
	});

	test('K-08 the code of a number that is not reported yet opens a page that says so, and later that it is void', async () => {
		const of = await lease();
		const token = of.numbers.find(({ number }) => number === 'A002')?.token ?? '';
		expect(await ticketView(here.hall, token)).toBeUndefined();
		expect(await pendingNumber(here.hall, token)).toEqual({ number: 'A002', void: false });
		expect(await pendingNumber(here.hall, `${token.slice(0, -1)}!`)).toBeUndefined();
		await report(of, [], true);
		expect(await pendingNumber(here.hall, token)).toEqual({ number: 'A002', void: true });
	});

	test('a block lasts so many hours, and a new one is given when all of it was told', async () => {
		const of = await lease();
		expect(of.until - of.grantedAt).toBe(2 * 60 * MINUTE);
		const all = of.numbers.map(({ number, queue }) => used(of, number, { item: queue === 'homes' ? 'sale' : 'enrol' }));
		expect(await report(of, all)).toMatchObject({ ended: true });
		const next = granted(await grantLease(here.hall, KIOSK, { device: 'kiosk-1', holder }));
		expect(next.numbers.map(({ number }) => number)).toContain('A004');
	});
});

describe.each(ENGINES)('%s: what is not given without a line', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		const identified = LEASE_HALL.replace(
			'    queue: homes\n    department',
			'    queue: homes\n    identity: required\n    department'
		);
		here = await testHall(engine, identified.replace('  demo: always-open\n', ''));
	});
	afterAll(() => here.close());

	test('K-07 no number where it is checked who somebody is, none of a queue that does not open again today', async () => {
		const wish = { device: 'kiosk-1', holder: 'holder-0001' };
		const of = granted(await grantLease(here.hall, KIOSK, wish));
		expect(of.numbers.map(({ number }) => number)).toEqual(['A001', 'A002', 'A003']);
		expect(of.open['social']).toHaveLength(2);
		await here.clock.advance(9 * 60 * MINUTE);
		expect(refusal(await grantLease(here.hall, KIOSK, { ...wish, holder: 'holder-0002' }))).toBe('lease-off');
	});
});
