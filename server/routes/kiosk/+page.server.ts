import { langOf } from '#display/words/index.ts';
import { kioskView } from '../../tickets/kiosk.ts';
import { kioskHere } from '../at-kiosk.ts';
import type { PageServerLoad } from './$types';

/**
 * `?kiosk=east-1` says which kiosk of the hall file this browser is, `?lang=en` in which language a visitor comes back. The view
 * goes as one string, which a browser only skips until the page is taken up; as an object it would be compiled with the page.
 */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall, devices } = locals.running;
	const device = kioskHere(hall, locals.who, url);
	const lang = langOf(url.searchParams.get('lang'));
	return { lang, viewAsText: JSON.stringify(await kioskView(hall, device, devices.paper(device))) };
};
