import { liveAlarms } from '#db/alarms.ts';
import { lastActAt } from '#db/ledger.ts';
import type { AlarmRow, WindowRow } from '#db/schema.ts';
import { getLeg } from '#db/tickets.ts';
import { activeWindows } from '#db/windows.ts';
import { raiseAlarm, settleAlarm } from '../alarms/alarms.ts';
import { today, type Hall } from '../hall.ts';
import { WINDOW_ALARMS, windowAlarms, type Cover, type Watched } from '../rules/attention.ts';
import { waitingByQueue } from '../tickets/kiosk.ts';

/** Looks at every window and raises the alarms that hold, and ends those that do not any more. */
export async function watchWindows(hall: Hall): Promise<void> {
	const rows = await activeWindows(hall.read, hall.id);
	const waiting = await waitingByQueue(hall);
	const alarms = await liveAlarms(hall.read, hall.id);
	await settleGone(hall, rows, alarms);
	const live = new Set(alarms.map(({ kind, key }) => `${kind} ${key}`));
	const now = hall.clock.now();
	for (const row of rows) {
		const watched = await watchedOf(hall, row, { rows, waiting });
		const wanted = windowAlarms(watched, hall.setup.policies.windows, now);
		const changed = WINDOW_ALARMS.filter((kind) => wanted.has(kind) !== live.has(`${kind} ${row.code}`));
		if (changed.length === 0) continue;
		await hall.write(async (tx) => {
			for (const kind of changed) {
				const about = { staff: row.staff, standIn: hall.setup.windows.get(row.code)?.standIn ?? null };
				if (wanted.has(kind)) await raiseAlarm(tx, hall, { kind, key: row.code, window: row.code, about });
				else await settleAlarm(tx, hall, { kind, key: row.code });
			}
		});
	}
}

/** A window that is no more in the hall file calls for nobody. */
async function settleGone(hall: Hall, rows: readonly WindowRow[], alarms: readonly AlarmRow[]): Promise<void> {
	const there = new Set(rows.map(({ code }) => code));
	const kinds: readonly string[] = WINDOW_ALARMS;
	const gone = alarms.filter(({ kind, key }) => kinds.includes(kind) && !there.has(key));
	if (gone.length === 0) return;
	await hall.write(async (tx) => {
		for (const alarm of gone) await settleAlarm(tx, hall, alarm);
	});
}

interface Around {
	rows: readonly WindowRow[];
	waiting: ReadonlyMap<string, number>;
}

async function watchedOf(hall: Hall, row: WindowRow, { rows, waiting }: Around): Promise<Watched> {
	const leg = row.leg === null ? undefined : await getLeg(hall.read, hall.id, row.leg);
	const queues = hall.setup.queuesOf(row.code);
	return {
		state: row.state,
		since: row.since,
		until: row.until_at,
		lastActAt: row.state === 'open' ? ((await lastActAt(hall.read, hall.id, row.code))?.at ?? 0) : 0,
		current: leg
			? { step: leg.state, since: (leg.started_at ?? leg.called_at ?? leg.enqueued_at) + leg.parked_ms }
			: null,
		waiting: queues.reduce((sum, { queue }) => sum + (waiting.get(queue) ?? 0), 0),
		cover: coverOf(hall, row, rows)
	};
}

function coverOf(hall: Hall, row: WindowRow, rows: readonly WindowRow[]): Cover | null {
	const standIn = hall.setup.windows.get(row.code)?.standIn ?? null;
	const other = rows.find(({ code }) => code === standIn);
	if (!other) return null;
	const open = openStretch(hall, row.code);
	return {
		isOpen: other.state === 'open' || other.state === 'wrap-up',
		hours: open !== null,
		missingSince: Math.max(row.since, other.since, open?.from ?? 0)
	};
}

/** The opening hours that run now for any queue of the window. A demonstration hall is open always, and owes nothing. */
function openStretch(hall: Hall, window: string): { from: number } | null {
	if (hall.setup.policies.demo !== null) return null;
	const now = hall.clock.now();
	const served = hall.setup.queuesOf(window).flatMap(({ queue }) => hall.setup.servedOn(queue, today(hall)));
	return served.find(({ from, until }) => from <= now && now < until) ?? null;
}
