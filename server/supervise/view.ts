import { newestLine } from '#db/ledger.ts';
import { getHall } from '#db/setup.ts';
import { alarmViews } from '../alarms/view.ts';
import { queueLines } from '../calls/board.ts';
import { today, type Hall } from '../hall.ts';
import { unreadNotes } from '../notes/view.ts';
import type { Who } from '../people/who.ts';
import { may } from '../rules/rights.ts';
import type { SuperviseAction, SuperviseView } from '../views.ts';
import { watchedWindows } from './windows.ts';

/** The whole hall for whoever watches over it: every window, every queue, the day. */
export async function superviseView(hall: Hall, who: Who): Promise<SuperviseView> {
	const { file } = hall.setup;
	const row = await getHall(hall.read, hall.id);
	const day = today(hall);
	const closedAt = row.day === day ? row.day_closed_at : null;
	const codes = file.queues.map(({ code }) => code);
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		staff: { no: who.staff ?? '', role: who.role, guides: may(who.role, 'desk:work') },
		day: { day, closedAt },
		windows: await watchedWindows(hall),
		queues: await queueLines(hall, codes),
		notes: await unreadNotes(hall, who),
		alarms: await alarmViews(hall, who),
		classes: hall.setup.priorityClasses(),
		allowed: actions(who, closedAt !== null)
	};
}

function actions(who: Who, isClosed: boolean): SuperviseAction[] {
	const allowed: SuperviseAction[] = [];
	if (may(who.role, 'window:release')) allowed.push('release');
	if (may(who.role, 'day:end')) allowed.push(isClosed ? 'open' : 'end');
	return allowed;
}
