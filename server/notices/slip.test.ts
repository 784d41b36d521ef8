import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newestSlips } from '#db/slips.ts';
import type { Lang } from '#display/words/index.ts';
import { ENGINES } from '#test/db.ts';
import { resident } from '#test/fixtures/booking.ts';
import { clerkAt, granted, tomorrow } from '#test/fixtures/days.ts';
import { NOTICE_HALL, negativeWish, noticeWish, refusalWish } from '#test/fixtures/notices.ts';
import { KIOSK, testHall, type TestHall } from '#test/hall.ts';
import { slipLines } from '../devices/slip.ts';
import { callNext } from '../tickets/call.ts';
import { issueTicket } from '../tickets/issue.ts';
import { start } from '../tickets/serve.ts';
import { openWindow } from '../windows/state.ts';
import { giveNotice } from './give.ts';
import { answerNo, refuse } from './refuse.ts';

let persons = 800;
const ME = clerkAt('2');

describe.each(ENGINES)('%s: what a window tells, on paper', (engine) => {
	let here: TestHall;
	beforeAll(async () => {
		here = await testHall(engine, NOTICE_HALL);
	});
	beforeEach(async () => {
		await tomorrow(here);
		granted(await openWindow(here.hall, ME, '2', '1002'));
		await here.look();
	});
	afterAll(() => here.close());

	const served = async (lang: Lang = 'zh-CN'): Promise<number> => {
		persons += 1;
		const wish = { item: 'sale', intent: `slip-${String(persons)}`, person: resident(persons), class: 'ordinary' };
		granted(await issueTicket(here.hall, KIOSK, { ...wish, lang, device: null }));
		const { ticket } = granted(await callNext(here.hall, ME, '2'));
		granted(await start(here.hall, ME, ticket.id));
		return ticket.id;
	};
	/** The text of the newest slip, and where its QR leads. */
	const printed = async (): Promise<string> => {
		const [slip] = await newestSlips(here.hall.read, here.hall.id, 1);
		if (!slip) throw new Error('nothing was printed');
		const lines = await slipLines(here.hall, slip, 48);
		return lines
			.map((line) => {
				if (line.type === 'text') return line.text;
				if (line.type === 'pair') return `${line.left} ${line.right}`;
				return line.type === 'qr' ? line.data : '';
			})
			.join('\n');
	};

	test('W-03 the list with where to get each, a sample, the law of what is not on it, due day, code', async () => {
		const id = await served();
		const free = [{ text: '公证书', basis: '公证法第三十六条' }];
		const { notice } = granted(await giveNotice(here.hall, ME, id, noticeWish([1, 2], { free })));
		const text = await printed();
		for (const said of [
			'一次性告知单',
			'1. 契税凭证',
			'何处取得：二号窗口',
			'2. 申请书',
			'样表：样表一',
			'3. 公证书',
			'依据：公证法第三十六条',
			notice.due_day ?? '-',
			'工号 1002',
			`http://hall.test/n/${notice.code}`,
			notice.code.replace(/(.{4})(?=.)/g, '$1 ')
		])
			expect(text).toContain(said);
		expect(text).not.toContain('身份证');
	});

	test('W-03 in the language of the number', async () => {
		granted(await giveNotice(here.hall, ME, await served('en'), noticeWish([1])));
		expect(await printed()).toContain('1. Tax receipt · electronic × 1');
	});

	test('W-06 a refusal: reasons, law, what can be done and where else to go', async () => {
		granted(await refuse(here.hall, ME, await served(), refusalWish()));
		const text = await printed();
		for (const said of [
			'不予办理告知单',
			'1. 不符合条件',
			'依据：行政许可法第三十八条',
			'行政复议',
			'“办不成事”反映窗口（1、2）'
		])
			expect(text).toContain(said);
	});

	test('W-06 another no: the basis, and the way onward', async () => {
		const way = { kind: 'window', to: '3', words: null } as const;
		granted(await answerNo(here.hall, ME, await served(), negativeWish(way)));
		const text = await printed();
		for (const said of ['答复告知单', '车辆业务由交警窗口办理', '依据：本市进驻事项目录', '请到 三号 办理'])
			expect(text).toContain(said);
	});
});
