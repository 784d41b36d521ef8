import { error, redirect } from '@sveltejs/kit';
import { incidentsView } from '../../../incidents/view.ts';
import { homeOf } from '../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** `?incident=18342` opens one of them. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	const view = await incidentsView(hall, who);
	if (!view) error(403, '请用导询岗或督导的工号签到 · Sign in as a guide or a supervisor');
	const asked = Number(url.searchParams.get('incident') ?? Number.NaN);
	return { view, asked: Number.isSafeInteger(asked) ? asked : null, home: homeOf(who) };
};
