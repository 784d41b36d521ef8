/** Every word a person reads or hears. A language is a folder here, its tag in langs.ts and its line in `ALL`; a missing sentence does not compile. */
import { ar } from './ar/index.ts';
import { en } from './en/index.ts';
import { FURTHER_KEYS, langOf, type Lang, type Text } from './langs.ts';
import { withStaff } from './visitor.ts';
import { zhCN } from './zh-CN/index.ts';
import type { Words } from './zh-CN/index.ts';

export type { Words };
export * from './langs.ts';

const ALL: Record<Lang, Words> = { 'zh-CN': zhCN, en, ar: withStaff(ar, en) };

/** The catalogue of one language. Sentences with facts are functions: `words('en').slips.ahead({ count: 3 })`. */
export function words(lang: Lang): Words {
	return ALL[lang];
}

/** A text of the hall that the hall file may leave out, in every language. */
export function textOf(say: (words: Words) => string): Text {
	const further = FURTHER_KEYS.map((key): [string, string] => [key, say(words(langOf(key)))]);
	return { zh: say(zhCN), en: say(en), ...Object.fromEntries(further) };
}
