import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { getWindow } from '#db/windows.ts';
import type { WindowRow, WindowSpanRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { SYSTEM } from '../people/access.ts';
import { callNext } from '../tickets/call.ts';
import { closeAllWindows, closeWindow, openWindow, pauseWindow } from './state.ts';

describe.each(ENGINES)('%s: a window', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const row = (code: string): Promise<WindowRow | undefined> => getWindow(here.hall.read, here.hall.id, code);
	const busy = async (): Promise<void> => {
		await here.take('enrol');
		await here.open('1');
		granted(await callNext(here.hall, CLERK, '1'));
	};
	const spans = (code: string, since: number): Promise<WindowSpanRow[]> =>
		here.hall.read
			.selectFrom('window_span')
			.selectAll()
			.where('window', '=', code)
			.where('from_at', '>=', since)
			.orderBy('id')
			.execute();

	test('W-01 opens, pauses with a reason, opens again and closes; each stay is kept with its times', async () => {
		const since = here.clock.now();
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		await minutes(here, 50);
		granted(await pauseWindow(here.hall, clerkAt('1'), '1', { reason: 'lunch', minutes: null }));
		expect(await row('1')).toMatchObject({ state: 'paused', reason: 'lunch', staff: '1001', since: here.clock.now() });
		await minutes(here, 10);
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		expect(await row('1')).toMatchObject({ state: 'open', reason: null, staff: '1001' });
		await minutes(here, 60);
		granted(await closeWindow(here.hall, clerkAt('1'), '1'));
		expect(await row('1')).toMatchObject({ state: 'closed', staff: null, leg: null });
		const kept = (await spans('1', since)).map((span) => [span.state, (span.to_at ?? Number.NaN) - span.from_at]);
		expect(kept).toEqual([
			['open', 50 * 60_000],
			['paused', 10 * 60_000],
			['open', 60 * 60_000],
			['closed', Number.NaN]
		]);
	});

	test('W-01 each change is a line of the ledger, under the number of its stay', async () => {
		const seq = await newestLine(here.hall.read, here.hall.id);
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		granted(await pauseWindow(here.hall, clerkAt('1'), '1', { reason: 'lunch', minutes: null }));
		granted(await closeWindow(here.hall, SUPERVISOR, '1'));
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		expect(lines.map((line) => [line.act, line.actor, line.window])).toEqual([
			['window.opened', 'staff:1001', '1'],
			['window.paused', 'staff:1001', '1'],
			['window.closed', 'staff:9001', '1']
		]);
		expect(JSON.parse(lines[1]?.body ?? '')).toEqual({ staff: '1001', reason: 'lunch', until: null });
		expect((await spans('1', here.clock.now())).map((span) => span.id)).toEqual(lines.map((line) => line.seq));
	});

	test('W-01 one person sits at one window', async () => {
		granted(await openWindow(here.hall, CLERK, '1', '1001'));
		const second = await openWindow(here.hall, CLERK, '2', '1001');
		expect(second).toMatchObject({ refusal: 'staff-busy', detail: '1' });
		granted(await closeWindow(here.hall, CLERK, '1'));
		expect(granted(await openWindow(here.hall, CLERK, '2', '1001')).staff).toBe('1001');
	});

	test('W-01 a window has one person, also while it is paused', async () => {
		granted(await openWindow(here.hall, CLERK, '1', '1001'));
		expect(await openWindow(here.hall, clerkAt('1', '1002'), '1', null)).toMatchObject({
			refusal: 'window-taken',
			detail: '1001'
		});
		granted(await pauseWindow(here.hall, CLERK, '1', { reason: 'lunch', minutes: null }));
		expect(refusal(await openWindow(here.hall, CLERK, '1', '1002'))).toBe('window-taken');
	});

	test('W-01 two who open one window at once: one gets it', async () => {
		const both = await Promise.all([
			openWindow(here.hall, clerkAt('3', '1002'), '3', null),
			openWindow(here.hall, clerkAt('3', '1003'), '3', null)
		]);
		expect(both.map((one) => (one.ok ? one.value.staff : one.refusal))).toEqual(['1002', 'window-taken']);
	});

	test('W-01 a program opens it for the clerk named, else for one of its own who is free', async () => {
		expect(granted(await openWindow(here.hall, CLERK, '2', null)).staff).toBe('1001');
		expect(granted(await openWindow(here.hall, CLERK, '1', null)).staff).toBe('1002');
		expect(granted(await openWindow(here.hall, CLERK, '1', null)).staff).toBe('1002');
		expect(refusal(await openWindow(here.hall, CLERK, '3', '4711'))).toBe('staff-unknown');
		expect(granted(await openWindow(here.hall, CLERK, '3', null)).staff).toBe('1003');
	});

	test('W-01 a clerk changes the own window only, a supervisor any', async () => {
		for (const change of [openWindow, closeWindow] as const) {
			expect(refusal(await change(here.hall, clerkAt('2'), '1', null))).toBe('not-allowed');
		}
		expect(refusal(await pauseWindow(here.hall, clerkAt('2'), '1', { reason: 'lunch', minutes: null }))).toBe(
			'not-allowed'
		);
		granted(await openWindow(here.hall, clerkAt('1'), '1', null));
		expect(granted(await closeWindow(here.hall, SUPERVISOR, '1')).state).toBe('closed');
	});

	test('W-01 a pause needs one of the reasons of the hall file, and an open window', async () => {
		expect(refusal(await pauseWindow(here.hall, CLERK, '1', { reason: 'lunch', minutes: null }))).toBe(
			'window-not-open'
		);
		await here.open('1');
		for (const reason of ['', 'tired']) {
			expect(refusal(await pauseWindow(here.hall, CLERK, '1', { reason, minutes: null }))).toBe('reason-needed');
		}
		expect(await row('1')).toMatchObject({ state: 'open' });
	});

	test('W-01 nobody is left standing: while somebody is called or served it neither pauses nor closes', async () => {
		await busy();
		expect(refusal(await pauseWindow(here.hall, CLERK, '1', { reason: 'lunch', minutes: null }))).toBe('window-busy');
		expect(refusal(await closeWindow(here.hall, CLERK, '1'))).toBe('window-busy');
		expect(await row('1')).toMatchObject({ state: 'open' });
	});

	test('a window that is closed stays closed without another line, one that is not there is refused', async () => {
		const seq = await newestLine(here.hall.read, here.hall.id);
		expect(granted(await closeWindow(here.hall, CLERK, '1')).state).toBe('closed');
		for (const code of ['', '99']) {
			expect(refusal(await openWindow(here.hall, CLERK, code, null))).toBe('window-unknown');
			expect(refusal(await pauseWindow(here.hall, CLERK, code, { reason: 'lunch', minutes: null }))).toBe(
				'window-unknown'
			);
			expect(refusal(await closeWindow(here.hall, KIOSK, code))).toBe('window-unknown');
		}
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(seq);
	});

	test('W-01 what was forgotten is closed at the end of the day, by the system', async () => {
		granted(await openWindow(here.hall, CLERK, '1', null));
		granted(await openWindow(here.hall, CLERK, '2', null));
		granted(await pauseWindow(here.hall, CLERK, '2', { reason: 'lunch', minutes: null }));
		const seq = await newestLine(here.hall.read, here.hall.id);
		await closeAllWindows(here.hall, SYSTEM);
		for (const code of ['1', '2', '3']) expect(await row(code)).toMatchObject({ state: 'closed', staff: null });
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		expect(lines.map((line) => [line.act, line.actor]).toSorted()).toEqual([
			['window.closed', 'system'],
			['window.closed', 'system']
		]);
	});

	test('K-03 how many are open for a queue is at hand once the windows were read again', async () => {
		expect(here.hall.counters.openFor('social')).toBe(0);
		for (const window of ['1', '2', '3']) await here.open(window);
		expect(here.hall.counters.openFor('social')).toBe(2);
		expect(here.hall.counters.openFor('homes')).toBe(2);
		granted(await pauseWindow(here.hall, CLERK, '2', { reason: 'lunch', minutes: null }));
		expect(here.hall.counters.openFor('social')).toBe(2);
		await here.look();
		expect(here.hall.counters.openFor('social')).toBe(1);
		expect(here.hall.counters.openFor('marriage')).toBe(0);
	});
});
