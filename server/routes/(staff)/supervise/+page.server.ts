import { error, redirect } from '@sveltejs/kit';
import { dayBalance } from '../../../day/balance.ts';
import { today } from '../../../hall.ts';
import { isAllowed } from '../../../people/access.ts';
import { superviseView } from '../../../supervise/view.ts';
import type { PageServerLoad } from './$types';

/** `?ticket=A001` opens the page with the history of that number. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'day:read')) error(403, '请用督导、管理或审计的工号签到 · Sign in as a supervisor');
	return {
		view: await superviseView(hall, who),
		balance: await dayBalance(hall.read, hall.id, today(hall)),
		timeZone: hall.setup.timeZone,
		hears: isAllowed(hall, who, 'device:bench'),
		asked: url.searchParams.get('ticket')
	};
};
