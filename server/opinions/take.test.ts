import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { OPINION_KINDS, type OpinionKind, type OpinionRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, refusal, tomorrow } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { addWorkdays } from '../rules/workdays.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { consoleView } from '../windows/view.ts';
import { openContact } from './contact.ts';
import { takeOpinion, type OpinionWish } from './take.ts';
import { opinionViews } from './view.ts';

const WORDS = '窗口那位说“急什么”，我很不高兴';

describe.each(ENGINES)('%s: opinions', (engine) => {
	let here: TestHall;
	let intents = 0;
	beforeAll(async () => {
		here = await testHall(engine, LONG_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	});
	afterAll(() => here.close());

	const serving = async (): Promise<number> => {
		await here.take('enrol');
		const { ticket } = granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), ticket.id));
		return ticket.id;
	};
	const take = (wish: Partial<OpinionWish>, who: Who = clerkAt('1')): Promise<Result<OpinionRow>> => {
		intents += 1;
		const blank = { kind: 'opinion' as OpinionKind, text: WORDS, ticket: null, name: '', phone: '' };
		return takeOpinion(here.hall, who, { ...blank, intent: `opinion-intent-${String(intents)}`, ...wish });
	};
	const read = (who: Who = SUPERVISOR): ReturnType<typeof opinionViews> =>
		opinionViews(here.hall, who, { from: today(here.hall), to: today(here.hall) });

	test.each(OPINION_KINDS)(
		'W-11 C-01 C-08 %s is kept in the own words, bound to the service, with its day',
		async (kind) => {
			const ticket = await serving();
			const row = granted(await take({ kind, ticket }));
			expect(row).toMatchObject({ kind, text: WORDS, ticket, window: '1', staff: '1001', taken_by: '1001' });
			expect(row.due).toBe(addWorkdays(today(here.hall), 5, here.hall.setup.workCalendar));
			expect(await read()).toMatchObject([{ id: row.id, kind, text: WORDS, contact: null, staff: '1001' }]);
		}
	);

	test('W-11 T-01 neither words nor person stand in the ledger', async () => {
		const ticket = await serving();
		const before = await newestLine(here.hall.read, here.hall.id);
		granted(await take({ ticket, name: '王小明', phone: '138 0000 1234' }));
		const lines = await linesAfter(here.hall.read, here.hall.id, before);
		expect(lines.map((line) => line.act)).toEqual(['opinion.taken', 'personal.kept']);
		const said = JSON.stringify(lines);
		for (const secret of ['王小明', '1234', '急什么']) expect(said).not.toContain(secret);
	});

	test('C-01 who leaves name and telephone is shown masked; a number that is none is refused', async () => {
		granted(await take({ name: '王小明', phone: '138 0000 1234' }));
		expect(await read()).toMatchObject([{ contact: { name: '王**', phone: '138****1234', opens: true } }]);
		expect(refusal(await take({ phone: 'none' }))).toBe('phone-invalid');
	});

	test('T-01 C-05 who supervises opens it for a reason, in the ledger; whom it concerns does not', async () => {
		const ticket = await serving();
		const { id } = granted(await take({ ticket, name: '王小明', phone: '13800001234' }));
		const seq = await newestLine(here.hall.read, here.hall.id);
		expect(granted(await openContact(here.hall, SUPERVISOR, id, 'call'))).toMatchObject({ phone: '13800001234' });
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		expect(lines).toMatchObject([{ act: 'personal.opened', actor: 'staff:9001' }]);
		const concerned = { role: 'supervisor', name: 'staff:1001', staff: '1001' } as const;
		expect(refusal(await openContact(here.hall, concerned, id, 'call'))).toBe('not-found');
		expect(refusal(await openContact(here.hall, clerkAt('3'), id, 'call'))).toBe('not-found');
	});

	test('W-11 the same wish is taken once', async () => {
		const first = granted(await take({ intent: 'the-same-intent' }));
		expect(granted(await take({ intent: 'the-same-intent', text: 'something else' }))).toEqual(first);
		expect(await read()).toHaveLength(1);
	});

	test('W-11 of the current service or of the last one, and of no other window', async () => {
		const first = await serving();
		granted(await finish(here.hall, clerkAt('1'), first, 'done'));
		granted(await take({ ticket: first }));
		expect(refusal(await take({ ticket: first }, clerkAt('3')))).toBe('not-your-ticket');
		const second = await serving();
		granted(await finish(here.hall, clerkAt('1'), second, 'done'));
		expect(refusal(await take({ ticket: first }))).toBe('not-your-ticket');
		expect(refusal(await take({ text: '  ' }))).toBe('text-needed');
		expect(refusal(await take({ ticket: 999_999 }))).toBe('ticket-unknown');
	});

	test('W-11 C-05 who is concerned does not read it', async () => {
		const ticket = await serving();
		granted(await take({ ticket }));
		expect(await read({ role: 'supervisor', name: 'staff:1001', staff: '1001' })).toEqual([]);
		expect(await read()).toHaveLength(1);
	});

	test('W-11 C-05 a complaint calls for the supervisor at once, praise does not', async () => {
		const ticket = await serving();
		const before = (await alarmViews(here.hall, SUPERVISOR)).length;
		granted(await take({ kind: 'praise', ticket }));
		expect(await alarmViews(here.hall, SUPERVISOR)).toHaveLength(before);
		granted(await take({ kind: 'complaint', ticket }));
		const alarms = await alarmViews(here.hall, SUPERVISOR);
		expect(alarms).toHaveLength(before + 1);
		expect(alarms.at(-1)).toMatchObject({ kind: 'complaint', window: null });
	});

	test('W-02 who has complained is spoken to with that in mind', async () => {
		const ticket = await serving();
		granted(await take({ kind: 'criticism', ticket }));
		await here.look();
		const view = await consoleView(here.hall, clerkAt('1'), '1');
		expect(view?.talk.about.complaint).toBe(true);
	});
});
