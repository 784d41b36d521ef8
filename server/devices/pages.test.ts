import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardCaps } from '#display/led/driver.ts';
import { words } from '#display/words/index.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import { boardContent, type BoardFacts } from './board-content.ts';
import { brightnessAt, textsOf } from './board-texts.ts';
import { Pages, pagesOf } from './pages.ts';

const caps = (more: Partial<BoardCaps>): BoardCaps => ({
	...{ font: 'gb2312', columns: 8, lines: 1, number: false, brightness: null, ack: 'protocol', health: 'ping' },
	...{ minRefreshMs: 0, volatile: true },
	...more
});
const facts = (more: Partial<BoardFacts>): BoardFacts => ({
	...{ window: null, calls: [], ended: false, texts: textsOf({ texts: {} }, { texts: {} }), broadcast: null },
	...more
});
const window = (more: Partial<NonNullable<BoardFacts['window']>>): NonNullable<BoardFacts['window']> => ({
	...{ code: '3', state: 'open', reason: null, number: null, serving: false },
	...more
});
const said = (of: BoardFacts, on: BoardCaps): readonly string[] => boardContent(of, on, words('zh-CN').boards).lines;

describe('a text that is longer than its board', () => {
	test('is cut between words, and where there are none, between characters', () => {
		expect(pagesOf(['A001 请到3号窗口'], caps({}))).toEqual([['A001'], ['请到3号'], ['窗口']]);
		expect(pagesOf(['LEAVE BY EXITS'], caps({ font: 'ascii' }))).toEqual([['LEAVE BY'], ['EXITS']]);
	});
	test('turns beneath a number that stands', () => {
		expect(pagesOf(['A001', '请到3号窗口'], caps({ lines: 2 }))).toEqual([
			['A001', '请到3号'],
			['A001', '窗口']
		]);
	});
	test('runs through a board that can', () => {
		expect(pagesOf(['A001 请到3号窗口'], caps({ scrolls: true }))).toEqual([['A001 请到3号窗口']]);
	});
	test('no page is wider than the board, and none of the text is lost', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...'A1 请到窗口'), { maxLength: 60 }),
				fc.integer({ min: 2, max: 20 }),
				(letters, columns) => {
					const text = letters.join('');
					const pages = pagesOf([text], caps({ columns })).map(([line = '']) => line);
					for (const page of pages) {
						expect([...page].reduce((sum, one) => sum + (one > '~' ? 2 : 1), 0)).toBeLessThanOrEqual(columns);
					}
					expect(pages.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
				}
			)
		);
	});
	test('its pages turn by the clock, round and round, and a new text begins at its first', async () => {
		const clock = virtualClock();
		const pages = new Pages(clock);
		const seen: string[] = [];
		pages.begin('b', 3, 4000, (page) => seen.push(`old ${String(page)}`));
		await clock.advance(13_000);
		pages.begin('b', 2, 4000, (page) => seen.push(`new ${String(page)}`));
		await clock.advance(4000);
		pages.begin('b', 1, 4000, () => seen.push('never'));
		await clock.advance(20_000);
		expect(seen).toEqual(['old 1', 'old 2', 'old 0', 'new 1']);
		expect(clock.pending()).toBe(0);
	});
});

describe('what a board says', () => {
	const two = caps({ columns: 16, lines: 2 });

	test.each([
		['open and idle', { state: 'open' }, false, '欢迎光临'],
		['paused', { state: 'paused' }, false, '暂停服务'],
		['paused with a reason', { state: 'paused', reason: { zh: '用餐', en: 'Lunch' } }, false, '用餐'],
		['finishing', { state: 'wrap-up' }, false, '整理中请稍候'],
		['closed within the hours', { state: 'closed' }, false, '窗口未开放'],
		['closed after the hours', { state: 'closed' }, true, '今日已结束']
	] as const)('%s', (_, state, ended, text) => {
		expect(said(facts({ window: window(state), ended }), two)).toEqual(['3号窗口', text]);
	});
	test('the hall file says it otherwise: a board’s own before those of all', () => {
		const idle = { zh: '{window}号窗口为您服务', en: 'Window {window}' };
		const all = { texts: { idle, ended: { zh: '明天见', en: 'Tomorrow' } } };
		const own = { texts: { ended: { zh: '已下班', en: 'Gone' } } };
		const texts = textsOf(own, all);
		expect(said(facts({ window: window({}), texts }), two)[1]).toBe('3号窗口为您服务');
		expect(said(facts({ window: window({ state: 'closed' }), ended: true, texts }), two)[1]).toBe('已下班');
		expect(
			said(facts({ window: window({ state: 'closed' }), ended: true, texts: textsOf({ texts: {} }, all) }), two)[1]
		).toBe('明天见');
		expect(said(facts({ window: window({ number: 'A001' }), texts }), two)).toEqual(['A001', '请到3号窗口']);
	});
	test('a board without Chinese says it in English, or nothing when a word does not fit', () => {
		const ascii = caps({ font: 'ascii' });
		expect(said(facts({ window: window({ state: 'paused' }) }), ascii)).toEqual(['paused']);
		expect(said(facts({ window: window({ number: 'A001' }) }), ascii)).toEqual(['A001 >3']);
		expect(said(facts({ window: window({ state: 'paused' }) }), caps({ font: 'ascii', columns: 4 }))).toEqual(['']);
		expect(said(facts({ ended: true }), ascii)).toEqual(['closed today']);
	});
	test('a zone has its calls, else its own greeting', () => {
		expect(said(facts({ calls: [{ number: 'A001', window: '3' }] }), two)).toEqual(['A001 请到3号窗口']);
		expect(said(facts({}), two)).toEqual(['欢迎光临']);
	});
});

test('the brightness is that of the last step, over midnight too', () => {
	const steps = [
		{ from: 420, percent: 100 },
		{ from: 1200, percent: 30 }
	];
	expect([0, 419, 420, 1199, 1200].map((minute) => brightnessAt(steps, minute))).toEqual([30, 30, 100, 100, 30]);
	expect(brightnessAt([], 600)).toBeUndefined();
});
