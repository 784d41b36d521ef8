import { browser } from '$app/environment';
import { langOf, LANGS, learn } from '#display/words/index.ts';
import type { LayoutLoad } from './$types';

/** The first page of a kiosk waits for nothing but another language than Chinese: it is at hand. */
const KIOSK = '/kiosk';
/** Pages of visitors are in one language, which the document names; what others show may be in any. */
const OF_VISITORS = /^\/(kiosk|say|c|t|i|n|r|a|book|faq)(\/|$)/;

/** Before a page is drawn in the browser it has the words that the server drew it with. */
export const load: LayoutLoad = async ({ url, data }) => {
	if (!browser) return data;
	const asked = url.searchParams.get('lang') ?? document.documentElement.lang;
	const needed = OF_VISITORS.test(url.pathname) ? [langOf(asked, data.langs)] : LANGS;
	await learn(url.pathname === KIOSK ? needed.filter((lang) => lang !== 'zh-CN') : needed);
	return data;
};
