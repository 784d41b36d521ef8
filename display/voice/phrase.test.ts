import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../words/index.ts';
import { announcement, clipText, packClips, sentence, type Piece } from './phrase.ts';

/** What is heard: clips as words, pauses of a tenth of a second and more as commas. */
function heard(pieces: readonly Piece[]): string {
	const words = pieces.map((piece) => {
		if ('pauseMs' in piece) return piece.pauseMs >= 100 ? ',' : '';
		return clipText(piece.lang, piece.clip) ?? `<${piece.clip}>`;
	});
	return words.filter((word) => word !== '').join(' ');
}

const say = (lang: Lang, number: string, window: string): string => heard(sentence({ number, window }, lang));

describe('D-02 a call in Mandarin', () => {
	test.each([
		['A001', '3', '请 A 零 零 幺 号 , 到 三 号窗口'],
		['A017', '12', '请 A 零 幺 七 号 , 到 十 二 号窗口'],
		['A111', '1', '请 A 幺 幺 幺 号 , 到 一 号窗口'],
		['SB024', '20', '请 S B 零 二 四 号 , 到 二 十 号窗口'],
		['B1024', '35', '请 B 幺 零 , 二 四 号 , 到 三 十 五 号窗口'],
		['C1000', '10', '请 C 幺 零 , 零 零 号 , 到 十 号窗口'],
		['D999', '99', '请 D 九 九 九 号 , 到 九 十 九 号窗口'],
		['E042', '100', '请 E 零 四 二 号 , 到 幺 零 零 号窗口'],
		['E042', '101', '请 E 零 四 二 号 , 到 幺 零 幺 号窗口'],
		['F310', '211', '请 F 三 幺 零 号 , 到 二 幺 幺 号窗口'],
		['A001', 'B2', '请 A 零 零 幺 号 , 到 B 二 号窗口'],
		['A001', 'B12', '请 A 零 零 幺 号 , 到 B 十 二 号窗口'],
		['A001', 'B101', '请 A 零 零 幺 号 , 到 B 幺 零 幺 号窗口'],
		['A001', 'C', '请 A 零 零 幺 号 , 到 C 号窗口'],
		['012', '3', '请 零 幺 二 号 , 到 三 号窗口'],
		['a-001', '03', '请 A 零 零 幺 号 , 到 三 号窗口']
	])('%s to window %s', (number, window, words) => {
		expect(say('zh-CN', number, window)).toBe(words);
	});

	test('reads windows 1 to 30 as one says them', () => {
		const read = Array.from({ length: 30 }, (_, i) =>
			say('zh-CN', 'A001', String(i + 1))
				.split('到 ')[1]
				?.replace(' 号窗口', '')
				.replaceAll(' ', '')
		);
		expect(read.join(' ')).toBe(
			'一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 ' +
				'二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十'
		);
	});

	test('never says 一 in a ticket number, and never 幺 in a window below 100', () => {
		for (let n = 1; n < 100; n++) {
			const said = say('zh-CN', `A${String(n).padStart(3, '0')}`, String(n));
			const [number, window] = said.split('到');
			expect(number).not.toContain('一');
			expect(window).not.toContain('幺');
		}
	});
});

describe('D-02 a call in English', () => {
	test.each([
		['A001', '3', 'Number A zero zero one , please go to window three'],
		['SB024', '20', 'Number S B zero two four , please go to window twenty'],
		['B1024', '35', 'Number B one zero , two four , please go to window thirty five'],
		['C300', '13', 'Number C three zero zero , please go to window thirteen'],
		['C300', '90', 'Number C three zero zero , please go to window ninety'],
		['D007', '101', 'Number D zero zero seven , please go to window one zero one'],
		['D007', 'B2', 'Number D zero zero seven , please go to window B two']
	])('%s to window %s', (number, window, words) => {
		expect(say('en', number, window)).toBe(words);
	});
});

describe('D-02 K-11 a call in Arabic', () => {
	const to = ', تَفَضَّلْ إلى الشُّبّاك رَقْم';
	test.each([
		['A001', '3', `الرَّقْم A صِفْر صِفْر واحِد ${to} ثَلاثَة`],
		['SB024', '20', `الرَّقْم S B صِفْر اِثْنان أَرْبَعَة ${to} عِشْرون`],
		['B1024', '35', `الرَّقْم B واحِد صِفْر , اِثْنان أَرْبَعَة ${to} خَمْسَة وَثَلاثون`],
		['D007', 'B12', `الرَّقْم D صِفْر صِفْر سَبْعَة ${to} B اِثْنا عَشَر`]
	])('%s to window %s', (number, window, words) => {
		expect(say('ar', number, window)).toBe(words);
	});

	test('borrows the two tones from a pack that has them', () => {
		const [first] = announcement({ number: 'A001', window: '3' }, { langs: ['ar', 'en'], times: 1, rate: 1 });
		expect(first).toEqual({ lang: 'zh-CN', clip: 'chime' });
	});
});

describe('D-02 an announcement', () => {
	const call = { number: 'A001', window: '3' };
	const zh = '请 A 零 零 幺 号 , 到 三 号窗口';
	const en = 'Number A zero zero one , please go to window three';

	test('begins with the chime and is said as often as the hall wants', () => {
		expect(heard(announcement(call, { langs: ['zh-CN'], times: 1, rate: 1 }))).toBe(`<chime> ${zh}`);
		expect(heard(announcement(call, { langs: ['zh-CN'], times: 2, rate: 1 }))).toBe(`<chime> ${zh} , ${zh}`);
	});

	test('says every language in the order of the zone, then all again', () => {
		expect(heard(announcement(call, { langs: ['zh-CN', 'en'], times: 2, rate: 1 }))).toBe(
			`<chime> ${zh} , ${en} , ${zh} , ${en}`
		);
		expect(heard(announcement(call, { langs: ['en', 'zh-CN'], times: 1, rate: 1 }))).toBe(`<chime> ${en} , ${zh}`);
	});

	test('leaves at least a second before it is repeated', () => {
		const pauses = announcement(call, { langs: ['zh-CN'], times: 3, rate: 1 }).flatMap((piece) =>
			'pauseMs' in piece ? [piece.pauseMs] : []
		);
		expect(pauses.filter((ms) => ms >= 1000)).toHaveLength(2);
	});

	test.each(LANGS)('uses only clips that the pack of its language has: %s', (lang) => {
		const pack = new Set([...packClips(lang), 'chime']);
		const said = Array.from({ length: 1200 }, (_, n) => {
			const number = `${String.fromCharCode(65 + (n % 26))}${n}`;
			return announcement({ number, window: String((n % 130) + 1) }, { langs: [lang], times: 1, rate: 1 });
		});
		const unknown = said.flat().filter((piece) => 'clip' in piece && !pack.has(piece.clip));
		expect(unknown).toEqual([]);
	});
});
