import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { paperBitmap, readQr } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { words, type Lang } from '#display/words/index.ts';
import { compose } from '../escpos/compose.ts';
import { printerModel, type PaperWidth } from '../models/models.ts';
import { noticeSlip, type NoticeFacts } from './notice.ts';

const zh: NoticeFacts = {
	hall: '云港市政务服务中心',
	title: '一次性告知单',
	lead: '您还需补齐以下材料。',
	facts: [
		['事项', '二手房转移登记'],
		['号码', 'H012'],
		['告知时间', '2026-11-25 09:52'],
		['', '13号窗口，工号 1013']
	],
	entries: [
		{
			text: '不动产登记申请书 · 表格 1 份 · 双方到场签字',
			below: ['何处取得：不动产厅填单台', '样表：填单台样表第1号']
		},
		{ text: '契税完税凭证 · 电子材料 1 份', below: ['何处取得：19、20号窗口（房产交易缴税）'] },
		{ text: '授权委托书', below: ['依据：《中华人民共和国民法典》第一百六十五条'] }
	],
	due: '请在 2026-12-09 前补齐',
	after: [{ heading: '怎样返回', text: '带齐材料，在取号机上扫码或输入告知码，即可取号继续办理；也可以到导询台。' }],
	code: '0000 0000 5724',
	link: 'https://hall.example.cn/n/000000005724',
	reprint: false
};
const en: NoticeFacts = {
	...zh,
	hall: 'Yungang Municipal Service Centre',
	title: 'What is still missing',
	lead: 'Please bring the following.',
	entries: [
		{ text: 'Application for registration, signed by both parties in person', below: ['Where to get it: writing desk'] }
	],
	due: 'Please bring it by 2026-12-09',
	after: []
};

function print(facts: NoticeFacts, lang: Lang, width: PaperWidth): ReturnType<typeof decode> {
	const model = printerModel('generic', width);
	return decode(compose(noticeSlip(facts, words(lang).notice, model.columns), model).bytes, model);
}

describe.each([58, 80] as const)('W-03 a notice on %s mm', (width) => {
	test('says what it is, then the whole list in its order with where to get each, until when, and how to come back', () => {
		const flat = print(zh, 'zh-CN', width).text.replaceAll('\n', '').replaceAll(' ', '');
		const order = [
			'一次性告知单',
			'二手房转移登记',
			'工号1013',
			'1.不动产登记申请书',
			'不动产厅填单台',
			'样表第1号',
			'2.契税完税凭证',
			'3.授权委托书',
			'第一百六十五条',
			'2026-12-09前补齐',
			'怎样返回',
			'告知码',
			'000000005724'
		];
		const at = order.map((said) => flat.indexOf(said));
		expect(at).not.toContain(-1);
		expect(at).toEqual(at.toSorted((a, b) => a - b));
	});

	test('title, due day and code stand out', () => {
		const { chars } = print(zh, 'zh-CN', width);
		const heights = (of: string): number[] => chars.filter(({ char }) => of === char).map(({ height }) => height);
		expect(Math.max(...heights('知'))).toBeGreaterThanOrEqual(48);
		expect(Math.max(...heights('补'))).toBeGreaterThanOrEqual(48);
		expect(Math.max(...heights('4'))).toBeGreaterThanOrEqual(48);
	});

	test('printed again, it says so; English breaks between words', () => {
		expect(print(zh, 'zh-CN', width).text).not.toContain('补打');
		expect(print({ ...zh, reprint: true }, 'zh-CN', width).text).toContain('补打');
		const { text } = print(en, 'en', width);
		expect(text.replaceAll('\n', ' ').replace(/ +/g, ' ')).toContain('signed by both parties in person');
		expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
	});

	test.skipIf(!has('zbarimg'))('zbar reads the way to its page from the paper', () => {
		expect(readQr(paperBitmap(print(zh, 'zh-CN', width).paper))).toBe(zh.link);
	});
});
