import { broadcastReceipts } from '#db/broadcast-receipts.ts';
import { liveBroadcast, recentBroadcasts } from '#db/broadcasts.ts';
import type { BroadcastReceiptRow, BroadcastRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { answerEnd, askEnd, isAsked } from '../rules/broadcast.ts';
import type { BroadcastLine, BroadcastPart, BroadcastView, LiveBroadcast, Reached } from '../views.ts';

const RECENT = 10;
const MINUTE_MS = 60_000;

/** What is told to the hall now, without its sound; null when nothing is. */
export async function broadcastNow(hall: Hall): Promise<BroadcastView | null> {
	const row = await liveBroadcast(hall.read, hall.id);
	return row ? { ...shown(row), sound: null } : null;
}

/** What a desk and the page of incidents draw of broadcasts. */
export async function broadcastPart(hall: Hall, who: Who): Promise<BroadcastPart> {
	const { texts } = hall.setup.policies.incidents.broadcast;
	const rows = await recentBroadcasts(hall.read, hall.id, RECENT);
	const live = rows.find((row) => row.ended_at === null);
	const oldest = rows.at(-1)?.id;
	const receipts = oldest === undefined ? [] : await broadcastReceipts(hall.read, hall.id, oldest);
	return {
		live: live ? liveView(hall, who, live) : null,
		reached: live ? reachedBy(hall, live, receipts) : null,
		texts: texts.map(({ code, name, text, calm }) => ({ code, name, text, calm })),
		timeZone: hall.setup.timeZone,
		recent: rows.map((row) => lineOf(row, receipts)),
		starts: isAllowed(hall, who, 'broadcast:control')
	};
}

function shown(row: BroadcastRow): Omit<BroadcastView, 'sound'> {
	const { id, code, zh, en, drill, calm, started_at: startedAt } = row;
	const short = { zh: row.short_zh, en: row.short_en };
	return { id, code, text: { zh, en }, short, drill: drill === 1, calm: calm === 1, startedAt };
}

/** One broadcast for who may end it. */
export function liveView(hall: Hall, who: Who, row: BroadcastRow): LiveBroadcast {
	const withinMs = hall.setup.policies.incidents.broadcast.confirmEndMinutes * MINUTE_MS;
	const at = hall.clock.now();
	const asked = isAsked(row, at, withinMs)
		? { by: nameOf(row.asked_by ?? ''), until: (row.asked_at ?? 0) + withinMs }
		: null;
	return { ...shown(row), startedBy: nameOf(row.started_by), asked, allowed: allowed(hall, who, row) };
}

function allowed(hall: Hall, who: Who, row: BroadcastRow): LiveBroadcast['allowed'] {
	if (!isAllowed(hall, who, 'broadcast:control')) return [];
	const withinMs = hall.setup.policies.incidents.broadcast.confirmEndMinutes * MINUTE_MS;
	const person = { name: who.name, staff: who.staff ?? null };
	const when = { at: hall.clock.now(), withinMs };
	const can: Record<LiveBroadcast['allowed'][number], boolean> = {
		ask: askEnd(row, person, when).ok,
		confirm: answerEnd(row, person, { ...when, keep: false }).ok,
		keep: answerEnd(row, person, { ...when, keep: true }).ok
	};
	return (Object.keys(can) as LiveBroadcast['allowed']).filter((act) => can[act]);
}

/** The devices that told so by one channel. */
function devices(
	receipts: readonly BroadcastReceiptRow[],
	id: number,
	channel: BroadcastReceiptRow['channel']
): string[] {
	return receipts.filter((one) => one.broadcast === id && one.channel === channel).map(({ device }) => device);
}

function reachedBy(hall: Hall, { id }: BroadcastRow, receipts: readonly BroadcastReceiptRow[]): Reached {
	const shown = devices(receipts, id, 'shown');
	const not = [...hall.setup.screens.keys()].filter((code) => !shown.includes(code));
	return { shown, spoken: devices(receipts, id, 'spoken'), not };
}

function lineOf(row: BroadcastRow, receipts: readonly BroadcastReceiptRow[]): BroadcastLine {
	const { id, zh, en, how } = row;
	return {
		...{ id, text: { zh, en }, drill: row.drill === 1, startedAt: row.started_at, startedBy: nameOf(row.started_by) },
		endedAt: row.ended_at,
		endedBy: row.ended_by === null ? null : nameOf(row.ended_by),
		askedBy: row.asked_by === null ? null : nameOf(row.asked_by),
		how,
		shown: devices(receipts, id, 'shown').length,
		spoken: devices(receipts, id, 'spoken').length
	};
}

/** `staff:8001` → `8001`; a program keeps its name. */
function nameOf(actor: string): string {
	return actor.replace(/^staff:/, '');
}
