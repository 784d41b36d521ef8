import { words, type Lang } from '#display/words/index.ts';
import { hallPages, type OtherPage } from '../house-pages.ts';

/** Addresses that the route has resolved. */
export interface Addresses {
	cases: string;
	complaints: string;
	knowledge: string;
	questions: string;
	desk: string;
	figures: string;
	opinions: string;
	/** null for who may not hear the recordings */
	voices: string | null;
}

/** The other pages of who watches the hall. */
export function otherPages(lang: Lang, pages: Addresses, guides: boolean): OtherPage[] {
	const w = words(lang);
	return [
		{ name: w.knowledge.title, href: pages.knowledge },
		{ name: w.questions.title, href: pages.questions },
		{ name: w.cases.title, href: pages.cases },
		{ name: w.incidents.title, href: '/incidents' },
		{ name: w.complaints.short, href: pages.complaints },
		{ name: w.telephone.title, href: '/telephone' },
		{ name: w.figures.title, href: pages.figures },
		{ name: w.talk.opinions.title, href: pages.opinions },
		...hallPages(lang),
		{ name: w.slipDesign.title, href: '/slips' },
		...(pages.voices === null ? [] : [{ name: w.wall.voices, href: pages.voices }]),
		...(guides ? [{ name: w.desk.title, href: pages.desk }] : [])
	];
}
