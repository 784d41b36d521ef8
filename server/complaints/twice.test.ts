import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { getCase, historyOfCase } from '#db/cases.ts';
import type { CaseRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { complain, COMPLAINT_HALL, OFFICE, SECOND } from '#test/fixtures/complaints.ts';
import { clerkAt, granted, refusal, tomorrow } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { callNext } from '../tickets/call.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { actOnCase } from '../cases/act.ts';
import { casesDue } from '../cases/due.ts';
import { declineCase, offerCase } from '../cases/hand.ts';
import { joinCase } from '../cases/join.ts';
import { keepCases } from '../cases/keep.ts';
import { casesView } from '../cases/lists.ts';
import { caseView } from '../cases/view.ts';
import { actByCode } from '../follow/act.ts';
import { followedCase, publicCase } from '../follow/view.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { turnIntoPetition } from './petition.ts';
import { sortComplaint } from './sort.ts';

const HALL = COMPLAINT_HALL.replace(
	'staff:\n',
	'staff:\n  - { no: 1009, name: 九号岗, role: clerk, department: service }\n'
).replace('policies:\n', 'policies:\n  notice: { unsolvedQueue: homes }\n');
const CLERK: Who = { role: 'clerk', name: 'staff:1009', staff: '1009' };

describe.each(ENGINES)('%s: what is said twice, and who may not see or end it', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const owner = (row: CaseRow): Who => ({ role: 'supervisor', name: `staff:${row.owner}`, staff: row.owner });
	const stored = async ({ id }: { id: number }): Promise<CaseRow> => {
		const row = await getCase(here.hall.read, here.hall.id, id);
		if (!row) throw new Error(`no case ${String(id)}`);
		return row;
	};
	const receipts = async (): Promise<number> =>
		(await here.hall.read.selectFrom('slip').select('id').where('kind', '=', 'receipt').execute()).length;
	const saidAgain = async ({ id }: CaseRow): Promise<number> =>
		(await historyOfCase(here.hall.read, here.hall.id, id)).filter(({ act }) => act === 'said-again').length;
	const act = (row: CaseRow, name: string, who = owner(row), text = '您好，已处理，感谢您的反映。') =>
		actOnCase(here.hall, who, row.id, { act: name, text, days: null });

	test('C-01 sent again, the same wish is printed and added once', async () => {
		const before = await receipts();
		const first = granted(await complain(here, { intent: 'print-once-intent', phone: '13900000011' }));
		granted(await complain(here, { intent: 'print-once-intent', phone: '13900000011' }));
		expect(await receipts()).toBe(before + 1);
		const again = { same: first.id, phone: '13900000011', text: '今天还是这样' };
		for (let i = 0; i < 2; i += 1) expect(granted(await complain(here, again)).id).toBe(first.id);
		expect(await saidAgain(first)).toBe(1);
	});

	test('C-04 another visitor with the same matter has a code of the own, joined, and never that of the first', async () => {
		const first = granted(await complain(here, { phone: '13900000012' }));
		const other = granted(await complain(here, { same: first.id, phone: '13900000013' }));
		expect(other).toMatchObject({ joined_to: first.id, outcome: 'joined' });
		expect([other.code === first.code, other.code?.length]).toEqual([false, 12]);
		expect(await saidAgain(first)).toBe(0);
		const unnamed = granted(await complain(here, { same: first.id }));
		expect(unnamed.id).not.toBe(first.id);
		// The first takes the own words back: what others said goes on.
		const withdrawn = await actByCode(here.hall, VISITOR, first.code ?? '', { act: 'withdraw', text: '' });
		expect(refusal(withdrawn)).toBe('case-shared');
		expect(refusal(await act(first, 'withdrawn-by-visitor'))).toBe('case-shared');
		expect(await stored(first)).toMatchObject({ state: 'open' });
	});

	test('C-05 what is about somebody is neither added nor joined to a case that this person may own', async () => {
		const hall = granted(await complain(here, { phone: '13900000014' }));
		const about = granted(await complain(here, { same: hall.id, phone: '13900000014', staff: '9001' }));
		expect(about).toMatchObject({ joined_to: null, state: 'open', concerned: '9001', owner: '9002' });
		expect(refusal(await joinCase(here.hall, SECOND, about.id, { to: hall.id }))).toBe('not-joinable');
		const unsolved = granted(await complain(here, { kind: 'unsolved' }));
		expect(refusal(await joinCase(here.hall, owner(hall), hall.id, { to: unsolved.id }))).toMatch(
			/not-joinable|case-unknown/
		);
		// Whom it concerns writes nothing in it either.
		const clerk = clerkAt('3');
		const one = granted(await complain(here, { phone: '13900000015', staff: '1003' }));
		const added = granted(await complain(here, { same: one.id, phone: '13900000015', staff: '1003' }, clerk));
		expect([added.id === one.id, await saidAgain(one)]).toEqual([false, 0]);
	});

	test('C-05 a code opens nothing to whom it concerns, and its owner is not satisfied for the visitor', async () => {
		const row = granted(await complain(here, { staff: '1003' }));
		const code = row.code ?? '';
		expect(refusal(await followedCase(here.hall, clerkAt('3'), code))).toBe('conflict-of-interest');
		granted(await act(row, 'answer-explained'));
		const satisfied = { act: 'satisfied', text: '' };
		expect(refusal(await actByCode(here.hall, owner(row), code, satisfied))).toBe('not-allowed');
		expect(refusal(await actByCode(here.hall, clerkAt('3'), code, satisfied))).toBe('conflict-of-interest');
		granted(await actByCode(here.hall, VISITOR, code, satisfied));
	});

	test('C-05 handed to a department, it is for those who may own one, and not for whom it concerns', async () => {
		const row = granted(await complain(here, { staff: '8106' }));
		granted(await offerCase(here.hall, owner(row), row.id, { to: { department: 'service' }, text: '' }));
		const offered = async (who: Who): Promise<number[]> =>
			(await casesView(here.hall, who, 'offered')).cases.map(({ id }) => id);
		expect(await offered(OFFICE)).not.toContain(row.id);
		expect((await casesDue(here.hall, '8106')).offered).toBe(0);
		const other = granted(await complain(here, { staff: '9002' }));
		granted(await offerCase(here.hall, owner(other), other.id, { to: { department: 'service' }, text: '' }));
		expect(await offered(OFFICE)).toContain(other.id);
		expect(await offered(CLERK)).toEqual([]);
		expect((await casesDue(here.hall, '1009')).offered).toBe(0);
		expect(await caseView(here.hall, CLERK, other.id)).toBeUndefined();
		expect(refusal(await declineCase(here.hall, CLERK, other.id, ''))).toBe('case-unknown');
	});

	test('C-02 sorted while it is handed to a place, it is sorted and stays handed there', async () => {
		const row = granted(await complain(here));
		granted(await offerCase(here.hall, owner(row), row.id, { to: { department: 'service' }, text: '' }));
		const sorted = { class: 'second-notice', against: 'department', department: 'hrss', cause: null } as const;
		granted(await sortComplaint(here.hall, owner(row), row.id, sorted));
		expect(await stored(row)).toMatchObject({ offered_department: 'service', offered_to: null });
	});

	test('C-05 what is sorted as a matter of the media becomes urgent from now on, with its alarm', async () => {
		const row = granted(await complain(here));
		const sorted = { class: 'media', against: 'hall', department: null, cause: null } as const;
		granted(await sortComplaint(here.hall, owner(row), row.id, sorted));
		expect(await stored(row)).toMatchObject({ urgent: 1, due_at: here.clock.now() + 30 * 60_000 });
		const alarms = await here.hall.read.selectFrom('alarm').select('kind').where('key', '=', String(row.id)).execute();
		expect(alarms.map(({ kind }) => kind)).toContain('complaint-urgent');
	});

	test('办不成事: a service of that queue that ends with nothing registered calls, until it is', async () => {
		const clerk = clerkAt('3');
		granted(await openWindow(here.hall, clerk, '3', '1003'));
		const alarms = async (): Promise<(string | null)[]> =>
			(await liveAlarms(here.hall.read, here.hall.id))
				.filter(({ kind }) => kind === 'unsolved-unregistered')
				.map(({ key }) => key);
		const serve = async (taken: boolean): Promise<number> => {
			await here.take('sale');
			const { ticket } = granted(await callNext(here.hall, clerk, '3'));
			granted(await start(here.hall, clerk, ticket.id));
			if (taken) {
				const row = granted(await complain(here, { kind: 'unsolved', ticket: ticket.id }));
				const calls = (await liveAlarms(here.hall.read, here.hall.id)).filter(({ kind }) => kind === 'unsolved');
				expect(calls.map(({ key }) => key)).toContain(String(row.id));
			}
			granted(await finish(here.hall, clerk, ticket.id, 'done'));
			return ticket.id;
		};
		await serve(true);
		expect(await alarms()).toEqual([]);
		const ticket = await serve(false);
		expect(await alarms()).toEqual([String(ticket)]);
		granted(await complain(here, { kind: 'unsolved', ticket }));
		expect(await alarms()).toEqual([]);
	});

	test('a complaint that became a petition tells its visitor so; a late decision is explained, and then final by itself', async () => {
		const row = granted(await complain(here));
		const text = '您反映的属于信访事项，已登记转送。';
		const petition = granted(await turnIntoPetition(here.hall, owner(row), row.id, { text }));
		expect((await publicCase(here.hall, row.code ?? ''))?.answers).toMatchObject([{ act: 'to-petition', text }]);
		const liaison: Who = { ...OFFICE, name: `staff:${petition.owner}`, staff: petition.owner };
		granted(await act(petition, 'accept', liaison));
		for (let i = 0; i < 70; i += 1) await tomorrow(here);
		expect(refusal(await act(petition, 'decide', liaison))).toBe('delay-unexplained');
		granted(await act(petition, 'explain-delay', liaison));
		granted(await act(petition, 'decide', liaison));
		for (let i = 0; i < 40; i += 1) await tomorrow(here);
		await keepCases(here.hall);
		expect(await stored(petition)).toMatchObject({ state: 'closed', outcome: 'final' });
		expect(SUPERVISOR.staff).toBe('9001');
	});
});
