import { newestLine } from '#db/ledger.ts';
import { getHall } from '#db/setup.ts';
import type { WindowRow } from '#db/schema.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import { alarmViewsFor } from '../alarms/view.ts';
import { queueLines } from '../calls/board.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { may } from '../rules/rights.ts';
import type { WindowEntry } from '../setup/schema.ts';
import { waitingByQueue } from '../tickets/kiosk.ts';
import { windowName } from '../tickets/view.ts';
import type { SuperviseAction, SuperviseView, WatchedWindow } from '../views.ts';

/** The whole hall for whoever watches over it: every window, every queue, the day. */
export async function superviseView(hall: Hall, who: Who): Promise<SuperviseView> {
	const { file } = hall.setup;
	const waiting = await waitingByQueue(hall);
	const row = await getHall(hall.read, hall.id);
	const day = today(hall);
	const closedAt = row.day === day ? row.day_closed_at : null;
	const codes = file.queues.map(({ code }) => code);
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		staff: { no: who.staff ?? '', role: who.role, guides: may(who.role, 'desk:work') },
		day: { day, closedAt },
		windows: await Promise.all(file.windows.map((entry) => watched(hall, entry, waiting))),
		queues: await queueLines(hall, codes),
		alarms: await alarmViewsFor(hall, who),
		classes: hall.setup.priorityClasses(),
		allowed: actions(who, closedAt !== null)
	};
}

async function watched(hall: Hall, entry: WindowEntry, waiting: ReadonlyMap<string, number>): Promise<WatchedWindow> {
	const row = hall.counters.get(entry.code);
	return {
		code: entry.code,
		name: windowName(hall, entry.code),
		zone: hall.setup.zones.get(entry.zone)?.name ?? { zh: entry.zone, en: entry.zone },
		...(row ? stateOf(hall, row) : CLOSED),
		current: row ? await currentAt(hall, row) : null,
		waiting: hall.setup.queuesOf(entry.code).reduce((sum, { queue }) => sum + (waiting.get(queue) ?? 0), 0)
	};
}

type State = Pick<WatchedWindow, 'state' | 'reason' | 'staff' | 'since'>;

const CLOSED: State = { state: 'closed', reason: null, staff: null, since: 0 };

function stateOf(hall: Hall, { state, reason, staff, since }: WindowRow): State {
	return { state, reason: hall.setup.pauseReasons.get(reason ?? '')?.name ?? null, staff, since };
}

async function currentAt(hall: Hall, { leg: id }: WindowRow): Promise<WatchedWindow['current']> {
	const leg = id === null ? undefined : await getLeg(hall.read, hall.id, id);
	const ticket = leg && (await getTicket(hall.read, hall.id, leg.ticket));
	if (!ticket) return null;
	const item = hall.setup.items.get(leg.item)?.name ?? { zh: leg.item, en: leg.item };
	const since = leg.started_at ?? leg.called_at ?? leg.enqueued_at;
	return { id: ticket.id, number: ticket.number, item, step: leg.state, since };
}

function actions(who: Who, isClosed: boolean): SuperviseAction[] {
	const allowed: SuperviseAction[] = [];
	if (may(who.role, 'window:release')) allowed.push('release');
	if (may(who.role, 'day:end')) allowed.push(isClosed ? 'open' : 'end');
	return allowed;
}
