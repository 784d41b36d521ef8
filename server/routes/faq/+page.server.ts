import { langOf } from '#display/words/index.ts';
import { faqView } from '../../questions/faq.ts';
import { kioskOf } from '../at-kiosk.ts';
import type { PageServerLoad } from './$types';

/** `?q=护照` searches; `?kiosk=` is the kiosk it is read at. */
export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { hall } = locals.running;
	const asked = url.searchParams;
	return {
		view: await faqView(hall, asked.get('q') ?? ''),
		hall: hall.setup.file.hall.name,
		kiosk: kioskOf(hall, locals.who, url),
		lang: langOf(asked.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs)
	};
};
