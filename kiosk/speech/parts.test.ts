import { describe, expect, test } from 'vitest';
import { partsOf, spelled } from './parts.ts';

const said = (lang: 'zh-CN' | 'en', text: string): string[] =>
	partsOf(lang, text).map((part) => (part.lang === lang ? part.text : `${part.lang}: ${part.text}`));

describe('K-05 what is said', () => {
	test('goes sentence by sentence', () => {
		expect(said('zh-CN', '请选择分厅。本页有 3 项可选！')).toEqual(['请选择分厅。', '本页有 3 项可选！']);
		expect(said('en', 'Take a number. Wait here.')).toEqual(['Take a number.', 'Wait here.']);
	});

	test('has a voice for each script', () => {
		expect(said('zh-CN', '社保卡 Social security card 办理')).toEqual(['社保卡', 'en: Social security card', '办理']);
		expect(said('en', 'Window 3 of 社保厅')).toEqual(['Window 3 of', 'zh-CN: 社保厅']);
	});

	test('times, ranges and separators are said as one says them', () => {
		expect(said('zh-CN', '9:00–12:30')).toEqual(['9点到12点30分']);
		expect(said('en', '10–15 min · 3 ahead')).toEqual(['10 to 15 min, 3 ahead']);
		expect(said('zh-CN', '10–15 分钟 · 前面 3 人')).toEqual(['10到15 分钟，前面 3 人']);
		expect(said('zh-CN', '2026-11-26')).toEqual(['2026-11-26']);
	});

	test('a ticket number is said figure by figure, as the hall calls it', () => {
		expect(said('zh-CN', 'A 0 1 2')).toEqual(['en: A', '零 幺 二']);
		expect(said('en', 'A 0 1 2')).toEqual(['A 0 1 2']);
		expect(said('zh-CN', '关于您的号码 A012')).toEqual(['关于您的号码', 'en: A', '零 幺 二']);
		expect(spelled('zh-CN', '1234 5678')).toBe('幺 二 三 四 五 六 七 八');
	});

	test('nothing is said of signs alone, and no sentence is longer than the server takes', () => {
		expect(said('zh-CN', '——… ＊')).toEqual([]);
		for (const part of partsOf('zh-CN', '很长，'.repeat(400))) expect(part.text.length).toBeLessThanOrEqual(400);
		for (const part of partsOf('zh-CN', '长'.repeat(900))) expect(part.text.length).toBeLessThanOrEqual(400);
	});
});
