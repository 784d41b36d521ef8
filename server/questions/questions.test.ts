import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter, newestLine } from '#db/ledger.ts';
import type { CaseRow } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { granted, LONG_HALL, refusal, tomorrow, until } from '#test/fixtures/days.ts';
import { SUPERVISOR, testHall, type TestHall } from '#test/hall.ts';
import { actOnCase } from '../cases/act.ts';
import { acceptCase } from '../cases/hand.ts';
import { keepCases } from '../cases/keep.ts';
import { actByCode } from '../follow/act.ts';
import { publicCase } from '../follow/view.ts';
import { submitDraft, approveVersion } from '../knowledge/publish.ts';
import { knowledgeView } from '../knowledge/view.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { askQuestion, type AskWish } from './ask.ts';
import { draftFrom } from './draft.ts';
import { questionFigures, referralFigures } from './figures.ts';
import { referQuestion } from './refer.ts';
import { notOurs, sendQuestion } from './send.ts';
import { questionsView, questionView } from './view.ts';

const GUIDE: Who = { role: 'guide', name: 'staff:8001', staff: '8001' };
const LIAISON: Who = { role: 'liaison', name: 'staff:8101', staff: '8101' };
const TAXMAN: Who = { role: 'liaison', name: 'staff:8104', staff: '8104' };
const HALL = LONG_HALL.replace(
	'departments:\n',
	'departments:\n  - { code: tax, name: { zh: 税务局, en: Tax }, phone: 0518-85801234, address: { zh: 海棠路9号, en: 9 Haitang Road }, way: { zh: 乘3路到税务局站, en: Bus 3 } }\n' +
		'  - { code: lost, name: { zh: 无人局, en: Nobody } }\n'
).replace(
	'staff:\n',
	'staff:\n  - { no: 8101, name: 人社联络岗, role: liaison, department: hrss }\n' +
		'  - { no: 8104, name: 税务联络岗, role: liaison, department: tax }\n  - { no: 9001, name: 督导岗, role: supervisor }\n'
);
const WISH: Omit<AskWish, 'intent'> = {
	...{
		kind: 'question',
		text: '外地退役军人能在这里转社保吗？',
		words: '退役军人转社保',
		department: 'hrss',
		item: null
	},
	...{ contact: 'page', person: {}, ticket: null, channel: 'desk', lang: 'zh-CN', receipt: { zone: 'east' } }
};
const PLACE = { key: null, written: {}, title: '', lang: 'zh-CN', print: true, override: false };

