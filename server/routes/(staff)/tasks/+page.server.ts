import { error, redirect } from '@sveltejs/kit';
import { caseView } from '../../../cases/view.ts';
import { today } from '../../../hall.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { isTaskList, tasksView } from '../../../tasks/view.ts';
import type { PageServerLoad } from './$types';

/** `?list=given` turns to a list, `?case=18342` opens one of the tasks. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'case:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	const asked = url.searchParams.get('list') ?? 'own';
	const id = Number(url.searchParams.get('case') ?? Number.NaN);
	return {
		view: await tasksView(hall, who, isTaskList(asked) ? asked : 'own'),
		one: Number.isSafeInteger(id) ? ((await caseView(hall, who, id)) ?? null) : null,
		today: today(hall),
		home: homeOf(who)
	};
};
