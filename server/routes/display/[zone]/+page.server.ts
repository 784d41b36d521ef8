import { error } from '@sveltejs/kit';
import { boardNow } from '../../../calls/board.ts';
import { isAllowed } from '../../../people/access.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'screen:watch'))
		error(403, '本机未登记为屏幕 · This device is not enrolled as a screen');
	const board = await boardNow(hall, params.zone);
	if (!board) error(404, '没有这个分厅 · No such zone');
	// A screen the hall file does not name speaks: a newcomer opens one page and hears the hall.
	const named = hall.setup.screens.get(url.searchParams.get('screen') ?? '');
	return { board, speaks: named?.voice ?? true };
};
