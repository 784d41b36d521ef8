import { error } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { pendingNumber } from '../../../leases/view.ts';
import { ticketView } from '../../../tickets/view.ts';
import { kioskOf } from '../../at-kiosk.ts';
import type { PageServerLoad } from './$types';

/** `?kiosk=` the kiosk at which its owner has scanned the slip, `?lang=` the language there. */
export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall } = locals.running;
	const view = await ticketView(hall, params.token);
	const pending = view ? null : await pendingNumber(hall, params.token);
	if (!view && !pending) error(404, '没有找到这个号码 · No such ticket');
	const { timeZone, file } = hall.setup;
	return {
		view: view ?? null,
		pending: pending ?? null,
		at: hall.clock.now(),
		hall: file.hall.name,
		timeZone,
		kiosk: kioskOf(hall, locals.who, url),
		lang: langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs)
	};
};
