import { windowName } from '../tickets/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { hall, devices } = locals.running;
	const { file } = hall.setup;
	return {
		hall: file.hall.name,
		zones: file.zones.map(({ code, name }) => ({ code, name })),
		windows: file.windows.map(({ code, zone }) => ({ code, zone, name: windowName(hall, code) })),
		bench: devices.bench !== undefined
	};
};
