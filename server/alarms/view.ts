import { liveAlarms } from '#db/alarms.ts';
import type { AlarmRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { windowName } from '../tickets/view.ts';
import type { AlarmView } from '../views.ts';
import { maySee } from './alarms.ts';
import { seesAlarm } from './sees.ts';

/** Every live alarm that concerns this person, oldest first: a clerk those of the own window, which are not about its work. */
export async function alarmViews(hall: Hall, who: Who, window: string | null = null): Promise<AlarmView[]> {
	const rows = await liveAlarms(hall.read, hall.id);
	const shown: AlarmView[] = [];
	for (const row of rows) {
		if (window !== null && row.window !== window) continue;
		if (who.role === 'clerk' && !maySee(who, row)) continue;
		if (await seesAlarm(hall.read, hall, who, row)) shown.push(alarmView(hall, who, row));
	}
	return shown;
}

/** One alarm as pages draw it. */
export function alarmView(hall: Hall, who: Who, row: AlarmRow): AlarmView {
	return {
		id: row.id,
		kind: row.kind,
		window: row.window === null ? null : windowName(hall, row.window),
		about: JSON.parse(row.about) as AlarmView['about'],
		raisedAt: row.raised_at,
		seenBy: row.seen_by,
		sees: maySee(who, row)
	};
}