describe.each(ENGINES)('%s: questions', (engine) => {
	let here: TestHall;
	let intents = 0;
	beforeAll(async () => {
		here = await testHall(engine, HALL);
	});
	beforeEach(() => tomorrow(here));
	afterAll(() => here.close());

	const intent = (): string => `question-intent-${String(++intents)}`;
	const ask = async (wish: Partial<AskWish> = {}, who: Who = GUIDE): Promise<CaseRow> =>
		granted(await askQuestion(here.hall, who, { ...WISH, intent: intent(), ...wish }));
	const act = (who: Who, id: number, name: string, text = ''): Promise<Result<CaseRow>> =>
		actOnCase(here.hall, who, id, { act: name, text, days: null });
	const stands = async (id: number): Promise<unknown[]> => {
		const view = await questionView(here.hall, SUPERVISOR, id);
		return [view?.case.stage, view?.case.owner, view?.case.firstOwner, view?.list];
	};

	test('Q-03 has owner, deadline and code at once, goes to the liaison, and comes back to who was asked first', async () => {
		const row = await ask();
		expect([row.owner, row.first_owner, row.offered_department]).toEqual(['8001', '8001', 'hrss']);
		expect(row.code).toMatch(/^\d{12}$/);
		expect(row.due_at).toBeGreaterThan(here.clock.now() + 2 * 86_400_000);
		expect((await questionsView(here.hall, LIAISON)).lines.map(({ id }) => id)).toContain(row.id);
		expect((await questionsView(here.hall, TAXMAN)).lines.map(({ id }) => id)).not.toContain(row.id);
		expect(refusal(await act(TAXMAN, row.id, 'answer', '可以。'))).toBe('case-unknown');
		granted(await acceptCase(here.hall, LIAISON, row.id));
		expect(await stands(row.id)).toEqual(['asked', '8101', '8001', 'waiting']);
		expect(refusal(await act(LIAISON, row.id, 'answer', '急什么，明天再来。'))).toBe('wording');
		granted(await act(LIAISON, row.id, 'answer', '可以，请带退役证到1号窗口。'));
		expect(await stands(row.id)).toEqual(['answered', '8001', '8001', 'tell']);
		const shown = await publicCase(here.hall, row.code ?? '');
		expect(shown?.answers.map(({ text }) => text)).toEqual(['可以，请带退役证到1号窗口。']);
	});

	test('Q-03 what nobody accepts falls back to the desk, which sends it on; "not ours" goes to whose it is', async () => {
		const row = await ask();
		await until(here, new Date(here.clock.now() + 2 * 86_400_000).toISOString());
		await keepCases(here.hall);
		expect(await stands(row.id)).toEqual(['asked', '8001', '8001', 'unsent']);
		granted(await sendQuestion(here.hall, GUIDE, row.id, { department: 'hrss', text: '请答复' }));
		expect(refusal(await notOurs(here.hall, LIAISON, row.id, { department: 'hrss', text: '' }))).toBe('target-same');
		expect(refusal(await notOurs(here.hall, LIAISON, row.id, { department: 'lost', text: '' }))).toBe('role-unfit');
		granted(await acceptCase(here.hall, LIAISON, row.id));
		const moved = granted(await notOurs(here.hall, LIAISON, row.id, { department: 'tax', text: '属税务' }));
		expect([moved.owner, moved.department, moved.offered_department, moved.due_at]).toEqual([
			'8001',
			'tax',
			'tax',
			row.due_at
		]);
		expect(refusal(await act(LIAISON, row.id, 'answer', '可以。'))).toBe('case-unknown');
		granted(await notOurs(here.hall, TAXMAN, row.id, { department: null, text: '也不是' }));
		expect(await stands(row.id)).toEqual(['asked', '8001', '8001', 'unsent']);
	});

	test('G-03 cannot be closed as "cannot answer" without place and way, by whatever way it is asked', async () => {
		const row = await ask();
		expect(refusal(await act(LIAISON, row.id, 'cannot-answer', '不归我们'))).toBe('case-too-early');
		const wish = { ...PLACE, text: '请到税务局办理。', intent: intent() };
		expect(refusal(await referQuestion(here.hall, LIAISON, row.id, wish))).toBe('referral-incomplete');
		expect(refusal(await referQuestion(here.hall, LIAISON, row.id, { ...wish, written: { place: '海棠路9号' } }))).toBe(
			'referral-incomplete'
		);
		expect((await stands(row.id))[0]).toBe('asked');
		granted(await referQuestion(here.hall, LIAISON, row.id, { ...wish, key: 'department:tax' }));
		expect((await stands(row.id))[0]).toBe('referred');
		const shown = await publicCase(here.hall, row.code ?? '');
		expect(shown?.answers[0]?.text).toContain('怎么去：乘3路到税务局站');
		granted(await act(GUIDE, row.id, 'tell-in-person'));
		const day = here.hall.setup.day(here.clock.now());
		const range = { from: day, to: day, fromAt: 0, untilAt: 0 };
		expect((await referralFigures(here.hall, range)).rows).toEqual([['海棠路9号', 1]]);
		expect((await questionFigures(here.hall, range)).rows).toEqual([
			[{ zh: '人社局', en: 'Social security' }, 1, 0, 1, 1, 1, 0, 0]
		]);
	});

	test('P-05 K-10 a message of a kiosk has an owner of the desk; not reached, it stays open until the third call', async () => {
		const kiosk: Who = { role: 'kiosk', name: 'device:kiosk-1' };
		const wish = { kind: 'message', channel: 'kiosk', contact: 'call', department: null } as const;
		expect(refusal(await askQuestion(here.hall, kiosk, { ...WISH, ...wish, intent: intent() }))).toBe('phone-needed');
		const before = await newestLine(here.hall.read, here.hall.id);
		const row = await ask({ ...wish, person: { phone: '139-0000-0000', name: '王某' } }, kiosk);
		expect([row.kind, row.owner]).toEqual(['message', '8001']);
		const lines = JSON.stringify(await linesAfter(here.hall.read, here.hall.id, before));
		expect(lines).not.toMatch(/13900000000|王某|社保/);
		granted(await act(GUIDE, row.id, 'answer', '可以办理，请带身份证。'));
		expect((await stands(row.id))[0]).toBe('calling');
		// Who begins it again is tried for anew.
		for (let times = 0; times < 3; times += 1) granted(await act(GUIDE, row.id, 'not-reached'));
		granted(await actByCode(here.hall, VISITOR, row.code ?? '', { act: 'not-satisfied', text: '没有说清楚' }));
		granted(await act(GUIDE, row.id, 'answer', '可以办理，请带户口簿。'));
		expect((await questionView(here.hall, GUIDE, row.id))?.attempts).toBe(0);
		for (const times of [1, 2]) {
			granted(await act(GUIDE, row.id, 'not-reached', `第${String(times)}次`));
			expect(refusal(await act(GUIDE, row.id, 'unreached'))).toBe('case-too-early');
		}
		granted(await act(GUIDE, row.id, 'not-reached'));
		expect((await questionsView(here.hall, GUIDE)).lines.find(({ id }) => id === row.id)?.attempts).toBe(6);
		expect(granted(await act(GUIDE, row.id, 'unreached')).outcome).toBe('unreachable');
	});

	test('Q-03 an answer becomes a draft with one act, reviewed by another person; question and entry know each other', async () => {
		const row = await ask();
		expect(refusal(await draftFrom(here.hall, LIAISON, row.id))).toBe('question-unanswered');
		granted(await act(LIAISON, row.id, 'answer', '可以，请带退役证。'));
		const draft = granted(await draftFrom(here.hall, LIAISON, row.id));
		expect(granted(await draftFrom(here.hall, GUIDE, row.id)).entry).toBe(draft.entry);
		expect([draft.title_zh, draft.body_zh, draft.department]).toEqual([WISH.text, '可以，请带退役证。', 'hrss']);
		granted(await submitDraft(here.hall, LIAISON, { entry: draft.entry, version: 1, override: false }));
		granted(await approveVersion(here.hall, SUPERVISOR, { entry: draft.entry, version: 1 }));
		expect((await questionView(here.hall, GUIDE, row.id))?.entry).toBe(draft.entry);
		const entry = await knowledgeView(here.hall, GUIDE, `entry:${String(draft.entry)}`);
		expect(entry?.answers.map(({ id }) => id)).toEqual([row.id]);
	});

	test('Q-03 the visitor adds what is asked for, and begins it again; what nobody objects to ends by itself', async () => {
		const row = await ask();
		granted(await act(LIAISON, row.id, 'ask-back', '请问您的户籍在哪里？'));
		const say = (name: string, text: string): Promise<Result<CaseRow>> =>
			actByCode(here.hall, VISITOR, row.code ?? '', { act: name, text });
		granted(await say('clarified', '外省'));
		granted(await act(LIAISON, row.id, 'answer', '可以。'));
		granted(await say('not-satisfied', '没有说清楚'));
		expect((await stands(row.id))[0]).toBe('asked');
		granted(await act(LIAISON, row.id, 'answer', '可以，请带退役证。'));
		await until(here, new Date(here.clock.now() + 20 * 86_400_000).toISOString());
		await keepCases(here.hall);
		const view = await questionView(here.hall, GUIDE, row.id);
		expect([view?.case.state, view?.case.outcome, view?.case.late]).toEqual(['closed', 'answered', false]);
	});
});
