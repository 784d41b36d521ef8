import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkWording } from '../wording/check.ts';
import { dayPart, LIBRARY, phraseFor, phrasesFor, PLAIN, searchSituations, SITUATIONS, spoken } from './library.ts';
import type { Circumstances } from './phrase.ts';

/** The situations in which the norms want a fitting word. */
const WANTED =
	'greet address late-answer wrong-place silent unclear-voice dialect slow-speaker interrupt confirm need-details looking-up write-down own-data others-data cannot-now transfer transfer-failed out-of-remit needs-decision missing-papers refusal in-progress next-window done thanked praised suggestion policy-criticism own-mistake slow-us complaint complaint-staff complaint-error complaint-up complaint-result angry abusive apologised-to name-asked certain-clerk media system-down two-at-once recorded callback supervisor priority disability closing'.split(
		' '
	);

const ALL = SITUATIONS.flatMap((situation) => LIBRARY[situation].phrases.map((phrase) => ({ situation, ...phrase })));

const circumstances: fc.Arbitrary<Circumstances> = fc.record({
	part: fc.constantFrom('morning', 'noon', 'afternoon', 'evening'),
	festive: fc.boolean(),
	visit: fc.constantFrom('first', 'return'),
	priority: fc.boolean(),
	elder: fc.boolean(),
	complaint: fc.boolean(),
	medium: fc.constantFrom('window', 'telephone', 'text'),
	waited: fc.boolean()
});

describe('W-09 the phrases', () => {
	test('W-09 there are several for every situation, with its clause', () => {
		expect([...SITUATIONS].toSorted()).toEqual(WANTED.toSorted());
		for (const situation of SITUATIONS) {
			const { phrases, clause, pinyin, name } = LIBRARY[situation];
			expect(phrases.length, situation).toBeGreaterThanOrEqual(2);
			expect(clause, situation).toMatch(/^N\d/);
			expect(pinyin.split(' ').length, situation).toBe([...name.zh].length);
		}
	});

	test('W-09 not one of them has forbidden wording', () => {
		const faulty = ALL.flatMap(({ zh, en }) => [spoken({ zh, en }, 'zh', {}), spoken({ zh, en }, 'en', {})]).flatMap(
			(text) => checkWording(text).map((finding) => `${finding.class} ${finding.phrase}: ${text}`)
		);
		expect(faulty).toEqual([]);
	});

	test('W-09 no two are the same, and each can be the one that fits', () => {
		expect(new Set(ALL.map(({ zh }) => zh)).size).toBe(ALL.length);
		for (const { situation, zh, when } of ALL) {
			const fitting = phrasesFor(situation, { ...PLAIN, ...when }).map((phrase) => phrase.zh);
			expect(fitting, zh).toContain(zh);
			if (when !== undefined) expect(fitting[0], zh).toBe(zh);
		}
	});

	test('W-09 something fits whatever the circumstances are, and nothing is said that does not hold', () => {
		fc.assert(
			fc.property(fc.constantFrom(...SITUATIONS), circumstances, (situation, at) => {
				const { when = {} } = phraseFor(situation, at);
				expect(at).toMatchObject(when);
			})
		);
	});

	test.each<[Partial<Circumstances>, string]>([
		[{ part: 'afternoon' }, '下午好'],
		[{ festive: true }, '祝您'],
		[{ visit: 'return', festive: true }, '上次的材料'],
		[{ priority: true, visit: 'return' }, '不着急'],
		[{ elder: true, priority: true }, '老人家'],
		[{ complaint: true, elder: true }, '您反映的事'],
		[{ medium: 'telephone', elder: true }, '工号'],
		[{ medium: 'text', complaint: true }, '文字']
	])('W-02 %j is greeted with %s', (given, words) => {
		expect(phraseFor('greet', { ...PLAIN, ...given }).zh).toContain(words);
	});

	test('W-02 the facts of the moment stand in it, and what is not known is spoken around', () => {
		const phrase = phraseFor('next-window', PLAIN);
		expect(spoken(phrase, 'zh', { number: 'A012', next: { zh: '3 号窗口', en: 'window 3' } })).toBe(
			'这一步办好了，请到3 号窗口接着办，您的号码 A012 不变，不用重新取号。'
		);
		for (const { zh, en } of ALL) {
			expect(spoken({ zh, en }, 'zh', {})).not.toMatch(/[{}]|undefined/);
			expect(spoken({ zh, en }, 'en', {})).not.toMatch(/[{}]|undefined/);
		}
	});

	test.each([
		[7, 'morning'],
		[12, 'noon'],
		[14, 'afternoon'],
		[19, 'evening'],
		[2, 'evening']
	])('W-02 at %i o’clock it is %s', (hour, part) => {
		expect(dayPart(hour)).toBe(part);
	});

	test.each([
		['greet', 'greet'],
		['yjwh', 'greet'],
		['yingjie', 'greet'],
		['ying jie', 'greet'],
		['材料不齐', 'missing-papers'],
		['clbq', 'missing-papers'],
		['journalist', 'media'],
		['录音', 'recorded'],
		['一次补齐', 'missing-papers']
	])('W-09 %s finds %s first', (typed, situation) => {
		expect(searchSituations(typed)[0]).toBe(situation);
	});

	test('W-09 without a word all are listed, and nonsense finds none', () => {
		expect(searchSituations(' ')).toEqual(SITUATIONS);
		expect(searchSituations('qqqq')).toEqual([]);
	});
});
