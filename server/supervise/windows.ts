import type { WindowRow } from '#db/schema.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import type { WindowEntry } from '../setup/schema.ts';
import { waitingByQueue } from '../tickets/kiosk.ts';
import { windowName } from '../tickets/view.ts';
import type { WatchedWindow } from '../views.ts';

/** The windows of a zone, or of the whole hall: who sits there, whom they serve and for how long. */
export async function watchedWindows(hall: Hall, zone: string | null = null): Promise<WatchedWindow[]> {
	const waiting = await waitingByQueue(hall);
	const windows = hall.setup.file.windows.filter((entry) => zone === null || entry.zone === zone);
	return Promise.all(windows.map((entry) => watched(hall, entry, waiting)));
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
