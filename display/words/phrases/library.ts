import { AROUND } from './around.ts';
import { ARRIVAL } from './arrival.ts';
import { ENDING } from './ending.ts';
import { HARD_TALK } from './hard.ts';
import type { Circumstances, Phrase, SituationFacts } from './phrase.ts';
import { WORK } from './work.ts';

const ALL = { ...ARRIVAL, ...WORK, ...AROUND, ...HARD_TALK, ...ENDING };

/** A situation of service talk, by its code. */
export type Situation = keyof typeof ALL;

/** What to say in every situation in which the norms want a fitting word. Own wording; the clauses are facts. */
export const LIBRARY: Readonly<Record<Situation, SituationFacts>> = ALL;

export const SITUATIONS = Object.keys(ALL) as readonly Situation[];

/** A day without anything particular, at a window. */
export const PLAIN: Circumstances = {
	part: 'morning',
	festive: false,
	visit: 'first',
	priority: false,
	elder: false,
	complaint: false,
	medium: 'window',
	waited: false
};

/**
 * What carries most weight when several phrases fit, from least to most: a visitor who complains is not wished a happy
 * festival first, and whoever reads is written to in any case.
 */
const WEIGHT: readonly (keyof Circumstances)[] = [
	'part',
	'festive',
	'visit',
	'waited',
	'priority',
	'elder',
	'complaint',
	'medium'
];

/** The phrases of a situation that fit, the most fitting first. */
export function phrasesFor(situation: Situation, circumstances: Circumstances): Phrase[] {
	return LIBRARY[situation].phrases
		.filter(({ when }) => when === undefined || fits(when, circumstances))
		.toSorted((one, other) => weightOf(other) - weightOf(one));
}

/** What to say now. */
export function phraseFor(situation: Situation, circumstances: Circumstances): Phrase {
	const [best] = phrasesFor(situation, circumstances);
	const [any] = LIBRARY[situation].phrases;
	const phrase = best ?? any;
	if (!phrase) throw new Error(`nothing to say in the situation ${situation}`);
	return phrase;
}

function fits(when: Partial<Circumstances>, circumstances: Circumstances): boolean {
	return conditions(when).every((name) => when[name] === circumstances[name]);
}

function weightOf({ when = {} }: Phrase): number {
	return conditions(when).reduce((sum, name) => sum + 2 ** (WEIGHT.indexOf(name) + 1), 0);
}

function conditions(when: Partial<Circumstances>): (keyof Circumstances)[] {
	return WEIGHT.filter((name) => when[name] !== undefined);
}

/** What the words in braces of a phrase stand for; one that is not known is spoken around. */
export interface PhraseFacts {
	hall?: { zh: string; en: string };
	window?: { zh: string; en: string };
	staff?: string;
	number?: string;
	/** where it goes on */
	next?: { zh: string; en: string };
	festival?: { zh: string; en: string };
	/** working days until opinions are answered */
	days?: number;
}

const UNKNOWN: Record<keyof PhraseFacts, { zh: string; en: string }> = {
	hall: { zh: '政务大厅', en: 'the service hall' },
	window: { zh: '窗口', en: 'the window' },
	staff: { zh: '（工号）', en: '(number)' },
	number: { zh: '', en: '' },
	next: { zh: '负责的窗口', en: 'the window in charge' },
	festival: { zh: '节日', en: 'the festival' },
	days: { zh: '五', en: 'five' }
};

/** A phrase with the facts of the moment in it. */
export function spoken(phrase: Phrase, lang: 'zh' | 'en', facts: PhraseFacts): string {
	return phrase[lang]
		.replace(/\{(\w+)\}/gu, (whole, name: string) => (isFact(name) ? said(name, lang, facts) : whole))
		.replace(/ {2,}/gu, ' ');
}

function isFact(name: string): name is keyof PhraseFacts {
	return Object.hasOwn(UNKNOWN, name);
}

function said(name: keyof PhraseFacts, lang: 'zh' | 'en', facts: PhraseFacts): string {
	const known = facts[name] ?? UNKNOWN[name];
	return typeof known === 'object' ? known[lang] : String(known);
}

/** How one greets at an hour of the day (0 to 23). */
export function dayPart(hour: number): Circumstances['part'] {
	if (hour >= 5 && hour < 11) return 'morning';
	if (hour >= 11 && hour < 13) return 'noon';
	return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}

/** Situations by what was typed: code, name, letters of the name (full or initials), or words of a phrase; all without it. */
export function searchSituations(typed: string): Situation[] {
	const asked = typed.trim().toLowerCase().replace(/\s+/gu, ' ');
	if (asked === '') return [...SITUATIONS];
	const ranked = SITUATIONS.map((code) => ({ code, rank: rankOf(code, asked) })).filter(({ rank }) => rank !== null);
	return ranked.toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0)).map(({ code }) => code);
}

function rankOf(code: Situation, asked: string): number | null {
	const { name, pinyin, phrases } = LIBRARY[code];
	const initials = pinyin.replace(/(\w)\w*\s?/gu, '$1');
	const joined = pinyin.replaceAll(' ', '');
	const squeezed = asked.replaceAll(' ', '');
	const names = [code, name.zh, name.en.toLowerCase(), initials, joined];
	if (names.some((one) => one.startsWith(squeezed) || one.startsWith(asked))) return 0;
	if (names.some((one) => one.includes(squeezed) || one.includes(asked))) return 1;
	const said = phrases.some(({ zh, en }) => zh.includes(asked) || en.toLowerCase().includes(asked));
	return said ? 2 : null;
}
