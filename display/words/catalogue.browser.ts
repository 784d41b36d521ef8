/**
 * The words of a browser: what a kiosk says in Chinese at once, all other words and languages when they are needed. A page that
 * shows a language which has not come yet is Chinese for that moment, and is drawn again. See catalogue.ts.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { Lang } from './langs.ts';
import { withStaff } from './visitor.ts';
import type { Words } from './zh-CN/index.ts';
import { ofKiosk } from './zh-CN/of-kiosk.ts';

/** Every page but the kiosk's waits for all of it before it is drawn (routes/+layout.ts). */
const atOnce = ofKiosk as Words;
const known = new Map<Lang, Words>();

const FETCHED: Record<Lang, () => Promise<Words>> = {
	'zh-CN': async () => (await import('./zh-CN/index.ts')).zhCN,
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
	return known.get(lang) ?? known.get('zh-CN') ?? atOnce;
}

/** Fetches these languages; a page that waits for this shows no other one. Without a line it is as if it had not been asked. */
export async function learn(langs: readonly Lang[]): Promise<void> {
	await Promise.all(langs.map((lang) => fetched(lang)));
	tell();
}

async function fetched(lang: Lang): Promise<void> {
	if (known.has(lang)) return;
	const found = await FETCHED[lang]().catch(() => null);
	if (found) known.set(lang, found);
}
