import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesOfTicket } from '#db/ledger.ts';
import { nextNumbers } from '#db/order.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { dayBalance } from '../day/balance.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { callNext } from './call.ts';
import { settleClaim, type ClaimWish } from './claim.ts';
import { comeBack, finish, park, start } from './serve.ts';
import { miss } from './miss.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
/** self, desk and window: elder, frail, service. */
const HALL = LONG_HALL.replace(
	'departments:\n',
	'  - { code: frail, name: { zh: 体弱者, en: Frail }, policy: desk }\ndepartments:\n'
);

describe.each(ENGINES)('%s: K-04 priority', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const order = async (): Promise<string> =>
		(await nextNumbers(here.hall.read, here.hall.id, 'social', 9)).map((one) => one.number).join(' ');
	const settle = async (id: number, wish: Partial<ClaimWish>, who = GUIDE): Promise<string> => {
		const settled = await settleClaim(here.hall, who, id, { class: 'ordinary', seen: false, reason: null, ...wish });
		return settled.ok ? settled.value.ticket.claim : settled.refusal;
	};

	test('by its word goes before at once; what the desk must see goes before once the desk has seen it', async () => {
		await here.take('enrol');
		await minutes(here, 10);
		const { ticket: frail } = await here.take('enrol', 'frail');
		await here.take('enrol', 'elder');
		await here.take('enrol', 'service');
		expect(await order()).toBe('A004 A003 A001 A002');
		expect(await settle(frail.id, { class: 'frail', seen: true })).toBe('confirmed');
		expect(await order()).toBe('A004 A002 A003 A001');
	});

	test('a clerk does not confirm what the desk must see; at the own window what the window must', async () => {
		const { ticket: frail } = await here.take('enrol', 'frail');
		expect(await settle(frail.id, { class: 'frail', seen: true }, CLERK)).toBe('not-allowed');
		await here.take('enrol', 'service');
		await here.open('1');
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		expect(ticket).toMatchObject({ class: 'service', claim: 'open' });
		expect(await settle(ticket.id, { class: 'service', seen: true }, clerkAt('2'))).toBe('not-your-ticket');
		expect(await settle(ticket.id, { class: 'service', seen: true }, clerkAt('1'))).toBe('confirmed');
	});

	test('it is changed later with a reason, which the ledger keeps with what it was', async () => {
		await here.take('enrol');
		const { ticket } = await here.take('enrol');
		expect(await settle(ticket.id, { class: 'elder' })).toBe('reason-needed');
		expect(await settle(ticket.id, { class: 'elder', reason: '  ' })).toBe('reason-needed');
		expect(await settle(ticket.id, { class: 'elder', reason: '看到老年证' })).toBe('granted');
		expect(await order()).toBe('A002 A001');
		expect(await settle(ticket.id, { reason: '并非本人' })).toBe('refused');
		expect(await order()).toBe('A001 A002');
		const line = (await linesOfTicket(here.hall.read, here.hall.id, ticket.id)).at(-1);
		expect(line).toMatchObject({ act: 'ticket.claim-settled', actor: 'staff:8001' });
		expect(JSON.parse(line?.body ?? '')).toMatchObject({ from: 'elder', class: 'ordinary', reason: '并非本人' });
		expect(await settle(ticket.id, { class: 'nobody', reason: 'x' })).toBe('class-unknown');
		expect(await settle(123_456_789, { class: 'elder', reason: 'x' })).toBe('ticket-unknown');
	});

	test('who is back behind the next two stays behind them, less what a new class gives', async () => {
		await here.open('1');
		const { ticket } = await here.take('enrol');
		granted(await miss(here.hall, CLERK, granted(await callNext(here.hall, CLERK, '1')).ticket.id));
		for (let i = 0; i < 3; i += 1) {
			await minutes(here, 1);
			await here.take('enrol');
		}
		granted(await comeBack(here.hall, CLERK, ticket.id));
		expect(await order()).toBe('A002 A003 A001 A004');
		expect(await settle(ticket.id, { class: 'elder', seen: true, reason: '腿脚不便' })).toBe('confirmed');
		expect(await order()).toBe('A001 A002 A003 A004');
	});

	test('a head start of the way back is not lost with the class', async () => {
		await here.open('1');
		await here.take('enrol', 'elder');
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		granted(await park(here.hall, CLERK, ticket.id, { kind: 'other-step', reason: null }));
		granted(await comeBack(here.hall, CLERK, ticket.id));
		const { leg } = granted(
			await settleClaim(here.hall, GUIDE, ticket.id, { class: 'ordinary', seen: false, reason: '无证件' })
		);
		expect(leg).toMatchObject({ head_start_ms: 25 * 60_000, rank_at: ticket.created_at - 25 * 60_000 });
	});

	test('claims are counted by class and by what came of them, also those nobody looked at', async () => {
		await here.open('1');
		const { ticket: shown } = await here.take('enrol', 'service');
		const { ticket: refused } = await here.take('enrol', 'service');
		await here.take('enrol', 'service');
		await here.take('enrol', 'elder');
		await here.take('enrol');
		await settle(shown.id, { class: 'service', seen: true });
		await settle(refused.id, { reason: '无证件' });
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		granted(await start(here.hall, CLERK, ticket.id));
		granted(await finish(here.hall, CLERK, ticket.id, 'done'));
		const { claims } = await dayBalance(here.hall.read, here.hall.id, today(here.hall));
		expect(claims).toEqual([
			{ class: 'elder', claim: 'granted', n: 1 },
			{ class: 'ordinary', claim: 'refused', n: 1 },
			{ class: 'service', claim: 'confirmed', n: 1 },
			{ class: 'service', claim: 'open', n: 1 }
		]);
	});

	test('what is over is not changed any more', async () => {
		await here.open('1');
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, CLERK, '1'));
		granted(await start(here.hall, CLERK, ticket.id));
		granted(await finish(here.hall, CLERK, ticket.id, 'done'));
		expect(refusal(await settleClaim(here.hall, GUIDE, ticket.id, { class: 'elder', seen: true, reason: 'x' }))).toBe(
			'wrong-state'
		);
	});
});
