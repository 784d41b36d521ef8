import { error } from '@sveltejs/kit';
import { boardNow } from '../../../calls/board.ts';
import { isAllowed } from '../../../people/access.ts';
import { screenSetup } from '../../../screens/setup.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { hall, mediaFolder } = locals.running;
	if (!isAllowed(hall, locals.who, 'screen:watch'))
		error(403, '本机未登记为屏幕 · This device is not enrolled as a screen');
	const board = await boardNow(hall, params.zone);
	if (!board) error(404, '没有这个分厅 · No such zone');
	const screen = url.searchParams.get('screen') ?? '';
	const setup = await screenSetup(hall, { screen, zone: params.zone, folder: mediaFolder });
	const also = await Promise.all(setup.alsoZones.map((zone) => boardNow(hall, zone)));
	return { board, also: also.filter((one) => one !== undefined), setup };
};
