import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { historyOfCase } from '#db/cases.ts';
import { linesAfter, newestLine } from '#db/ledger.ts';
import { personalOf } from '#db/personal.ts';
import type { CaseRow } from '#db/schema.ts';
import { getSlip } from '#db/slips.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { KIOSK, SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { joinCase, tellCase } from '../cases/join.ts';
import { keepCases } from '../cases/keep.ts';
import { caseView } from '../cases/view.ts';
import { whatIs } from '../codes/what.ts';
import { slipLines } from '../devices/slip.ts';
import { actByCode, noteRead } from '../follow/act.ts';
import { followedCase, publicCase } from '../follow/view.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { dayOf } from '../rules/day.ts';
import { readVisitorCode } from '../rules/visitor-code.ts';
import type { PublicCaseView } from '../views.ts';
import { say, type Said, type SayWish } from './take.ts';
import { sayView } from './view.ts';

const HALL = LONG_HALL.replace('staff:\n', 'staff:\n  - { no: 9001, name: 值班长, role: supervisor }\n');
const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const WORDS = '等了两个小时，叫号跳过了我';
const PHONE = '13900000000';

let intents = 0;
const wished = (more: Partial<SayWish> = {}): SayWish => {
	intents += 1;
	const about = { window: null, concerned: null, department: null, ticket: '' };
	const who = { name: '', phone: '', contact: 'page' as const, lang: 'zh-CN' as const, device: null };
	return { kind: 'complaint', text: WORDS, ...about, ...who, intent: `say-intent-${String(intents)}`, ...more };
};

