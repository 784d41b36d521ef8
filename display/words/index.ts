/** Every word a person reads or hears. A language is a folder here, its tag in langs.ts and its line in both catalogues; a missing sentence does not compile. */
import { learn, wordsOf } from '#catalogue';
import { FURTHER_KEYS, langOf, type Lang, type Text } from './langs.ts';
import type { Words } from './zh-CN/index.ts';

export { learn };
export type { Words };
export * from './langs.ts';

/** The catalogue of one language. Sentences with facts are functions: `words('en').slips.ahead({ count: 3 })`. */
export function words(lang: Lang): Words {
	return wordsOf(lang);
}

/** A text of the hall that the hall file may leave out, in every language. */
export function textOf(say: (words: Words) => string): Text {
	const further = FURTHER_KEYS.map((key): [string, string] => [key, say(words(langOf(key)))]);
	return { zh: say(words('zh-CN')), en: say(words('en')), ...Object.fromEntries(further) };
}
