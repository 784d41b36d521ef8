import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesOfTicket } from '#db/ledger.ts';
import { ratingsOf } from '#db/ratings.ts';
import { GRADES, type Grade, type RatingRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { Result } from '../result.ts';
import type { Who } from '../people/who.ts';
import { addDays, weekdayOf } from '../rules/day.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { undo } from '../tickets/undo.ts';
import { ticketView } from '../tickets/view.ts';
import { windowScreenView } from '../windows/view.ts';
import { openWindow } from '../windows/state.ts';
import { rate } from './rate.ts';

const PLAIN = { indicators: {}, reasons: [], remark: null, phone: null } as const;

describe.each(ENGINES)('%s: rating a service', (engine) => {
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

	const serve = async (window: string): Promise<{ id: number; token: string; leg: number }> => {
		const { ticket, leg } = granted(await callNext(here.hall, clerkAt(window), window));
		granted(await start(here.hall, clerkAt(window), ticket.id));
		await minutes(here, 5);
		granted(await finish(here.hall, clerkAt(window), ticket.id, 'done'));
		return { id: ticket.id, token: ticket.token, leg: leg.id };
	};
	/** One visitor, served at window 1 only. */
	const served = async (): Promise<{ id: number; token: string; leg: number }> => {
		await here.take('enrol');
		return serve('1');
	};
	const rated = (token: string, grade: Grade, wish: { leg?: number; who?: Who } = {}): Promise<Result<RatingRow>> =>
		rate(here.hall, wish.who ?? VISITOR, token, { ...PLAIN, leg: wish.leg ?? null, grade });

	test.each(GRADES)(
		'W-12 the owner gives grade %i, which names the window and the person who served',
		async (grade) => {
			const { token, leg, id } = await served();
			granted(await rated(token, grade));
			expect(await ratingsOf(here.hall.read, here.hall.id, id)).toEqual([
				{
					...{ hall: here.hall.id, leg, ticket: id, day: here.hall.setup.day(here.clock.now()) },
					...{ window: '1', staff: '1001', grade, at: here.clock.now(), origin: 'phone' },
					...{ efficiency: null, competence: null, attitude: null, indicator_set: null, reasons: '[]' },
					...{ remark: null, case_id: grade <= 2 ? (expect.any(Number) as number) : null }
				}
			]);
		}
	);

	test('W-12 the ledger has the grade, the service and no more', async () => {
		const { token, leg, id } = await served();
		granted(await rated(token, 3));
		const line = (await linesOfTicket(here.hall.read, here.hall.id, id)).at(-1);
		expect(line).toMatchObject({ act: 'service.rated', actor: 'visitor', window: null });
		expect(JSON.parse(line?.body ?? '')).toEqual({ number: 'A001', leg, grade: 3, origin: 'phone' });
	});

	test('W-12 a service is rated once; the page thanks, and offers it no more', async () => {
		const { token } = await served();
		expect((await ticketView(here.hall, token))?.services).toMatchObject([{ window: '1', grade: null }]);
		granted(await rated(token, 1));
		expect(refusal(await rated(token, 5))).toBe('rated-already');
		expect((await ticketView(here.hall, token))?.services).toMatchObject([{ window: '1', grade: 1 }]);
	});

	test('W-12 each service of a chain has its own rating, the last one unless another is named', async () => {
		const { ticket } = await here.take('sale');
		const { token } = ticket;
		const first = await serve('3');
		expect((await ticketView(here.hall, token))?.services).toEqual([]);
		const second = await serve('1');
		expect((await ticketView(here.hall, token))?.services.map(({ leg }) => leg)).toEqual([first.leg, second.leg]);
		expect(granted(await rated(token, 4))).toMatchObject({ leg: second.leg, staff: '1001' });
		expect(granted(await rated(token, 3, { leg: first.leg }))).toMatchObject({ leg: first.leg, staff: '1003' });
		expect((await ticketView(here.hall, token))?.services.map(({ grade }) => grade)).toEqual([3, 4]);
	});

	test('W-12 not before the service is over, and not that of another ticket', async () => {
		const other = await served();
		const { ticket } = await here.take('enrol');
		expect(refusal(await rated(ticket.token, 5))).toBe('not-served-yet');
		granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), ticket.id));
		expect(refusal(await rated(ticket.token, 5))).toBe('not-served-yet');
		expect(refusal(await rated(ticket.token, 5, { leg: other.leg }))).toBe('not-served-yet');
	});

	test('W-12 for five working days after the service, the weekend left out', async () => {
		while (weekdayOf(today(here.hall)) !== 'monday') await tomorrow(here);
		granted(await openWindow(here.hall, clerkAt('1'), '1', '1001'));
		const { token } = await served();
		const until = addDays(today(here.hall), 7);
		expect((await ticketView(here.hall, token))?.services).toMatchObject([{ until }]);
		while (today(here.hall) < until) await tomorrow(here);
		expect((await ticketView(here.hall, token))?.services).toHaveLength(1);
		await tomorrow(here);
		expect((await ticketView(here.hall, token))?.services).toEqual([]);
		expect(refusal(await rated(token, 5))).toBe('rating-too-late');
	});

	test('W-12 staff cannot rate in the name of a visitor, nor take back what was rated', async () => {
		const { token, id } = await served();
		expect(refusal(await rated(token, 5, { who: clerkAt('1') }))).toBe('not-allowed');
		granted(await rated(token, 2));
		expect(refusal(await undo(here.hall, clerkAt('1'), id))).toBe('nothing-to-undo');
	});

	test('K-08 a guessed token is answered as one that was never given', async () => {
		const { token } = await served();
		const [id = ''] = token.split('.');
		const wrong = await rated(`${id}.${'A'.repeat(22)}`, 5);
		expect(wrong).toEqual(await rated(`zzzz.${'A'.repeat(22)}`, 5));
		expect(refusal(wrong)).toBe('ticket-unknown');
	});

	test('W-10 a rating stirs nothing at the window it is of', async () => {
		const { ticket } = await here.take('sale');
		await serve('3');
		const before = await windowScreenView(here.hall, '3');
		expect(before?.sentOn).toMatchObject({ number: ticket.number, windows: ['1', '2'] });
		granted(await rated(ticket.token, 4));
		expect(await windowScreenView(here.hall, '3')).toMatchObject({ sentOn: before?.sentOn });
	});
});
