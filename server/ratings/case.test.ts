import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { evidenceOf, getCase } from '#db/cases.ts';
import { addGreeting } from '#db/greetings.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { ratingOf } from '#db/ratings.ts';
import type { CaseRow, Grade } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { testHall, type TestHall } from '#test/hall.ts';
import { seeAlarm } from '../alarms/alarms.ts';
import { alarmViews } from '../alarms/view.ts';
import { actOnCase } from '../cases/act.ts';
import { offerCase } from '../cases/hand.ts';
import { keepCases } from '../cases/keep.ts';
import { openPerson } from '../cases/person.ts';
import { caseView } from '../cases/view.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { forgetPersonal } from '../personal/forget.ts';
import { maskedPerson } from '../personal/keep.ts';
import type { Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { addWorkdays, endOfDay } from '../rules/workdays.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import type { AlarmView } from '../views.ts';
import { closeWindow, openWindow } from '../windows/state.ts';
import type { Given } from './give.ts';
import { rate } from './rate.ts';

const SUPERVISORS = `  - { no: 9001, name: 督导甲, role: supervisor }
  - { no: 9002, name: 督导乙, role: supervisor }
  - { no: 9101, name: 管理岗, role: administrator }
`;
const HALL = LONG_HALL.replace('  - { no: 9101, name: 管理岗, role: administrator }\n', SUPERVISORS);
const FIRST: Who = { role: 'supervisor', name: 'staff:9001', staff: '9001' };
const SECOND: Who = { role: 'supervisor', name: 'staff:9002', staff: '9002' };
const BAD: Given = { grade: 1, indicators: { attitude: 1 }, reasons: ['unfriendly'], remark: null, phone: null };

describe.each(ENGINES)('%s: W-12 a bad rating is answered', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		granted(await openWindow(here.hall, clerkAt('1'), '1', '1001'));
		await here.look();
	});
	afterAll(() => here.close());

	const serve = async (who = clerkAt('1')): Promise<{ token: string; leg: number; id: number }> => {
		await here.take('enrol');
		const { ticket, leg } = granted(await callNext(here.hall, who, '1'));
		granted(await start(here.hall, who, ticket.id));
		await minutes(here, 5);
		granted(await finish(here.hall, who, ticket.id, 'done'));
		return { token: ticket.token, leg: leg.id, id: ticket.id };
	};
	const rated = async (given: Partial<Given> = {}): Promise<CaseRow> => {
		const { token, leg } = await serve();
		granted(await rate(here.hall, VISITOR, token, { ...BAD, ...given, leg }));
		return caseOf(leg);
	};
	const caseOf = async (leg: number): Promise<CaseRow> => {
		const rating = await ratingOf(here.hall.read, here.hall.id, leg);
		const row = await getCase(here.hall.read, here.hall.id, rating?.case_id ?? 0);
		if (!row) throw new Error('no case');
		return row;
	};
	const act = (who: Who, row: CaseRow, name: string, days: number | null = null): Promise<Result<CaseRow>> =>
		actOnCase(here.hall, who, row.id, { act: name, text: '已核实', days });
	const owner = (row: CaseRow): Who => (row.owner === '9001' ? FIRST : SECOND);
	const other = (row: CaseRow): Who => (row.owner === '9001' ? SECOND : FIRST);

	test.each([
		[5, false],
		[4, false],
		[3, false],
		[2, true],
		[1, true]
	] as const)('a grade of %i opens a case: %s', async (grade: Grade, opens) => {
		const { token, leg } = await serve();
		const reasons = opens ? BAD.reasons : [];
		granted(await rate(here.hall, VISITOR, token, { ...BAD, grade, reasons, leg }));
		const rating = await ratingOf(here.hall.read, here.hall.id, leg);
		expect(rating?.case_id !== null).toBe(opens);
	});

	test('its owner supervises and is never who is rated; the work is shared', async () => {
		const owners = [];
		for (let n = 0; n < 4; n += 1) owners.push((await rated()).owner);
		expect(owners.filter((no) => no === '9001')).toHaveLength(2);
		expect(owners.filter((no) => no === '9002')).toHaveLength(2);
	});

	test('a supervisor who has served does not get the case of it', async () => {
		const own: Who = { ...clerkAt('1', '9001'), role: 'supervisor' };
		granted(await closeWindow(here.hall, own, '1'));
		granted(await openWindow(here.hall, own, '1', null));
		await here.look();
		for (let n = 0; n < 3; n += 1) {
			const { token, leg } = await serve(own);
			granted(await rate(here.hall, VISITOR, token, { ...BAD, leg }));
			expect(await caseOf(leg)).toMatchObject({ concerned: '9001', owner: '9002' });
		}
	});

	test('one with a telephone is contacted within one working day, put right within five', async () => {
		const row = await rated({ phone: '139-0000-0000' });
		const { workCalendar } = here.hall.setup;
		const after = (count: number): number => endOfDay(addWorkdays(today(here.hall), count, workCalendar), workCalendar);
		expect(row).toMatchObject({ kind: 'rating', stage: 'contact', due_at: after(1), given_at: after(5) });
		expect(await maskedPerson(here.hall, { subject: 'case', of: row.id })).toMatchObject({ phone: '139****0000' });
		const contacted = granted(await act(owner(row), row, 'contacted'));
		expect(contacted).toMatchObject({ stage: 'looking', due_at: after(5) });
	});

	test('the telephone is opened by who answers for it or watches, and goes some time after the end', async () => {
		const row = await rated({ phone: '13900000000' });
		const open = (who: Who): ReturnType<typeof openPerson> => openPerson(here.hall, who, row.id, 'call');
		for (const who of [clerkAt('1'), clerkAt('2'), { ...clerkAt('1'), role: 'guide' } as const]) {
			expect([who.name, refusal(await open(who))]).toEqual([who.name, 'case-unknown']);
		}
		for (const who of [FIRST, SECOND]) expect(granted(await open(who)).phone).toBe('13900000000');
		expect(await caseView(here.hall, clerkAt('1'), row.id)).toBeUndefined();
		expect(await caseView(here.hall, owner(row), row.id)).toMatchObject({ person: { phone: '139****0000' } });
		for (const name of ['contacted', 'no-ground', 'called-back']) granted(await act(owner(row), row, name));
		await here.clock.advance((here.hall.setup.policies.personal.keepDaysAfter + 1) * 86_400_000);
		await forgetPersonal(here.hall);
		expect(await maskedPerson(here.hall, { subject: 'case', of: row.id })).toMatchObject({ phone: null, gone: true });
		expect(refusal(await open(FIRST))).toBe('personal-gone');
	});

	test('one without goes straight to being looked into', async () => {
		const row = await rated();
		expect(row).toMatchObject({ kind: 'rating-unnamed', stage: 'looking', concerned: '1001' });
		expect(await maskedPerson(here.hall, { subject: 'case', of: row.id })).toBeNull();
	});

	test('no telephone, remark or reason stands in the ledger', async () => {
		const seq = await newestLine(here.hall.read, here.hall.id);
		await rated({ phone: '13900000000', remark: '说话很冲，电话13900000000' });
		const lines = await linesAfter(here.hall.read, here.hall.id, seq);
		const text = lines.map((line) => line.body).join();
		expect(text).not.toMatch(/1390000|说话|unfriendly/);
		expect(lines.map((line) => line.act)).toContain('case.opened');
	});

	test('greetings and notices of the service are frozen with it', async () => {
		const { token, leg, id } = await serve();
		const of = { hall: here.hall.id, leg, ticket: id, day: today(here.hall), window: '1', staff: '1001' };
		await here.hall.write((tx) => addGreeting(tx.k, { ...of, mark: 'welcomed', at: 5 }));
		granted(await rate(here.hall, VISITOR, token, { ...BAD, leg }));
		const [evidence] = await evidenceOf(here.hall.read, here.hall.id, (await caseOf(leg)).id);
		const greetings = [{ mark: 'welcomed', staff: '1001', at: 5 }];
		expect(JSON.parse(evidence?.body ?? '{}')).toMatchObject({ greetings, notices: [] });
	});

	test('what was known is frozen: the times, place and person, and what was said', async () => {
		const row = await rated({ remark: '等了很久' });
		const [evidence] = await evidenceOf(here.hall.read, here.hall.id, row.id);
		const body = JSON.parse(evidence?.body ?? '{}') as object;
		expect(body).toMatchObject({
			rating: { grade: 1, reasons: ['unfriendly'], indicators: { attitude: 1 }, indicatorSet: 1 },
			leg: row.leg,
			window: '1'
		});
		expect(JSON.stringify(body)).toContain('"staff":"1001"');
		expect(JSON.stringify(body)).toContain('startedAt');
	});

	test('justified: put right, called back, closed in its class', async () => {
		const row = await rated({ phone: '13900000000' });
		for (const name of ['contacted', 'justified', 'rectified']) granted(await act(owner(row), row, name));
		expect(granted(await act(owner(row), row, 'called-back'))).toMatchObject({ state: 'closed', outcome: 'justified' });
	});

	test('complex: explained, with a later date, once', async () => {
		const row = await rated();
		const planned = granted(await act(owner(row), row, 'complex', 10));
		const { workCalendar } = here.hall.setup;
		expect(planned.due_at).toBe(endOfDay(addWorkdays(today(here.hall), 15, workCalendar), workCalendar));
		expect(granted(await act(owner(row), row, 'rectified'))).toMatchObject({ state: 'closed', outcome: 'complex' });
	});

	test('without a legal ground: explained', async () => {
		const row = await rated();
		expect(granted(await act(owner(row), row, 'no-ground'))).toMatchObject({ state: 'closed', outcome: 'no-ground' });
	});

	test('who cannot be reached was tried for twice', async () => {
		const row = await rated({ phone: '13900000000' });
		expect(refusal(await act(owner(row), row, 'unreached'))).toBe('case-too-early');
		for (const name of ['not-reached', 'not-reached']) granted(await act(owner(row), row, name));
		expect(granted(await act(owner(row), row, 'unreached')).stage).toBe('looking');
	});

	test('mistaken or malicious: another person than who handled it and who is rated judges it', async () => {
		const row = await rated();
		granted(await act(owner(row), row, 'mistaken'));
		const rival: Who = { role: 'supervisor', name: 'staff:1001', staff: '1001' };
		const judged = (who: Who): Promise<string> => act(who, row, 'uphold').then(refusal);
		expect(await judged(owner(row))).toBe('not-your-case');
		for (const who of [rival, clerkAt('1'), clerkAt('2')]) expect(await judged(who)).toBe('case-unknown');
		expect(granted(await act(other(row), row, 'uphold'))).toMatchObject({ state: 'closed', outcome: 'mistaken' });
	});

	test('an appeal that fails goes back to be put right', async () => {
		const row = await rated();
		granted(await act(owner(row), row, 'mistaken'));
		expect(granted(await act(other(row), row, 'overturn'))).toMatchObject({ state: 'open', stage: 'looking' });
	});

	test('what was claimed to be mistaken is taken back, with a reason, where nobody else can judge it', async () => {
		const row = await rated();
		granted(await act(owner(row), row, 'mistaken'));
		const silent = { act: 'take-back', text: '', days: null };
		expect(refusal(await actOnCase(here.hall, owner(row), row.id, silent))).toBe('text-needed');
		expect(granted(await act(owner(row), row, 'take-back'))).toMatchObject({ stage: 'looking', due_at: row.given_at });
		expect(granted(await act(owner(row), row, 'no-ground'))).toMatchObject({ state: 'closed', outcome: 'no-ground' });
	});

	test('who is rated neither owns it, nor gets it handed, nor acts in it', async () => {
		const row = await rated();
		expect(refusal(await offerCase(here.hall, owner(row), row.id, { to: '1001', text: '' }))).toBe(
			'conflict-of-interest'
		);
		for (const name of ['justified', 'no-ground', 'note']) {
			expect(refusal(await act(clerkAt('1'), row, name))).toBe('case-unknown');
		}
	});

	test('an overdue one is told to higher levels, and at no console', async () => {
		const row = await rated({ phone: '13900000000' });
		for (let day = 0; day < 4; day += 1) await tomorrow(here);
		await keepCases(here.hall);
		const late = await getCase(here.hall.read, here.hall.id, row.id);
		expect(late?.late).toBe(1);
		expect(late?.escalated).toBeGreaterThan(0);
		const code = caseNumber(row);
		const told = async (who: Who): Promise<AlarmView[]> =>
			(await alarmViews(here.hall, who)).filter(({ about }) => about['code'] === code);
		for (const who of [clerkAt('1'), clerkAt('2'), { ...FIRST, staff: '1001' }]) expect(await told(who)).toEqual([]);
		expect((await alarmViews(here.hall, FIRST, '1')).filter(({ about }) => about['code'] === code)).toEqual([]);
		const [alarm] = await told(FIRST);
		expect(alarm).toMatchObject({ kind: 'case-overdue', window: null, about: { code, owner: row.owner } });
		expect(JSON.stringify(alarm?.about)).not.toContain('rating');
		expect(refusal(await seeAlarm(here.hall, clerkAt('1'), alarm?.id ?? 0))).toBe('alarm-unknown');
		granted(await seeAlarm(here.hall, FIRST, alarm?.id ?? 0));
	});
});

test.each(ENGINES)('%s: W-12 a bad rating that nobody can own calls for whoever watches the hall', async (engine) => {
	const alone = await testHall(engine, HALL.replace(/ {2}- \{ no: (900|8).*\n/g, ''));
	try {
		const only: Who = { ...clerkAt('1', '9101'), role: 'administrator' };
		granted(await openWindow(alone.hall, only, '1', null));
		await alone.look();
		await alone.take('enrol');
		const { ticket, leg } = granted(await callNext(alone.hall, only, '1'));
		granted(await start(alone.hall, only, ticket.id));
		await minutes(alone, 5);
		granted(await finish(alone.hall, only, ticket.id, 'done'));
		granted(await rate(alone.hall, VISITOR, ticket.token, { ...BAD, leg: leg.id }));
		expect((await ratingOf(alone.hall.read, alone.hall.id, leg.id))?.case_id).toBeNull();
		expect(await alarmViews(alone.hall, clerkAt('2'))).toEqual([]);
		const alarms = await alarmViews(alone.hall, FIRST);
		expect(alarms).toMatchObject([{ kind: 'rating-unowned', window: null, about: {} }]);
		expect(JSON.stringify(alarms)).not.toContain(ticket.number);
	} finally {
		await alone.close();
	}
});
