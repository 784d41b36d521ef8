import { langOf } from '#display/words/index.ts';
import { kioskView } from '../../tickets/kiosk.ts';
import { kioskHere } from '../at-kiosk.ts';
import type { PageServerLoad } from './$types';

/** `?kiosk=east-1` says which kiosk of the hall file this browser is, `?lang=en` in which language a visitor comes back. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall, devices } = locals.running;
	const device = kioskHere(hall, locals.who, url);
	const lang = langOf(url.searchParams.get('lang'));
	return { lang, view: await kioskView(hall, device, devices.paper(device)) };
};
