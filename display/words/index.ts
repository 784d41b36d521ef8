/** Every word a person reads or hears. A language is a folder here and a line in `ALL`; a missing sentence does not compile. */
import type { Text } from '#server/views.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';
import type { Words } from './zh-CN/index.ts';

export type { Words };

/** BCP 47 tags of the languages spoken here; Mandarin first. */
export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];

const ALL: Record<Lang, Words> = { 'zh-CN': zhCN, en };

/** The catalogue of one language. Sentences with facts are functions: `words('en').slips.ahead({ count: 3 })`. */
export function words(lang: Lang): Words {
	return ALL[lang];
}

/** The language of a tag, a cookie or an Accept-Language header; Chinese when it names none of ours. */
export function langOf(asked: string | null | undefined): Lang {
	for (const part of (asked ?? '').split(',')) {
		const primary = part.trim().toLowerCase().split(/[-_;]/)[0];
		const found = LANGS.find((lang) => lang.toLowerCase().split('-')[0] === primary);
		if (found) return found;
	}
	return 'zh-CN';
}

/** A text of the hall file in one language; Chinese stands in where a hall left another one empty. */
export function textIn(lang: Lang, text: Text): string {
	return lang === 'en' && text.en !== '' ? text.en : text.zh;
}
