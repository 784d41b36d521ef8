import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { papersView } from '../../../ratings/paper-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'rating:paper')) error(403, '请用导询或督导的工号签到 · Sign in as a guide or supervisor');
	return { view: await papersView(hall, who), timeZone: hall.setup.timeZone };
};
