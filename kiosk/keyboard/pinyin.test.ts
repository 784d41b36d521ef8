import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pinyin } from './pinyin.ts';

const table = readFileSync(new URL('table/words.txt', import.meta.url), 'utf8');
const pinyin = new Pinyin(table);
const words = (typed: string, most = 200): string[] => pinyin.candidates(typed, most).map(({ word }) => word);

test.each([
	['woyaotousu', '我要投诉'],
	['womendengleyigexiaoshi', '我们等了一个小时'],
	['chuangkougongzuorenyuantaidubuhao', '窗口工作人员态度不好'],
	['cailiaoyijingdaiqi', '材料已经带齐'],
	['qingbangwobanliyanglaojin', '请帮我办理养老金'],
	['shebaoka', '社保卡'],
	['xiexie', '谢谢']
])('K-02 what one wants to say is the first to choose: %s', (typed, said) => {
	expect(pinyin.candidates(typed, 5)[0]).toEqual({ word: said, letters: typed.length });
});

test.each([
	['sbk', '社保卡'],
	['yhk', '银行卡'],
	['tous', '投诉'],
	['shenfz', '身份证'],
	["xi'an", '西安'],
	['nv', '女'],
	['lv', '绿']
])('first letters, begun syllables and apostrophes: %s offers %s', (typed, wanted) => {
	expect(words(typed)).toContain(wanted);
});

test('a candidate tells how many letters it takes, so that the others stay', () => {
	const all = pinyin.candidates('woyaotousu', 50);
	expect(all.find(({ word }) => word === '我')?.letters).toBe(2);
	expect(pinyin.candidates("xi'an", 5).find(({ word }) => word === '西安')?.letters).toBe(5);
});

test('K-02 names are written with characters that nobody counted: 㛃 䶮 𠮷', () => {
	expect(words('jie', 500)).toContain('㛃');
	expect(words('yan', 500)).toContain('䶮');
	expect(words('ji', 800)).toContain('𠮷');
});

test('every character is found by its own syllable', () => {
	const lines = table.split('\n').filter((line) => /^[a-z]+ /.test(line));
	expect(lines.length).toBeGreaterThan(390);
	for (const line of lines.filter((_, n) => n % 20 === 0)) {
		const [syllable = '', listed = ''] = line.split(' ');
		for (const char of listed.replaceAll(/[\d|]/g, '')) expect(words(syllable, 2000)).toContain(char);
	}
});

test('whatever is typed, a candidate never takes more letters than there are, and none twice', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z']{0,24}$/), (typed) => {
			const all = pinyin.candidates(typed, 60);
			expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
			for (const { letters } of all) expect(letters).toBeLessThanOrEqual(typed.length);
			for (const { letters } of all) expect(letters).toBeGreaterThan(0);
		}),
		{ numRuns: 300 }
	);
});
