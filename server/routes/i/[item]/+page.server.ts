import { error } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { itemGuide } from '../../../find/guide.ts';
import { itemView, waitingByQueue } from '../../../tickets/kiosk.ts';
import type { PageServerLoad } from './$types';

/** The guide of an item, for whoever has its address. */
export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall } = locals.running;
	const item = hall.setup.items.get(params.item);
	if (!item) error(404, '没有这个事项 · No such service');
	const waiting = await waitingByQueue(hall);
	return {
		item: await itemView(hall, item, waiting.get(item.queue) ?? 0),
		guide: itemGuide(hall, item),
		hall: hall.setup.file.hall.name,
		lang: langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs)
	};
};
