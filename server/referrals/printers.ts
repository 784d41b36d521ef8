import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { printerGroup } from '../setup/places.ts';

/** Where paper comes out for a member of staff: beside the own window, else in the zone of window or desk. Null without printers. */
export function printersOf(hall: Hall, who: Who): string | null {
	const window = hall.setup.windows.get(who.window ?? '');
	return window?.printerGroup ?? printerGroup(hall.setup, null, window?.zone ?? zoneOfDesk(hall, who));
}

/** Of the own desk, else of the main one. */
function zoneOfDesk({ setup }: Hall, who: Who): string {
	const own = setup.staff.get(who.staff ?? '')?.desk;
	const { desks } = setup.file;
	return (desks.find(({ code }) => code === own) ?? desks.find(({ main }) => main))?.zone ?? '';
}
