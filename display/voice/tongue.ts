/** In what a call can be spoken: a language, or a dialect of one that somebody has recorded. Pure. */
import type { Lang } from '../words/index.ts';

/** The Chinese languages beside Mandarin that people record: Cantonese, Wu, Min Nan, Hakka, Gan, Xiang, Jin, Min Dong. */
const CHINESE = ['zh', 'cmn', 'yue', 'wuu', 'nan', 'hak', 'gan', 'hsn', 'cjy', 'cdo'];
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,16}){0,3}$/;
/** What names the language itself, and no dialect of it. */
const PLAIN: Record<Lang, readonly string[]> = { 'zh-CN': ['zh', 'zh-CN', 'cmn'], en: ['en'] };

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
	const lang: Lang | undefined = CHINESE.includes(primary) ? 'zh-CN' : primary === 'en' ? 'en' : undefined;
	return lang && { lang, dialect: PLAIN[lang].includes(tag) ? null : tag };
}

/** The folder in which the clips of a tongue lie. */
export function folderOf({ lang, dialect }: Tongue): string {
	return dialect ?? lang;
}
