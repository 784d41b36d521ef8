import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCase, historyOfCase } from '#db/cases.ts';
import { getComplaint } from '#db/complaints.ts';
import { opinionsBetween } from '#db/opinions.ts';
import type { CaseRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { complain, COMPLAINT_HALL, OFFICE, SECOND } from '#test/fixtures/complaints.ts';
import { clerkAt, granted, refusal, tomorrow } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import { actOnCase } from '../cases/act.ts';
import { joinCase } from '../cases/join.ts';
import { keepCases } from '../cases/keep.ts';
import { caseView } from '../cases/view.ts';
import { figures } from '../figures/figures.ts';
import { actByCode } from '../follow/act.ts';
import { publicCase } from '../follow/view.ts';
import { today } from '../hall.ts';
import { answerNo } from '../notices/refuse.ts';
import { caseOfOpinion } from '../opinions/case.ts';
import { takeOpinion } from '../opinions/take.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { addDays, momentOf } from '../rules/day.ts';
import { addWorkdays, endOfDay, termEnd } from '../rules/workdays.ts';
import { codeText } from '../rules/visitor-code.ts';
import type { SayKind } from '../say/given.ts';
import { say } from '../say/take.ts';
import { callNext } from '../tickets/call.ts';
import { start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { forgetComplaintPhones, watchComplaints } from './clock.ts';
import { digestOf } from './digest.ts';
import { turnIntoPetition } from './petition.ts';
import { sortComplaint } from './sort.ts';

describe.each(ENGINES)('%s: what could not be done, petitions, and what is counted', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, COMPLAINT_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		granted(await openWindow(here.hall, clerkAt('3'), '3', '1003'));
		await here.look();
	});
	afterAll(() => here.close());

	const owner = (row: CaseRow, role: Who['role'] = 'supervisor'): Who => ({
		role,
		name: `staff:${row.owner}`,
		staff: row.owner
	});
	const act = (row: CaseRow, name: string, who: Who, more: { text?: string; days?: number } = {}) =>
		actOnCase(here.hall, who, row.id, {
			act: name,
			text: more.text ?? '您好，已处理，感谢您的反映。',
			days: more.days ?? null
		});
	const stored = async ({ id }: { id: number }): Promise<CaseRow> => {
		const row = await getCase(here.hall.read, here.hall.id, id);
		if (!row) throw new Error(`no case ${String(id)}`);
		return row;
	};
	const at = (date: string): Promise<void> =>
		here.clock.advance(momentOf(date, 9 * 60, 'Asia/Shanghai') - here.clock.now());
	const after = (workdays: number): number => {
		const { workCalendar } = here.hall.setup;
		return endOfDay(addWorkdays(today(here.hall), workdays, workCalendar), workCalendar);
	};
	const unsolved = (over: Parameters<typeof complain>[1] = {}) =>
		complain(here, { kind: 'unsolved', text: '三个窗口都说不能办，材料已经齐了', ...over });
	const alarms = async (): Promise<string[]> => (await alarmViews(here.hall, SUPERVISOR)).map(({ kind }) => kind);

	test('办不成事: registered with owner and date, a first word on the same day, a result in 5, 10 or 15 working days', async () => {
		const late = addDays(today(here.hall), 30);
		expect(refusal(await unsolved({ resultDay: late }))).toBe('due-day-invalid');
		const row = granted(await unsolved());
		expect(row).toMatchObject({ stage: 'registered', due_at: after(0), given_at: after(5) });
		const [result, joint, complex] = [after(5), after(10), after(15)];
		granted(await act(row, 'feedback', owner(row)));
		expect(await stored(row)).toMatchObject({ stage: 'working', due_at: result });
		granted(await act(row, 'joint', owner(row)));
		expect(await stored(row)).toMatchObject({ stage: 'joint', due_at: joint });
		granted(await act(row, 'complex', owner(row)));
		expect(await stored(row)).toMatchObject({ stage: 'complex', due_at: complex });
		granted(await act(row, 'solved', owner(row)));
		expect(await stored(row)).toMatchObject({ stage: 'told', told_way: null });
	});

	test('办不成事: the day before, whoever has it is called to tell how far it is', async () => {
		const row = granted(await unsolved({ resultDay: addWorkdays(today(here.hall), 3, here.hall.setup.workCalendar) }));
		granted(await act(row, 'feedback', owner(row)));
		await watchComplaints(here.hall);
		expect(await alarms()).not.toContain('unsolved-tell');
		await at(addWorkdays(today(here.hall), 2, here.hall.setup.workCalendar));
		await watchComplaints(here.hall);
		await watchComplaints(here.hall);
		expect((await alarms()).filter((kind) => kind === 'unsolved-tell')).toHaveLength(1);
		granted(await act(row, 'explain-delay', owner(row)));
		await watchComplaints(here.hall);
		expect(await alarms()).not.toContain('unsolved-tell');
	});

	test('办不成事: bound to the negative answer of the window; what is outside is told the right way', async () => {
		await here.take('sale');
		const { ticket } = granted(await callNext(here.hall, clerkAt('3'), '3'));
		granted(await start(here.hall, clerkAt('3'), ticket.id));
		const way = { kind: 'office', to: null, words: '请到二楼档案室查询' } as const;
		const no = { what: '本窗口不能直接查询早年的底册，可到档案室办理', basis: '档案管理规定第三条', override: false };
		granted(await answerNo(here.hall, clerkAt('3'), ticket.id, { ...no, way, intent: 'no-at-window-three' }));
		const row = granted(await unsolved({ ticket: ticket.id }));
		const view = await caseView(here.hall, owner(row), row.id);
		expect(view?.complaint?.notice).toMatchObject({ what: no.what, basis: no.basis });
		expect(refusal(await act(row, 'outside-court', owner(row), { text: ' ' }))).toBe('text-needed');
		granted(await act(row, 'outside-court', owner(row), { text: '此事需由法院判决，可拨打12348咨询。' }));
		expect(await stored(row)).toMatchObject({ state: 'closed', outcome: 'outside-court' });
	});

	test('信访: a complaint is turned into a matter of its own, on calendar days, and leads to it', async () => {
		const row = granted(await complain(here, { name: '王小明', phone: '13900000005', contact: 'call' }));
		expect(refusal(await act(row, 'to-petition', owner(row)))).toBe('not-your-case');
		const other = row.owner === '9001' ? SECOND : SUPERVISOR;
		expect(refusal(await turnIntoPetition(here.hall, clerkAt('3'), row.id, { text: '转办' }))).toBe('case-unknown');
		const told = { text: '您反映的事项属于信访事项，已为您登记转办。' };
		const petition = granted(await turnIntoPetition(here.hall, other, row.id, told));
		expect(granted(await turnIntoPetition(here.hall, other, row.id, told)).id).toBe(petition.id);
		expect(await stored(row)).toMatchObject({ outcome: 'petition', joined_to: petition.id });
		expect(petition).toMatchObject({ kind: 'petition', owner: '8106', stage: 'registered' });
		expect(petition.due_at).toBe(termEnd({ days: 15 }, here.clock.now(), here.hall.setup.workCalendar));
		const view = await caseView(here.hall, OFFICE, petition.id);
		expect(view?.complaint?.from).toMatchObject({ id: row.id });
		expect(view?.person).toMatchObject({ phone: '139****0005' });
		expect(view?.history.find((line) => line.act === 'told')?.text).toContain('态度生硬');
		expect((await caseView(here.hall, SUPERVISOR, row.id))?.complaint?.became).toMatchObject({ id: petition.id });
	});

	test('信访: objected within five working days, else examined; decided in 60 and 30 days; reviewed twice at most', async () => {
		const row = granted(await complain(here, { kind: 'petition', text: '反映一件信访事项' }));
		const taken = here.clock.now();
		const { workCalendar } = here.hall.setup;
		const inDays = (days: number, from = here.clock.now()): number => termEnd({ days }, from, workCalendar);
		granted(await act(row, 'hand-in', OFFICE));
		granted(await act(row, 'objected', OFFICE));
		granted(await act(row, 'hand-in', OFFICE));
		await here.clock.advance(after(5) + 1 - here.clock.now());
		await keepCases(here.hall);
		expect(await stored(row)).toMatchObject({ stage: 'examining', due_at: inDays(15, taken), late: 0 });
		granted(await act(row, 'accept', OFFICE));
		expect((await stored(row)).due_at).toBe(inDays(60));
		const accepted = here.clock.now();
		granted(await act(row, 'ask-extension', OFFICE, { days: 30 }));
		granted(await act(row, 'extend', SUPERVISOR));
		const until = inDays(30, inDays(60, accepted));
		expect(await stored(row)).toMatchObject({ stage: 'handling-longer', due_at: until, extended: 30 });
		for (const name of ['decide', 'ask-review', 'review-decide', 'ask-recheck', 'recheck-decide']) {
			granted(await act(row, name, OFFICE));
		}
		expect(await stored(row)).toMatchObject({ stage: 'recheck-decided', due_at: inDays(30) });
		await here.clock.advance(inDays(30) + 1 - here.clock.now());
		await keepCases(here.hall);
		expect(await stored(row)).toMatchObject({ state: 'closed', outcome: 'final' });
	});

	test('C-07 the week and the month are counted by class, office, window, outcome and cause, and name nobody', async () => {
		const row = granted(await complain(here, { class: 'slowness', window: '3', name: '王小明', staff: '1003' }));
		granted(await act(row, 'answer-justified', owner(row)));
		granted(await act(row, 'called-satisfied', owner(row)));
		const open = granted(await unsolved({ window: '3' }));
		granted(
			await sortComplaint(here.hall, owner(open), open.id, {
				class: null,
				against: null,
				department: null,
				cause: 'not-told'
			})
		);
		const digest = await digestOf(here.hall, 'week', today(here.hall));
		if (!digest) throw new Error('no digest of today');
		const table = (id: string) => digest.tables.find((one) => one.id === id)?.rows ?? [];
		const slow = table('complaints').find(([name]) => JSON.stringify(name).includes('办理缓慢'));
		expect(slow?.slice(1)).toEqual([1, 0, 1, 0, 1, 1, 0]);
		expect(JSON.stringify(table('complaints-windows')[0])).toContain('三号');
		expect(JSON.stringify(table('unsolved-causes'))).toContain('知识库缺失');
		expect(JSON.stringify(table('complaints-outcomes'))).toContain('满意');
		for (const secret of ['王小明', '1003', '态度生硬']) expect(JSON.stringify(digest)).not.toContain(secret);
		const month = await digestOf(here.hall, 'month', '2028-02-10');
		expect(month).toBeUndefined();
		const now = await digestOf(here.hall, 'month', today(here.hall));
		expect(now?.from).toBe(`${today(here.hall).slice(0, 7)}-01`);
		const page = granted(await figures(here.hall, digest.from, digest.to));
		expect(page.tables.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['complaints', 'unsolved-causes', 'opinions'])
		);
	});

	test('C-01 C-08 what a window writes down as a complaint is one; praise is kept and counted', async () => {
		const wish = { text: '这里的人很耐心', ticket: null, name: '', phone: '' };
		granted(await takeOpinion(here.hall, clerkAt('3'), { ...wish, kind: 'praise', intent: 'praise-at-window' }));
		const complaint = { ...wish, kind: 'complaint', text: '等得太久', phone: '13900000006' } as const;
		const opinion = granted(
			await takeOpinion(here.hall, clerkAt('3'), { ...complaint, intent: 'complaint-at-window' })
		);
		const record = await here.hall.read
			.selectFrom('complaint')
			.selectAll()
			.where('opinion', '=', opinion.id)
			.executeTakeFirst();
		expect(record).toMatchObject({ class: 'other', origin: 'window', window: '3' });
		const row = await stored({ id: record?.id ?? 0 });
		const told = await caseOfOpinion(here.hall, opinion);
		expect(told).toEqual({
			code: codeText(row.code ?? ''),
			day: addWorkdays(today(here.hall), 5, here.hall.setup.workCalendar)
		});
		expect(row).toMatchObject({ kind: 'complaint', stage: 'taken', contact: 'call' });
		expect((await caseView(here.hall, owner(row), row.id))?.person).toMatchObject({ phone: '139****0006' });
		const digest = await digestOf(here.hall, 'week', today(here.hall));
		expect(JSON.stringify(digest?.tables.find(({ id }) => id === 'opinions')?.rows)).toContain('表扬');
	});

	test('C-01 C-08 K-09 visitors say it themselves: a complaint, what could not be done, and praise, each with its code', async () => {
		const wish = { ticket: '', window: null, concerned: '1003', department: null, name: '', phone: '' };
		const blank = { ...wish, contact: 'page', lang: 'zh-CN', device: null } as const;
		const said = async (kind: SayKind, text: string): Promise<CaseRow> =>
			granted(await say(here.hall, VISITOR, { ...blank, kind, text, intent: `said-by-visitor-${kind}` })).row;
		const complaint = await said('complaint', '等得太久了');
		expect(complaint).toMatchObject({ kind: 'complaint', concerned: '1003', contact: 'page' });
		expect(await getComplaint(here.hall.read, here.hall.id, complaint.id)).toMatchObject({
			origin: 'page',
			class: 'other'
		});
		expect(await said('unsolved', '三个窗口都说不能办')).toMatchObject({ stage: 'registered', given_at: after(5) });
		const praise = await said('praise', '三号窗口特别耐心');
		expect(praise.code).toMatch(/^\d{12}$/);
		const [opinion] = await opinionsBetween(here.hall.read, {
			hall: here.hall.id,
			from: today(here.hall),
			to: today(here.hall),
			most: 1
		});
		expect(opinion).toMatchObject({ kind: 'praise', staff: '1003', text: '三号窗口特别耐心' });
		await at(addWorkdays(today(here.hall), 6, here.hall.setup.workCalendar));
		await keepCases(here.hall);
		expect(await stored(praise)).toMatchObject({ state: 'closed', outcome: 'recorded' });
	});

	test('C-06 the visitor answers by the code: not satisfied opens it again, satisfied ends it', async () => {
		const row = granted(await complain(here));
		const code = row.code ?? '';
		const byCode = (name: string, text = '') => actByCode(here.hall, VISITOR, code, { act: name, text });
		expect(refusal(await byCode('satisfied'))).toBe('wrong-stage');
		granted(await byCode('add', '还有一位老人也在等'));
		granted(await act(row, 'answer-explained', owner(row)));
		expect(await publicCase(here.hall, code)).toMatchObject({ stage: 'told', answers: [{ act: 'answer-explained' }] });
		expect(refusal(await byCode('not-satisfied'))).toBe('text-needed');
		granted(await byCode('not-satisfied', '没有说到重点'));
		expect(await stored(row)).toMatchObject({ stage: 'reopened', state: 'open' });
		granted(await act(row, 'answer-justified', owner(row)));
		granted(await byCode('satisfied'));
		expect(await stored(row)).toMatchObject({ state: 'closed', outcome: 'satisfied' });
	});

	test('C-04 two of one matter are joined; the code of the one goes on to show the other', async () => {
		const main = granted(await complain(here));
		const other = granted(await complain(here));
		granted(await joinCase(here.hall, owner(other), other.id, { to: main.id }));
		expect(await stored(other)).toMatchObject({ outcome: 'joined', joined_to: main.id });
		granted(await act(main, 'answer-explained', owner(main)));
		expect(await publicCase(here.hall, other.code ?? '')).toMatchObject({
			joined: true,
			answers: [{ act: 'answer-explained' }]
		});
	});

	test('C-04 T-01 after some weeks nobody is compared by the telephone any more', async () => {
		const row = granted(await complain(here, { phone: '13900000007' }));
		const hash = async (): Promise<unknown> => (await getComplaint(here.hall.read, here.hall.id, row.id))?.phone_hash;
		await forgetComplaintPhones(here.hall);
		expect(await hash()).toMatch(/^[\w-]{43}$/);
		await at(addDays(today(here.hall), 31));
		await forgetComplaintPhones(here.hall);
		expect(await hash()).toBeNull();
		expect((await historyOfCase(here.hall.read, here.hall.id, row.id)).length).toBeGreaterThan(0);
	});
});
