import { recentCalls } from '#db/calls.ts';
import { newestLine } from '#db/ledger.ts';
import { nextNumbers } from '#db/order.ts';
import type { CallRow, WindowRow } from '#db/schema.ts';
import { queueDays } from '#db/queue-days.ts';
import { getTicket, getLeg } from '#db/tickets.ts';
import { today, type Hall } from '../hall.ts';
import { ledgerHead } from '../ledger/mark.ts';
import { serviceViews } from '../services/view.ts';
import { waitIn, windowName } from '../tickets/view.ts';
import type { BoardView, CallView, QueueLine, WindowLine } from '../views.ts';

/** How many numbers of a queue are shown as next. */
const NEXT_SHOWN = 3;

/**
 * A zone as its hall screen draws it; undefined for a zone that is not there.
 * @param seq number of the last change of this zone that is surely in it; later ones come again as changes
 */
export async function boardView(hall: Hall, zoneCode: string, seq: number): Promise<BoardView | undefined> {
	const zone = hall.setup.zones.get(zoneCode);
	if (!zone) return undefined;
	const most = hall.setup.policies.recentCalls;
	const calls = await recentCalls(hall.read, { hall: hall.id, day: today(hall), zone: zoneCode, most });
	return {
		hall: hall.setup.file.hall.name,
		zone: { code: zone.code, name: zone.name },
		timeZone: hall.setup.timeZone,
		seq,
		head: await ledgerHead(hall),
		calls: calls.map((call) => callView(hall, call)),
		queues: await queueLines(hall, queuesIn(hall, zoneCode)),
		windows: await windowLines(hall, windowsIn(hall, zoneCode)),
		notices: hall.setup.file.notices
			.filter((notice) => notice.zone === null || notice.zone === zoneCode)
			.map((notice) => notice.text),
		services: await serviceViews(hall, [zoneCode])
	};
}

/** The same for a page or a program that asks once. */
export async function boardNow(hall: Hall, zone: string): Promise<BoardView | undefined> {
	return boardView(hall, zone, await newestLine(hall.read, hall.id));
}

export function queuesIn(hall: Hall, zone: string): string[] {
	return hall.setup.file.queues.filter((queue) => queue.zone === zone).map((queue) => queue.code);
}

export function windowsIn(hall: Hall, zone: string): string[] {
	return hall.setup.file.windows.filter((window) => window.zone === zone).map((window) => window.code);
}

export function callView(hall: Hall, call: CallRow): CallView {
	const { id, number, window, kind, at } = call;
	return { id, number, window, windowName: windowName(hall, window), kind, at };
}

/** What screens show of these queues now. */
export async function queueLines(hall: Hall, codes: readonly string[]): Promise<QueueLine[]> {
	const days = await queueDays(hall.read, hall.id, today(hall));
	const waiting = new Map(days.map((row) => [row.queue, row.waiting]));
	const lines: QueueLine[] = [];
	for (const code of codes) {
		const queue = hall.setup.queues.get(code);
		if (!queue) continue;
		const count = waiting.get(code) ?? 0;
		const next = count === 0 ? [] : await nextNumbers(hall.read, hall.id, code, NEXT_SHOWN);
		lines.push({
			code,
			name: queue.name,
			prefix: queue.prefix,
			waiting: count,
			wait: waitIn(hall, code, count),
			next: next.map((one) => one.number)
		});
	}
	return lines;
}

/** What screens show of these windows now. */
export async function windowLines(hall: Hall, codes: readonly string[]): Promise<WindowLine[]> {
	const lines: WindowLine[] = [];
	for (const code of codes) {
		const row = hall.counters.get(code);
		lines.push(row ? await windowLine(hall, row) : closedLine(hall, code));
	}
	return lines;
}

function closedLine(hall: Hall, code: string): WindowLine {
	const name = windowName(hall, code);
	return { code, name, state: 'closed', reason: null, staff: null, number: null, serving: false };
}

async function windowLine(hall: Hall, row: WindowRow): Promise<WindowLine> {
	const leg = row.leg === null ? undefined : await getLeg(hall.read, hall.id, row.leg);
	const ticket = leg && (await getTicket(hall.read, hall.id, leg.ticket));
	return {
		code: row.code,
		name: windowName(hall, row.code),
		state: row.state,
		reason: (row.reason !== null && hall.setup.pauseReasons.get(row.reason)?.name) || null,
		staff: row.staff,
		number: ticket?.number ?? null,
		serving: leg?.state === 'serving'
	};
}
