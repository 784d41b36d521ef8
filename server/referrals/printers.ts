import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { printerGroup } from '../setup/places.ts';

/** Where paper comes out for a member of staff: beside the own window, else in the zone of window or desk. Null without printers. */
export function printersOf(hall: Hall, who: Who): string | null {
	const window = hall.setup.windows.get(who.window ?? '');
	const own = hall.setup.staff.get(who.staff ?? '')?.desk;
	const desk = hall.setup.file.desks.find(({ code }) => code === own) ?? hall.setup.file.desks.find(({ main }) => main);
	return window?.printerGroup ?? printerGroup(hall.setup, null, window?.zone ?? desk?.zone ?? '');
}
