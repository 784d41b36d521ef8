import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { openCasesOf } from '#db/case-lists.ts';
import { casesForClock, evidenceOf, getCase, historyOfCase } from '#db/cases.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { CaseRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { clerkAt, granted, LONG_HALL, minutes, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { endOfDay } from '../rules/workdays.ts';
import type { Who } from '../people/who.ts';
import { caseNumber, idOfCaseNumber } from '../rules/cases/kinds.ts';
import { actOnCase } from './act.ts';
import { evidenceHolds } from './evidence.ts';
import { casesDue } from './due.ts';
import { casesView } from './lists.ts';
import { caseView } from './view.ts';
import { openPerson } from './person.ts';
import { forgetPersonal } from '../personal/forget.ts';
import { keepSealed } from '../personal/keep.ts';
import { acceptCase, declineCase, offerCase, takeOverCase, withdrawOffer } from './hand.ts';
import { handOf } from './asker.ts';
import { sha256 } from './held.ts';
import { keepCases } from './keep.ts';
import { openCase, type CaseWish } from './open.ts';
import { Setup } from '../setup/hall.ts';

const HALL = LONG_HALL.replace('staff:\n', 'staff:\n  - { no: 9001, name: 值班长, role: supervisor }\n');
const ONE = clerkAt('1');
const TWO = clerkAt('2');

