import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { openIntakes, trueWillsOf } from '#db/intakes.ts';
import { getIntake } from '#db/intakes.ts';
import { mattersOfTicket } from '#db/matters.ts';
import { newestSlips } from '#db/slips.ts';
import type { AlarmKind } from '#db/schema.ts';
import { ENGINES } from '#test/db.ts';
import { resident } from '#test/fixtures/booking.ts';
import { clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { NOTICE_HALL, negativeWish, noticeWish, refusalWish } from '#test/fixtures/notices.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { receive, withdrawIntake } from '../intake/receive.ts';
import { markWill } from '../intake/will.ts';
import { accept } from '../matters/accept.ts';
import { callNext } from '../tickets/call.ts';
import { issueTicket } from '../tickets/issue.ts';
import { finish, park, start } from '../tickets/serve.ts';
import { undo } from '../tickets/undo.ts';
import { openWindow } from '../windows/state.ts';
import { giveNotice } from './give.ts';
import { watchIntakes } from './late.ts';
import { answerNo, refuse } from './refuse.ts';
import { noticeView } from './view.ts';
import { VISITOR } from '../people/access.ts';

let persons = 400;
const ME = clerkAt('2');

describe.each(ENGINES)('%s', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, NOTICE_HALL);
	});
	beforeEach(async () => {
		await nextDay();
	});
	afterAll(() => here.close());

	const nextDay = async (): Promise<void> => {
		await tomorrow(here);
		granted(await openWindow(here.hall, ME, '2', '1002'));
		await here.look();
	};
	const served = async (priority = 'ordinary'): Promise<number> => {
		persons += 1;
		const wish = { item: 'sale', intent: `refuse-${String(persons)}`, person: resident(persons), lang: 'zh-CN' };
		granted(await issueTicket(here.hall, KIOSK, { ...wish, class: priority, device: null }));
		const { ticket } = granted(await callNext(here.hall, ME, '2'));
		granted(await start(here.hall, ME, ticket.id));
		return ticket.id;
	};
	const alarms = async (kind: AlarmKind): Promise<string[]> =>
		(await liveAlarms(here.hall.read, here.hall.id)).filter((one) => one.kind === kind).map((one) => one.key);

	describe('W-06 a refusal', () => {
		test('tells reasons, law and what can be done, on paper and by its code; the service ends refused', async () => {
			const id = await served();
			const free = [{ text: '房屋已被查封', basis: '不动产登记暂行条例第二十二条' }];
			const { leg, ticket, notice } = granted(await refuse(here.hall, ME, id, refusalWish({ free })));
			expect([leg.outcome, ticket.state, notice.kind, notice.due_day]).toEqual(['refused', 'ended', 'refusal', null]);
			const [slip] = await newestSlips(here.hall.read, here.hall.id, 1);
			expect(slip).toMatchObject({ kind: 'notice', ticket: id });
			const view = granted(await noticeView(here.hall, VISITOR, notice.code));
			expect(view.grounds.map((one) => one.text.zh)).toEqual(['不符合条件', '房屋已被查封']);
			expect(view.appeal?.zh).toContain('六十日内申请行政复议');
			expect(view.unsolved).toEqual(['1', '2']);
			expect(view.back).toBeNull();
		});

		test('needs a reason, and its law where the hall file has none ready', async () => {
			const id = await served();
			expect(refusal(await refuse(here.hall, ME, id, refusalWish({ grounds: [] })))).toBe('reason-needed');
			const free = [{ text: '不行', basis: '' }];
			expect(refusal(await refuse(here.hall, ME, id, refusalWish({ grounds: [], free })))).toBe('basis-needed');
			expect(refusal(await refuse(here.hall, ME, id, refusalWish({ grounds: ['none'] })))).toBe('bad-request');
		});
	});

	describe('W-06 any other no', () => {
		test('to what no window could solve: a record, and the visitor goes on with the same number', async () => {
			const id = await served();
			const way = { kind: 'unsolved', to: null, words: null } as const;
			const { ticket, leg, notice } = granted(await answerNo(here.hall, ME, id, negativeWish(way)));
			expect([ticket.state, leg.queue, leg.state, leg.rank_at]).toEqual(['live', 'social', 'waiting', ticket.since]);
			expect(notice).toMatchObject({ kind: 'negative', window: '2', staff: '1002' });
			const view = granted(await noticeView(here.hall, VISITOR, notice.code));
			expect(view.answer).toMatchObject({ way: 'unsolved', place: { zh: '1、2' } });
			granted(await undo(here.hall, ME, id));
			expect(granted(await noticeView(here.hall, VISITOR, notice.code)).state).toBe('void');
		});

		test('to another window, or to another office, where the service ends', async () => {
			const on = await served();
			const window = { kind: 'window', to: '1', words: null } as const;
			expect(granted(await answerNo(here.hall, ME, on, negativeWish(window))).leg.for_window).toBe('1');
			const out = await served();
			const office = { kind: 'office', to: null, words: '市市场监督管理局' } as const;
			expect(granted(await answerNo(here.hall, ME, out, negativeWish(office))).leg.outcome).toBe('refused');
		});

		test.each([
			['no way onward', { kind: 'office', to: null, words: ' ' }, {}, 'way-unknown'],
			['the window it is at', { kind: 'window', to: '2', words: null }, {}, 'way-unknown'],
			['no basis', { kind: 'unsolved', to: null, words: null }, { basis: ' ' }, 'basis-needed'],
			['no words', { kind: 'unsolved', to: null, words: null }, { what: '' }, 'reason-needed'],
			['forbidden wording', { kind: 'unsolved', to: null, words: null }, { what: '不知道，别问我' }, 'wording'],
			[
				'forbidden wording for law',
				{ kind: 'unsolved', to: null, words: null },
				{ basis: '不知道，别问我' },
				'wording'
			],
			['forbidden wording for a place', { kind: 'office', to: null, words: '不知道，别问我' }, {}, 'wording']
		] as const)('%s is refused', async (_, way, more, code) => {
			expect(refusal(await answerNo(here.hall, ME, await served(), negativeWish(way, more)))).toBe(code);
		});
	});

	test('W-09 the law of a refusal is read for forbidden wording as its reason is', async () => {
		const free = [{ text: '不符合条件', basis: '不知道，别问我' }];
		expect(refusal(await refuse(here.hall, ME, await served(), refusalWish({ free })))).toBe('wording');
	});

	describe('W-03 the clock of papers received', () => {
		const days = async (count: number): Promise<void> => {
			for (let i = 0; i < count; i += 1) {
				await nextDay();
				await watchIntakes(here.hall);
			}
		};

		test('kept papers are received; warned on the last day, accepted by law after it, with an alarm', async () => {
			const id = await served();
			granted(await park(here.hall, ME, id, { kind: 'papers-kept', reason: null }));
			const [row] = (await openIntakes(here.hall.read, here.hall.id)).filter((one) => one.ticket === id);
			expect(row).toMatchObject({ state: 'open', window: '2', staff: '1002' });
			await watchIntakes(here.hall);
			expect(await alarms('notice-soon')).toEqual([]);
			while (here.hall.setup.day(here.clock.now()) < (row?.due_day ?? '')) await days(1);
			expect(await alarms('notice-soon')).toEqual([String(row?.id)]);
			await days(1);
			expect(await getIntake(here.hall.read, here.hall.id, row?.id ?? 0)).toMatchObject({ state: 'deemed' });
			const matters = await mattersOfTicket(here.hall.read, here.hall.id, id);
			expect(matters).toMatchObject([{ item: 'sale', staff: '1002', from_day: row?.day, deemed: 1 }]);
			expect(await alarms('notice-soon')).toEqual([]);
			expect(await alarms('notice-late')).toContain(String(row?.id));
			await days(1);
			expect((await alarms('notice-late')).filter((key) => key === String(row?.id))).toHaveLength(1);
		});

		test('who has gone can still be told in time', async () => {
			const id = await served();
			granted(await park(here.hall, ME, id, { kind: 'papers-kept', reason: null }));
			await days(2);
			const { ticket, notice } = granted(await giveNotice(here.hall, ME, id, noticeWish([0])));
			expect([ticket.state, notice.window]).toEqual(['expired', '2']);
			await days(8);
			expect(await openIntakes(here.hall.read, here.hall.id)).toEqual([]);
			expect(await alarms('notice-soon')).toEqual([]);
		});

		test('W-07 and what is whole can be accepted, though its visitor has gone', async () => {
			const id = await served();
			granted(await park(here.hall, ME, id, { kind: 'papers-kept', reason: null }));
			await days(2);
			const { matter } = granted(await accept(here.hall, ME, id, { delivery: null }));
			expect(matter).toMatchObject({ deemed: 0, from_day: here.hall.setup.day(here.clock.now()), staff: '1002' });
			expect(await openIntakes(here.hall.read, here.hall.id)).toEqual([]);
			expect(refusal(await accept(here.hall, ME, id, { delivery: null }))).toBe('wrong-state');
		});

		test.each([
			['told', async (id: number) => granted(await giveNotice(here.hall, ME, id, noticeWish([0])))],
			['done', async (id: number) => granted(await finish(here.hall, ME, id, 'done'))],
			['refused', async (id: number) => granted(await refuse(here.hall, ME, id, refusalWish()))]
		] as const)('received twice counts from the first time; %s in time, it stands', async (state, act) => {
			const id = await served();
			granted(await receive(here.hall, ME, id));
			await minutes(here, 3);
			granted(await receive(here.hall, ME, id));
			const open = (await openIntakes(here.hall.read, here.hall.id)).filter((one) => one.ticket === id);
			expect(open).toHaveLength(1);
			await act(id);
			expect(await getIntake(here.hall.read, here.hall.id, open[0]?.id ?? 0)).toMatchObject({ state });
		});

		test('papers given back need a reason, and stop it', async () => {
			const id = await served();
			granted(await receive(here.hall, ME, id));
			const [row] = await openIntakes(here.hall.read, here.hall.id);
			expect(refusal(await withdrawIntake(here.hall, ME, row?.id ?? 0, ' '))).toBe('reason-needed');
			expect(granted(await withdrawIntake(here.hall, ME, row?.id ?? 0, '申请人撤回')).state).toBe('withdrawn');
			expect(refusal(await withdrawIntake(here.hall, ME, row?.id ?? 0, '申请人撤回'))).toBe('intake-over');
		});
	});

	describe('老年人权益保障法 art. 55', () => {
		test('nothing is done for an elder before the own wish was asked in person', async () => {
			const id = await served('elder');
			expect(refusal(await finish(here.hall, ME, id, 'done'))).toBe('true-will-needed');
			granted(await markWill(here.hall, ME, id, 'not-own'));
			expect(refusal(await finish(here.hall, ME, id, 'done'))).toBe('true-will-not-own');
			granted(await markWill(here.hall, ME, id, 'own'));
			const marks = await trueWillsOf(here.hall.read, here.hall.id, id);
			expect(marks.at(-1)).toMatchObject({ staff: '1002', at: here.clock.now(), mark: 'own', window: '2' });
			granted(await finish(here.hall, ME, id, 'done'));
		});

		test('the clerk may say that it is an elder; others need not be asked', async () => {
			const id = await served();
			granted(await markWill(here.hall, ME, id, 'elder'));
			expect(refusal(await finish(here.hall, ME, id, 'done'))).toBe('true-will-needed');
			granted(await markWill(here.hall, ME, id, 'own'));
			granted(await finish(here.hall, ME, id, 'done'));
			granted(await finish(here.hall, ME, await served(), 'done'));
		});
	});
});
