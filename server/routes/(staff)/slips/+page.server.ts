import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { slipsView } from '../../../slips/show.ts';
import type { PageServerLoad } from './$types';

/** What stands on the slips of the hall: to look at, and for who watches the hall to change. */
export const load: PageServerLoad = ({ locals }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'slip:see'))
		error(403, '请用督导、管理员的工号签到 · Sign in as a supervisor or administrator');
	return { view: slipsView(hall, who), home: homeOf(who), now: hall.clock.now() };
};
