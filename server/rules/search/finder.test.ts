import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SAMPLE_ENTRIES, findableEntry } from '#test/fixtures/search/base.ts';
import { matterOf } from './asked.ts';
import { slipsIn } from './closeness.ts';
import { Finder } from './finder.ts';
import { plain } from './plain.ts';
import { isSpread, namedBy, syllablesOf } from './syllables.ts';
import { formsOf } from './synonyms.ts';

const one = (key: string, ...names: string[]): Parameters<Finder['add']>[0] => ({
	key,
	kind: 'guide',
	names,
	bodies: []
});
const keys = (finder: Finder, question: string): string[] => finder.find(question, 5).map(({ key }) => key);

describe('Q-01 the forms of a text', () => {
	test('full width, traditional characters, capitals and marks are one', () => {
		expect(plain('　ＳＢＫ《社會保障卡》，Card! ')).toBe('sbk 社会保障卡 card');
	});

	test('a character is spoken as its word says it', () => {
		expect(syllablesOf('重庆银行').join(' ')).toBe('chong qing yin hang');
		expect(syllablesOf('旅游').join(' ')).toBe('lv you');
	});

	test.each([
		['sbk', 3],
		['shebk', 3],
		['shebaoka', 3],
		['bk', 2],
		['shb', 2],
		['sbx', undefined]
	])('%s names so many syllables of 社保卡', (typed, count) => {
		expect(namedBy(typed, ['she', 'bao', 'ka'])?.count).toBe(count);
	});

	test('first letters may leave some out, but not the first', () => {
		expect([isSpread('ylrz', 'yldylqzgrz'), isSpread('lrz', 'yldylqzgrz')]).toEqual([true, false]);
	});

	test('one letter too many, too few, another one, or two changed round is one slip', () => {
		expect(['pasport', 'passsport', 'pazsport', 'paspsort'].map((typed) => slipsIn(typed, 'a passport'))).toEqual([
			1, 1, 1, 1
		]);
	});

	test('words that only ask are left out, unless there is nothing else', () => {
		expect([matterOf('请问办社保卡要带什么'), matterOf('在哪里')]).toEqual(['办社保卡', '在哪里']);
		expect(matterOf('how do i renew my passport')).toBe('renew passport');
	});

	test('a name has its other words, one or two at a time, itself first', () => {
		const forms = formsOf('社会保障卡补领');
		expect(forms[0]).toBe('社会保障卡补领');
		for (const form of ['社保卡补领', '社会保障卡补办']) expect(forms).toContain(form);
	});
});

describe('Q-01 the finder', () => {
	test('holds what was added last under a key, and nothing that was removed, however often', () => {
		const finder = new Finder();
		for (let round = 0; round < 700; round += 1) finder.add(one('a', `停车场${String(round)}`));
		finder.add(one('b', '停车收费'));
		expect(finder.size).toBe(2);
		expect(keys(finder, '停车').toSorted()).toEqual(['a', 'b']);
		expect([keys(finder, '停车场699')[0], keys(finder, '停车场698')[0]]).toEqual(['a', 'a']);
		finder.add(one('a', '母婴室'));
		expect([keys(finder, '停车'), keys(finder, '母婴室')]).toEqual([['b'], ['a']]);
		finder.remove('b');
		expect(keys(finder, '停车')).toEqual([]);
	});

	test('a name that was written is found by itself, whatever is asked does not throw', () => {
		const finder = new Finder();
		for (const entry of SAMPLE_ENTRIES) finder.add(findableEntry(entry));
		for (const { slug, title } of SAMPLE_ENTRIES) expect(keys(finder, title.zh)[0]).toBe(`entry:${slug}`);
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (question) => {
				const found = finder.find(question, 3);
				expect(found.length).toBeLessThanOrEqual(3);
				expect(finder.find(question, 3)).toEqual(found);
			}),
			{ numRuns: 60 }
		);
	});
});
