import { liveAlarms } from '#db/alarms.ts';
import type { AlarmRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { windowName } from '../tickets/view.ts';
import type { AlarmView } from '../views.ts';
import { seesAlarm } from './sees.ts';

/** Every live alarm that may be shown to somebody; oldest first. */
export async function alarmViewsFor(hall: Hall, who: Who): Promise<AlarmView[]> {
	const rows = await liveAlarms(hall.read, hall.id);
	const shown = await Promise.all(rows.map((row) => seesAlarm(hall.read, hall, who, row)));
	return rows.filter((_, index) => shown[index]).map((row) => alarmView(hall, row));
}

/** Every live alarm, or those of one window; oldest first. */
export async function alarmViews(hall: Hall, window: string | null = null): Promise<AlarmView[]> {
	const rows = await liveAlarms(hall.read, hall.id);
	return rows.filter((row) => window === null || row.window === window).map((row) => alarmView(hall, row));
}

/** One alarm as pages draw it. */
export function alarmView(hall: Hall, row: AlarmRow): AlarmView {
	return {
		id: row.id,
		kind: row.kind,
		window: row.window === null ? null : windowName(hall, row.window),
		about: JSON.parse(row.about) as AlarmView['about'],
		raisedAt: row.raised_at,
		seenBy: row.seen_by
	};
}
