import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesOfTicket } from '#db/ledger.ts';
import { getStaff } from '#db/people.ts';
import { getWindow } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { expectConsistent } from '#test/fixtures/balance.ts';
import { granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { beginSession, sessionOf } from '../people/sessions.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { releaseWindow } from './release.ts';
import { openWindow } from './state.ts';

describe.each(ENGINES)('%s: S-01 a window whose clerk has gone', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		await here.open('1');
		await here.open('2');
	});
	afterAll(() => here.close());

	const release = (reason = '人员离岗'): ReturnType<typeof releaseWindow> =>
		releaseWindow(here.hall, SUPERVISOR, '1', reason);

	test.each([false, true])(
		'gives back whom it had called or served (%s) in the old place, and closes',
		async (served) => {
			const { ticket } = await here.take('enrol');
			await minutes(here, 1);
			await here.take('enrol');
			granted(await callNext(here.hall, CLERK, '1'));
			if (served) granted(await start(here.hall, CLERK, ticket.id));
			await minutes(here, 5);
			expect(granted(await release())).toMatchObject({ state: 'closed', staff: null, leg: null });
			await expectConsistent(here);
			const { leg } = granted(await callNext(here.hall, CLERK, '2'));
			expect(leg).toMatchObject({ ticket: ticket.id, rank_at: ticket.created_at, calls: 1 });
			const lines = await linesOfTicket(here.hall.read, here.hall.id, ticket.id);
			expect(lines.map((line) => [line.act, line.actor])).toContainEqual(['ticket.released', 'staff:9001']);
			granted(await start(here.hall, CLERK, ticket.id));
			granted(await finish(here.hall, CLERK, ticket.id, 'done'));
		}
	);

	test('ends the session of who sat there, and the seat is free for another', async () => {
		const staff = await getStaff(here.hall.read, here.hall.id, '1001');
		if (!staff) throw new Error('nobody with that number');
		const token = await beginSession(here.hall, staff, '1');
		expect((await sessionOf(here.hall, token))?.who.staff).toBe('1001');
		granted(await release());
		expect(await sessionOf(here.hall, token)).toBeUndefined();
		granted(await openWindow(here.hall, { ...SUPERVISOR, staff: '1003', name: 'staff:1003' }, '1', null));
		expect(await getWindow(here.hall.read, here.hall.id, '1')).toMatchObject({ state: 'open', staff: '1003' });
	});

	test('lets go whom only it would have called', async () => {
		await here.take('enrol');
		const id = granted(await callNext(here.hall, CLERK, '2')).ticket.id;
		const to = { queue: null, window: '1', staff: null, back: false, reason: null };
		granted(await transfer(here.hall, CLERK, id, to));
		granted(await release());
		expect(granted(await callNext(here.hall, CLERK, '2')).ticket.id).toBe(id);
	});

	test('needs a reason, and a window that is not closed', async () => {
		expect(refusal(await release(' '))).toBe('reason-needed');
		expect(refusal(await releaseWindow(here.hall, SUPERVISOR, '99', 'x'))).toBe('window-unknown');
		granted(await release());
		expect(refusal(await release())).toBe('window-not-open');
	});
});
