import { error, redirect } from '@sveltejs/kit';
import { today } from '../../../hall.ts';
import { roundsView } from '../../../inspections/view.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { isDay } from '../../../rules/day.ts';
import type { PageServerLoad } from './$types';

/** The rounds of inspection of today; `?day=2026-11-25` of another day, to look at. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'inspection:read'))
		error(403, '请用导询、督导的工号签到 · Sign in as a guide or supervisor');
	const asked = url.searchParams.get('day') ?? today(hall);
	return { view: await roundsView(hall, who, isDay(asked) ? asked : today(hall)), home: homeOf(who) };
};
