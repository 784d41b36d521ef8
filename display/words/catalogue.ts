/** All words of all languages, at once: on the server. A browser has catalogue.browser.ts in its place (`imports` of package.json). */
import { ar } from './ar/index.ts';
import { en } from './en/index.ts';
import type { Lang } from './langs.ts';
import { withStaff } from './visitor.ts';
import { zhCN, type Words } from './zh-CN/index.ts';

const ALL: Record<Lang, Words> = { 'zh-CN': zhCN, en, ar: withStaff(ar, en) };

/** The catalogue of one language. */
export function wordsOf(lang: Lang): Words {
	return ALL[lang];
}

/** Nothing is to be fetched here. */
export const learn: (langs: readonly Lang[]) => Promise<void> = () => Promise.resolve();
