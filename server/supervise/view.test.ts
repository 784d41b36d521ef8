import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { ticketHistory } from '../day/audit.ts';
import { endDay, openDayAgain } from '../day/end.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { settleClaim } from '../tickets/claim.ts';
import { start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { pauseWindow } from '../windows/state.ts';
import { superviseView } from './view.ts';

const AUDITOR: Who = { role: 'auditor', name: 'staff:9201', staff: '9201' };

describe.each(ENGINES)('%s: what a supervisor sees', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	test('S-01 every window with its state, who sits there since when, whom it serves and for how long', async () => {
		await here.open('1');
		await here.open('3');
		const opened = here.clock.now();
		const { ticket } = await here.take('enrol');
		await here.take('enrol');
		granted(await callNext(here.hall, CLERK, '1'));
		await here.clock.advance(5000);
		granted(await start(here.hall, CLERK, ticket.id));
		granted(await pauseWindow(here.hall, CLERK, '3', { reason: 'lunch', minutes: null }));
		await here.look();
		const { windows } = await superviseView(here.hall, SUPERVISOR);
		expect(windows).toMatchObject([
			{
				code: '1',
				state: 'open',
				staff: '1001',
				since: opened,
				current: { number: 'A001', step: 'serving', since: here.clock.now() },
				waiting: 1
			},
			{ code: '2', state: 'closed', staff: null, current: null, waiting: 1 },
			{ code: '3', state: 'paused', reason: { en: 'Lunch' }, since: here.clock.now(), waiting: 0 }
		]);
	});

	test('T-04 the day is ended and opened again; an auditor only looks', async () => {
		const day = today(here.hall);
		expect(await superviseView(here.hall, SUPERVISOR)).toMatchObject({
			day: { day, closedAt: null },
			allowed: ['release', 'end'],
			staff: { guides: true }
		});
		expect(await superviseView(here.hall, AUDITOR)).toMatchObject({ allowed: [], staff: { guides: false } });
		await endDay(here.hall, SUPERVISOR, day);
		expect(await superviseView(here.hall, SUPERVISOR)).toMatchObject({
			day: { day, closedAt: here.clock.now() },
			allowed: ['release', 'open']
		});
		granted(await openDayAgain(here.hall, SUPERVISOR));
		expect((await superviseView(here.hall, SUPERVISOR)).day.closedAt).toBeNull();
	});

	test('T-05 the history tells where a number went on to, and what became of its claim', async () => {
		const { ticket } = await here.take('enrol', 'service');
		const claim = { class: 'ordinary', seen: false, reason: '没有带证件' };
		granted(await settleClaim(here.hall, SUPERVISOR, ticket.id, claim));
		const to = { queue: 'homes', window: '3', staff: null, back: false, reason: null };
		granted(await transfer(here.hall, SUPERVISOR, ticket.id, to));
		const history = await ticketHistory(here.hall, ticket.id);
		expect(history?.lines).toMatchObject([
			{ act: 'ticket.issued', claim: { class: 'service', claim: 'open' }, to: null },
			{ act: 'ticket.claim-settled', claim: { class: 'ordinary', claim: 'refused' }, reason: '没有带证件' },
			{ act: 'ticket.transferred', to: { queue: 'homes', window: '3', staff: null } }
		]);
	});
});
