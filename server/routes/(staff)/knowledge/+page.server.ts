import { error, redirect } from '@sveltejs/kit';
import { knowledgeDesk } from '../../../knowledge/view.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** `?q=停车` searches at once, `?entry=318` opens an entry. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (!isAllowed(hall, who, 'knowledge:read')) {
		if (who.role === 'visitor') redirect(303, '/sign-in');
		error(403, '请用自己的工号签到 · Sign in with your staff number');
	}
	const [question, entry] = [url.searchParams.get('q') ?? '', url.searchParams.get('entry')];
	return { view: await knowledgeDesk(hall, who), home: homeOf(who), question, entry };
};
