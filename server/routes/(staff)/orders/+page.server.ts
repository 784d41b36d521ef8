import { error, redirect } from '@sveltejs/kit';
import { caseView } from '../../../cases/view.ts';
import { isOrderList, ordersOfMonth, ordersView } from '../../../orders/view.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** `?list=overdue` turns to a list, `?case=18342` opens one of the orders. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'case:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	const asked = url.searchParams.get('list') ?? 'mine';
	const id = Number(url.searchParams.get('case') ?? Number.NaN);
	return {
		view: await ordersView(hall, who, isOrderList(asked) ? asked : 'mine'),
		one: Number.isSafeInteger(id) ? ((await caseView(hall, who, id)) ?? null) : null,
		figures: isAllowed(hall, who, 'figures:read') ? await ordersOfMonth(hall) : null,
		home: homeOf(who)
	};
};
