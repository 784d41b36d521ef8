import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { telephoneView } from '../../../telephone/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'telephone:work'))
		error(403, '请用接电话岗位的工号签到 · Sign in as who answers the telephone');
	return { view: await telephoneView(hall, who), home: homeOf(who) };
};
