import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getStaff } from '#db/people.ts';
import { getWindow } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { expectConsistent } from '#test/fixtures/balance.ts';
import { clerkAt, granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, testHall, type TestHall } from '#test/hall.ts';
import { createLink, signInByLink } from '../people/sign-in.ts';
import { beginSession, sessionOf } from '../people/sessions.ts';
import { SYSTEM } from '../people/access.ts';
import { callNext } from '../tickets/call.ts';
import { finish, park, start } from '../tickets/serve.ts';
import { offerWindow } from './seat.ts';
import { closeWindow, openWindow, wrapUp } from './state.ts';
import { consoleView } from './view.ts';

describe.each(ENGINES)('%s: a shift is handed over', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		await here.look();
	});
	afterAll(async () => {
		await here.close();
	});

	const staffAt = async (): Promise<string | null | undefined> =>
		(await getWindow(here.hall.read, here.hall.id, '1'))?.staff;
	const signIn = async (no: string): ReturnType<typeof signInByLink> => {
		const link = await createLink(here.hall, SYSTEM, no);
		await here.look();
		return signInByLink(here.hall, { link, password: 'a good long password', window: '1' });
	};

	test('W-01 to a colleague, who takes the seat by signing in; the window stays open and the former session ends', async () => {
		const first = await getStaff(here.hall.read, here.hall.id, '1001');
		if (!first) throw new Error('no clerk 1001');
		const former = await beginSession(here.hall, first, '1');
		granted(await offerWindow(here.hall, clerkAt('1'), '1', '1003'));
		const token = granted(await signIn('1003'));
		expect(await staffAt()).toBe('1003');
		expect(await sessionOf(here.hall, former)).toBeUndefined();
		expect((await sessionOf(here.hall, token))?.who).toMatchObject({ staff: '1003', window: '1' });
		await here.look();
		const view = await consoleView(here.hall, clerkAt('1', '1003'), '1');
		expect(view).toMatchObject({ handTo: null, window: { state: 'open', staff: '1003' } });
	});

	test('W-01 nobody takes a seat that was not offered, or was offered to somebody else', async () => {
		expect(refusal(await signIn('1003'))).toBe('window-taken');
		granted(await offerWindow(here.hall, clerkAt('1'), '1', '1002'));
		expect(refusal(await signIn('1003'))).toBe('window-taken');
		granted(await offerWindow(here.hall, clerkAt('1'), '1', null));
		expect(refusal(await signIn('1002'))).toBe('window-taken');
		expect(await staffAt()).toBe('1001');
	});

	test('W-01 who stands at the window is finished first; who stands aside is the successor’s', async () => {
		const one = await here.take('enrol');
		const two = await here.take('enrol');
		granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), one.ticket.id));
		granted(await park(here.hall, clerkAt('1'), one.ticket.id, { kind: 'papers-kept', reason: null }));
		granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await offerWindow(here.hall, clerkAt('1'), '1', '1003'));
		expect(refusal(await signIn('1003'))).toBe('window-busy');
		granted(await start(here.hall, clerkAt('1'), two.ticket.id));
		granted(await finish(here.hall, clerkAt('1'), two.ticket.id, 'done'));
		granted(await signIn('1003'));
		await here.look();
		const view = await consoleView(here.hall, clerkAt('1', '1003'), '1');
		expect(view?.parked.map(({ number }) => number)).toEqual([one.ticket.number]);
		await expectConsistent(here);
	});

	test('W-01 a successor who still has another window closes that first, and nobody is signed out meanwhile', async () => {
		const first = await getStaff(here.hall.read, here.hall.id, '1001');
		if (!first) throw new Error('no clerk 1001');
		const former = await beginSession(here.hall, first, '1');
		granted(await openWindow(here.hall, clerkAt('2', '1003'), '2', null));
		granted(await offerWindow(here.hall, clerkAt('1'), '1', '1003'));
		expect(refusal(await signIn('1003'))).toBe('staff-busy');
		expect((await sessionOf(here.hall, former))?.who.staff).toBe('1001');
		granted(await closeWindow(here.hall, clerkAt('2', '1003'), '2'));
		granted(await signIn('1003'));
	});

	test('only a colleague who may work there is offered it, and only the own seat is offered', async () => {
		for (const no of ['1001', '8001', '7777']) {
			expect(refusal(await offerWindow(here.hall, clerkAt('1'), '1', no))).toBe('staff-unknown');
		}
		expect(refusal(await offerWindow(here.hall, clerkAt('2'), '1', '1003'))).toBe('not-allowed');
		granted(await closeWindow(here.hall, clerkAt('1'), '1'));
		expect(refusal(await offerWindow(here.hall, clerkAt('1'), '1', '1003'))).toBe('window-not-open');
	});

	test('an offer ends with the seat: a closed window is nobody’s', async () => {
		granted(await offerWindow(here.hall, clerkAt('1'), '1', '1003'));
		granted(await closeWindow(here.hall, clerkAt('1'), '1'));
		expect((await getWindow(here.hall.read, here.hall.id, '1'))?.hand_to).toBeNull();
	});

	test('W-01 finishing what belongs to the last visitor: nobody is called meanwhile', async () => {
		await here.take('enrol');
		granted(await wrapUp(here.hall, clerkAt('1'), '1'));
		expect(refusal(await callNext(here.hall, CLERK, '1'))).toBe('window-not-open');
		await here.look();
		expect(here.hall.counters.openFor('social')).toBe(1);
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		granted(await callNext(here.hall, CLERK, '1'));
		expect(refusal(await wrapUp(here.hall, clerkAt('1'), '1'))).toBe('window-busy');
	});
});
