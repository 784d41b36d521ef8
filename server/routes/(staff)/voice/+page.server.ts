import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { voicesView } from '../../../voice/page.ts';
import { SAMPLES } from '../../../voice/samples.ts';
import type { PageServerLoad } from './$types';

/** The recordings of the hall: what is missing, how good they are, and what they sound like. */
export const load: PageServerLoad = async ({ locals }) => {
	const { hall, voices } = locals.running;
	const { who } = locals;
	const allowed = isAllowed(hall, who, 'device:bench');
	// A demonstration hall lets everybody look at its devices.
	if (!allowed && who.role === 'visitor') redirect(303, '/sign-in');
	if (!allowed) error(403, '请用导询、督导的工号签到 · Sign in as a guide or supervisor');
	const samples = SAMPLES.map(({ number, window }) => ({ number, window }));
	return { view: await voicesView(hall, voices), samples, home: homeOf(who) };
};
