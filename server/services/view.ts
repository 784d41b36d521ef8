import { freeServices } from '#db/free-services.ts';
import type { Hall } from '../hall.ts';
import type { KeptService, ServiceView } from '../views.ts';
import { countedWaiting, queuesOf } from './crowd.ts';

/** The free services of some zones, in the order of the hall file; of the whole hall when none are named. */
export async function serviceViews(hall: Hall, zones?: readonly string[]): Promise<ServiceView[]> {
	return (await keptServices(hall, zones)).map(
		({ code, name, kind, zone, place, places, state, waiting, counted, since }) => {
			return { code, name, kind, zone, place, places, state, waiting, counted, since };
		}
	);
}

/** The same for who keeps them. */
export async function keptServices(hall: Hall, zones?: readonly string[]): Promise<KeptService[]> {
	const shown = hall.setup.file.freeServices.filter(({ zone }) => zones?.includes(zone) ?? true);
	if (shown.length === 0) return [];
	const rows = new Map((await freeServices(hall.read, hall.id)).map((row) => [row.service, row]));
	return Promise.all(
		shown.map(async ({ code, name, kind, zone, place, places, crowd }) => {
			const row = rows.get(code);
			const waiting = await countedWaiting(hall.read, hall, code);
			return {
				...{ code, name, kind, zone, place, places, waiting, counted: queuesOf(hall, code).length > 0 },
				state: row?.state ?? 'working',
				since: row && row.by !== '' ? row.since : null,
				by: row && row.by !== '' ? row.by.replace(/^staff:/, '') : null,
				crowded: waiting > crowd
			};
		})
	);
}
