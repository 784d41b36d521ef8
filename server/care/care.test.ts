import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { careOf } from '#db/care.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { deskTicket, deskView } from '../desk/view.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { settleClaim, type ClaimWish } from '../tickets/claim.ts';
import { consoleView } from '../windows/view.ts';
import { escort, reached } from './care.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const PROGRAM: Who = { role: 'guide', name: 'key:1' };
const HALL = LONG_HALL.replace(
	'departments:\n',
	'  - { code: frail, name: { zh: 体弱者, en: Frail }, policy: desk, proofs: [{ code: aid, name: { zh: 辅具, en: Aid } }] }\ndepartments:\n'
);

describe.each(ENGINES)('%s: G-02 whoever needs more than a place in the order', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const settle = (id: number, wish: Partial<ClaimWish>): ReturnType<typeof settleClaim> =>
		settleClaim(here.hall, GUIDE, id, { class: 'frail', seen: true, reason: 'x', ...wish });

	test('K-04 the kind of proof that was seen and the companions are kept, no number of it', async () => {
		const { ticket } = await here.take('enrol');
		granted(await settle(ticket.id, { proof: 'aid', companions: 2 }));
		const view = await deskTicket(here.hall, GUIDE, ticket.number);
		expect(view).toMatchObject({ class: 'frail', claim: 'confirmed' });
		expect(view?.care).toEqual({ proof: { zh: '辅具', en: 'Aid' }, companions: 2, escort: null, reached: false });
		const lines = await linesOfTicket(here.hall.read, here.hall.id, ticket.id);
		expect(JSON.parse(lines.at(-1)?.body ?? '{}')).toMatchObject({ proof: 'aid', companions: 2 });
	});

	test('a proof that the class does not know is refused, and changes nothing', async () => {
		const { ticket } = await here.take('enrol');
		expect(refusal(await settle(ticket.id, { proof: 'passport' }))).toBe('proof-unknown');
		expect(await careOf(here.hall.read, here.hall.id, ticket.id)).toBeUndefined();
		expect((await deskTicket(here.hall, GUIDE, ticket.number))?.class).toBe('ordinary');
	});

	test('what was shown for a class goes with it; the companions stay', async () => {
		const { ticket } = await here.take('enrol');
		granted(await settle(ticket.id, { proof: 'aid', companions: 1 }));
		granted(await settle(ticket.id, { class: 'ordinary', seen: false }));
		expect(await careOf(here.hall.read, here.hall.id, ticket.id)).toMatchObject({ proof: null, companions: 1 });
	});

	test('accompanied to an accessible window: sent there with its time, at the desk until it is brought', async () => {
		const { ticket } = await here.take('enrol');
		await minutes(here, 5);
		await here.take('enrol');
		expect((await deskTicket(here.hall, GUIDE, ticket.number))?.accessible.map(({ code }) => code)).toEqual(['2']);
		granted(await escort(here.hall, GUIDE, ticket.id, { window: '2' }));
		const line = { number: ticket.number, window: { zh: '2号窗口' }, escort: '8001' };
		expect((await deskView(here.hall, GUIDE, ''))?.escorts).toMatchObject([{ ...line, step: 'waiting' }]);
		await here.open('2');
		const called = granted(await callNext(here.hall, clerkAt('2'), '2'));
		expect(called.ticket.number).toBe(ticket.number);
		await here.look();
		expect((await consoleView(here.hall, clerkAt('2'), '2'))?.current?.care).toMatchObject({ escort: '8001' });
		granted(await reached(here.hall, GUIDE, ticket.id));
		expect((await deskView(here.hall, GUIDE, ''))?.escorts).toEqual([]);
		expect(refusal(await reached(here.hall, GUIDE, ticket.id))).toBe('not-escorted');
	});

	test('accompanied without a window it waits where it waited', async () => {
		const { ticket, leg } = await here.take('enrol');
		granted(await escort(here.hall, GUIDE, ticket.id, { window: null }));
		const view = await deskTicket(here.hall, GUIDE, ticket.number);
		expect(view).toMatchObject({ step: 'waiting', queue: { code: leg.queue }, care: { escort: '8001' } });
		granted(await escort(here.hall, GUIDE, ticket.id, { window: '2' }));
		granted(await escort(here.hall, GUIDE, ticket.id, { window: '2' }));
	});

	test('nobody accompanies without a staff number, or a number that is over', async () => {
		const { ticket } = await here.take('enrol');
		expect(refusal(await escort(here.hall, PROGRAM, ticket.id, { window: null }))).toBe('staff-unknown');
		expect(refusal(await escort(here.hall, GUIDE, ticket.id, { window: '99' }))).toBe('window-unknown');
		expect(refusal(await escort(here.hall, GUIDE, 999_999, { window: null }))).toBe('ticket-unknown');
		await here.open('1');
		granted(await callNext(here.hall, CLERK, '1'));
		expect(refusal(await reached(here.hall, GUIDE, ticket.id))).toBe('not-escorted');
	});
});
