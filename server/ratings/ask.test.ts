import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { countRatings } from '#db/rating-figures.ts';
import { askOf } from '#db/rating-asks.ts';
import { ratingOf } from '#db/ratings.ts';
import { ROLES, type RatingAskRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { isAllowed, VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { callNext } from '../tickets/call.ts';
import { hold, take } from '../tickets/held.ts';
import { finish, start } from '../tickets/serve.ts';
import { cancel } from '../tickets/end.ts';
import { transfer } from '../tickets/transfer.ts';
import { undo } from '../tickets/undo.ts';
import { consoleView } from '../windows/view.ts';
import { openWindow } from '../windows/state.ts';
import { shownAtWindow, shownOnPhone } from './ask.ts';
import type { Given } from './give.ts';
import { rate } from './rate.ts';
import { rateAtWindow, rateView } from './window.ts';

const TABLET: Who = { role: 'display', name: 'key:tablet' };
const PLAIN: Given = { grade: 4, indicators: {}, reasons: [], remark: null, phone: null };

describe.each(ENGINES)('%s: W-12 every end is asked', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, CHAIN_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	});
	afterAll(() => here.close());

	const begin = async (window: string): Promise<{ id: number; token: string; leg: number }> => {
		const { ticket, leg } = granted(await callNext(here.hall, clerkAt(window), window));
		granted(await start(here.hall, clerkAt(window), ticket.id));
		await minutes(here, 5);
		return { id: ticket.id, token: ticket.token, leg: leg.id };
	};
	const serve = async (window: string, outcome: 'done' | 'noticed' | 'refused' = 'done'): ReturnType<typeof begin> => {
		const served = await begin(window);
		const who = clerkAt(window);
		if (outcome === 'done') granted(await finish(here.hall, who, served.id, outcome));
		// As notices end a service, without their paper.
		else
			await here.hall.write(async (tx) => {
				const held = await hold(tx, served.id);
				if (!held) throw new Error('no ticket');
				await take(tx, here.hall, who, { held, action: { type: 'finish', outcome }, act: { name: 'ticket.finished' } });
			});
		return served;
	};
	const asked = (leg: number): Promise<RatingAskRow | undefined> => askOf(here.hall.read, here.hall.id, leg);
	const tokenAt = async (window: string): Promise<string> => (await rateView(here.hall, window))?.ask?.token ?? '';

	test.each(['done', 'noticed', 'refused'] as const)(
		'a service that ends %s, with who served and where',
		async (how) => {
			await here.take('enrol');
			const { leg, id } = await serve('1', how);
			const at = here.clock.now();
			expect(await asked(leg)).toMatchObject({ ticket: id, window: '1', staff: '1001', asked_at: at });
			expect(await rateView(here.hall, '1')).toMatchObject({ staff: '1001', ask: { number: 'A001', staff: '1001' } });
		}
	);

	test('a service that is broken off at the window is asked for as well; one that was only called is not', async () => {
		await here.take('enrol');
		const { leg, id } = await begin('1');
		granted(await cancel(here.hall, clerkAt('1'), id, { token: null, reason: 'left' }));
		expect(await asked(leg)).toMatchObject({ ticket: id, window: '1' });
		const { ticket } = await here.take('enrol');
		const called = granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await cancel(here.hall, clerkAt('1'), ticket.id, { token: null, reason: 'left' }));
		expect(await asked(called.leg.id)).toBeUndefined();
	});

	test('each service of a chain at its own window, and a transfer is none', async () => {
		await here.take('sale');
		const first = await serve('3');
		expect(await asked(first.leg)).toMatchObject({ window: '3', staff: '1003' });
		const second = await serve('1');
		expect(await asked(second.leg)).toMatchObject({ window: '1', staff: '1001' });
		await here.take('enrol');
		const moved = await begin('1');
		const to = { queue: 'homes', window: null, staff: null, back: false, reason: null };
		granted(await transfer(here.hall, clerkAt('1'), moved.id, to));
		expect(await asked(moved.leg)).toBeUndefined();
	});

	test('asked is as many as ended: the rate of asking is 100 %', async () => {
		for (let n = 0; n < 6; n += 1) await here.take('enrol');
		for (const how of ['done', 'noticed', 'refused', 'done', 'done'] as const) await serve('1', how);
		const day = today(here.hall);
		const rows = await countRatings(here.hall.read, here.hall.id, { from: day, to: day });
		const ended = await here.hall.read
			.selectFrom('leg')
			.select('id')
			.where('day', '=', day)
			.where('outcome', 'in', ['done', 'chained', 'noticed', 'refused'])
			.execute();
		expect(ended).toHaveLength(5);
		expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(ended.length);
	});

	test('an end that is taken back takes its ask with it, and a rating keeps it', async () => {
		await here.take('enrol');
		const { id, leg } = await serve('1');
		const old = await tokenAt('1');
		granted(await undo(here.hall, clerkAt('1'), id));
		expect(await asked(leg)).toBeUndefined();
		expect((await rateView(here.hall, '1'))?.ask).toBeNull();
		expect(refusal(await rateAtWindow(here.hall, TABLET, old, PLAIN))).toBe('ask-over');
		granted(await finish(here.hall, clerkAt('1'), id, 'done'));
		granted(await rateAtWindow(here.hall, TABLET, await tokenAt('1'), PLAIN));
		expect(refusal(await undo(here.hall, clerkAt('1'), id))).toBe('nothing-to-undo');
	});

	test('the tablet rates by its one-time token, and the service is rated wherever it is asked', async () => {
		await here.take('enrol');
		const { token, leg } = await serve('1');
		const once = await tokenAt('1');
		const said: Given = { ...PLAIN, grade: 2, indicators: { attitude: 1 }, reasons: ['slow', 'unclear'] };
		granted(await rateAtWindow(here.hall, TABLET, once, said));
		expect(await ratingOf(here.hall.read, here.hall.id, leg)).toMatchObject({
			...{ grade: 2, origin: 'window', window: '1', staff: '1001', attitude: 1, efficiency: null },
			...{ indicator_set: 1, reasons: '["slow","unclear"]' }
		});
		expect((await rateView(here.hall, '1'))?.ask).toBeNull();
		expect(refusal(await rateAtWindow(here.hall, TABLET, once, PLAIN))).toBe('rated-already');
		expect(refusal(await rate(here.hall, VISITOR, token, { ...PLAIN, leg }))).toBe('rated-already');
	});

	test('a token is good for a quarter of an hour, and a guessed one for nothing', async () => {
		await here.take('enrol');
		const { leg } = await serve('1');
		const token = await tokenAt('1');
		const guess = `${leg.toString(36)}.${'A'.repeat(22)}`;
		for (const wrong of [guess, 'nobody', '', `${token}x`]) {
			expect(refusal(await rateAtWindow(here.hall, TABLET, wrong, PLAIN))).toBe('ask-over');
		}
		await minutes(here, 16);
		expect(refusal(await rateAtWindow(here.hall, TABLET, token, PLAIN))).toBe('ask-over');
	});

	test('an ask stands at the window for its minute whatever the clerk does, then goes', async () => {
		for (let n = 0; n < 2; n += 1) await here.take('enrol');
		await serve('1');
		const token = await tokenAt('1');
		const next = granted(await callNext(here.hall, clerkAt('1'), '1')).ticket;
		granted(await start(here.hall, clerkAt('1'), next.id));
		expect(await tokenAt('1')).toBe(token);
		await minutes(here, 1);
		expect((await rateView(here.hall, '1'))?.ask).toBeNull();
		granted(await finish(here.hall, clerkAt('1'), next.id, 'done'));
		expect((await rateView(here.hall, '1'))?.ask?.number).toBe('A002');
	});

	test('it is known where the ask was shown, once, and not that it was answered', async () => {
		await here.take('enrol');
		const { token, leg } = await serve('1');
		expect(await asked(leg)).toMatchObject({ window_shown_at: null, phone_shown_at: null });
		granted(await shownAtWindow(here.hall, await tokenAt('1')));
		const at = here.clock.now();
		await minutes(here, 2);
		granted(await shownOnPhone(here.hall, token, leg));
		await minutes(here, 2);
		granted(await shownOnPhone(here.hall, token, leg));
		expect(await asked(leg)).toMatchObject({ window_shown_at: at, phone_shown_at: at + 120_000 });
		expect(refusal(await shownOnPhone(here.hall, `${token.slice(0, -1)}_`, leg))).toBe('ticket-unknown');
	});

	test('the console is told that it was asked, and the same whether it was rated or how', async () => {
		await here.take('enrol');
		await serve('1');
		await here.look();
		const before = await consoleView(here.hall, clerkAt('1'), '1');
		expect(before?.asked).toEqual({ number: 'A001', at: here.clock.now() });
		const seq = await newestLine(here.hall.read, here.hall.id);
		granted(await rateAtWindow(here.hall, TABLET, await tokenAt('1'), { ...PLAIN, grade: 1 }));
		const after = await consoleView(here.hall, clerkAt('1'), '1');
		expect({ ...after, seq: 0 }).toEqual({ ...before, seq: 0 });
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		expect(lines.map((line) => line.window)).toEqual(lines.map(() => null));
	});

	test('nobody who works here may ask for one, show one or give one', () => {
		for (const role of ROLES) {
			const who: Who = { role, name: `key:${role}` };
			const device = role === 'kiosk' || role === 'display';
			expect([role, isAllowed(here.hall, who, 'rating:give')]).toEqual([role, device]);
			expect([role, isAllowed(here.hall, who, 'rating:show')]).toEqual([role, device]);
		}
	});
});
