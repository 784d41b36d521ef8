import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HallWriter } from '#db/group.ts';
import { linesAfter, linesOfTicket, newestLine } from '#db/ledger.ts';
import { openDatabase } from '#db/open.ts';
import { getHall } from '#db/setup.ts';
import { activeWindows } from '#db/windows.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { CLERK, KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today, type Hall } from '../hall.ts';
import { SYSTEM, VISITOR } from '../people/access.ts';
import { keepDay } from '../run/day.ts';
import { closeAllWindows } from '../windows/state.ts';
import { callNext } from './call.ts';
import { endDay } from '../day/end.ts';
import { cancel, voidTicket } from './end.ts';
import { waitingByQueue } from './kiosk.ts';
import { miss } from './miss.ts';
import { finish, park, start } from './serve.ts';

describe.each(ENGINES)('%s: the end', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const called = async (window: string): Promise<number> => granted(await callNext(here.hall, CLERK, window)).ticket.id;

	describe('of one ticket', () => {
		test('K-08 its owner leaves the queue by the token, without a reason', async () => {
			const { ticket } = await here.take('enrol');
			const { ticket: after } = granted(
				await cancel(here.hall, VISITOR, ticket.id, { token: ticket.token, reason: null })
			);
			expect(after).toMatchObject({ state: 'cancelled', ended_at: here.clock.now() });
			expect((await waitingByQueue(here.hall)).get('social')).toBe(0);
			const line = (await linesOfTicket(here.hall.read, here.hall.id, ticket.id)).at(-1);
			expect(line).toMatchObject({ act: 'ticket.cancelled', actor: 'visitor' });
			expect(JSON.parse(line?.body ?? '')).toMatchObject({ by: 'owner' });
		});

		test('K-08 nobody else leaves for them: no token, a wrong one, or that of another ticket', async () => {
			const { ticket } = await here.take('enrol');
			const other = await here.take('enrol');
			for (const token of [null, '', `${ticket.token}x`, other.ticket.token]) {
				for (const who of [VISITOR, KIOSK]) {
					const answer = await cancel(here.hall, who, ticket.id, { token, reason: 'x' });
					const unknown = await cancel(here.hall, who, 123_456_789, { token, reason: 'x' });
					expect(refusal(answer)).toBe('ticket-unknown');
					// Whether the number is there is not to be found out by trying.
					expect({ ...answer, detail: '' }).toEqual({ ...unknown, detail: '' });
				}
			}
		});

		test('T-01 staff cancel with a reason, a clerk only what stands at the own window', async () => {
			await here.take('enrol');
			await here.open('1');
			const id = await called('1');
			const wish = { token: null, reason: '离开' };
			expect(refusal(await cancel(here.hall, clerkAt('2'), id, wish))).toBe('not-your-ticket');
			expect(refusal(await cancel(here.hall, clerkAt('1'), id, { token: null, reason: ' ' }))).toBe('reason-needed');
			expect(refusal(await cancel(here.hall, clerkAt('1'), id, { token: null, reason: null }))).toBe('reason-needed');
			expect(granted(await cancel(here.hall, clerkAt('1'), id, wish)).ticket).toMatchObject({ reason: '离开' });
			expect(await called('1').catch(String)).toContain('nobody-waiting');
			expect(refusal(await cancel(here.hall, CLERK, id, wish))).toBe('wrong-state');
		});

		test('T-01 a misprint is void: it keeps its number and says why', async () => {
			const { ticket } = await here.take('enrol');
			expect(refusal(await voidTicket(here.hall, CLERK, ticket.id, ' '))).toBe('reason-needed');
			const voided = granted(await voidTicket(here.hall, CLERK, ticket.id, '打印不清'));
			expect(voided).toMatchObject({ ticket: { state: 'void', reason: '打印不清' }, leg: { outcome: 'void' } });
			expect((await here.take('enrol')).ticket.number).toBe('A002');
			expect((await waitingByQueue(here.hall)).get('social')).toBe(1);
		});

		test('T-01 what has been called is no misprint', async () => {
			await here.take('enrol');
			await here.open('1');
			expect(refusal(await voidTicket(here.hall, CLERK, await called('1'), 'x'))).toBe('wrong-state');
			expect(refusal(await voidTicket(here.hall, CLERK, 123_456_789, 'x'))).toBe('ticket-unknown');
		});
	});

	describe('of the day', () => {
		/** Tickets of a day by the state in which they are. */
		const states = async (day: string): Promise<Record<string, number>> => {
			const rows = await here.hall.read
				.selectFrom('ticket')
				.select(({ fn }) => ['state', fn.countAll<number>().as('n')])
				.where('day', '=', day)
				.groupBy('state')
				.execute();
			return Object.fromEntries(rows.map((row) => [row.state, row.n]));
		};

		/** One of each: served, missed twice no, cancelled, void, parked, on hold, called, serving, waiting. */
		const aFullDay = async (): Promise<void> => {
			const [gone, bad] = [await here.take('enrol'), await here.take('enrol')];
			granted(await cancel(here.hall, VISITOR, gone.ticket.id, { token: gone.ticket.token, reason: null }));
			granted(await voidTicket(here.hall, CLERK, bad.ticket.id, '打印不清'));
			for (let i = 0; i < 6; i += 1) await here.take('enrol');
			for (const window of ['1', '2']) await here.open(window);
			const served = await called('1');
			granted(await start(here.hall, CLERK, served));
			granted(await finish(here.hall, CLERK, served, 'done'));
			granted(await miss(here.hall, CLERK, await called('1')));
			granted(await park(here.hall, CLERK, await called('1'), { kind: 'papers-kept', reason: null }));
			await called('1');
			granted(await start(here.hall, CLERK, await called('2')));
		};

		test('T-01 issued = ended + cancelled + missed + expired + void, and nobody is left', async () => {
			await aFullDay();
			const day = today(here.hall);
			expect(await endDay(here.hall, SYSTEM, day)).toEqual({ closed: 5 });
			expect(await states(day)).toEqual({ ended: 1, cancelled: 1, missed: 1, expired: 4, void: 1 });
			const queueDay = await here.hall.read
				.selectFrom('queue_day')
				.select(['last_number', 'waiting'])
				.where('day', '=', day)
				.execute();
			expect(queueDay).toEqual([{ last_number: 8, waiting: 0 }]);
			const open = await here.hall.read.selectFrom('leg').select('id').where('state', '<>', 'ended').execute();
			expect(open).toEqual([]);
			const windows = await activeWindows(here.hall.read, here.hall.id);
			expect(windows.map((one) => one.leg)).toEqual([null, null, null]);
		});

		test('T-01 ending it again changes nothing', async () => {
			await aFullDay();
			const day = today(here.hall);
			await endDay(here.hall, SYSTEM, day);
			const seq = await newestLine(here.hall.read, here.hall.id);
			expect(await endDay(here.hall, SYSTEM, day)).toEqual({ closed: 0 });
			expect(await newestLine(here.hall.read, here.hall.id)).toBe(seq);
			expect((await linesAfter(here.hall.read, here.hall.id, seq - 1)).map((line) => line.act)).toEqual(['day.closed']);
		});

		test('T-01 ending yesterday once more leaves today open', async () => {
			const yesterday = today(here.hall);
			await tomorrow(here);
			await here.take('enrol');
			const seq = await newestLine(here.hall.read, here.hall.id);
			expect(await endDay(here.hall, SYSTEM, yesterday)).toEqual({ closed: 0 });
			expect(await newestLine(here.hall.read, here.hall.id)).toBe(seq);
			const hall = await getHall(here.hall.read, here.hall.id);
			expect(hall).toMatchObject({ day: today(here.hall), day_closed_at: null });
			expect(await states(today(here.hall))).toEqual({ live: 1 });
		});

		test("T-01 more than one transaction's worth of tickets is closed to the last", async () => {
			for (let i = 0; i < 210; i += 1) void here.take('sale');
			await here.opened.settled();
			expect(await endDay(here.hall, SYSTEM, today(here.hall))).toEqual({ closed: 210 });
			expect(await states(today(here.hall))).toEqual({ expired: 210 });
		});

		test('T-01 two servers that find the day over close it once', async () => {
			await aFullDay();
			const day = today(here.hall);
			const second = sameHallElsewhere(here);
			const closed = await Promise.all([endDay(here.hall, SYSTEM, day), endDay(second.hall, SYSTEM, day)]);
			await second.close();
			expect(closed[0].closed + closed[1].closed).toBe(5);
			expect(await states(day)).toMatchObject({ missed: 1, expired: 4 });
			const lines = await linesAfter(
				here.hall.read,
				here.hall.id,
				(await newestLine(here.hall.read, here.hall.id)) - 10
			);
			expect(lines.filter((line) => line.act === 'day.closed')).toHaveLength(1);
			expect(lines.filter((line) => line.act === 'ticket.expired')).toHaveLength(5);
		});

		test('A-04 a day ended by hand is followed by the next one, and its windows stay open', async () => {
			await endDay(here.hall, SYSTEM, today(here.hall));
			await closeAllWindows(here.hall, SYSTEM);
			await tomorrow(here);
			expect(await getHall(here.hall.read, here.hall.id)).toMatchObject({ day: today(here.hall), day_closed_at: null });
			await here.open('1');
			await keepDay(here.hall);
			await here.look();
			expect(here.hall.counters.get('1')).toMatchObject({ state: 'open' });
		});

		test('who works past midnight keeps the window: only what the day before left is closed', async () => {
			await here.open('2');
			await here.clock.advance(24 * 3_600_000);
			await here.take('enrol');
			await here.open('1');
			const { leg } = granted(await callNext(here.hall, CLERK, '1'));
			await keepDay(here.hall);
			await here.look();
			expect(here.hall.counters.get('1')).toMatchObject({ state: 'open', leg: leg.id });
			expect(here.hall.counters.get('2')).toMatchObject({ state: 'closed', staff: null });
		});

		test('a clock that is put back opens no day that is over', async () => {
			const day = today(here.hall);
			await here.open('1');
			await minutes(here, -24 * 60);
			await keepDay(here.hall);
			expect(await getHall(here.hall.read, here.hall.id)).toMatchObject({ day });
			await minutes(here, 24 * 60);
		});
	});
});

/** The same hall as a second process has it: connections of its own. */
function sameHallElsewhere(here: TestHall): { hall: Hall; close(): Promise<void> } {
	const database = openDatabase(here.url);
	const writer = new HallWriter(database, here.hall.id);
	const hall: Hall = { ...here.hall, database, read: database.read, write: (wish) => writer.write(wish) };
	return { hall, close: () => writer.settled().then(() => database.close()) };
}
