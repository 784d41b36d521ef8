import { error } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { rateView } from '../../../ratings/window.ts';
import type { PageServerLoad } from './$types';

/** A member of staff who is signed in at this browser is no visitor: the tablet is a device of the hall. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { hall } = locals.running;
	if (!isAllowed(hall, locals.who, 'rating:show'))
		error(403, '本机未登记为评价屏 · This device is not enrolled as a rating screen');
	const view = await rateView(hall, params.window);
	if (!view) error(404, '没有这个窗口 · No such window');
	return { view };
};
