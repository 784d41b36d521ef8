import { error } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import type { PageServerLoad } from './$types';

/** There only where virtual devices are configured. */
export const load: PageServerLoad = async ({ locals }) => {
	const { hall, devices } = locals.running;
	const { bench } = devices;
	if (!bench) error(404, '没有虚拟设备 · No virtual devices');
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, '请先登录 · Please sign in');
	return { devices: await devices.view(), timeZone: hall.setup.timeZone };
};
