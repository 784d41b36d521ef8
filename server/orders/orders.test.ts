import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { historyOfCase } from '#db/cases.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { ENGINES } from '#test/db.ts';
import { granted, refusal, tomorrow } from '#test/fixtures/days.ts';
import { HOUSE_HALL } from '#test/fixtures/house.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase, type CaseActWish } from '../cases/act.ts';
import { keepCases } from '../cases/keep.ts';
import { openPerson } from '../cases/person.ts';
import { caseView } from '../cases/view.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { idOfCaseNumber } from '../rules/cases/kinds.ts';
import { localText } from '../rules/day.ts';
import { addWorkdays, endOfDay } from '../rules/workdays.ts';
import type { OrderReport } from '../views.ts';
import { importOrders } from './import.ts';
import { orderResults, resultSheet } from './results.ts';
import { ordersView } from './view.ts';

const LIAISON: Who = { role: 'liaison', name: 'staff:7001', staff: '7001' };
const OTHER: Who = { role: 'supervisor', name: 'staff:9002', staff: '9002' };
const CLERK: Who = { role: 'clerk', name: 'staff:1001', staff: '1001' };
const HOUR_MS = 3_600_000;

describe.each(ENGINES)('%s: 12345 orders', (engine) => {
	let here: TestHall;
	let numbers = 0;
	beforeAll(async () => {
		here = await testHall(engine, HOUSE_HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const order = (more: Record<string, unknown> = {}): Record<string, unknown> => {
		numbers += 1;
		const receivedAt = localText(here.clock.now() - HOUR_MS, 'Asia/Shanghai');
		const person = { name: '王小明', phone: '139-0000-0000' };
		return {
			number: `GD${String(numbers)}`,
			receivedAt,
			content: '参保登记排队太久',
			category: '社保',
			...person,
			...more
		};
	};
	const take = (...orders: object[]): Promise<OrderReport> => importOrders(here.hall, SUPERVISOR, { orders });
	const idOf = (report: OrderReport): number => idOfCaseNumber(report.taken[0]?.case ?? '') ?? 0;
	const act = (id: number, wish: Partial<CaseActWish> & { act: string }, who = LIAISON): ReturnType<typeof actOnCase> =>
		actOnCase(here.hall, who, id, { text: '已核实', days: null, ...wish });
	const due = async (id: number): Promise<number | null | undefined> =>
		(await caseView(here.hall, SUPERVISOR, id))?.dueAt;
	const workdays = (count: number): number => {
		const calendar = here.hall.setup.workCalendar;
		return endOfDay(addWorkdays(today(here.hall), count, calendar), calendar);
	};

	test('C-07 a good line is a case of its department; a bad one changes nothing and says why; the same number is the same order', async () => {
		const good = order();
		const report = await take(good, order({ phone: '没有' }), order({ number: '' }));
		expect(report.taken).toMatchObject([{ line: 1, order: good['number'], owner: '7001' }]);
		expect(report.faults).toEqual([
			{ line: 2, field: 'phone', code: 'not-a-phone' },
			{ line: 3, field: 'number', code: 'missing' }
		]);
		const again = await take({ ...good, content: '别的内容' });
		expect(again).toMatchObject({ taken: [], known: [{ case: report.taken[0]?.case }], faults: [] });
		expect((await ordersView(here.hall, LIAISON, 'mine')).cases.map((line) => line.order)).toContain(good['number']);
	});

	test('C-07 one that went back and is sent to us anew is not lost: its 24 hours begin again', async () => {
		const first = order();
		const report = await take(first);
		granted(await act(idOf(report), { act: 'not-ours', text: '应由城管局承办' }));
		expect((await take(first)).known).toHaveLength(1);
		await here.clock.advance(2 * HOUR_MS);
		const receivedAt = localText(here.clock.now() - HOUR_MS, 'Asia/Shanghai');
		const anew = await take({ ...first, receivedAt });
		expect(anew.taken).toMatchObject([{ order: first['number'] }]);
		const view = await caseView(here.hall, LIAISON, idOf(anew));
		expect(view).toMatchObject({
			stage: 'received',
			dueAt: Date.parse(`${receivedAt.replace(' ', 'T')}+08:00`) + 24 * HOUR_MS
		});
		expect((await take({ ...first, receivedAt })).known).toMatchObject([{ case: anew.taken[0]?.case }]);
	});

	test('C-07 an order of no department is the hall’s own', async () => {
		const report = await take(order({ category: '环境' }));
		expect(report.taken[0]?.owner).toMatch(/^900[12]$/);
		expect((await caseView(here.hall, SUPERVISOR, idOf(report)))?.department).toBeNull();
	});

	test('T-01 the caller stands in no ledger line and is opened for a reason only by who answers or watches', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const id = idOf(await take(order({ address: '某某路12号' })));
		const lines = JSON.stringify(await linesAfter(here.hall.read, here.hall.id, before));
		for (const secret of ['王小明', '13900000000', '某某路', '排队太久']) expect(lines).not.toContain(secret);
		const view = await caseView(here.hall, LIAISON, id);
		expect(view?.person).toMatchObject({ name: '王**', phone: '139****0000', opens: true });
		expect(granted(await openPerson(here.hall, LIAISON, id, 'call')).phone).toBe('13900000000');
		expect(refusal(await openPerson(here.hall, CLERK, id, 'call'))).toBe('case-unknown');
	});

	test('C-07 within 24 hours it goes back with the reason; after that it is ours, by the clock', async () => {
		const back = idOf(await take(order()));
		const mine = idOf(await take(order()));
		expect(refusal(await act(back, { act: 'not-ours', text: '' }))).toBe('text-needed');
		granted(await act(back, { act: 'not-ours', text: '不属本厅，应由城管局承办' }));
		await here.clock.advance(23 * HOUR_MS - 1000);
		await keepCases(here.hall);
		expect((await caseView(here.hall, LIAISON, mine))?.stage).toBe('received');
		await here.clock.advance(2000);
		await keepCases(here.hall);
		expect(await caseView(here.hall, LIAISON, mine)).toMatchObject({ stage: 'working', late: false });
		expect(refusal(await act(mine, { act: 'not-ours' }))).toBe('wrong-stage');
	});

	test('C-07 answered in five working days, five more for a complex one, once and by somebody else', async () => {
		const id = idOf(await take(order()));
		granted(await act(id, { act: 'ours' }));
		expect(await due(id)).toBe(workdays(5));
		expect(refusal(await act(id, { act: 'answer', text: '已增开窗口' }))).toBe('case-too-early');
		granted(await act(id, { act: 'contacted' }));
		granted(await act(id, { act: 'ask-extension', text: '涉及多个部门', days: 5 }));
		expect(refusal(await act(id, { act: 'extend' }))).toBe('not-your-case');
		expect(refusal(await act(id, { act: 'extend', days: 6 }, OTHER))).toBe('too-many-days');
		granted(await act(id, { act: 'extend' }, OTHER));
		expect(await due(id)).toBe(workdays(10));
		granted(await act(id, { act: 'answer', text: '已增开窗口' }));
		expect(await due(id)).toBe(workdays(3));
	});

	test('W-10 an answer is checked for forbidden wording', async () => {
		const id = idOf(await take(order({ phone: '' })));
		granted(await act(id, { act: 'ours' }));
		expect(refusal(await act(id, { act: 'answer-unnamed', text: '不知道，你问别人去' }))).toBe('wording');
	});

	test('C-06 not satisfied it is dealt with again, with a term of its own; satisfied it ends', async () => {
		const id = idOf(await take(order()));
		for (const one of ['ours', 'contacted', 'answer']) granted(await act(id, { act: one }));
		granted(await act(id, { act: 'not-satisfied', text: '问题还在' }));
		expect(await caseView(here.hall, LIAISON, id)).toMatchObject({ stage: 'again', dueAt: workdays(5) });
		for (const one of ['answer', 'satisfied']) granted(await act(id, { act: one }));
		const [result] = (await orderResults(here.hall, { from: today(here.hall), to: today(here.hall) })).slice(-1);
		expect(result).toMatchObject({
			state: 'over',
			answer: '已核实',
			answeredInTime: true,
			heard: 'satisfied',
			sentBack: 1
		});
		expect((await historyOfCase(here.hall.read, here.hall.id, id)).map((line) => line.act)).toContain('not-satisfied');
	});

	test('C-07 refused only on a ground of the closed list, and told which way is open', async () => {
		const id = idOf(await take(order()));
		expect(refusal(await act(id, { act: 'refuse-whatever' }))).toBe('wrong-stage');
		expect(refusal(await act(id, { act: 'refuse-petition', text: ' ' }))).toBe('text-needed');
		granted(await act(id, { act: 'refuse-petition', text: '请到信访接待室反映，地址见大厅导览' }));
		const results = await orderResults(here.hall, { from: today(here.hall), to: today(here.hall) });
		expect(results.at(-1)).toMatchObject({ state: 'refused', refusedGround: 'petition' });
		const sheet = resultSheet(results, 'Asia/Shanghai');
		expect(sheet).toContain('refusedGround');
		for (const secret of ['王小明', '139']) expect(sheet).not.toContain(secret);
	});

	test('C-07 lists: to be taken on, open, overdue, closed; a stranger sees none; figures count them', async () => {
		const id = idOf(await take(order()));
		const found = async (list: Parameters<typeof ordersView>[2], who: Who): Promise<boolean> =>
			(await ordersView(here.hall, who, list)).cases.some((line) => line.id === id);
		expect(
			await Promise.all([found('received', LIAISON), found('open', SUPERVISOR), found('overdue', LIAISON)])
		).toEqual([true, true, false]);
		expect((await ordersView(here.hall, CLERK, 'open')).cases).toEqual([]);
		granted(await act(id, { act: 'refuse-settled', text: '此前已办结，可申请复查' }));
		expect([await found('closed', SUPERVISOR), await found('closed', CLERK)]).toEqual([true, false]);
		const counted = granted(await figures(here.hall, today(here.hall), today(here.hall)));
		const table = counted.tables.find((one) => one.id === 'orders');
		expect(table?.rows).toEqual([[{ zh: '人社局', en: 'Social security' }, 1, 0, null, 1, 0, null, 0, null]]);
	});
});
