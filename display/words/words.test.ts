import { describe, expect, test } from 'vitest';
import { count } from './plural.ts';
import { ar } from './ar/index.ts';
import { counted, MINUTE, PERSON } from './ar/text.ts';
import {
	autonym,
	dirOf,
	LANGS,
	langIn,
	langOf,
	localeOf,
	paperLangOf,
	STAFF_LANGS,
	staffLangOf,
	textIn,
	textOf,
	words
} from './index.ts';

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

/** Every sentence of a catalogue by its path, functions filled with `n`. */
function sentences(said: object, n: number): Map<string, string> {
	const found = new Map<string, string>();
	const walk = (path: string, value: unknown): void => {
		if (typeof value === 'string') found.set(path, value);
		else if (typeof value === 'function') found.set(path, String((value as Sentence)(anyFact(n))));
		else for (const [key, inner] of Object.entries(Object(value) as object)) walk(`${path}.${key}`, inner);
	};
	walk('', said);
	return new Map([...found].map(([path, text]) => [path.slice(1), text]));
}

const HAN = /\p{Script=Han}/u;
/** The clips of a pack follow the grammar of their language; one may need no mark where another has one. */
const ofOneLanguage = (path: string): boolean => path.startsWith('voice.clips.');
/** What stands on a key of a keyboard is the same everywhere. */
const isKey = (path: string): boolean => path.startsWith('keyboard.orderKey.');
const isMark = (path: string): boolean => path.startsWith('marks.');

