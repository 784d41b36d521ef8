import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forecasts } from '#db/forecasts.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { getTicket } from '#db/tickets.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, minutes, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { touchedBy } from '../realtime/touched.ts';
import { keepDay } from '../run/day.ts';
import { callNext } from '../tickets/call.ts';
import { cancel } from '../tickets/end.ts';
import { finish, start } from '../tickets/serve.ts';
import { transfer } from '../tickets/transfer.ts';
import { undo } from '../tickets/undo.ts';
import { ticketView, waitIn } from '../tickets/view.ts';
import { closeWindow, openWindow, pauseWindow } from '../windows/state.ts';
import { keepForecast, refit } from './refit.ts';
import { Waits } from './waits.ts';

/** Reads what the ledger says since `seq`, as a running server does. */
async function follow(here: TestHall, seq: number): Promise<number> {
	const { hall } = here;
	const lines = await linesAfter(hall.read, hall.id, seq);
	await hall.counters.load(hall.read, hall.id, hall.setup);
	await hall.waits.take(hall, touchedBy(lines), lines);
	return lines.at(-1)?.seq ?? seq;
}

/** Calls, serves for a while and ends the next one; false when nobody waits. */
async function serveOne(here: TestHall, window: string, forMinutes: number): Promise<boolean> {
	const called = await callNext(here.hall, CLERK, window);
	if (!called.ok) return false;
	granted(await start(here.hall, CLERK, called.value.ticket.id));
	await minutes(here, forMinutes);
	granted(await finish(here.hall, CLERK, called.value.ticket.id, 'done'));
	return true;
}