describe.each(ENGINES)('%s: the case engine', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const open = (more: Partial<CaseWish> = {}): Promise<CaseRow> =>
		here.hall.write(async (tx) =>
			granted(
				await openCase(tx, here.hall, ONE, {
					...{ kind: 'matter', owner: '1001', about: '过户', window: '1', givenAt: due() },
					...more
				})
			)
		);
	const due = (): number => endOfDay(here.hall.setup.day(here.clock.now()), here.hall.setup.workCalendar);
	const stored = async (id: number): Promise<CaseRow> => {
		const row = await getCase(here.hall.read, here.hall.id, id);
		if (!row) throw new Error(`no case ${String(id)}`);
		return row;
	};
	const acts = async (id: number): Promise<string[]> =>
		(await historyOfCase(here.hall.read, here.hall.id, id)).map((line) => line.act);

	test('W-08 a case has an owner from the first moment, who must be there', async () => {
		const nobody = here.hall.write((tx) => openCase(tx, here.hall, ONE, { kind: 'matter', owner: '4711', about: '' }));
		expect(refusal(await nobody)).toBe('staff-unknown');
		const row = await open();
		expect(await stored(row.id)).toMatchObject({ owner: '1001', first_owner: '1001', stage: 'working', state: 'open' });
		expect(caseNumber(row)).toMatch(/^S2026\d{4}-\d+$/);
		expect(idOfCaseNumber(caseNumber(row))).toBe(row.id);
		for (const column of ['owner', 'first_owner'] as const) {
			const empty = here.hall.write(({ k }) =>
				sql`update "case" set ${sql.ref(column)} = '' where id = ${row.id}`.execute(k)
			);
			await expect(empty).rejects.toThrow();
		}
	});

	test('W-08 three hand-overs, and the first owner still has it on the list', async () => {
		const { id } = await open();
		const hand = async (from: typeof ONE, to: typeof ONE): Promise<void> => {
			granted(await offerCase(here.hall, from, id, { to: to.staff ?? '', text: '' }));
			granted(await acceptCase(here.hall, to, id));
		};
		await hand(ONE, TWO);
		await hand(TWO, clerkAt('3'));
		await hand(clerkAt('3'), TWO);
		expect(await stored(id)).toMatchObject({ owner: '1002', first_owner: '1001', offered_to: null });
		const list = await openCasesOf(here.hall.read, handOf(here.hall, '1001'));
		expect(list.map((row) => row.id)).toContain(id);
		expect((await acts(id)).filter((act) => act === 'accepted')).toHaveLength(3);
	});

	test('W-08 not accepted in time it falls back; declined or withdrawn it was never gone', async () => {
		const { id } = await open({ givenAt: null });
		granted(await offerCase(here.hall, ONE, id, { to: '1002', text: '请接' }));
		await until(here, new Date(here.clock.now() + 4 * 86_400_000).toISOString());
		expect(refusal(await acceptCase(here.hall, clerkAt('3'), id))).toBe('case-unknown');
		expect(refusal(await acceptCase(here.hall, ONE, id))).toBe('not-offered');
		await keepCases(here.hall);
		expect(await stored(id)).toMatchObject({ owner: '1001', offered_to: null, next_at: null });
		expect(refusal(await acceptCase(here.hall, TWO, id))).toBe('case-unknown');
		granted(await offerCase(here.hall, ONE, id, { to: '1002', text: '' }));
		granted(await declineCase(here.hall, TWO, id, '不是我的业务'));
		granted(await offerCase(here.hall, ONE, id, { to: '1002', text: '' }));
		granted(await withdrawOffer(here.hall, ONE, id));
		expect(refusal(await offerCase(here.hall, ONE, id, { to: '4711', text: '' }))).toBe('staff-unknown');
		expect(await acts(id)).toEqual(['opened', 'offered', 'returned', 'offered', 'declined', 'offered', 'withdrawn']);
	});

	test('S-01 a supervisor steps in, with the reason in the history', async () => {
		const { id } = await open();
		expect(refusal(await takeOverCase(here.hall, TWO, id, ''))).toBe('case-unknown');
		expect(refusal(await takeOverCase(here.hall, ONE, id, ''))).toBe('not-allowed');
		granted(await takeOverCase(here.hall, SUPERVISOR, id, '责任人请假'));
		expect(await stored(id)).toMatchObject({ owner: '9001', first_owner: '1001' });
		const last = (await historyOfCase(here.hall.read, here.hall.id, id)).at(-1);
		expect(last).toMatchObject({ act: 'taken', text: '责任人请假', actor: 'staff:9001' });
	});

	test('W-07 the clock reminds and escalates once each, in whichever process', async () => {
		const { id } = await open();
		await until(here, new Date(due() + 1).toISOString());
		await Promise.all([keepCases(here.hall), keepCases(here.hall)]);
		await keepCases(here.hall);
		expect((await acts(id)).filter((act) => act === 'escalated')).toHaveLength(1);
		expect(await stored(id)).toMatchObject({ late: 1, escalated: 1 });
		const waiting = await casesForClock(here.hall.read, { hall: here.hall.id, at: here.clock.now(), most: 9 });
		expect(waiting).toEqual([]);
	});

	test('W-07 a stored moment at which nothing is due is reckoned anew, and the clock comes to an end', async () => {
		const ids: number[] = [];
		for (let n = 0; n < 51; n += 1) ids.push((await open({ givenAt: due() + 30 * 86_400_000 })).id);
		await keepCases(here.hall);
		const proper = (await stored(ids[0] ?? 0)).next_at;
		await here.hall.write(({ k }) => k.updateTable('case').set({ next_at: 1 }).where('id', 'in', ids).execute());
		await keepCases(here.hall);
		for (const id of ids) expect(await stored(id)).toMatchObject({ next_at: proper, reminded: 0, escalated: 0 });
		await here.hall.write(({ k }) => k.updateTable('case').set({ next_at: null }).where('id', 'in', ids).execute());
	});

	test('W-07 a newly applied hall file is kept to by the cases that are open already', async () => {
		const { id } = await open({ givenAt: due() + 30 * 86_400_000 });
		await keepCases(here.hall);
		const before = here.hall.setup;
		const { file, policies } = before;
		const cases = { ...policies.cases, remindBefore: [{ days: 60 }, { hours: 24 * 30 }] };
		here.hall.setup = new Setup({ ...file, policies: { ...policies, cases } }, here.clock.now());
		await minutes(here, 24 * 60);
		await keepCases(here.hall);
		expect(await acts(id)).toEqual(['opened', 'reminded']);
		here.hall.setup = before;
		await keepCases(here.hall);
		expect((await stored(id)).next_at).toBeGreaterThan(here.clock.now());
	});

	test('C-05 overdue it raises an alarm, which ends with it; a higher level raises another', async () => {
		const { id } = await open();
		const alarms = async (): Promise<string[]> => {
			const all = await liveAlarms(here.hall.read, here.hall.id);
			return all.filter(({ key }) => Number.parseInt(key, 10) === id).map(({ kind }) => kind);
		};
		await until(here, new Date(due() + 1).toISOString());
		await keepCases(here.hall);
		expect(await alarms()).toEqual(['case-overdue']);
		await here.clock.advance(7 * 86_400_000);
		await keepCases(here.hall);
		expect((await alarms()).toSorted()).toEqual(['case-escalated', 'case-overdue']);
		granted(await actOnCase(here.hall, ONE, id, { act: 'grant', text: '', days: null }));
		expect(await alarms()).toEqual(['case-escalated']);
	});

	test('C-05 each higher level is told, although nobody has seen what the one before was told', async () => {
		const { id } = await open();
		const before = here.hall.setup;
		const { file, policies } = before;
		const cases = { ...policies.cases, escalateAfter: [{ workdays: 0 }, { hours: 1 }, { hours: 2 }] };
		here.hall.setup = new Setup({ ...file, policies: { ...policies, cases } }, here.clock.now());
		await until(here, new Date(due() + 1).toISOString());
		for (let n = 0; n < 3; n += 1) {
			await keepCases(here.hall);
			await minutes(here, 61);
		}
		const rows = (await liveAlarms(here.hall.read, here.hall.id)).filter(({ key }) => Number.parseInt(key, 10) === id);
		const levels = rows.map(({ kind, about }) => [kind, (JSON.parse(about) as { level: number }).level]);
		here.hall.setup = before;
		expect(levels).toEqual([
			['case-overdue', 1],
			['case-escalated', 2],
			['case-escalated', 3]
		]);
	});

	test('C-05 who has no part in a case sees nothing of it; who watches the hall sees all', async () => {
		const { id } = await open();
		const seen = async (who: Who): Promise<boolean> => (await caseView(here.hall, who, id)) !== undefined;
		const auditor: Who = { role: 'auditor', name: 'staff:9201', staff: '9201' };
		expect([await seen(ONE), await seen(TWO), await seen(SUPERVISOR), await seen(auditor)]).toEqual([
			...[true, false, true, true]
		]);
		expect((await caseView(here.hall, auditor, id))?.acts).toEqual([]);
		granted(await offerCase(here.hall, ONE, id, { to: '1002', text: '' }));
		expect(await seen(TWO)).toBe(true);
		const lists = async (who: Who): Promise<number[][]> => {
			const views = await Promise.all(
				(['mine', 'offered', 'all'] as const).map((list) => casesView(here.hall, who, list))
			);
			return views.map(({ cases }) => cases.filter((one) => one.id === id).map((one) => one.id));
		};
		expect(await lists(ONE)).toEqual([[id], [], []]);
		expect(await lists(TWO)).toEqual([[], [id], []]);
		expect(await lists(SUPERVISOR)).toEqual([[], [], [id]]);
		expect((await casesDue(here.hall, '1002')).offered).toBe(1);
		expect((await casesDue(here.hall, '1001')).due).toBeGreaterThan(0);
		expect(await casesDue(here.hall, null)).toEqual({ mine: 0, due: 0, offered: 0 });
	});

	test('W-07 late, it is closed only with its reason', async () => {
		const { id } = await open();
		await until(here, new Date(due() + 1).toISOString());
		const wish = { text: '电话告知', days: null };
		granted(await actOnCase(here.hall, ONE, id, { ...wish, act: 'grant' }));
		expect(refusal(await actOnCase(here.hall, ONE, id, { ...wish, act: 'tell-by-phone' }))).toBe('delay-unexplained');
		granted(await actOnCase(here.hall, ONE, id, { ...wish, act: 'explain-delay' }));
		granted(await actOnCase(here.hall, ONE, id, { ...wish, act: 'tell-by-phone' }));
		expect(await stored(id)).toMatchObject({ state: 'closed', outcome: 'told-by-phone', late: 1, explained: 1 });
		expect(refusal(await actOnCase(here.hall, ONE, id, { ...wish, act: 'note' }))).toBe('case-closed');
		expect(refusal(await actOnCase(here.hall, ONE, 999_999, { ...wish, act: 'note' }))).toBe('case-unknown');
	});

	test('W-09 what a visitor will read is checked; what is refused has changed nothing', async () => {
		const { id } = await open();
		const wish = { act: 'deny', text: '急什么，这不归我管。', days: null };
		expect(refusal(await actOnCase(here.hall, ONE, id, wish))).toBe('wording');
		expect(await acts(id)).toEqual(['opened']);
		expect(refusal(await actOnCase(here.hall, TWO, id, { ...wish, override: true }))).toBe('case-unknown');
		granted(await actOnCase(here.hall, ONE, id, { ...wish, act: 'note' }));
		granted(await actOnCase(here.hall, ONE, id, { ...wish, override: true }));
		expect(await acts(id)).toEqual(['opened', 'note', 'deny']);
	});

	test('T-01 what is written stays out of the ledger, which can prove it all the same', async () => {
		const { id } = await open({ about: '张某的过户', text: '联系电话 13900000000' });
		granted(await actOnCase(here.hall, ONE, id, { act: 'note', text: '张某来电', days: null }));
		const from = (await newestLine(here.hall.read, here.hall.id)) - 20;
		const lines = await linesAfter(here.hall.read, here.hall.id, Math.max(0, from));
		expect(lines.map((line) => line.body).join('\n')).not.toMatch(/张某|13900000000/);
		const noted = (await historyOfCase(here.hall.read, here.hall.id, id)).at(-1);
		expect(JSON.parse(noted?.body ?? '')).toMatchObject({
			case: id,
			act: 'note',
			text: sha256(`${noted?.salt ?? ''}张某来电`)
		});
	});

	test('C-03 evidence is what was known then: ticket, times, staff numbers, ledger lines; nobody changes it', async () => {
		await here.open('1');
		const { ticket, leg } = await here.take('enrol');
		const row = await open({ ticket: ticket.id, leg: leg.id, evidence: { notices: [] } });
		const [evidence] = await evidenceOf(here.hall.read, here.hall.id, row.id);
		if (!evidence) throw new Error('nothing was bound');
		expect(JSON.parse(evidence.body)).toMatchObject({
			ticket: { id: ticket.id, number: ticket.number },
			legs: [{ id: leg.id, queue: 'social' }],
			ledger: [
				{ seq: ticket.id, act: 'ticket.issued' },
				{ seq: row.id, act: 'case.opened' }
			],
			notices: []
		});
		expect(evidence.body).not.toContain(ticket.token);
		const history = await historyOfCase(here.hall.read, here.hall.id, row.id);
		const line = history.find((one) => one.line === evidence.line);
		expect(evidenceHolds(evidence, line?.body ?? '')).toBe(true);
		expect(evidenceHolds({ ...evidence, body: '{}' }, line?.body ?? '')).toBe(false);
		for (const change of [sql`update case_evidence set body = '{}'`, sql`delete from case_evidence`])
			await expect(here.hall.write(({ k }) => change.execute(k))).rejects.toThrow('only added to');
	});

	test('T-01 whom a case is from is shown masked, opened for a reason, and forgotten after its end', async () => {
		const { id } = await open();
		const data = { name: '王小明', phone: '13800001234' };
		await here.hall.write((tx) => keepSealed(tx, here.hall, ONE, { at: { subject: 'case', of: id }, data }));
		const shown = async (): Promise<unknown> => (await caseView(here.hall, ONE, id))?.person;
		expect(await shown()).toEqual({ name: '王**', phone: '138****1234', address: null, gone: false, opens: true });
		expect(granted(await openPerson(here.hall, ONE, id, 'call'))).toEqual({ ...data, address: null });
		expect(refusal(await openPerson(here.hall, TWO, id, 'call'))).toBe('case-unknown');
		const administrator: Who = { role: 'administrator', name: 'staff:9101', staff: '9101' };
		expect(refusal(await openPerson(here.hall, administrator, id, 'call'))).toBe('not-allowed');
		granted(await actOnCase(here.hall, ONE, id, { act: 'withdraw', text: '申请人撤回', days: null }));
		await here.clock.advance(31 * 86_400_000);
		await forgetPersonal(here.hall);
		expect(await shown()).toMatchObject({ name: null, gone: true, opens: false });
	});

	test('C-05 whom a case concerns opens nobody and sees nothing but where the kind lets that person act', async () => {
		const about = { kind: 'rating', owner: '9001', concerned: '1002', givenAt: due() };
		const { id } = await open(about);
		expect(await caseView(here.hall, TWO, id)).toBeUndefined();
		expect(refusal(await openPerson(here.hall, TWO, id, 'check'))).toBe('case-unknown');
		expect(refusal(await offerCase(here.hall, SUPERVISOR, id, { to: '1002', text: '' }))).toBe('conflict-of-interest');
		const own = here.hall.write((tx) => openCase(tx, here.hall, ONE, { ...about, owner: '1002', about: '' }));
		expect(refusal(await own)).toBe('conflict-of-interest');
	});

	test('C-05 to whom a case is not shown there is none to act on or hand, whatever its number', async () => {
		const rating = await open({ kind: 'rating', owner: '9001', concerned: '1001' });
		const matter = await open();
		const auditor: Who = { role: 'auditor', name: 'staff:9201', staff: '9201' };
		for (const [who, id] of [
			[ONE, rating.id],
			[TWO, rating.id],
			[{ ...ONE, role: 'supervisor' }, rating.id],
			[TWO, matter.id]
		] as const) {
			const asked = await Promise.all([
				actOnCase(here.hall, who, id, { act: 'note', text: '试', days: null }),
				offerCase(here.hall, who, id, { to: '1003', text: '' }),
				acceptCase(here.hall, who, id),
				declineCase(here.hall, who, id, ''),
				withdrawOffer(here.hall, who, id),
				takeOverCase(here.hall, who, id, '')
			]);
			expect(asked.map(refusal)).toEqual(asked.map(() => 'case-unknown'));
		}
		expect(refusal(await takeOverCase(here.hall, auditor, matter.id, ''))).toBe('not-allowed');
		expect((await stored(rating.id)).owner).toBe('9001');
		expect(await acts(rating.id)).toEqual(['opened', 'evidence-bound']);
	});

	test('the same intent is the same case', async () => {
		const first = await open({ intent: 'wish-0001' });
		expect((await open({ intent: 'wish-0001', owner: '1002' })).id).toBe(first.id);
	});
});
