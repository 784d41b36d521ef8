import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getCase } from '#db/cases.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { getPhoneCall, phoneActsOf } from '#db/phone-calls.ts';
import { personalOf } from '#db/personal.ts';
import type { CaseRow, PhoneCallRow, PhoneEventKind } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { phoneHall } from '#test/fixtures/telephone.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { openCase } from '../cases/open.ts';
import { checkIdentity, openNumber, refer, transfer } from './acts.ts';
import { openCallBack } from './cases.ts';
import { searchDirectory } from './directory.ts';
import { hearEvents, type CallEvent } from './events.ts';
import { beginByHand, tellByHand } from './hand.ts';
import { takeIntake } from './intake.ts';
import { maskedPerson } from '../personal/keep.ts';
import { callersRecord } from './records.ts';
import { setSeat } from './seats.ts';
import { endLostCalls, forgetPhones } from './forget.ts';
import { telephoneView } from './view.ts';
import { sumUp } from './wrap.ts';

const SYSTEM_KEY: Who = { role: 'telephone', name: 'key:phone' };
const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const CLERK: Who = { role: 'clerk', name: 'staff:1001', staff: '1001' };
const CALLER = '13900000000';
const NOBODY = { name: '', phone: '', ownNumber: false, consent: false };

describe.each(ENGINES)('%s: the telephone', (engine) => {
	let here: TestHall;
	let refs = 0;
	beforeAll(async () => {
		here = await testHall(engine, phoneHall());
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const event = (ref: string, kind: PhoneEventKind, seconds: number, more: Partial<CallEvent> = {}): CallEvent => ({
		...{ call: ref, event: kind, at: here.clock.now() + seconds * 1000 },
		...{ line: '88300000', caller: CALLER, staff: null, extension: null, ...more }
	});
	const tell = async (...events: CallEvent[]): Promise<PhoneCallRow> => {
		const [row] = granted(await hearEvents(here.hall, SYSTEM_KEY, 'api', events));
		if (!row) throw new Error('no call');
		return row;
	};
	const answered = async (by = '8001', caller = CALLER): Promise<PhoneCallRow> => {
		refs += 1;
		const ref = `call-${String(refs)}`;
		return tell(
			event(ref, 'ringing', -12, { caller }),
			event(ref, 'answered', 0, { caller, extension: by === '8001' ? '8001' : '8002' })
		);
	};
	const ended = async (call: PhoneCallRow): Promise<PhoneCallRow> => tell(event(call.ref, 'ended', 0));
	const seat = async (who: Who): Promise<string> => (await telephoneView(here.hall, who)).seat.state;
	const summed = async (call: PhoneCallRow, code = 'consult', text = ''): Promise<PhoneCallRow> =>
		granted(await sumUp(here.hall, GUIDE, call.id, { class: code, text }));

	test('P-01 P-02 P-09 it rings, is answered late, ended, summed up; and one is ready again', async () => {
		granted(await setSeat(here.hall, GUIDE, { state: 'ready', reason: null }));
		const call = await answered();
		expect(call).toMatchObject({ state: 'talking', staff: '8001', late: 1, line: 'main' });
		expect(await seat(GUIDE)).toBe('talking');
		expect(refusal(await setSeat(here.hall, GUIDE, { state: 'ready', reason: null }))).toBe('seat-busy');
		const view = await telephoneView(here.hall, GUIDE);
		expect(view.current).toMatchObject({ id: call.id, late: true, caller: '139****0000' });
		expect(refusal(await sumUp(here.hall, GUIDE, call.id, { class: 'consult', text: '' }))).toBe('call-goes-on');
		await minutes(here, 2);
		await ended(call);
		expect(await seat(GUIDE)).toBe('wrap-up');
		expect(refusal(await setSeat(here.hall, GUIDE, { state: 'signed-off', reason: null }))).toBe('summary-needed');
		expect(refusal(await sumUp(here.hall, CLERK, call.id, { class: 'consult', text: '' }))).toBe('not-your-call');
		expect(refusal(await sumUp(here.hall, GUIDE, call.id, { class: 'gossip', text: '' }))).toBe('phone-class-unknown');
		expect(await summed(call, 'consult', '问社保')).toMatchObject({ class: 'consult', wrapped_by: '8001' });
		expect(await seat(GUIDE)).toBe('ready');
		expect((await telephoneView(here.hall, GUIDE)).today).toMatchObject({
			...{ calls: 1, late: 1 },
			times: { talking: 120_000 }
		});
		granted(await setSeat(here.hall, GUIDE, { state: 'not-ready', reason: 'break' }));
		expect(refusal(await setSeat(here.hall, GUIDE, { state: 'not-ready', reason: 'tired' }))).toBe('reason-needed');
		granted(await setSeat(here.hall, GUIDE, { state: 'signed-off', reason: null }));
	});

	test('P-01 told twice and in any order, it is the same record, and nothing new is written', async () => {
		const kinds: [PhoneEventKind, number, string | null][] = [
			['ringing', -60, null],
			['answered', -55, '8001'],
			['held', -40, null],
			['resumed', -5, null],
			['transferred', -4, '8002'],
			['ended', -1, null]
		];
		const told = kinds.map(([kind, at, extension]) => event('same', kind, at, { extension }));
		const recorded = async (ref: string, events: CallEvent[]): Promise<Partial<PhoneCallRow>> => {
			const { id, ...row } = await tell(...events.map((one) => ({ ...one, call: ref })));
			expect(id).toBeGreaterThan(0);
			return { ...row, ref: '' };
		};
		const known = await recorded('same', told);
		const before = await newestLine(here.hall.read, here.hall.id);
		await tell(...told.toReversed());
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(before);
		expect(known).toMatchObject({ state: 'ended', held_ms: 35_000, talker: '1001', transfers: 1, late: 0 });
		let n = 0;
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray([...told, ...told], { minLength: 6 }), async (some) => {
				n += 1;
				expect(await recorded(`again-${String(n)}`, [...some, ...told])).toEqual(known);
			}),
			{ numRuns: 8 }
		);
		for (const who of [GUIDE, CLERK]) {
			for (const { id } of (await telephoneView(here.hall, who)).unwrapped) {
				granted(await sumUp(here.hall, who, id, { class: 'other', text: '' }));
			}
		}
	});

	test('P-01 an end that is heard of before the answer still has to be summed up', async () => {
		await tell(event('odd', 'ended', -1));
		const call = await tell(event('odd', 'ringing', -30), event('odd', 'answered', -20, { staff: '1002' }));
		const other: Who = { role: 'clerk', name: 'staff:1002', staff: '1002' };
		expect(await seat(other)).toBe('wrap-up');
		granted(await sumUp(here.hall, other, call.id, { class: 'other', text: '' }));
		expect(await seat(other)).toBe('ready');
		const late = event('future', 'ringing', 3600);
		expect(refusal(await hearEvents(here.hall, SYSTEM_KEY, 'api', [late]))).toBe('bad-request');
	});

	test('P-07 T-01 no number and no word said stands in the ledger; the number is masked, and forgotten in time', async () => {
		const from = await newestLine(here.hall.read, here.hall.id);
		const call = await answered();
		await ended(call);
		await summed(call, 'consult', '张某问社保');
		const bodies = (await linesAfter(here.hall.read, here.hall.id, from)).map((line) => line.body).join('\n');
		expect(bodies).not.toContain(CALLER);
		expect(bodies).not.toContain('张某');
		expect(bodies).not.toContain(call.caller);
		expect(granted(await openNumber(here.hall, GUIDE, call.id)).number).toBe(CALLER);
		expect(refusal(await openNumber(here.hall, CLERK, call.id))).toBe('not-your-call');
		await here.clock.advance(32 * 86_400_000);
		await forgetPhones(here.hall);
		expect((await getPhoneCall(here.hall.read, here.hall.id, call.id))?.caller).toBeNull();
	});

	test('P-09 a call whose end nobody tells does not keep somebody, nor a number, for good', async () => {
		const call = await answered();
		await here.clock.advance(3 * 3_600_000);
		await endLostCalls(here.hall);
		expect(await seat(GUIDE)).toBe('talking');
		await here.clock.advance(2 * 3_600_000);
		await endLostCalls(here.hall);
		expect(await seat(GUIDE)).toBe('wrap-up');
		const [number] = await personalOf(here.hall.read, { hall: here.hall.id, subject: 'phone-call', of: call.id });
		const { keepDaysAfter } = here.hall.setup.policies.personal;
		expect(number?.delete_at).toBe(here.clock.now() + keepDaysAfter * 86_400_000);
		await summed(call);
	});

	test('P-03 who called the wrong number is told the right one out of the directory, and it is recorded', async () => {
		const call = await answered();
		const [found] = await searchDirectory(here.hall, GUIDE, '人社局');
		expect(found).toMatchObject({ key: 'department:hrss', numbers: ['0555-8830021'] });
		expect(refusal(await refer(here.hall, GUIDE, call.id, { key: 'department:hrss', number: '110' }))).toBe(
			'knowledge-unknown'
		);
		granted(await refer(here.hall, GUIDE, call.id, { key: 'department:hrss', number: '0555-8830021' }));
		await ended(call);
		await summed(call, 'wrong-number');
		expect((await phoneActsOf(here.hall.read, here.hall.id, call.id)).map(({ act }) => act)).toEqual(['referred']);
	});

	test('P-04 a transfer needs the consent; one that fails opens a call-back for the same day at once', async () => {
		const call = await answered();
		expect(refusal(await transfer(here.hall, GUIDE, call.id, { to: '1001', consent: false }))).toBe('transfer-consent');
		expect(refusal(await transfer(here.hall, GUIDE, call.id, { to: '8001', consent: true }))).toBe('target-same');
		granted(await transfer(here.hall, GUIDE, call.id, { to: '1001', consent: true }));
		const wish = { ...NOBODY, about: '社保转移', text: '转接无人接听', failed: '1001' };
		expect(refusal(await openCallBack(here.hall, GUIDE, call.id, wish))).toBe('number-needed');
		const own = { ...wish, ownNumber: true };
		expect(refusal(await openCallBack(here.hall, GUIDE, call.id, own))).toBe('consent-needed');
		const row = granted(await openCallBack(here.hall, GUIDE, call.id, { ...own, consent: true }));
		expect(row).toMatchObject({ kind: 'call-back', owner: '8001', stage: 'calling' });
		expect(new Date(row.due_at ?? 0).toISOString().slice(0, 10)).toBe(
			new Date(here.clock.now()).toISOString().slice(0, 10)
		);
		const again = await openCallBack(here.hall, GUIDE, call.id, { ...own, consent: true });
		expect(refusal(again)).toBe('called-back-already');
		const acts = await phoneActsOf(here.hall.read, here.hall.id, call.id);
		expect(acts.map(({ act }) => act)).toEqual(['transferred', 'transfer-failed', 'case-opened']);
		await ended(call);
		await summed(call);
	});

	test('P-05 nobody is unreachable before the third attempt, each with its time', async () => {
		const missed = await tell(event('miss-1', 'ringing', -30), event('miss-1', 'missed', -5));
		expect((await telephoneView(here.hall, CLERK)).missed.map(({ id }) => id)).toContain(missed.id);
		const wish = { ...NOBODY, ownNumber: true, about: '未接来电', text: '', failed: null };
		const row = granted(await openCallBack(here.hall, CLERK, missed.id, wish));
		expect((await telephoneView(here.hall, CLERK)).missed.map(({ id }) => id)).not.toContain(missed.id);
		const act = async (name: string): Promise<string> =>
			refusal(await actOnCase(here.hall, CLERK, row.id, { act: name, text: '', days: null }));
		expect(await act('unreachable')).toBe('case-too-early');
		for (let n = 0; n < 3; n += 1) {
			expect(await act('not-reached')).toBe('not refused');
			expect(await act('unreachable')).toBe(n < 2 ? 'case-too-early' : 'not refused');
			await minutes(here, 30);
		}
		expect((await getCase(here.hall.read, here.hall.id, row.id))?.outcome).toBe('unreachable');
	});

	test('P-08 P-10 journalists are led to the office in charge; contradictory rules are reported to a supervisor', async () => {
		const press = await answered();
		await ended(press);
		await summed(press, 'media');
		expect((await phoneActsOf(here.hall.read, here.hall.id, press.id))[0]).toMatchObject({
			...{ act: 'media-led', body: JSON.stringify({ to: '宣传科' }) }
		});
		const call = await answered();
		await ended(call);
		expect(refusal(await sumUp(here.hall, GUIDE, call.id, { class: 'contradictory', text: ' ' }))).toBe('text-needed');
		await summed(call, 'contradictory', '省市两级对年限的规定不同');
		const [opened] = await phoneActsOf(here.hall.read, here.hall.id, call.id);
		expect(await getCase(here.hall.read, here.hall.id, opened?.case ?? 0)).toMatchObject({
			...{ kind: 'contradiction', owner: '9001', stage: 'reported' }
		});
	});

	test('P-05 C-01 what a caller leaves is taken down as what a visitor says, with the number sealed in its case', async () => {
		const call = await answered();
		const wish = { ...NOBODY, about: '窗口态度', text: '等了很久没人理', intent: `leave-${String(refs)}` };
		const leave = (kind: string, consent: boolean): ReturnType<typeof takeIntake> =>
			takeIntake(here.hall, GUIDE, call.id, {
				...wish,
				kind,
				intent: `${wish.intent}-${kind}`,
				ownNumber: true,
				consent
			});
		expect(refusal(await leave('gossip', true))).toBe('phone-class-unknown');
		expect(refusal(await leave('complaint', false))).toBe('consent-needed');
		await ended(call);
		expect(refusal(await sumUp(here.hall, GUIDE, call.id, { class: 'complaint', text: '' }))).toBe('complaint-needed');
		const complaint = granted(await leave('complaint', true));
		expect(granted(await leave('complaint', true)).id).toBe(complaint.id);
		const acts = await phoneActsOf(here.hall.read, here.hall.id, call.id);
		expect(acts.filter(({ act }) => act === 'case-opened')).toHaveLength(1);
		const message = granted(await leave('message', true));
		expect([complaint.kind, message.kind, complaint.contact]).toEqual(['complaint', 'message', 'call']);
		expect(await maskedPerson(here.hall, { subject: 'case', of: message.id })).toMatchObject({ phone: '139****0000' });
		granted(await checkIdentity(here.hall, GUIDE, call.id, { checked: ['phone-on-file', 'code'], agrees: true }));
		expect(granted(await callersRecord(here.hall, GUIDE, call.id, message.code ?? '')).kind).toBe('message');
		await summed(call, 'complaint');
	});

	test('P-07 nothing of a person is told before the check, and only to who has the call', async () => {
		const matter = await here.hall.write(async (tx) => {
			const due = { givenAt: here.clock.now() + 86_400_000 * 5 };
			return granted(await openCase(tx, here.hall, CLERK, { kind: 'matter', owner: '1001', about: '过户', ...due }));
		});
		const call = await answered();
		const read = async (who: Who, of: CaseRow = matter): Promise<string> =>
			refusal(await callersRecord(here.hall, who, call.id, caseNumber(of)));
		const check = async (agrees: boolean, checked = ['name', 'id-last-four'] as const): Promise<string> =>
			refusal(await checkIdentity(here.hall, GUIDE, call.id, { checked, agrees }));
		expect(await read(GUIDE)).toBe('identity-unchecked');
		expect(refusal(await checkIdentity(here.hall, GUIDE, call.id, { checked: ['name'], agrees: true }))).toBe(
			'identity-unchecked'
		);
		expect(await check(false)).toBe('not refused');
		expect(await read(GUIDE)).toBe('identity-unchecked');
		expect(await check(true)).toBe('not refused');
		expect([await read(GUIDE), await read(CLERK), await read(SUPERVISOR)]).toEqual([
			...['not refused', 'not-your-call', 'not refused']
		]);
		expect(refusal(await callersRecord(here.hall, GUIDE, call.id, `${caseNumber(matter)}9`))).toBe('case-unknown');
		const about = { owner: '9001', about: '清点药箱', text: '今天完成', givenAt: here.clock.now() + 86_400_000 };
		const task = await here.hall.write((tx) => openCase(tx, here.hall, SUPERVISOR, { ...about, kind: 'task' }));
		expect(await read(GUIDE, granted(task))).toBe('case-unknown');
		expect(granted(await callersRecord(here.hall, GUIDE, call.id, caseNumber(matter)))).toMatchObject({
			...{ kind: 'matter', stage: 'working', owner: '1001' }
		});
		expect(await check(false)).toBe('not refused');
		expect(await read(GUIDE)).toBe('identity-unchecked');
		expect(await check(true)).toBe('not refused');
		await ended(call);
		await summed(call);
		expect(await read(GUIDE)).toBe('call-over');
		const checks = await phoneActsOf(here.hall.read, here.hall.id, call.id);
		expect(checks[0]?.body).toBe(JSON.stringify({ checked: ['name', 'id-last-four'] }));
	});

	test('P-09 where no telephone system tells of calls they are typed by hand', async () => {
		const wish = { line: 'main', caller: '139-0000-0001', rangSeconds: 4, intent: 'by-hand-1' };
		const call = granted(await beginByHand(here.hall, GUIDE, wish));
		expect(granted(await beginByHand(here.hall, GUIDE, wish)).id).toBe(call.id);
		expect(call).toMatchObject({ system: 'hand', state: 'talking', late: 0, staff: '8001' });
		granted(await tellByHand(here.hall, GUIDE, call.id, 'held'));
		await minutes(here, 1);
		expect((await telephoneView(here.hall, GUIDE)).current).toMatchObject({ state: 'held', holds: 1 });
		granted(await tellByHand(here.hall, GUIDE, call.id, 'resumed'));
		expect(granted(await tellByHand(here.hall, GUIDE, call.id, 'ended'))).toMatchObject({ held_ms: 60_000 });
		await summed(call, 'progress');
		const told = await answered();
		expect(refusal(await tellByHand(here.hall, GUIDE, told.id, 'ended'))).toBe('call-of-system');
		await ended(told);
		await summed(told);
	});

	test('P-01 P-02 P-09 S-04 the figures of a day', async () => {
		const call = await answered();
		await minutes(here, 3);
		await ended(call);
		await summed(call, 'progress');
		await tell(event('gone', 'ringing', -30), event('gone', 'missed', -5));
		const day = today(here.hall);
		const { tables } = granted(await figures(here.hall, day, day));
		const rows = (id: string): unknown => tables.find((one) => one.id === id)?.rows;
		expect(rows('telephone')).toEqual([[day, 2, 1, 1, 0.5, 0, 1, 12]]);
		expect(rows('telephone-classes')).toEqual([[{ zh: '办件进度', en: 'Progress' }, 1, 1, 180, 0]]);
		expect(rows('telephone-seats')).toContainEqual(expect.arrayContaining(['8001']));
	});
});
