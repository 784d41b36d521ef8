import { describe, expect, test } from 'vitest';
import { count } from './plural.ts';
import { LANGS, langOf, textIn, words, type Lang } from './index.ts';

/** Stands for whatever a sentence asks for: `[n]` reads as a number, a text and a list, and has itself under every name. */
function anyFact(n: number): unknown {
	const list: unknown[] = [n];
	const fact: unknown = new Proxy(list, {
		get(own, name): unknown {
			if (name in own) return Reflect.get(own, name);
			return typeof name === 'string' ? fact : undefined;
		}
	});
	return fact;
}

type Sentence = (facts: unknown) => unknown;

/** Every sentence by its path, functions filled with `n`. */
function sentences(lang: Lang, n: number): Map<string, string> {
	const found = new Map<string, string>();
	const walk = (path: string, value: unknown): void => {
		if (typeof value === 'string') found.set(path, value);
		else if (typeof value === 'function') found.set(path, String((value as Sentence)(anyFact(n))));
		else for (const [key, inner] of Object.entries(Object(value) as object)) walk(`${path}.${key}`, inner);
	};
	walk(lang, words(lang));
	return new Map([...found].map(([path, text]) => [path.slice(lang.length + 1), text]));
}

const HAN = /\p{Script=Han}/u;
/** A language is named in itself, so that its reader finds it. */
const NAMED_IN_ITSELF = new Set(['common.chinese', 'common.english']);
/** The clips of a pack follow the grammar of their language. */
const ofOneLanguage = (path: string): boolean => path.startsWith('voice.clips.') || NAMED_IN_ITSELF.has(path);

describe('K-11 the words', () => {
	const zh = sentences('zh-CN', 3);
	const en = sentences('en', 3);

	test('have the same sentences in every language', () => {
		const shared = (all: Map<string, string>): string[] => [...all.keys()].filter((path) => !ofOneLanguage(path));
		expect(zh.size).toBeGreaterThan(250);
		expect(shared(en).toSorted()).toEqual(shared(zh).toSorted());
	});

	test.each(LANGS)('are never empty and never show a missing fact in %s', (lang) => {
		const faulty = [...sentences(lang, 3)].filter(
			([, text]) => text.trim() === '' || text !== text.trim() || /undefined|null|NaN|\[object/.test(text)
		);
		expect(faulty).toEqual([]);
	});

	test('are not the same in two languages', () => {
		const same = [...zh].filter(([path, text]) => !ofOneLanguage(path) && HAN.test(text) && en.get(path) === text);
		expect(same).toEqual([]);
	});

	test('are Chinese in Chinese, and without Chinese in English', () => {
		const withoutHan = [...zh].filter(
			([path, text]) => !NAMED_IN_ITSELF.has(path) && /[a-z]{3}/i.test(text) && !HAN.test(text)
		);
		const withHan = [...en].filter(([path, text]) => !NAMED_IN_ITSELF.has(path) && HAN.test(text));
		expect(withoutHan).toEqual([]);
		expect(withHan).toEqual([]);
	});

	test.each(LANGS)('use every fact they ask for in %s', (lang) => {
		const three = sentences(lang, 3);
		const seven = sentences(lang, 7);
		const functions = [...three.keys()].filter((path) => {
			const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], words(lang));
			return typeof value === 'function';
		});
		expect(functions.length).toBeGreaterThan(20);
		expect(functions.filter((path) => three.get(path) === seven.get(path))).toEqual([]);
	});

	test.each(LANGS)('answer every refusal with whole sentences in %s', (lang) => {
		for (const { visitor, staff } of Object.values(words(lang).refusals)) {
			expect(visitor).toMatch(/[。.]$/);
			expect(staff).toMatch(/[。.]$/);
		}
	});

	test('print the rule of order as the hall has it on its wall', () => {
		expect(words('zh-CN').slips.order({ minutes: 25 })).toBe(
			'持优先号的来宾，仅当其取号时间比您晚不超过 25 分钟时，才可能排在您前面。'
		);
		expect(words('en').slips.order({ minutes: 1 })).toContain('within 1 minute after');
	});
});

test('an English count agrees with its noun', () => {
	expect([0, 1, 2, 21].map((n) => count(n, 'person', 'people'))).toEqual([
		'0 people',
		'1 person',
		'2 people',
		'21 people'
	]);
});

test.each([
	['en', 'en'],
	['en-GB,en;q=0.9', 'en'],
	['zh', 'zh-CN'],
	['zh-TW', 'zh-CN'],
	['fr-FR, en;q=0.8, zh;q=0.7', 'en'],
	['fr', 'zh-CN'],
	['', 'zh-CN'],
	[null, 'zh-CN'],
	['english', 'zh-CN']
])('the language asked for as %j is %s', (asked, lang) => {
	expect(langOf(asked)).toBe(lang);
});

test('a text without English is shown in Chinese', () => {
	expect(textIn('en', { zh: '社保卡', en: '' })).toBe('社保卡');
	expect(textIn('en', { zh: '社保卡', en: 'Social security card' })).toBe('Social security card');
	expect(textIn('zh-CN', { zh: '社保卡', en: 'Social security card' })).toBe('社保卡');
});
