import { error } from '@sveltejs/kit';
import { isAllowed } from '../../../../people/access.ts';
import { windowScreenSetup } from '../../../../screens/setup.ts';
import { windowScreenView } from '../../../../windows/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'screen:watch'))
		error(403, '本机未登记为屏幕 · This device is not enrolled as a screen');
	const view = await windowScreenView(hall, params.code);
	if (!view) error(404, '没有这个窗口 · No such window');
	const setup = windowScreenSetup(hall, url.searchParams.get('screen'), params.code);
	return { view, setup, timeZone: hall.setup.timeZone };
};
