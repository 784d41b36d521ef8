import { windowName } from '../tickets/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { hall, bench } = locals.running;
	const { file } = hall.setup;
	return {
		hall: file.hall.name,
		zones: file.zones.map(({ code, name }) => ({ code, name })),
		windows: file.windows.map(({ code, zone }) => ({ code, zone, name: windowName(hall, code) })),
		bench: bench.isVirtual
	};
};