describe.each(ENGINES)('%s: the waits that a hall tells', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	afterAll(() => here.close());

	/** A day on which window 1 serves whoever comes, `each` minutes long; one comes every six minutes. */
	async function aDay(count: number, each: number): Promise<void> {
		await tomorrow(here);
		await here.open('1');
		let seq = await newestLine(here.hall.read, here.hall.id);
		for (let i = 0; i < count; i++) {
			await here.take('enrol');
			await serveOne(here, '1', each);
			seq = await follow(here, seq);
		}
		while (await serveOne(here, '1', each)) seq = await follow(here, seq);
	}

	test('K-03 the plan speaks first, after three calls the day does', async () => {
		await tomorrow(here);
		await here.open('1');
		expect(waitIn(here.hall, 'social', 4)).toEqual({ from: 20, to: 45 });
		for (let i = 0; i < 5; i++) await here.take('enrol');
		for (let i = 0; i < 3; i++) await serveOne(here, '1', 20);
		await here.look();
		expect(here.hall.waits.rung(here.hall, 'social')).toBe('today');
		// three calls in an hour, and the last one waited forty minutes
		expect(waitIn(here.hall, 'social', 4)).toEqual({ from: 30, to: 85 });
	});

	test('K-03 a server that followed the ledger tells what one tells that has just started', async () => {
		await tomorrow(here);
		let seq = await newestLine(here.hall.read, here.hall.id);
		await here.open('1');
		await here.open('2');
		for (let i = 0; i < 6; i++) await here.take(i % 3 === 2 ? 'sale' : 'enrol');
		seq = await follow(here, seq);
		await minutes(here, 7);
		const called = granted(await callNext(here.hall, CLERK, '1'));
		seq = await follow(here, seq);
		granted(await undo(here.hall, CLERK, called.ticket.id));
		await serveOne(here, '1', 9);
		const moved = granted(await callNext(here.hall, CLERK, '2'));
		granted(
			await transfer(here.hall, CLERK, moved.ticket.id, {
				queue: 'homes',
				window: null,
				staff: null,
				back: false,
				reason: null
			})
		);
		for (let i = 0; i < 3; i++) await serveOne(here, '1', 5);
		await follow(here, seq);
		const fresh = new Waits();
		await fresh.load(here.hall);
		for (const queue of ['social', 'homes']) {
			for (const ahead of [0, 3, 9]) {
				expect(here.hall.waits.look(here.hall, queue, ahead)).toEqual(fresh.look(here.hall, queue, ahead));
			}
		}
	});

	test('K-03 what was told stands with the ticket', async () => {
		await tomorrow(here);
		await here.open('1');
		await here.take('enrol');
		const { ticket } = await here.take('enrol');
		const row = await getTicket(here.hall.read, here.hall.id, ticket.id);
		expect(JSON.parse(row?.told ?? '')).toEqual({ from: 0, to: 15, ahead: 1, windows: 1, calls: 0, pace: null });
	});

	test('K-08 a window that closes makes the wait longer, and the phone says why', async () => {
		await tomorrow(here);
		await here.open('1');
		await here.open('2');
		for (let i = 0; i < 8; i++) await here.take('enrol');
		const { ticket } = await here.take('enrol');
		expect(await ticketView(here.hall, ticket.token)).toMatchObject({ wait: { from: 20, to: 40 }, waitReason: null });
		granted(await pauseWindow(here.hall, CLERK, '2', { reason: 'lunch', minutes: null }));
		await here.look();
		const told = await ticketView(here.hall, ticket.token);
		expect(told).toMatchObject({ wait: { from: 45, to: 80 }, waitReason: 'window-closed' });
		granted(await cancel(here.hall, SUPERVISOR, ticket.id, { token: null, reason: 'left' }));
		expect(await ticketView(here.hall, ticket.token)).toMatchObject({ wait: null, waitReason: null });
	});

	test('K-08 no told end goes up by more than ten minutes without a reason, on days as they come', async () => {
		const act = fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom('take', 'elder') },
			{ weight: 4, arbitrary: fc.constantFrom('serve-1', 'serve-2') },
			{ weight: 1, arbitrary: fc.constantFrom('open-2', 'pause-2', 'close-2') },
			{ weight: 2, arbitrary: fc.constantFrom('wait-5', 'wait-20') }
		);
		const property = fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30, size: 'max' }), async (acts) => {
			await tomorrow(here);
			await here.open('1');
			for (let i = 0; i < 4; i++) await here.take('enrol');
			const mine = await here.take('enrol');
			let lowest = Infinity;
			let seq = await newestLine(here.hall.read, here.hall.id);
			for (const one of acts) {
				await happen(one);
				seq = await follow(here, seq);
				const view = await ticketView(here.hall, mine.ticket.token);
				if (!view?.wait) return;
				const end = here.clock.now() + view.wait.to * 60_000;
				if (end > lowest + 600_000) {
					expect(view.waitReason).not.toBeNull();
					lowest = end;
				} else lowest = Math.min(lowest, end);
			}
		});
		await fc.assert(property, { numRuns: engine === 'sqlite' ? 20 : 5 });
	});

	async function happen(act: string): Promise<void> {
		const [what, which = ''] = act.split('-');
		if (what === 'take') await here.take('enrol');
		else if (what === 'elder') await here.take('enrol', 'elder');
		else if (what === 'serve') await serveOne(here, which, 6);
		else if (what === 'open') await openWindow(here.hall, CLERK, which, null);
		else if (what === 'pause') await pauseWindow(here.hall, CLERK, which, { reason: 'lunch', minutes: null });
		else if (what === 'close') await closeWindow(here.hall, CLERK, which);
		else await minutes(here, Number(which));
	}

	test(
		'K-03 at the end of the day each queue learns from its waits, and then speaks by them',
		{ timeout: 120_000 },
		async () => {
			// The last day is not over, and teaches nothing yet.
			for (let day = 0; day < 6; day++) await aDay(45, 7);
			expect(await keepForecast(here.hall)).toBe(true);
			expect(await keepForecast(here.hall), 'learnt already').toBe(false);
			await keepDay(here.hall);
			const rows = await forecasts(here.hall.read, here.hall.id);
			const social = rows.find((row) => row.queue === 'social');
			expect(social?.samples).toBeGreaterThan(200);
			expect(social?.told).toBeGreaterThan(100);
			expect(social?.told_covered).toBeLessThanOrEqual(social?.told ?? 0);
			expect(social?.mae).toBeGreaterThanOrEqual(0);
			await here.look();
			expect(here.hall.waits.rung(here.hall, 'social')).toBe('learnt');
			const again = { ...social, fitted_at: 0 };
			await refit(here.hall, social?.through ?? '');
			const refitted = (await forecasts(here.hall.read, here.hall.id)).find((row) => row.queue === 'social');
			expect({ ...refitted, fitted_at: 0 }).toEqual(again);
		}
	);
});
