import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesAfter } from '#db/ledger.ts';
import { getNotice } from '#db/notices.ts';
import { ENGINES } from '#test/db.ts';
import { resident } from '#test/fixtures/booking.ts';
import { clerkAt, granted, minutes, refusal, tomorrow } from '#test/fixtures/days.ts';
import { NOTICE_HALL, noticeWish, refusalWish, returnWish } from '#test/fixtures/notices.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { today } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import { Replay, type OrderBody } from '../rules/replay.ts';
import { callNext } from '../tickets/call.ts';
import { issueTicket, type Issued } from '../tickets/issue.ts';
import { finish, start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { papersCame, returnWith } from './back.ts';
import { giveNotice } from './give.ts';
import { refuse } from './refuse.ts';
import { noticeView } from './view.ts';

let persons = 200;
let wishes = 0;
const MINUTE = 60_000;

describe.each(ENGINES)('%s: coming back with what was missing', (engine) => {
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
	const take = async (priority = 'ordinary', person = resident(persons)): Promise<Issued> => {
		wishes += 1;
		const wish = { item: 'sale', intent: `back-${String(wishes)}`, person, class: priority, lang: 'en', device: null };
		return granted(await issueTicket(here.hall, KIOSK, wish));
	};
	const serve = async (): Promise<number> => {
		const { ticket } = granted(await callNext(here.hall, clerkAt('2'), '2'));
		granted(await start(here.hall, clerkAt('2'), ticket.id));
		return ticket.id;
	};
	/** Somebody who was told what is missing five minutes ago, having come ten minutes ago. */
	const noticed = async (priority = 'ordinary'): Promise<{ code: string; id: number; first: Issued }> => {
		const first = await take(priority);
		await minutes(here, 5);
		const { notice } = granted(await giveNotice(here.hall, clerkAt('2'), await serve(), noticeWish([0, 1, 2])));
		await minutes(here, 5);
		return { code: notice.code, id: notice.id, first };
	};
	const back = (code: string, more = {}): ReturnType<typeof returnWith> =>
		returnWith(here.hall, KIOSK, returnWish(code, more));

	test('W-05 on the same day with the place of the first visit, before who came since', async () => {
		const { code, first } = await noticed('elder');
		const other = await take('ordinary', resident(700 + persons));
		const { ticket, leg, ahead } = granted(await back(code.replace(/(.{4})/g, '$1 ')));
		expect(ticket).toMatchObject({ notice: expect.any(Number) as number, class: 'elder', claim: first.ticket.claim });
		expect([leg.rank_at, ticket.since, ahead]).toEqual([first.leg.rank_at, first.ticket.since, 0]);
		expect(ticket.lang).toBe('en');
		expect(await serve()).toBe(ticket.id);
		expect(await serve2(other)).toBe(true);
	});
	const serve2 = async ({ ticket }: Issued): Promise<boolean> =>
		granted(await callNext(here.hall, clerkAt('3'), '3')).ticket.id === ticket.id;

	test('W-05 on a later day with a head start, once; after the due day as everybody', async () => {
		const { code } = await noticed();
		await nextDay();
		const one = granted(await back(code));
		expect(one.leg.rank_at).toBe(here.clock.now() - 30 * MINUTE);
		granted(await giveNotice(here.hall, clerkAt('2'), await serve(), noticeWish([0])));
		const two = granted(await back(code));
		expect(two.leg.rank_at).toBe(here.clock.now());
		granted(await finish(here.hall, clerkAt('2'), await serve(), 'done'));
		const late = await noticed();
		await here.clock.advance(30 * 86_400_000);
		await nextDay();
		expect(granted(await back(late.code)).leg.rank_at).toBe(here.clock.now());
	});

	test('W-05 shown again it is the same number, while that lives', async () => {
		const { code } = await noticed();
		const first = granted(await back(code));
		expect(granted(await back(code)).ticket.id).toBe(first.ticket.id);
		const wish = returnWish(code);
		expect(granted(await returnWith(here.hall, KIOSK, wish)).ticket.id).toBe(first.ticket.id);
	});

	test('W-05 the order can be recomputed from the ledger', async () => {
		const { code } = await noticed();
		await take('elder', resident(600 + persons));
		granted(await back(code));
		await serve();
		const replay = new Replay();
		const wrong = [];
		for (let seq = 0, lines = await linesAfter(here.hall.read, here.hall.id, 0); lines.length > 0;) {
			for (const { body, ...line } of lines) {
				const otherwise = replay.take({ ...line, body: JSON.parse(body) as OrderBody });
				if (otherwise) wrong.push(otherwise);
			}
			seq = lines.at(-1)?.seq ?? seq;
			lines = await linesAfter(here.hall.read, here.hall.id, seq);
		}
		expect(wrong).toEqual([]);
		expect(replay.judged).toBeGreaterThan(2);
	});

	test('W-05 what came is ticked; when all is here the notice is complete, and finishing closes it', async () => {
		const { code, id } = await noticed();
		granted(await back(code));
		const ticket = await serve();
		expect(refusal(await papersCame(here.hall, clerkAt('2'), ticket, [3]))).toBe('material-unknown');
		granted(await papersCame(here.hall, clerkAt('2'), ticket, [0, 2]));
		expect((await getNotice(here.hall.read, here.hall.id, id))?.state).toBe('open');
		granted(await papersCame(here.hall, clerkAt('2'), ticket, [0, 1, 2]));
		expect((await getNotice(here.hall.read, here.hall.id, id))?.state).toBe('complete');
		granted(await finish(here.hall, clerkAt('2'), ticket, 'done'));
		expect((await getNotice(here.hall.read, here.hall.id, id))?.state).toBe('closed');
		expect(refusal(await back(code))).toBe('notice-over');
	});

	test('W-05 an ordinary number has no list to tick; a refusal has nothing to come back with', async () => {
		await take();
		const id = await serve();
		expect(refusal(await papersCame(here.hall, clerkAt('2'), id, []))).toBe('notice-not-first');
		const { notice } = granted(await refuse(here.hall, clerkAt('2'), id, refusalWish()));
		expect(refusal(await back(notice.code))).toBe('notice-unknown');
	});

	test('W-05 nobody finds a notice by trying', async () => {
		const { code } = await noticed();
		const wrong = ['000000005724', '000000005731', '000000005749', '000000005756', '000000005763', '000000005770'];
		const mistyped = code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);
		for (let i = 0; i < 9; i += 1) expect(refusal(await back(mistyped))).toBe('notice-unknown');
		const answers = [];
		for (const one of wrong) if (one !== code) answers.push(refusal(await back(checked(one))));
		expect(answers).toContain('notice-unknown');
		expect(refusal(await back(code))).toBe('too-many-tries');
		await minutes(here, 2);
		granted(await back(code));
	});

	test('W-05 the page of the code tells the list and the way back, and nothing of a person', async () => {
		const { code, first } = await noticed();
		const view = granted(await noticeView(here.hall, VISITOR, code));
		expect(view).toMatchObject({
			code,
			kind: 'missing',
			state: 'open',
			item: { zh: '二手房过户' },
			staff: '1002',
			back: { sameDay: true, headStartMinutes: 30, closedBecause: null, ticket: null }
		});
		expect(view.lines.map((line) => [line.name.zh, line.where?.zh, line.sample?.zh, line.came])).toEqual([
			['身份证', undefined, undefined, false],
			['契税凭证', '二号窗口', undefined, false],
			['申请书', undefined, '样表一', false]
		]);
		for (const secret of [resident(persons), first.ticket.token, first.ticket.matter_hash ?? '-']) {
			expect(JSON.stringify(view)).not.toContain(secret);
		}
		const { ticket } = granted(await back(code));
		const after = granted(await noticeView(here.hall, VISITOR, code));
		expect(after.back?.ticket).toEqual({ number: ticket.number });
		expect(JSON.stringify(after)).not.toContain(ticket.token);
	});

	test('W-04 the code of a notice that was replaced leads to the one in its place', async () => {
		const { code } = await noticed();
		await take();
		const second = { reason: 'rules-changed', words: '新规施行' } as const;
		const free = [{ text: '承诺书', basis: '新规第三条' }];
		const { notice } = granted(
			await giveNotice(here.hall, clerkAt('2'), await serve(), noticeWish([0], { free, second }))
		);
		expect(granted(await noticeView(here.hall, VISITOR, code))).toMatchObject({ code: notice.code, second: true });
		expect(granted(await back(code)).ticket.notice).toBe(notice.id);
		expect(today(here.hall)).toBe(notice.day);
	});
});

/** The same digits with the check digit that belongs to them, so that it is a guess and no slip. */
function checked(code: string): string {
	const table = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978'];
	table.push('3674209581', '5869720134', '8945362017', '9438617205', '2581436790');
	const digits = code.slice(0, 11);
	return digits + [...digits].reduce((row, digit) => table[Number(row)]?.[Number(digit)] ?? '', '0');
}
