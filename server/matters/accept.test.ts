import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCase } from '#db/cases.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { getMatter } from '#db/matters.ts';
import { lastSlipOf } from '#db/slips.ts';
import type { Lang } from '#display/words/index.ts';
import { ENGINES } from '#test/db.ts';
import { CHAIN_HALL, clerkAt, granted, minutes, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { keepCases } from '../cases/keep.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import { SYSTEM } from '../people/access.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { addWorkdays, endOfDay } from '../rules/workdays.ts';
import { slipLines } from '../devices/slip.ts';
import { callNext } from '../tickets/call.ts';
import { start } from '../tickets/serve.ts';
import { undo, undoableAt } from '../tickets/undo.ts';
import { ticketView } from '../tickets/view.ts';
import { openWindow } from '../windows/state.ts';
import { accept } from './accept.ts';
import { openMatter } from './open.ts';

const HALL = CHAIN_HALL.replace('staff:\n', 'staff:\n  - { no: 9001, name: 值班长, role: supervisor }\n');

describe.each(ENGINES)('%s: accepting a matter', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		for (const window of ['1', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	});
	afterAll(() => here.close());

	const serving = async (item: string, window: string): Promise<{ id: number; token: string; leg: number }> => {
		await here.take(item);
		const { ticket, leg } = granted(await callNext(here.hall, clerkAt(window), window));
		granted(await start(here.hall, clerkAt(window), ticket.id));
		await minutes(here, 5);
		return { id: ticket.id, token: ticket.token, leg: leg.id };
	};
	const day = (count: number): string => addWorkdays(today(here.hall), count, here.hall.setup.workCalendar);
	const accepted = async (item = 'enrol', window = '1'): Promise<{ id: number; token: string; matter: number }> => {
		const { id, token } = await serving(item, window);
		const { matter } = granted(await accept(here.hall, clerkAt(window), id, { delivery: null }));
		return { id, token, matter: matter.case };
	};
	const act = async (matter: number, name: string, text = '', days: number | null = null): Promise<void> => {
		granted(await actOnCase(here.hall, clerkAt('1'), matter, { act: name, text, days }));
	};

	test('W-07 the service ends, the matter begins with promised and legal day in working days', async () => {
		const { id, leg } = await serving('enrol', '1');
		const done = granted(await accept(here.hall, clerkAt('1'), id, { delivery: null }));
		expect(done).toMatchObject({ ticket: { state: 'ended' }, leg: { outcome: 'done', id: leg } });
		expect(done.matter).toMatchObject({ promised_day: day(1), legal_day: day(15), staff: '1001', deemed: 0, leg });
		const row = await getCase(here.hall.read, here.hall.id, done.matter.case);
		expect(row).toMatchObject({ kind: 'matter', owner: '1001', first_owner: '1001', stage: 'working' });
		expect(row?.due_at).toBe(endOfDay(day(1), here.hall.setup.workCalendar));
		const acts = (await linesOfTicket(here.hall.read, here.hall.id, id)).map((line) => line.act);
		expect(acts.slice(-3)).toEqual(['case.opened', 'matter.accepted', 'ticket.finished']);
	});

	test('W-07 W-10 a chain goes on, each step with a matter of its own', async () => {
		const { id, token } = await accepted('sale', '3');
		const view = await ticketView(here.hall, token);
		expect(view).toMatchObject({ state: 'live', step: 'waiting', matters: [{ state: 'working', owner: '1003' }] });
		granted(await callNext(here.hall, clerkAt('1'), '1'));
		granted(await start(here.hall, clerkAt('1'), id));
		granted(await accept(here.hall, clerkAt('1'), id, { delivery: null }));
		const after = await ticketView(here.hall, token);
		expect(after?.matters.map((one) => one.item.zh)).toEqual(['二手房过户', '参保登记']);
	});

	test('W-07 only one who is served here is accepted, once', async () => {
		const { ticket } = await here.take('enrol');
		const wish = { delivery: null };
		expect(refusal(await accept(here.hall, clerkAt('1'), ticket.id, wish))).toBe('not-your-ticket');
		granted(await callNext(here.hall, clerkAt('1'), '1'));
		expect(refusal(await accept(here.hall, clerkAt('1'), ticket.id, wish))).toBe('wrong-state');
		granted(await start(here.hall, clerkAt('1'), ticket.id));
		expect(refusal(await accept(here.hall, clerkAt('3'), ticket.id, wish))).toBe('not-your-ticket');
		granted(await accept(here.hall, clerkAt('1'), ticket.id, wish));
		expect(refusal(await accept(here.hall, clerkAt('1'), ticket.id, wish))).toBe('wrong-state');
		expect(refusal(await accept(here.hall, clerkAt('1'), 999_999, wish))).toBe('ticket-unknown');
	});

	test('W-07 an acceptance stands: it is not taken back with one key', async () => {
		const { id } = await accepted();
		expect(await undoableAt(here.hall, clerkAt('1'), '1')).toBeNull();
		expect(refusal(await undo(here.hall, clerkAt('1'), id))).toBe('nothing-to-undo');
	});

	test.each<Lang>(['zh-CN', 'en'])(
		'W-07 the slip says number, day, window, staff number and promise (%s)',
		async (lang) => {
			const { id, matter } = await accepted();
			const row = await getCase(here.hall.read, here.hall.id, matter);
			await here.hall.write(({ k }) => k.updateTable('ticket').set({ lang }).where('id', '=', id).execute());
			const slip = await lastSlipOf(here.hall.read, here.hall.id, id);
			if (!slip || !row) throw new Error('no slip');
			expect(slip).toMatchObject({ kind: 'acceptance', state: 'queued', group: 'main', ticket: id });
			const text = JSON.stringify(await slipLines(here.hall, slip, 42));
			const facts = [caseNumber(row), today(here.hall), day(1), day(15), '1001', 'http://hall.test/t/'];
			for (const said of facts) expect(text).toContain(said);
			expect(text).toContain(lang === 'en' ? 'Promised by' : '受理通知单');
		}
	);

	test('W-07 the visitor follows it on the own page, to the result and how it was told', async () => {
		const { token, matter } = await accepted();
		await act(matter, 'ask-extension', '须实地核查', 3);
		granted(await actOnCase(here.hall, SUPERVISOR, matter, { act: 'extend', text: '', days: 2 }));
		const during = (await ticketView(here.hall, token))?.matters[0];
		expect(during).toMatchObject({ state: 'working', promisedDay: day(1), dueDay: day(3), extended: 2, told: false });
		expect(during?.texts).toMatchObject([{ act: 'ask-extension', text: '须实地核查' }]);
		await act(matter, 'deny', '不符合参保条件：社会保险法第十条');
		await act(matter, 'note', '内部备注');
		await act(matter, 'tell-by-phone');
		const after = (await ticketView(here.hall, token))?.matters[0];
		expect(after).toMatchObject({ state: 'denied', told: true, overdue: false });
		expect(after?.texts.map((one) => one.act)).toEqual(['ask-extension', 'deny']);
	});

	test('W-07 accepted by law from the day it was handed in; one service has one matter', async () => {
		const { id, leg } = await serving('enrol', '1');
		const wish = { ticket: id, leg, number: 'A001', item: 'enrol', owner: '1001', window: '1', from: '2026-11-02' };
		const open = (): ReturnType<typeof openMatter> =>
			here.hall.write((tx) => openMatter(tx, here.hall, SYSTEM, { ...wish, deemed: true }));
		const matter = granted(await open());
		expect(matter).toMatchObject({ from_day: '2026-11-02', promised_day: '2026-11-03', deemed: 1 });
		expect(granted(await open()).case).toBe(matter.case);
		expect(await getMatter(here.hall.read, here.hall.id, matter.case)).toEqual(matter);
		const acts = (await linesOfTicket(here.hall.read, here.hall.id, id)).map((line) => line.act);
		expect(acts.filter((one) => one === 'matter.deemed-accepted')).toHaveLength(1);
	});

	test('S-04 the figures: accepted, in time, late, overdue, extended, sent home', async () => {
		const from = today(here.hall);
		const [timely, late] = [(await accepted()).matter, (await accepted()).matter];
		await accepted();
		await act(timely, 'grant');
		await act(timely, 'tell-in-person');
		await until(here, new Date(endOfDay(day(1), here.hall.setup.workCalendar) + 1).toISOString());
		await keepCases(here.hall);
		await act(late, 'grant');
		await act(late, 'explain-delay', '系统故障');
		await act(late, 'tell-by-courier');
		const table = granted(await figures(here.hall, from, from)).tables.find((one) => one.id === 'matters');
		expect(table?.rows).toEqual([[3, 0, 2, 1, 0.5, 1, 1, 0, 1]]);
		const empty = granted(await figures(here.hall, '2025-01-01', '2025-01-01')).tables;
		expect(empty.find((one) => one.id === 'matters')?.rows).toEqual([]);
	});
});
