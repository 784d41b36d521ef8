import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../../people/access.ts';
import { homeOf } from '../../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** Lines of LED boards, for who hangs them. */
export const load: PageServerLoad = async ({ locals }) => {
	const { hall, devices } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'device:commission'))
		error(403, '请用督导或管理员的工号签到 · Sign in as a supervisor or administrator');
	const { name, timeZone } = hall.setup.file.hall;
	return {
		view: await devices.linesView(),
		hall: name,
		timeZone,
		home: homeOf(who),
		staff: who.staff ?? ''
	};
};
