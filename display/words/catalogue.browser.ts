/**
 * The words of a browser: Chinese at once, another language when it is needed. A page that shows one which has not come yet is
 * Chinese for that moment, and is drawn again. See catalogue.ts.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { Lang } from './langs.ts';
import { withStaff } from './visitor.ts';
import { zhCN, type Words } from './zh-CN/index.ts';

const known = new Map<Lang, Words>([['zh-CN', zhCN]]);

const FETCHED: Record<Exclude<Lang, 'zh-CN'>, () => Promise<Words>> = {
	en: async () => (await import('./en/index.ts')).en,
	ar: async () => {
		const [{ ar }, { en }] = await Promise.all([import('./ar/index.ts'), import('./en/index.ts')]);
		return withStaff(ar, en);
	}
};

let tell = (): void => undefined;
const heed = createSubscriber((update) => {
	tell = update;
});

/** The catalogue of one language, or the Chinese one until it is there. */
export function wordsOf(lang: Lang): Words {
	heed();
	return known.get(lang) ?? zhCN;
}

/** Fetches these languages; a page that waits for this shows no other one. Without a line it is as if it had not been asked. */
export async function learn(langs: readonly Lang[]): Promise<void> {
	await Promise.all(langs.map((lang) => fetched(lang)));
	tell();
}

async function fetched(lang: Lang): Promise<void> {
	if (lang === 'zh-CN' || known.has(lang)) return;
	const found = await FETCHED[lang]().catch(() => null);
	if (found) known.set(lang, found);
}
