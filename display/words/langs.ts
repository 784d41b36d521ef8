/** Which languages are spoken here, and what is known of each without its words. Another language begins with its tag here. */

/** BCP 47 tags of the languages that a visitor can choose; Mandarin first. */
export const LANGS = ['zh-CN', 'en', 'ar'] as const;
export type Lang = (typeof LANGS)[number];

/** The languages that have all the words, those of the staff as well; what stands on paper is in one of them. */
export const STAFF_LANGS = ['zh-CN', 'en'] as const;
export type StaffLang = (typeof STAFF_LANGS)[number];

type Primary<Tag extends string> = Tag extends `${infer First}-${string}` ? First : Tag;
/** The key of a language in the texts of the hall file: `zh`, `en`, `ar`. */
export type TextKey = Primary<Lang>;
/** Of the languages that a text may have beside Chinese and English. */
export type FurtherKey = Exclude<TextKey, Primary<StaffLang>>;

/** A text of the hall file: Chinese first, English beside it, others where the hall has them. */
export type Text = { zh: string; en: string } & { [Key in FurtherKey]?: string | undefined };

/** `zh-CN` is `zh` in the hall file. */
function textKey(lang: Lang): TextKey {
	return lang.split('-')[0] as TextKey;
}

/** The keys of a text of the hall file, in the order of the languages. */
export const TEXT_KEYS: readonly TextKey[] = LANGS.map(textKey);
export const FURTHER_KEYS = TEXT_KEYS.filter((key): key is FurtherKey => key !== 'zh' && key !== 'en');

/** The languages of those keys of the hall file, in their own order. */
export function langsOf(keys: readonly TextKey[]): Lang[] {
	return LANGS.filter((lang) => keys.includes(textKey(lang)));
}

/** The language that a tag, a cookie or an Accept-Language header asks for, among those that are offered; Chinese when it names none of them. */
export function langOf(asked: string | null | undefined, offered: readonly Lang[] = LANGS): Lang {
	const primaries = (asked ?? '').split(',').map((part) => part.trim().toLowerCase().split(/[-_;]/)[0]);
	const named = primaries.map((primary) => offered.find((lang) => textKey(lang) === primary));
	return named.find((lang) => lang !== undefined) ?? 'zh-CN';
}

/** The language of a member of staff who asks so. */
export function staffLangOf(asked: string | null | undefined): StaffLang {
	return fullLang(langOf(asked));
}

/** The language on paper for who speaks this one: a printer has Chinese and Latin letters only, so all others read English. */
export function paperLangOf(lang: Lang): StaffLang {
	return fullLang(lang);
}

function fullLang(lang: Lang): StaffLang {
	return STAFF_LANGS.find((one) => one === lang) ?? 'en';
}

/** The language of the staff that is not this one. */
export function otherStaffLang(lang: Lang): StaffLang {
	return lang === 'zh-CN' ? 'en' : 'zh-CN';
}

/** Written down, though `Intl` knows it too (words.test.ts): asking it there costs a weak browser more than half of its first page. */
const KNOWN: Record<Lang, { own: string; dir: 'ltr' | 'rtl' }> = {
	'zh-CN': { own: '中文', dir: 'ltr' },
	en: { own: 'English', dir: 'ltr' },
	ar: { own: 'العربية', dir: 'rtl' }
};

/** Which way a language is written, for `dir`. */
export function dirOf(lang: Lang): 'ltr' | 'rtl' {
	return KNOWN[lang].dir;
}

/** A language in its own words, so that its reader finds it: 中文, English, العربية. */
export function autonym(lang: Lang): string {
	return KNOWN[lang].own;
}

/** What `Intl` formats dates and numbers by: the figures of tickets and windows, and the calendar of the hall. */
export function localeOf(lang: Lang): string {
	return `${lang}-u-ca-gregory-nu-latn`;
}

/** In which language a text of the hall file can be told to who speaks this one. */
export function langIn(lang: Lang, text: Text): Lang {
	const fallbacks = [lang, 'en', 'zh-CN'] as const;
	return fallbacks.find((one) => (text[textKey(one)] ?? '') !== '') ?? 'zh-CN';
}

/** A text of the hall file in one language; English stands in where the hall has none in it, Chinese where that is empty. */
export function textIn(lang: Lang, text: Text): string {
	return text[textKey(langIn(lang, text))] ?? '';
}
