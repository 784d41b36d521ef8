import { error } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { isAllowed } from '../../people/access.ts';
import { defaultKiosk, kioskView } from '../../tickets/kiosk.ts';
import type { PageServerLoad } from './$types';

/**
 * `?kiosk=east-1` says which kiosk of the hall file this browser is, `?lang=en` in which language a visitor comes back. The view
 * goes as one string, which a browser only skips until the page is taken up; as an object it would be compiled with the page.
 */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'kiosk:use'))
		error(403, '本机未登记为取号机 · This device is not enrolled as a kiosk');
	const device = url.searchParams.get('kiosk') ?? defaultKiosk(hall);
	const lang = langOf(url.searchParams.get('lang'));
	return { lang, viewAsText: JSON.stringify(await kioskView(hall, device, devices.paper(device))) };
};
