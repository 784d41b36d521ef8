import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { greetingsOf } from '#db/greetings.ts';
import { linesOfTicket, newestLine } from '#db/ledger.ts';
import { GREETING_MARKS, type GreetingMark } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import type { Result } from '../result.ts';
import { callNext } from '../tickets/call.ts';
import type { Held } from '../tickets/held.ts';
import { finish, start } from '../tickets/serve.ts';
import { windowName } from '../tickets/view.ts';
import { transfer } from '../tickets/transfer.ts';
import { undo } from '../tickets/undo.ts';
import type { TalkView } from '../views.ts';
import { openWindow } from '../windows/state.ts';
import { consoleView } from '../windows/view.ts';
import { greetingFigures } from './figures.ts';
import { greet } from './greet.ts';

describe.each(ENGINES)('%s: the three greetings', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, CHAIN_HALL.replace('policy: self }', 'policy: self, elder: true }'));
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	});
	afterAll(() => here.close());

	const mark = (id: number, one: GreetingMark, window = '1'): Promise<Result<Held>> =>
		greet(here.hall, clerkAt(window), id, one);
	const called = async (): Promise<Held> => {
		await here.take('enrol');
		return granted(await callNext(here.hall, clerkAt('1'), '1'));
	};
	const serving = async (): Promise<Held> => {
		const { ticket } = await called();
		return granted(await start(here.hall, clerkAt('1'), ticket.id));
	};
	const served = async (): Promise<Held> => {
		const { ticket } = await serving();
		return granted(await finish(here.hall, clerkAt('1'), ticket.id, 'done'));
	};
	const talk = async (window = '1'): Promise<TalkView> => {
		await here.look();
		const view = await consoleView(here.hall, clerkAt(window), window);
		if (!view) throw new Error('no console');
		return view.talk;
	};

	test('W-02 none is marked by itself, whatever is done', async () => {
		const { leg } = await served();
		expect(await greetingsOf(here.hall.read, here.hall.id, leg.id)).toEqual([]);
	});

	test('W-02 each is kept once with time, window and staff number, and stands in the ledger', async () => {
		const { ticket, leg } = await serving();
		for (const one of GREETING_MARKS) granted(await mark(ticket.id, one));
		const before = await newestLine(here.hall.read, here.hall.id);
		granted(await mark(ticket.id, 'welcomed'));
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(before);
		const rows = await greetingsOf(here.hall.read, here.hall.id, leg.id);
		expect(rows.map((row) => row.mark).toSorted()).toEqual([...GREETING_MARKS].toSorted());
		expect(rows[0]).toMatchObject({ window: '1', staff: '1001', at: here.clock.now(), ticket: ticket.id });
		const lines = (await linesOfTicket(here.hall.read, here.hall.id, ticket.id)).filter(
			(line) => line.act === 'service.greeted'
		);
		expect(lines.map((line) => JSON.parse(line.body) as object)).toMatchObject(
			GREETING_MARKS.map((one) => ({ mark: one, leg: leg.id, window: '1' }))
		);
	});

	test('W-02 a called visitor can be welcomed before it begins, and no more than that', async () => {
		const { ticket } = await called();
		expect(refusal(await mark(ticket.id, 'answered'))).toBe('wrong-state');
		granted(await mark(ticket.id, 'welcomed'));
		expect(await talk()).toMatchObject({
			marks: { welcomed: { ticket: null, at: here.clock.now() }, answered: { ticket: null } }
		});
	});

	test('W-02 the farewell is marked for some minutes after the end, of the last visitor only', async () => {
		const first = await served();
		expect((await talk()).marks['seen-off']).toMatchObject({ ticket: first.ticket.id, at: null });
		await minutes(here, 2);
		granted(await mark(first.ticket.id, 'seen-off'));
		expect((await talk()).marks['seen-off']).toMatchObject({ ticket: null, at: here.clock.now() });
		const second = await served();
		await minutes(here, 4);
		expect(refusal(await mark(second.ticket.id, 'seen-off'))).toBe('wrong-state');
		expect((await talk()).marks['seen-off'].ticket).toBeNull();
	});

	test('W-02 whom somebody has followed cannot be seen off any more; while the next is on the way, still', async () => {
		const first = await served();
		const next = await called();
		expect((await talk()).marks['seen-off'].ticket).toBe(first.ticket.id);
		granted(await start(here.hall, clerkAt('1'), next.ticket.id));
		expect((await talk()).marks['seen-off'].ticket).toBe(next.ticket.id);
		granted(await finish(here.hall, clerkAt('1'), next.ticket.id, 'done'));
		expect(refusal(await mark(first.ticket.id, 'seen-off'))).toBe('wrong-state');
	});

	test('W-02 only who serves marks, also after the number has gone on elsewhere', async () => {
		const { ticket } = await serving();
		expect(refusal(await mark(ticket.id, 'welcomed', '3'))).toBe('not-your-ticket');
		granted(
			await transfer(here.hall, clerkAt('1'), ticket.id, {
				...{ queue: 'homes', window: null, staff: null, back: false, reason: null }
			})
		);
		granted(await mark(ticket.id, 'seen-off'));
		expect((await talk()).last).toMatchObject({ ticket: ticket.id, outcome: 'transferred' });
		expect((await talk()).about.next).not.toBeNull();
	});

	test('W-02 a mark neither is taken back nor keeps another act from being taken back', async () => {
		const { ticket, leg } = await serving();
		granted(await mark(ticket.id, 'welcomed'));
		granted(await undo(here.hall, clerkAt('1'), ticket.id));
		expect(await greetingsOf(here.hall.read, here.hall.id, leg.id)).toHaveLength(1);
	});

	test('W-02 S-08 the rates of a day by window and staff number, and the own day at the console', async () => {
		const one = await served();
		granted(await mark(one.ticket.id, 'seen-off'));
		const two = await serving();
		granted(await mark(two.ticket.id, 'welcomed'));
		granted(await mark(two.ticket.id, 'seen-off'));
		granted(await finish(here.hall, clerkAt('1'), two.ticket.id, 'done'));
		const day = today(here.hall);
		const table = await greetingFigures(here.hall, { from: day, to: day, fromAt: 0, untilAt: 0 });
		expect(table.rows).toEqual([[day, windowName(here.hall, '1'), '1001', 2, 0.5, 0, 1]]);
		expect((await talk()).own).toEqual({ services: 2, marks: { welcomed: 1, answered: 0, 'seen-off': 2 } });
		expect((await talk('3')).own.services).toBe(0);
	});

	test('W-02 who comes with priority, or is back with papers, is spoken to so', async () => {
		await here.take('enrol', 'elder');
		const { ticket } = granted(await callNext(here.hall, clerkAt('1'), '1'));
		expect((await talk()).about).toMatchObject({ priority: true, elder: true, isBack: false, complaint: false });
		expect((await talk()).opinionOf).toMatchObject({ ticket: ticket.id });
	});
});
