/** In what a call can be spoken: a language, or a dialect of one that somebody has recorded. Pure. */
import { LANGS, type Lang } from '../words/langs.ts';

/** The Chinese languages beside Mandarin that people record: Cantonese, Wu, Min Nan, Hakka, Gan, Xiang, Jin, Min Dong. */
const CHINESE = ['zh', 'cmn', 'yue', 'wuu', 'nan', 'hak', 'gan', 'hsn', 'cjy', 'cdo'];
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,16}){0,3}$/;
/** How one part of an announcement is spoken. */
export interface Tongue {
	/** whose grammar the sentence has, and whose clips stand in */
	lang: Lang;
	/** the folder of a dialect's own recordings: `yue`, `zh-CN-sichuan`; null for the language itself */
	dialect: string | null;
}

/** `zh` → Mandarin, `yue` → Cantonese recordings in Chinese grammar; undefined for a tag whose grammar is not known. */
export function tongueOf(tag: string): Tongue | undefined {
	if (!TAG.test(tag)) return undefined;
	const primary = tag.split('-')[0] ?? '';
	const key = CHINESE.includes(primary) ? 'zh' : primary;
	const lang = LANGS.find((one) => one.split('-')[0] === key);
	// `zh` and `zh-CN` name the language itself.
	return lang && { lang, dialect: [lang, lang.split('-')[0], 'cmn'].includes(tag) ? null : tag };
}

/** The folder in which the clips of a tongue lie. */
export function folderOf({ lang, dialect }: Tongue): string {
	return dialect ?? lang;
}