describe('K-11 the words', () => {
	const zh = sentences(words('zh-CN'), 3);
	const en = sentences(words('en'), 3);

	test('have the same sentences in every language', () => {
		const shared = (all: Map<string, string>): string[] => [...all.keys()].filter((path) => !ofOneLanguage(path));
		expect(zh.size).toBeGreaterThan(250);
		expect(shared(en).toSorted()).toEqual(shared(zh).toSorted());
	});

	test.each(LANGS)('are never empty and never show a missing fact in %s', (lang) => {
		const faulty = [...sentences(words(lang), 3)].filter(
			([path, text]) =>
				(!isMark(path) && (text.trim() === '' || text !== text.trim())) || /undefined|null|NaN|\[object/.test(text)
		);
		expect(faulty).toEqual([]);
	});

	test('are not the same in two languages', () => {
		const same = [...zh].filter(([path, text]) => !ofOneLanguage(path) && HAN.test(text) && en.get(path) === text);
		expect(same).toEqual([]);
	});

	test('are Chinese in Chinese, and without Chinese in English', () => {
		const withoutHan = [...zh].filter(([path, text]) => !isKey(path) && /[a-z]{3}/i.test(text) && !HAN.test(text));
		const withHan = [...en].filter(([, text]) => HAN.test(text));
		expect(withoutHan).toEqual([]);
		expect(withHan).toEqual([]);
	});

	test.each(LANGS)('use every fact they ask for in %s', (lang) => {
		const three = sentences(words(lang), 3);
		const seven = sentences(words(lang), 7);
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

/** What visitors never read is not asked of a language; see VisitorWords. */
const OF_STAFF = new RegExp(
	[
		'^cases\\.(?!kinds\\.(complaint|unsolved|petition|praise|question|message)\\.)',
		'^(follow|matters)\\.slip\\.',
		'^help\\.(atDesk|line|go|there|by|number|silent)$',
		'^ledger\\.(none|whole|older|signed|replayed|broken|faults)',
		'^questions\\.(?!faq\\.|referral\\.(title|about|fields|page|byStaff|callIt))',
		'^refusals\\..+\\.staff$',
		'^services\\.(none|since|crowded|counted|more|fewer)$'
	].join('|')
);

describe('K-11 the Arabic of visitors', () => {
	const zh = sentences(words('zh-CN'), 3);
	const own = sentences(ar, 3);

	test('has every sentence that a visitor reads, by the code of each stage and act too', () => {
		const asked = [...zh.keys()].filter((path) => (path.split('.')[0] ?? '') in ar && !OF_STAFF.test(path));
		const shared = (paths: Iterable<string>): string[] => [...paths].filter((path) => !ofOneLanguage(path)).toSorted();
		expect(shared(own.keys())).toEqual(shared(asked));
	});

	test('is Arabic throughout: neither Chinese nor left in English', () => {
		const foreign = [...own].filter(([path, text]) => {
			if (HAN.test(text)) return true;
			return !isMark(path) && HAN.test(zh.get(path) ?? '') && !/\p{Script=Arabic}/u.test(text);
		});
		expect(foreign).toEqual([]);
	});

	test('closes what it opens for words of another direction', () => {
		const open = [...own].filter(
			([, text]) => (text.match(/[\u2066-\u2068]/g) ?? []).length !== (text.match(/\u2069/g) ?? []).length
		);
		expect(open).toEqual([]);
	});

	test('has the words of the staff in English', () => {
		expect(words('ar').desk).toEqual(words('en').desk);
		expect(words('ar').refusals['hall-closed'].staff).toBe(words('en').refusals['hall-closed'].staff);
		expect(words('ar').refusals['hall-closed'].visitor).toMatch(/\p{Script=Arabic}/u);
		expect(words('ar').cases.kinds['order']).toEqual(words('en').cases.kinds['order']);
	});

	test('counts in all its forms', () => {
		expect([0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => counted(n, PERSON))).toEqual([
			'0 شخص',
			'شخص واحد',
			'شخصان',
			'3 أشخاص',
			'10 أشخاص',
			'11 شخصًا',
			'99 شخصًا',
			'100 شخص',
			'103 أشخاص'
		]);
		expect(counted(2, MINUTE)).toBe('دقيقتان');
	});
});

test.each([
	['en', 'en'],
	['en-GB,en;q=0.9', 'en'],
	['ar-EG,ar;q=0.9,en;q=0.5', 'ar'],
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

test('K-11 each language names itself, and is written from its side', () => {
	expect(LANGS.map(autonym)).toEqual(['中文', 'English', 'العربية']);
	expect(LANGS.map(dirOf)).toEqual(['ltr', 'ltr', 'rtl']);
	// What is written down is what `Intl` says.
	for (const lang of LANGS) {
		const { language, script } = new Intl.Locale(lang).maximize();
		expect(autonym(lang)).toBe(new Intl.DisplayNames([lang], { type: 'language' }).of(language));
		expect(dirOf(lang)).toBe(
			['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script ?? '') ? 'rtl' : 'ltr'
		);
	}
});

test('staff and paper have Chinese and English only', () => {
	expect(STAFF_LANGS.map(paperLangOf)).toEqual([...STAFF_LANGS]);
	expect(paperLangOf('ar')).toBe('en');
	expect(staffLangOf('ar-SA, zh;q=0.3')).toBe('en');
});

test('dates have the figures of the tickets and the calendar of the hall in every language', () => {
	const day = Date.UTC(2026, 10, 26);
	for (const lang of LANGS)
		expect(new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(day)).toMatch(
			/26.*2026|2026.*26/
		);
});

test('a text that the hall has not in a language is told in English, else in Chinese', () => {
	expect(langIn('ar', { zh: '社保卡', en: 'Social security card' })).toBe('en');
	expect(textIn('ar', { zh: '社保卡', en: '' })).toBe('社保卡');
	expect(textIn('ar', { zh: '社保卡', en: 'Social security card', ar: 'بطاقة' })).toBe('بطاقة');
	expect(textOf(({ common }) => common.free)).toEqual({ zh: '免费', en: 'Free of charge', ar: 'مجانًا' });
});

test('a text without English is shown in Chinese', () => {
	expect(textIn('en', { zh: '社保卡', en: '' })).toBe('社保卡');
	expect(textIn('en', { zh: '社保卡', en: 'Social security card' })).toBe('Social security card');
	expect(textIn('zh-CN', { zh: '社保卡', en: 'Social security card' })).toBe('社保卡');
});
