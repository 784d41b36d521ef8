import { langOf } from '#display/words/index.ts';
import { faqView } from '../../questions/faq.ts';
import type { PageServerLoad } from './$types';

/** `?q=护照` searches; `?from=kiosk` leads back to a kiosk. */
export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { hall } = locals.running;
	const asked = url.searchParams;
	const lang = langOf(asked.get('lang') ?? request.headers.get('accept-language'));
	return { view: await faqView(hall, asked.get('q') ?? ''), hall: hall.setup.file.hall.name, lang };
};
