import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { questionsView, questionView } from '../../../questions/view.ts';
import type { PageServerLoad } from './$types';

/** `?question=18342` opens one of them. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'case:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	const id = Number(url.searchParams.get('question') ?? Number.NaN);
	const one = Number.isSafeInteger(id) ? await questionView(hall, who, id) : undefined;
	return { view: await questionsView(hall, who), one: one ?? null, home: homeOf(who) };
};
