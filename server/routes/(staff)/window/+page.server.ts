import { redirect } from '@sveltejs/kit';
import { consoleView } from '../../../windows/view.ts';
import { isAllowed } from '../../../people/access.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.window === undefined || !isAllowed(hall, who, 'window:work')) redirect(303, '/sign-in');
	const console = await consoleView(hall, who, who.window);
	if (!console) redirect(303, '/sign-in');
	return { console, timeZone: hall.setup.timeZone, typingScanners: hall.setup.policies.typingScanners };
};
