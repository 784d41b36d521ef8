import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveAlarms } from '#db/alarms.ts';
import { openIntakes } from '#db/intakes.ts';
import { linesOfTicket } from '#db/ledger.ts';
import { getNotice, noticesOfTicket } from '#db/notices.ts';
import type { AlarmRow, NoticeRow } from '#db/schema.ts';
import { newestSlips } from '#db/slips.ts';
import { getTicket } from '#db/tickets.ts';
import { ENGINES } from '#test/db.ts';
import { resident } from '#test/fixtures/booking.ts';
import { clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { NOTICE_HALL, noticeWish, returnWish } from '#test/fixtures/notices.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { figures } from '../figures/figures.ts';
import { today } from '../hall.ts';
import { receive } from '../intake/receive.ts';
import type { Who } from '../people/who.ts';
import { addDays } from '../rules/day.ts';
import { callNext } from '../tickets/call.ts';
import { issueTicket, type Issued } from '../tickets/issue.ts';
import { finish, park, start } from '../tickets/serve.ts';
import { undo } from '../tickets/undo.ts';
import { openWindow } from '../windows/state.ts';
import { papersCame, returnWith } from './back.ts';
import { papersOfTicket } from './console.ts';
import { linesOf } from './find.ts';
import { giveNotice, type NoticeWish } from './give.ts';

let persons = 10;
let wishes = 0;

describe.each(ENGINES)('%s: the one-time notice', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, NOTICE_HALL);
	});
	beforeEach(async () => {
		persons += 1;
		await nextDay();
	});
	afterAll(() => here.close());

	const nextDay = async (): Promise<void> => {
		await tomorrow(here);
		for (const window of ['2', '3']) granted(await openWindow(here.hall, clerkAt(window), window, `100${window}`));
		await here.look();
	};
	/** A number for `sale`, with a document of the person of this test. */
	const take = async (person = resident(persons)): Promise<Issued> => {
		wishes += 1;
		const blank = { class: 'ordinary', lang: 'zh-CN', device: null } as const;
		return granted(
			await issueTicket(here.hall, KIOSK, { item: 'sale', intent: `give-${String(wishes)}`, person, ...blank })
		);
	};
	const serve = async (window = '2'): Promise<number> => {
		const { ticket } = granted(await callNext(here.hall, clerkAt(window), window));
		granted(await start(here.hall, clerkAt(window), ticket.id));
		return ticket.id;
	};
	const served = async (window = '2'): Promise<number> => {
		await take();
		return serve(window);
	};
	const tell = (id: number, wish: NoticeWish, who: Who = clerkAt('2')): ReturnType<typeof giveNotice> =>
		giveNotice(here.hall, who, id, wish);
	const stored = async (id: number): Promise<NoticeRow | undefined> => getNotice(here.hall.read, here.hall.id, id);
	const alarms = async (): Promise<AlarmRow[]> =>
		(await liveAlarms(here.hall.read, here.hall.id)).filter((one) => one.kind === 'second-notice');

	test('W-03 one act stores it, ends the service, prints it and tells the ledger, without a word of anybody', async () => {
		const id = await served();
		const free = [{ text: '赠与公证书', basis: '公证法第三十六条' }];
		const { ticket, leg, notice } = granted(await tell(id, noticeWish([0, 2], { free })));
		expect([ticket.state, leg.outcome]).toEqual(['ended', 'noticed']);
		expect(notice).toMatchObject({
			kind: 'missing',
			state: 'open',
			window: '2',
			staff: '1002',
			item: 'sale',
			ticket: id
		});
		expect(linesOf(notice).map((line) => [line.name.zh, line.basis])).toEqual([
			['身份证', null],
			['申请书', null],
			['赠与公证书', '公证法第三十六条']
		]);
		const [slip] = await newestSlips(here.hall.read, here.hall.id, 1);
		expect(slip).toMatchObject({ kind: 'notice', ticket: id, group: 'main', state: 'queued' });
		const lines = (await linesOfTicket(here.hall.read, here.hall.id, id)).slice(-2);
		expect(lines.map((line) => [line.act, line.window])).toEqual([
			['ticket.finished', '2'],
			['notice.given', null]
		]);
		for (const secret of ['公证', notice.code]) expect(JSON.stringify(lines)).not.toContain(secret);
	});

	test('W-03 the due day is that of the hall file in working days, or the one the clerk says', async () => {
		const { notice } = granted(await tell(await served(), noticeWish([0])));
		expect(notice.due_day).toBe(dueOf(here));
		const later = addDays(today(here.hall), 3);
		const own = granted(await tell(await served(), noticeWish([0], { dueDay: later, ...again() })));
		expect(own.notice.due_day).toBe(later);
		const past = noticeWish([0], { dueDay: addDays(today(here.hall), -1) });
		expect(refusal(await tell(await served(), past))).toBe('due-day-invalid');
	});

	test('W-03 nothing is told with an empty list, an unknown paper, or a wish without its law', async () => {
		const id = await served();
		expect(refusal(await tell(id, noticeWish([])))).toBe('notice-empty');
		expect(refusal(await tell(id, noticeWish([9])))).toBe('material-unknown');
		expect(refusal(await tell(id, noticeWish([0], { free: [{ text: '公证书', basis: '' }] })))).toBe('basis-needed');
		expect(await noticesOfTicket(here.hall.read, here.hall.id, id)).toEqual([]);
	});

	test('W-09 forbidden wording is not sent unless it is passed over', async () => {
		const id = await served();
		const free = [{ text: '这个我不知道，别问我', basis: '法' }];
		const refused = await tell(id, noticeWish([], { free }));
		expect(refusal(refused)).toBe('wording');
		const lawless = noticeWish([], { free: [{ text: '公证书', basis: '这个我不知道，别问我' }] });
		expect(refusal(await tell(id, lawless))).toBe('wording');
		granted(await tell(id, noticeWish([], { free, override: true })));
	});

	test('W-03 the same wish is the same notice; only the clerk of the window gives it, and only while serving', async () => {
		const id = await served();
		const wish = noticeWish([0]);
		expect(refusal(await tell(id, wish, clerkAt('3')))).toBe('not-your-ticket');
		const { notice } = granted(await tell(id, wish));
		expect(granted(await tell(id, wish)).notice.id).toBe(notice.id);
		expect(refusal(await tell(id, noticeWish([1])))).toBe('wrong-state');
	});

	test('W-04 a second notice is found by whose matter it is, at another window and on another day', async () => {
		const first = granted(await tell(await served(), noticeWish([0])));
		await nextDay();
		await nextDay();
		const id = await served('3');
		const refused = await tell(id, noticeWish([1]), clerkAt('3'));
		expect(refused).toMatchObject({ refusal: 'notice-second', detail: `${first.notice.code} ${first.notice.day}` });
		const silent = { reason: 'our-mistake', words: ' ' } as const;
		expect(refusal(await tell(id, noticeWish([1], { second: silent }), clerkAt('3')))).toBe('notice-second');
		const before = (await alarms()).length;
		const second = { reason: 'our-mistake', words: '首次遗漏契税凭证' } as const;
		const { notice } = granted(await tell(id, noticeWish([0, 1], { second }), clerkAt('3')));
		expect(notice).toMatchObject({
			earlier: first.notice.id,
			second_reason: 'our-mistake',
			second_words: second.words
		});
		expect((await stored(first.notice.id))?.state).toBe('replaced');
		expect((await alarms()).length).toBe(before + 1);
		expect((await alarms()).at(-1)).toMatchObject({ key: String(notice.id), window: '3' });
		expect((await alarms()).at(-1)?.about).not.toContain('契税');
		const { tables } = granted(await figures(here.hall, today(here.hall), today(here.hall)));
		const rows = tables.find((table) => table.id === 'second-notices')?.rows;
		expect(rows?.map((row) => [row[2], row.at(-1)])).toEqual([['1003', second.words]]);
	});

	test('W-04 by the code that the visitor shows, where nobody says who it is', async () => {
		const first = granted(await tell(await served(), noticeWish([0])));
		await take(resident(900 + persons));
		const id = await serve('3');
		expect(refusal(await tell(id, noticeWish([1], { earlier: first.notice.code }), clerkAt('3')))).toBe(
			'notice-second'
		);
		granted(await tell(id, noticeWish([1]), clerkAt('3')));
	});

	test('W-04 by the number that came back with it; what was on the list already is the same notice', async () => {
		const first = granted(await tell(await served(), noticeWish([0, 1])));
		const back = granted(await returnWith(here.hall, KIOSK, returnWish(first.notice.code)));
		expect(await serve('3')).toBe(back.ticket.id);
		granted(await papersCame(here.hall, clerkAt('3'), back.ticket.id, [0]));
		expect(refusal(await tell(back.ticket.id, noticeWish([1, 2]), clerkAt('3')))).toBe('notice-second');
		const again = granted(await tell(back.ticket.id, noticeWish([1]), clerkAt('3')));
		expect(again.notice).toMatchObject({ id: first.notice.id, code: first.notice.code, state: 'open' });
		expect(linesOf(again.notice).map((line) => line.came !== null)).toEqual([true, false]);
		expect(again.leg.outcome).toBe('noticed');
		const [slip] = await newestSlips(here.hall.read, here.hall.id, 1);
		expect(slip).toMatchObject({ ticket: back.ticket.id, group: 'main' });
		expect(JSON.parse(slip?.body ?? '')).toEqual({ notice: first.notice.id, window: '3', staff: '1003' });
	});

	test('W-04 a matter that is over, and one longer ago than the hall counts, is another matter', async () => {
		const first = granted(await tell(await served(), noticeWish([0])));
		await take();
		granted(await finish(here.hall, clerkAt('3'), await serve('3'), 'done'));
		expect((await stored(first.notice.id))?.state).toBe('closed');
		granted(await tell(await served(), noticeWish([1])));
		const kept = async (): Promise<unknown[]> =>
			here.hall.read.selectFrom('notice').select('id').where('matter_hash', 'is not', null).execute();
		expect(await kept()).not.toEqual([]);
		await here.clock.advance(181 * 86_400_000);
		await nextDay();
		expect(await kept()).toEqual([]);
		granted(await tell(await served(), noticeWish([2])));
	});

	test('W-04 papers kept and told on a later day: whose they are is known until then, and no longer', async () => {
		const first = granted(await tell(await served(), noticeWish([0])));
		const id = await served();
		granted(await park(here.hall, clerkAt('2'), id, { kind: 'papers-kept', reason: null }));
		await nextDay();
		const kept = async (table: 'ticket' | 'intake'): Promise<unknown[]> =>
			here.hall.read.selectFrom(table).select('id').where('matter_hash', 'is not', null).execute();
		expect([await kept('ticket'), (await kept('intake')).length]).toEqual([[], 1]);
		expect(refusal(await tell(id, noticeWish([1])))).toBe('notice-second');
		const { notice } = granted(await tell(id, noticeWish([1], again())));
		expect([notice.earlier, notice.matter_hash]).toEqual([first.notice.id, first.notice.matter_hash]);
		expect(await kept('intake')).toEqual([]);
	});

	test('W-05 whose matter a return on a later day is, is forgotten with that day', async () => {
		const { notice } = granted(await tell(await served(), noticeWish([0])));
		await nextDay();
		const { ticket } = granted(await returnWith(here.hall, KIOSK, returnWish(notice.code)));
		expect([ticket.person_hash, ticket.matter_hash]).toEqual([null, notice.matter_hash]);
		await nextDay();
		const row = await getTicket(here.hall.read, here.hall.id, ticket.id);
		expect(row?.matter_hash).toBeNull();
		expect((await stored(notice.id))?.matter_hash).toBe(notice.matter_hash);
	});

	test('W-03 only who works at the window of a ticket reads its papers', async () => {
		const id = await served();
		expect(refusal(await papersOfTicket(here.hall, clerkAt('3'), id))).toBe('not-your-ticket');
		granted(await papersOfTicket(here.hall, clerkAt('2'), id));
		granted(await park(here.hall, clerkAt('2'), id, { kind: 'papers-kept', reason: null }));
		await nextDay();
		granted(await papersOfTicket(here.hall, clerkAt('2'), id));
		expect(refusal(await papersOfTicket(here.hall, clerkAt('3'), id))).toBe('not-your-ticket');
		granted(await tell(id, noticeWish([0])));
	});

	test('W-01 taken back at once: nothing was told, and the clock of the papers runs on', async () => {
		const id = await served();
		granted(await receive(here.hall, clerkAt('2'), id));
		const { notice } = granted(await tell(id, noticeWish([0])));
		expect(await openIntakes(here.hall.read, here.hall.id)).toEqual([]);
		const { leg } = granted(await undo(here.hall, clerkAt('2'), id));
		expect(leg.state).toBe('serving');
		expect((await stored(notice.id))?.state).toBe('void');
		expect(await openIntakes(here.hall.read, here.hall.id)).toMatchObject([{ ticket: id, state: 'open' }]);
		granted(await tell(id, noticeWish([1])));
	});

	test('W-01 a second one taken back leaves the first as it was, and no alarm', async () => {
		const first = granted(await tell(await served(), noticeWish([0])));
		const id = await served();
		const before = await alarms();
		granted(await tell(id, noticeWish([1], again())));
		granted(await undo(here.hall, clerkAt('2'), id));
		expect((await stored(first.notice.id))?.state).toBe('open');
		expect(await alarms()).toEqual(before);
	});

	test('W-01 W-04 a finish taken back leaves the notice it closed as it was, so that another one is a second', async () => {
		for (const [came, state] of [
			[[], 'open'],
			[[0], 'complete']
		] as const) {
			persons += 1;
			const first = granted(await tell(await served(), noticeWish([0])));
			const back = granted(await returnWith(here.hall, KIOSK, returnWish(first.notice.code)));
			const id = await serve();
			expect(id).toBe(back.ticket.id);
			granted(await papersCame(here.hall, clerkAt('2'), id, [...came]));
			granted(await finish(here.hall, clerkAt('2'), id, 'done'));
			expect((await stored(first.notice.id))?.state).toBe('closed');
			granted(await undo(here.hall, clerkAt('2'), id));
			expect((await stored(first.notice.id))?.state).toBe(state);
			expect(refusal(await tell(id, noticeWish([1])))).toBe('notice-second');
			granted(await finish(here.hall, clerkAt('2'), id, 'done'));
			expect((await stored(first.notice.id))?.state).toBe('closed');
		}
	});

	test('W-05 not any more when the visitor has come back with it', async () => {
		const id = await served();
		const { notice } = granted(await tell(id, noticeWish([0])));
		granted(await returnWith(here.hall, KIOSK, returnWish(notice.code)));
		expect(refusal(await undo(here.hall, clerkAt('2'), id))).toBe('nothing-to-undo');
		await minutes(here, 1);
	});
});

function again(): Pick<NoticeWish, 'second'> {
	return { second: { reason: 'new-facts', words: '情况有变' } };
}

/** Ten working days on, by the calendar of the small hall. */
function dueOf(here: TestHall): string {
	let [day, left] = [today(here.hall), 10];
	while (left > 0) {
		day = addDays(day, 1);
		if (![0, 6].includes(new Date(day).getUTCDay()) && !(day >= '2026-10-01' && day <= '2026-10-07')) left -= 1;
	}
	return day;
}
