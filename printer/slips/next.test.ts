import { describe, expect, test } from 'vitest';
import { decode } from '#test/fakes/decode.ts';
import { paperBitmap, readQr } from '#test/fakes/printers.ts';
import { has } from '#test/tools.ts';
import { words, type Lang } from '#display/words/index.ts';
import { compose } from '../escpos/compose.ts';
import { printerModel, type PaperWidth } from '../models/models.ts';
import { nextSlip, type NextFacts } from './next.ts';

const zh: NextFacts = {
	number: 'L012',
	hall: '云港市政务服务中心',
	place: '不动产厅 二楼，上扶梯左转',
	windows: '13、14、15、16',
	item: '二手房转移登记',
	at: '2026-08-18 09:52',
	link: 'https://hall.example.cn/t/9f3c.AbCdEfGh12345678901234'
};
const en: NextFacts = {
	...zh,
	hall: 'Yungang Municipal Service Centre',
	place: 'Real Estate First floor, left of the escalator',
	windows: '13, 14, 15, 16',
	item: 'Transfer of a second-hand home'
};

function print(facts: NextFacts, lang: Lang, width: PaperWidth): ReturnType<typeof decode> {
	const model = printerModel('generic', width);
	return decode(compose(nextSlip(facts, words(lang).slips, model.columns), model).bytes, model);
}

describe.each([58, 80] as const)('the slip to the next window on %s mm', (width) => {
	test('W-10 where to go stands first and large, then the place, then the number, which stays', () => {
		const { text, chars } = print(zh, 'zh-CN', width);
		const flat = text.replaceAll('\n', '');
		const order = [
			'接下来请到13、14、15、16 号窗口',
			'二楼，上扶梯左转',
			'L012',
			'号码不变',
			'二手房转移登记',
			'09:52'
		];
		expect(order.map((said) => flat.indexOf(said))).not.toContain(-1);
		expect(order.map((said) => flat.indexOf(said))).toEqual(
			order.map((said) => flat.indexOf(said)).toSorted((a, b) => a - b)
		);
		const heights = (of: string): number[] => chars.filter(({ char }) => of.includes(char)).map(({ height }) => height);
		expect(Math.min(...heights('窗'))).toBeGreaterThanOrEqual(48);
		expect(Math.max(...heights('L'))).toBeGreaterThan(48);
	});

	test('W-10 one window reads as one, in both languages', () => {
		expect(print({ ...zh, windows: '12' }, 'zh-CN', width).text).toContain('接下来请到\n12 号窗口\n');
		expect(print({ ...en, windows: '12' }, 'en', width).text).toContain('Next, please go to\nWindow 12\n');
		expect(print(en, 'en', width).text.replaceAll('\n', ' ')).toContain('Windows 13, 14, 15, 16');
	});

	test('English breaks between words, and every line keeps to the paper', () => {
		const { text } = print(en, 'en', width);
		expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
		expect(text.replaceAll('\n', ' ')).toContain('Please wait at Real Estate First floor, left of the escalator');
	});

	test.skipIf(!has('zbarimg'))('K-08 zbar reads the QR of the phone page from the paper', () => {
		expect(readQr(paperBitmap(print(zh, 'zh-CN', width).paper))).toBe(zh.link);
	});
});
