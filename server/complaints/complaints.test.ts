import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidenceOf, getCase, historyOfCase } from '#db/cases.ts';
import { addComplaint, getComplaint } from '#db/complaints.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { CaseRow, ComplaintRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { complain, COMPLAINT_HALL, GUIDE, OFFICE, SECOND, WORDS } from '#test/fixtures/complaints.ts';
import { clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { alarmViews } from '../alarms/view.ts';
import { actOnCase } from '../cases/act.ts';
import { keepCases } from '../cases/keep.ts';
import { caseView } from '../cases/view.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { addWorkdays, endOfDay } from '../rules/workdays.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { watchComplaints } from './clock.ts';
import { exportComplaint } from './export.ts';
import { sameComplaints } from './same.ts';
import { sortComplaint } from './sort.ts';
import { complaintsAsked, complaintsView } from './view.ts';

describe.each(ENGINES)('%s: complaints', (engine) => {
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

	/** A number that was served and ended at window 3. */
	const served = async (): Promise<number> => {
		await here.take('sale');
		const { ticket } = granted(await callNext(here.hall, clerkAt('3'), '3'));
		granted(await start(here.hall, clerkAt('3'), ticket.id));
		granted(await finish(here.hall, clerkAt('3'), ticket.id, 'done'));
		return ticket.id;
	};
	const act = (row: CaseRow, name: string, text = '', who: Who = SUPERVISOR) =>
		actOnCase(here.hall, who, row.id, { act: name, text, days: null });
	const stored = async ({ id }: CaseRow): Promise<CaseRow> => {
		const row = await getCase(here.hall.read, here.hall.id, id);
		if (!row) throw new Error(`no case ${String(id)}`);
		return row;
	};
	const owner = (row: CaseRow): Who => ({ role: 'supervisor', name: `staff:${row.owner}`, staff: row.owner });
	const other = (row: CaseRow): Who => (row.owner === '9001' ? SECOND : SUPERVISOR);
	const day = (workdays: number): number =>
		endOfDay(addWorkdays(today(here.hall), workdays, here.hall.setup.workCalendar), here.hall.setup.workCalendar);
	const seen = async (who: Who): Promise<string[]> => (await alarmViews(here.hall, who)).map(({ kind }) => kind);

	test('C-01 taken with an owner and a due day; told and printed before it counts', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		expect(refusal(await complain(here, { told: false }))).toBe('tell-first');
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(before);
		const row = granted(await complain(here));
		expect(row).toMatchObject({ kind: 'complaint', stage: 'taken', due_at: day(1), contact: 'page' });
		expect(row.code).toMatch(/^\d{12}$/);
		expect(['9001', '9002']).toContain(row.owner);
		const slips = await here.hall.read.selectFrom('slip').selectAll().where('kind', '=', 'receipt').execute();
		expect(slips.at(-1)).toMatchObject({ state: 'queued' });
	});

	test('C-01 anonymous or with name and telephone, which stand nowhere but sealed', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const row = granted(await complain(here, { name: '王小明', phone: '139 0000 0000', contact: 'call' }));
		expect(row.contact).toBe('call');
		const said = JSON.stringify(await linesAfter(here.hall.read, here.hall.id, before));
		const record = await getComplaint(here.hall.read, here.hall.id, row.id);
		for (const secret of ['王小明', '0000000', '态度']) expect(said).not.toContain(secret);
		expect(JSON.stringify(record)).not.toContain('0000000');
		const view = await caseView(here.hall, owner(row), row.id);
		expect(view?.person).toMatchObject({ name: '王**', phone: '139****0000', opens: true });
		const anonymous = granted(await complain(here, { contact: 'call' }));
		expect(anonymous.contact).toBe('page');
		expect((await caseView(here.hall, owner(anonymous), anonymous.id))?.person).toBeNull();
		expect(refusal(await complain(here, { phone: 'none' }))).toBe('phone-invalid');
		expect(refusal(await complain(here, { text: '  ' }))).toBe('text-needed');
	});

	test('C-01 the same wish is one complaint', async () => {
		const first = granted(await complain(here, { intent: 'same-wish-of-a-desk' }));
		expect(granted(await complain(here, { intent: 'same-wish-of-a-desk' })).id).toBe(first.id);
	});

	test('C-02 the class decides the way; sorted anew, it is handed to the other office', async () => {
		const rules = granted(await complain(here, { class: 'rules', against: 'department', department: 'hrss' }));
		expect(rules).toMatchObject({ owner: '8106', department: 'hrss' });
		const row = granted(await complain(here));
		expect(refusal(await sortComplaint(here.hall, GUIDE, row.id, NOTHING))).toBe('case-unknown');
		expect(refusal(await sortComplaint(here.hall, owner(row), row.id, NOTHING))).toBe('bad-request');
		const sorted = { ...NOTHING, class: 'second-notice', against: 'department', department: 'hrss' } as const;
		granted(await sortComplaint(here.hall, owner(row), row.id, sorted));
		expect(await stored(row)).toMatchObject({ owner: row.owner, offered_to: '8106' });
		const view = await caseView(here.hall, OFFICE, row.id);
		expect(view?.complaint).toMatchObject({
			class: 'second-notice',
			route: 'department',
			department: { zh: '人社局' }
		});
	});

	test('C-03 ticket, times, staff number, calls and ledger lines are frozen with it', async () => {
		const ticket = await served();
		const row = granted(await complain(here, { ticket }));
		expect(row).toMatchObject({ concerned: '1003', window: '3', item: 'sale', ticket });
		const [piece] = await evidenceOf(here.hall.read, here.hall.id, row.id);
		const facts = JSON.parse(piece?.body ?? '{}') as Record<string, unknown>;
		expect(Object.keys(facts).toSorted()).toEqual(
			['calls', 'complaint', 'greetings', 'ledger', 'leg', 'legs', 'notices', 'ticket', 'window'].toSorted()
		);
		expect(facts['legs']).toMatchObject([{ staff: '1003', window: '3', outcome: 'done' }]);
		expect(facts['complaint']).toMatchObject({ class: 'conduct', staff: '1003', department: 'hrss' });
		const view = await caseView(here.hall, owner(row), row.id);
		expect(view?.evidence).toMatchObject([{ holds: true }]);
		await expect(
			here.hall.write(({ k }) =>
				k.updateTable('case_evidence').set({ body: '{}' }).where('case', '=', row.id).execute()
			)
		).rejects.toThrow();
	});

	test('C-04 what may be the same is shown while it is taken, and added instead of taken twice', async () => {
		const first = granted(await complain(here, { phone: '13900000001', staff: '1003' }));
		const typed = { kind: 'complaint', ticket: null, department: null, text: '' } as const;
		const same = await sameComplaints(here.hall, GUIDE, { ...typed, phone: '139-0000-0001', staff: null });
		expect(same).toMatchObject([{ id: first.id, because: ['phone'], about: null }]);
		const alike = { ...typed, phone: '', staff: '1003', text: `${WORDS}！` };
		expect((await sameComplaints(here.hall, SUPERVISOR, alike))[0]).toMatchObject({ because: ['staff'], about: WORDS });
		expect(await sameComplaints(here.hall, clerkAt('3'), alike)).toEqual([]);
		const ticket = await served();
		const again = granted(
			await complain(here, { same: first.id, ticket, phone: '13900000001', text: '昨天说过，今天还是这样' })
		);
		expect(again.id).toBe(first.id);
		const history = await historyOfCase(here.hall.read, here.hall.id, first.id);
		expect(history.map((line) => line.act)).toContain('said-again');
		expect(await evidenceOf(here.hall.read, here.hall.id, first.id)).toHaveLength(2);
		granted(await act(again, 'withdrawn-by-visitor', '来宾撤回', owner(first)));
		expect(refusal(await complain(here, { same: first.id }))).toBe('case-closed');
	});

	test('C-05 nobody owns, sees or is told of a complaint about himself', async () => {
		const row = granted(await complain(here, { staff: '9001' }));
		expect(row).toMatchObject({ concerned: '9001', owner: '9002' });
		expect(await caseView(here.hall, SUPERVISOR, row.id)).toBeUndefined();
		expect(refusal(await act(row, 'look', '我来看', SUPERVISOR))).toBe('case-unknown');
		const codes = async (who: Who): Promise<unknown[]> =>
			(await alarmViews(here.hall, who)).map(({ about }) => about['owner']);
		expect((await codes(SECOND)).length).toBe((await codes(SUPERVISOR)).length + 1);
		const listed = await complaintsView(here.hall, SUPERVISOR, complaintsAsked('list=all'));
		expect(listed.cases.map(({ id }) => id)).not.toContain(row.id);
		expect(refusal(await exportComplaint(here.hall, SUPERVISOR, row.id))).toBe('case-unknown');
	});

	test('C-05 an urgent one calls at once, until somebody looks into it within half an hour', async () => {
		const row = granted(await complain(here, { class: 'media', against: 'hall' }));
		expect(row).toMatchObject({ urgent: 1, due_at: here.clock.now() + 30 * 60_000 });
		expect(await seen(SUPERVISOR)).toContain('complaint-urgent');
		expect(await seen(GUIDE)).not.toContain('complaint-urgent');
		await minutes(here, 31);
		await keepCases(here.hall);
		expect(await stored(row)).toMatchObject({ late: 1, escalated: 1 });
		granted(await act(row, 'look', '您好，我们已开始核查，请稍候。', owner(row)));
		await watchComplaints(here.hall);
		expect(await seen(SUPERVISOR)).not.toContain('complaint-urgent');
	});

	test('C-05 one who has seen the alarm of a complaint ends it', async () => {
		granted(await complain(here, { class: 'facility', against: 'hall' }));
		expect(await seen(SUPERVISOR)).toContain('complaint');
		expect(await seen(GUIDE)).not.toContain('complaint');
	});

	test('C-06 a first word, an answer that is checked, a call-back; not satisfied, it begins again', async () => {
		const row = granted(await complain(here, { phone: '13900000002', contact: 'call' }));
		const mine = owner(row);
		expect(refusal(await act(row, 'look', '急什么，明天再来。', mine))).toBe('wording');
		granted(await act(row, 'look', '您好，正在核查，三天内答复您。', mine));
		expect(await stored(row)).toMatchObject({ stage: 'looking', due_at: day(5) });
		granted(await act(row, 'answer-justified', '情况属实，向您致歉，已批评改正。', mine));
		expect(await stored(row)).toMatchObject({ stage: 'calling-back', due_at: day(2) });
		granted(await act(row, 'called-not-satisfied', '来宾认为道歉不够', mine));
		expect(await stored(row)).toMatchObject({ stage: 'reopened', state: 'open' });
		granted(await act(row, 'answer-justified', '当事人已当面致歉。', mine));
		granted(await act(row, 'called-satisfied', '来宾满意', mine));
		expect(await stored(row)).toMatchObject({ state: 'closed', outcome: 'satisfied' });
	});

	test('C-06 who cannot be reached is tried three times; an answer on the page lapses without objection', async () => {
		const row = granted(await complain(here, { phone: '13900000003', contact: 'call' }));
		const mine = owner(row);
		granted(await act(row, 'answer-explained', '按规定需要预约，已为您说明。', mine));
		for (let tries = 0; tries < 2; tries += 1) granted(await act(row, 'not-reached', '无人接听', mine));
		expect(refusal(await act(row, 'unreached', '三次未接', mine))).toBe('case-too-early');
		granted(await act(row, 'not-reached', '无人接听', mine));
		granted(await act(row, 'unreached', '三次未接', mine));
		expect(await stored(row)).toMatchObject({ stage: 'told', due_at: day(5) });
		await here.clock.advance(day(5) + 1 - here.clock.now());
		await keepCases(here.hall);
		expect(await stored(row)).toMatchObject({ state: 'closed', outcome: 'not-objected', late: 0 });
	});

	test('C-06 a late answer waits for its reason; the last word is another person’s', async () => {
		const row = granted(await complain(here));
		const mine = owner(row);
		await here.clock.advance(day(1) + 1 - here.clock.now());
		await keepCases(here.hall);
		expect(refusal(await act(row, 'answer-explained', '已核查，流程符合规定。', mine))).toBe('delay-unexplained');
		granted(await act(row, 'explain-delay', '需要调取录像，给您添麻烦了。', mine));
		granted(await act(row, 'answer-explained', '已核查，流程符合规定。', mine));
		granted(await act(row, 'called-not-satisfied', '仍不满意', mine));
		expect(refusal(await act(row, 'final', '维持原答复，可拨打12345反映。', mine))).toBe('not-your-case');
		granted(await act(row, 'final', '维持原答复，可拨打12345反映。', other(row)));
		expect(await stored(row)).toMatchObject({ state: 'closed', outcome: 'final' });
	});

	test('C-06 the file of a complaint holds record, timeline and evidence with their hashes, and no person', async () => {
		const ticket = await served();
		const row = granted(await complain(here, { ticket, name: '王小明', phone: '13900000004' }));
		expect(refusal(await exportComplaint(here.hall, GUIDE, row.id))).toBe('case-unknown');
		const file = granted(await exportComplaint(here.hall, owner(row), row.id));
		expect(file.record).toMatchObject({ class: 'conduct', owner: row.owner });
		expect(file.timeline.map(({ act: name }) => name)).toEqual(
			expect.arrayContaining(['opened', 'told', 'evidence-bound'])
		);
		expect(file.timeline.every(({ hash }) => hash.length === 64)).toBe(true);
		expect(file.evidence).toMatchObject([{ holds: true }]);
		for (const secret of ['王小明', '13900000004', 'phone_hash']) expect(JSON.stringify(file)).not.toContain(secret);
		const last = (await historyOfCase(here.hall.read, here.hall.id, row.id)).at(-1);
		expect(last).toMatchObject({ act: 'exported', actor: `staff:${row.owner}` });
	});

	test('T-01 the table refuses nonsense by itself', async () => {
		const row = granted(await complain(here));
		const record = await getComplaint(here.hall.read, here.hall.id, row.id);
		const nonsense = [
			{ class: null },
			{ class: 'rumour' },
			{ route: 'nowhere' },
			{ id: 999_999_999 },
			{ kind: 'unsolved' }
		];
		for (const one of nonsense) {
			// A word that no column may hold, or a row of no case.
			const wrong = { ...record, id: row.id + 1, ...one } as ComplaintRow;
			await expect(here.hall.write(({ k }) => addComplaint(k, wrong))).rejects.toThrow();
		}
	});

	test('C-02 lists are filtered by class, way, kind and state, page by page', async () => {
		granted(await complain(here, { class: 'facility', against: 'hall' }));
		const find = (query: string, who: Who = SUPERVISOR) => complaintsView(here.hall, who, complaintsAsked(query));
		const facility = await find('list=all&class=facility');
		expect(new Set(facility.cases.map((one) => one.class))).toEqual(new Set(['facility']));
		expect((await find('list=all&route=department')).cases.every((one) => one.route === 'department')).toBe(true);
		expect((await find('list=closed')).cases.every((one) => one.state === 'closed')).toBe(true);
		expect((await find('kind=petition')).cases).toEqual([]);
		expect((await find('list=all', GUIDE)).cases).toEqual([]);
		expect((await find('', OFFICE)).cases.every((one) => [one.owner, one.offeredTo].includes('8106'))).toBe(true);
		const [first, second] = (await find('list=all')).cases;
		expect((await find(`list=all&before=${String(first?.id)}`)).cases[0]?.id).toBe(second?.id);
	});
});

const NOTHING = { class: null, against: null, department: null, cause: null };
