import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import { watchView } from '../../../upkeep/view.ts';
import type { PageServerLoad } from './$types';

/** Every device of the hall; `?device=printer/printer-1` opens one. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall, devices } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'device:read'))
		error(403, '请用导询岗或督导的工号签到 · Sign in as a guide or a supervisor');
	return {
		view: await watchView(hall, who),
		asked: url.searchParams.get('device'),
		home: homeOf(who),
		staff: who.staff ?? '',
		pages: {
			slips: isAllowed(hall, who, 'slip:see'),
			lines: isAllowed(hall, who, 'device:commission'),
			bench: devices.bench !== undefined && isAllowed(hall, who, 'device:bench')
		}
	};
};
