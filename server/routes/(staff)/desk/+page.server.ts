import { error, redirect } from '@sveltejs/kit';
import { deskOf, deskView } from '../../../desk/view.ts';
import { isAllowed } from '../../../people/access.ts';
import type { PageServerLoad } from './$types';

/** `?number=A001` opens the page with that number. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'desk:work')) error(403, '请用导询岗的工号签到 · Sign in as a guide');
	const desk = await deskView(hall, who, deskOf(hall, who));
	if (!desk) error(404, '大厅文件中没有这个导询台 · No such desk');
	const { timeZone, policies } = hall.setup;
	return { desk, timeZone, typingScanners: policies.typingScanners, asked: url.searchParams.get('number') };
};