describe.each(ENGINES)('%s: what visitors say', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const take = async (more: Partial<SayWish> = {}, who: Who = VISITOR): Promise<Said> =>
		granted(await say(here.hall, who, wished(more)));
	const shown = async ({ code }: CaseRow): Promise<PublicCaseView> => {
		const view = await publicCase(here.hall, code ?? '');
		if (!view) throw new Error('no such code');
		return view;
	};
	const answer = async ({ id }: CaseRow, text: string): Promise<CaseRow> =>
		granted(await actOnCase(here.hall, SUPERVISOR, id, { act: 'answer-explained', text, days: null }));
	const does = (row: CaseRow, act: string, text = ''): ReturnType<typeof actByCode> =>
		actByCode(here.hall, VISITOR, row.code ?? '', { act, text });

	test('C-01 C-02 K-09 anonymous and at night, it has an owner, a day and a code at once', async () => {
		await minutes(here, 17 * 60);
		const { row, slip } = await take();
		expect([slip, row.contact, row.owner]).toMatchObject([null, 'page', expect.stringMatching(/^\d{4}$/)]);
		expect(readVisitorCode(row.code ?? '')).toBe(row.code);
		const view = await shown(row);
		expect(view).toMatchObject({ kind: 'complaint', state: 'open', joined: false, answers: [], told: null });
		expect(view.dueDay).toBe(view.dueAt && dayOf(view.dueAt, here.hall.setup.timeZone));
		expect(view.may.map(({ act }) => act)).toEqual(['add', 'withdraw']);
		expect(await personalOf(here.hall.read, { hall: here.hall.id, subject: 'case', of: row.id })).toEqual([]);
	});

	test('C-02 whose it is and what was written stand neither in the ledger nor on the page', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const { row } = await take({ name: '王小明', phone: PHONE, contact: 'call' });
		const lines = JSON.stringify(await linesAfter(here.hall.read, here.hall.id, before));
		const page = JSON.stringify(await shown(row));
		for (const secret of ['王小明', PHONE, WORDS]) {
			expect(lines).not.toContain(secret);
			expect(page).not.toContain(secret);
		}
		const sealed = await personalOf(here.hall.read, { hall: here.hall.id, subject: 'case', of: row.id });
		expect(sealed.map(({ field }) => field).toSorted()).toEqual(['name', 'phone']);
		expect(JSON.stringify(sealed)).not.toContain(PHONE);
	});

	test('C-02 what cannot be read is refused, and nothing is kept', async () => {
		const before = await newestLine(here.hall.read, here.hall.id);
		const asked = async (more: Partial<SayWish>): Promise<string> =>
			refusal(await say(here.hall, VISITOR, wished(more)));
		expect(await asked({ text: '  ' })).toBe('text-needed');
		expect(await asked({ contact: 'call' })).toBe('phone-invalid');
		expect(await asked({ phone: '12' })).toBe('phone-invalid');
		expect(await asked({ ticket: 'A999' })).toBe('ticket-unknown');
		expect(await asked({ concerned: '4711' })).toBe('staff-unknown');
		expect(await newestLine(here.hall.read, here.hall.id)).toBe(before);
	});

	test('T-01 the same intent is the same case, and one slip', async () => {
		const wish = wished({ device: 'kiosk-1' });
		const first = granted(await say(here.hall, KIOSK, wish));
		const again = granted(await say(here.hall, KIOSK, wish));
		expect([again.row.id, again.slip]).toEqual([first.row.id, null]);
	});

	test('C-01 K-10 the receipt tells kind, day, code and ways to ask, and nothing that was said', async () => {
		const ticket = await here.take('enrol');
		const { row, slip } = await take({ device: 'kiosk-1', ticket: ticket.ticket.number, lang: 'en' }, KIOSK);
		expect([row.ticket, slip?.group, slip?.kind]).toEqual([ticket.ticket.id, 'main', 'receipt']);
		const stored = await getSlip(here.hall.read, here.hall.id, slip?.id ?? 0);
		const lines = JSON.stringify(stored && (await slipLines(here.hall, stored, 48)));
		const view = await shown(row);
		const code = view.code.replace(/(.{4})(?=.)/g, '$1 ');
		for (const told of ['Receipt', code, view.link, view.number, `Answered by ${view.dueDay ?? ''}`]) {
			expect(lines).toContain(told);
		}
		expect(lines).not.toContain(WORDS);
	});

	test('C-01 staff write down what they hear, with the desk and who took it in; a window prints beside it', async () => {
		const { row, slip } = await take({ contact: 'none' }, GUIDE);
		expect([row.contact, slip?.kind]).toEqual(['none', 'receipt']);
		const [opened] = await historyOfCase(here.hall.read, here.hall.id, row.id);
		expect(opened).toMatchObject({ act: 'opened', actor: 'staff:8001' });
	});

	test('K-09 a flood from one kiosk, and from everywhere, is stopped for a minute; staff go on', async () => {
		await minutes(here, 2);
		const tries = async (count: number, device: string | null): Promise<number> => {
			const all = [];
			for (let i = 0; i < count; i += 1) all.push(await say(here.hall, VISITOR, wished({ device, text: String(i) })));
			return all.filter(({ ok }) => ok).length;
		};
		expect(await tries(6, 'kiosk-1')).toBe(5);
		expect(await tries(20, null)).toBe(15);
		expect(refusal(await say(here.hall, VISITOR, wished()))).toBe('too-many-tries');
		await take({}, GUIDE);
		await minutes(here, 2);
		await take();
	});

	test('C-07 answered, read, not satisfied, answered again, satisfied', async () => {
		const { row } = await take();
		granted(await does(row, 'add', '是三号窗口'));
		granted(await does(row, 'add', '是三号窗口'));
		const words = await historyOfCase(here.hall.read, here.hall.id, row.id);
		expect(words.filter(({ act }) => act === 'add')).toHaveLength(1);
		expect(refusal(await does(row, 'answer-explained', '我自己答'))).toBe('not-your-case');
		await answer(row, '当日叫号顺序已核查');
		await noteRead(here.hall, VISITOR, row.code ?? '');
		expect(await shown(row)).toMatchObject({
			answers: [{ act: 'answer-explained', text: '当日叫号顺序已核查' }],
			told: { way: 'page' }
		});
		expect(refusal(await does(row, 'not-satisfied'))).toBe('text-needed');
		granted(await does(row, 'not-satisfied', '没有说明为什么跳过'));
		const again = await shown(row);
		expect(again).toMatchObject({ reopened: true, told: null, state: 'open' });
		expect(again.dueAt).toBeGreaterThan(here.clock.now());
		await answer(row, '系统故障，已整改');
		granted(await does(row, 'satisfied'));
		expect(await shown(row)).toMatchObject({ state: 'closed', outcome: 'satisfied', may: [], dueAt: null });
		expect(refusal(await does(row, 'add', '再说一句'))).toBe('case-closed');
	});

	test('C-07 nobody objects, and the clock closes it once', async () => {
		const { row } = await take();
		await answer(row, '已核查');
		for (let day = 0; day < 9; day += 1) await tomorrow(here);
		await keepCases(here.hall);
		const view = await caseView(here.hall, SUPERVISOR, row.id);
		expect([view?.state, view?.late]).toEqual(['closed', false]);
		const lapsed = view?.history.filter(({ actor, act }) => actor === 'system' && act === 'lapse');
		expect(lapsed).toHaveLength(1);
	});

	test('C-05 the code of a joined case shows the other one; its visitor does nothing there, and is told of the answer', async () => {
		const main = (await take({ text: '空调太冷' })).row;
		const other = (await take({ text: '三楼太冷', phone: PHONE, contact: 'call' })).row;
		const joining = { to: main.id };
		expect(refusal(await joinCase(here.hall, GUIDE, other.id, joining))).not.toBe('not refused');
		granted(await joinCase(here.hall, SUPERVISOR, other.id, joining));
		expect(refusal(await joinCase(here.hall, SUPERVISOR, main.id, { to: other.id }))).toBe('not-joinable');
		await answer(main, '已调高温度');
		const view = await shown(other);
		expect(view).toMatchObject({ joined: true, may: [], answers: [{ text: '已调高温度' }], contact: 'call' });
		expect(view.number).not.toBe((await shown(main)).number);
		expect(refusal(await does(other, 'satisfied'))).toBe('case-closed');
		const joined = async (): Promise<boolean | undefined> =>
			(await caseView(here.hall, SUPERVISOR, main.id))?.joined.find(({ id }) => id === other.id)?.told;
		expect(await joined()).toBe(false);
		granted(await tellCase(here.hall, SUPERVISOR, other.id, { way: 'call' }));
		expect([await joined(), (await shown(other)).told?.way]).toEqual([true, 'call']);
		// Whoever has still to be called is known until the matter is over.
		const kept = await personalOf(here.hall.read, { hall: here.hall.id, subject: 'case', of: other.id });
		granted(await does(main, 'satisfied'));
		const after = await personalOf(here.hall.read, { hall: here.hall.id, subject: 'case', of: other.id });
		expect(kept[0]?.delete_at).toBeGreaterThan(after[0]?.delete_at ?? Infinity);
	});

	test('C-07 wrong codes are told as such, and guessing is stopped', async () => {
		await minutes(here, 2);
		const { row } = await take();
		const code = row.code ?? '';
		expect(granted(await whatIs(here.hall, KIOSK, code))).toEqual({ code, of: 'case' });
		expect(refusal(await followedCase(here.hall, KIOSK, '123456789012'))).toBe('code-unknown');
		const guess = (): Promise<string> => followedCase(here.hall, KIOSK, '000000005724').then(refusal);
		for (let i = 0; i < 5; i += 1) expect(await guess()).toBe('code-unknown');
		expect(await guess()).toBe('too-many-tries');
		expect(refusal(await whatIs(here.hall, KIOSK, code))).toBe('too-many-tries');
		granted(await followedCase(here.hall, VISITOR, code));
		await minutes(here, 2);
		granted(await followedCase(here.hall, KIOSK, ` ${code.slice(0, 4)} ${code.slice(4)}`));
	});

	test('K-09 only what somebody takes in is offered, with how long names are kept', () => {
		expect(sayView(here.hall, [])).toMatchObject({ kinds: [], keepDays: { after: 30, most: 365 } });
		expect(sayView(here.hall).kinds).toContain('complaint');
	});
});
