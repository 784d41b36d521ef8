import { error, redirect } from '@sveltejs/kit';
import { notesView } from '../../../notes/view.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** Notes to staff: to read, and for who watches the hall to write. */
export const load: PageServerLoad = async ({ locals }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'note:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	return { view: await notesView(hall, who), home: homeOf(who) };
};
