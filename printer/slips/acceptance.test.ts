import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { paperBitmap, readQr } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { words, type Lang } from '#display/words/index.ts';
import { compose } from '../escpos/compose.ts';
import { printerModel, type PaperWidth } from '../models/models.ts';
import { acceptanceSlip, type AcceptanceFacts } from './acceptance.ts';

const zh: AcceptanceFacts = {
	hall: '云港市政务服务中心',
	number: 'S20260818-18342',
	item: '企业职工基本养老保险关系转移接续（跨省）',
	ticket: 'A012',
	window: '3号窗口',
	staff: '1003',
	day: '2026-08-18',
	promised: '2026-08-25',
	legal: '2026-09-15',
	delivery: true,
	at: '2026-08-18 09:52',
	phone: '0999-12345',
	link: 'https://hall.example.cn/t/9f3c.AbCdEfGh12345678901234',
	reprint: false
};
const en: AcceptanceFacts = {
	...zh,
	hall: 'Yungang Municipal Service Centre',
	item: 'Transfer of a pension insurance from another province',
	window: 'Window 3'
};

function print(facts: AcceptanceFacts, lang: Lang, width: PaperWidth): ReturnType<typeof decode> {
	const model = printerModel('generic', width);
	return decode(compose(acceptanceSlip(facts, words(lang).matters.slip, model.columns), model).bytes, model);
}

describe.each([58, 80] as const)('the acceptance slip on %s mm', (width) => {
	test('W-07 says what was accepted, when, by whom, and by when it is done, in this order', () => {
		const flat = print(zh, 'zh-CN', width).text.replaceAll('\n', '');
		const said = [
			'受理通知单',
			zh.number,
			'（跨省）',
			zh.day,
			'3号窗口',
			'1003',
			'A012',
			zh.promised,
			zh.legal,
			'免费寄送'
		];
		const places = said.map((one) => flat.indexOf(one));
		expect(places).not.toContain(-1);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(flat).toContain('0999-12345');
	});

	test('W-07 the promised day is the largest figure on it', () => {
		const { chars } = print(zh, 'zh-CN', width);
		const heights = (of: string): number[] => chars.filter(({ char }) => of.includes(char)).map(({ height }) => height);
		expect(Math.max(...heights('承诺'))).toBeGreaterThan(Math.max(...heights('法定')));
	});

	test('W-07 in English, without a telephone, without courier, and as a reprint', () => {
		const { text } = print({ ...en, phone: null, delivery: false, reprint: true }, 'en', width);
		const flat = text.replaceAll('\n', ' ');
		expect(flat).toContain('Promised by 2026-08-25');
		expect(flat).toContain('REPRINT');
		expect(flat).not.toContain('Questions');
		expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
	});

	test.skipIf(!has('zbarimg'))('K-08 the code leads to the page of the visitor', () => {
		expect(readQr(paperBitmap(print(zh, 'zh-CN', width).paper))).toBe(zh.link);
	});
});
