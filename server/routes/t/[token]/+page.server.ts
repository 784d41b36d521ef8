import { error } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { pendingNumber } from '../../../leases/view.ts';
import { ticketView } from '../../../tickets/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
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
		lang: langOf(request.headers.get('accept-language'))
	};
};
