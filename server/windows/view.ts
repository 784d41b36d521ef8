import { lastCallOf, receiptsOf } from '#db/calls.ts';
import { newestLine } from '#db/ledger.ts';
import { heldLegs, type LegOfTicket } from '#db/order.ts';
import type { LegRow, TicketRow, WindowRow } from '#db/schema.ts';
import { servedToday } from '#db/served.ts';
import { getLeg, getTicket } from '#db/tickets.ts';
import { alarmViews } from '../alarms/view.ts';
import { casesDue } from '../cases/due.ts';
import { queueLines, windowLines } from '../calls/board.ts';
import { careView } from '../care/view.ts';
import { today, type Hall } from '../hall.ts';
import { matterOffer } from '../matters/view.ts';
import { consoleTelling, tellingActions } from '../notices/console.ts';
import { unreadNotes } from '../notes/view.ts';
import { askedAt } from '../ratings/window.ts';
import { may } from '../rules/rights.ts';
import { allowedActions } from '../rules/ticket.ts';
import { stepsIn } from '../rules/way.ts';
import { talkView } from '../greetings/view.ts';
import { noShow } from '../tickets/miss.ts';
import { confirmableClasses, heldOf, priorityOf, windowName } from '../tickets/view.ts';
import type { ConsoleAction, ConsoleTicket, ConsoleView, NoShowView, WindowScreenView } from '../views.ts';
import type { Who } from '../people/who.ts';
import { undoableAt } from '../tickets/undo.ts';
import { successorsAt } from './seat.ts';
import { calledNow, sentOnFrom } from './shown.ts';
import { textAt } from './text.ts';
import { whySentence } from './why.ts';

/** The screen above one window; undefined for a window that is not there. */
export async function windowScreenView(hall: Hall, code: string): Promise<WindowScreenView | undefined> {
	const entry = hall.setup.windows.get(code);
	const zone = entry && hall.setup.zones.get(entry.zone);
	if (!zone) return undefined;
	const seq = await newestLine(hall.read, hall.id);
	const [line] = await windowLines(hall, [code]);
	if (!line) return undefined;
	const leg = await legAt(hall, code);
	const queues = hall.setup.queuesOf(code).flatMap(({ queue }) => hall.setup.queues.get(queue)?.name ?? []);
	return {
		hall: hall.setup.file.hall.name,
		zone: { code: zone.code, name: zone.name },
		seq,
		window: line,
		queues,
		...(await calledNow(hall, leg)),
		sentOn: leg ? null : await sentOnFrom(hall, code)
	};
}

async function legAt(hall: Hall, code: string): Promise<LegRow | undefined> {
	const leg = hall.counters.get(code)?.leg ?? null;
	return leg === null ? undefined : getLeg(hall.read, hall.id, leg);
}

/** Everything the console of one window draws; undefined for a window that is not there. */
export async function consoleView(hall: Hall, who: Who, code: string): Promise<ConsoleView | undefined> {
	const screen = await windowScreenView(hall, code);
	const row = hall.counters.get(code);
	if (!screen || !row) return undefined;
	const leg = await legAt(hall, code);
	const ticket = leg && (await getTicket(hall.read, hall.id, leg.ticket));
	const held = await heldLegs(hall.read, hall.id);
	const here = held.filter((one) => one.window === code);
	const queues = hall.setup.queuesOf(code).map((one) => one.queue);
	const staff = who.staff ?? row.staff;
	return {
		seq: screen.seq,
		hall: screen.hall,
		staff: { no: staff ?? '', role: who.role, audits: may(who.role, 'ticket:audit') },
		window: screen.window,
		zone: screen.zone,
		...(await seatView(hall, who, row)),
		allowed: windowActions(row, who),
		current: leg && ticket ? await consoleTicket(hall, { who, row }, leg, ticket) : null,
		telling: await consoleTelling(hall, code, leg && ticket && { leg, ticket }),
		queues: await queueLines(hall, queues),
		parked: await consoleTickets(
			hall,
			{ who, row },
			here.filter((one) => one.state === 'parked')
		),
		missed: await consoleTickets(
			hall,
			{ who, row },
			here.filter((one) => one.state === 'missed')
		),
		undo: await undoableAt(hall, who, code),
		pauseReasons: [...hall.setup.pauseReasons.values()],
		targets: sendableTo(hall, code),
		classes: confirmableClasses(hall, who),
		talk: await talkView(hall, { window: code, staff, leg, ticket }),
		today: await servedToday(hall.read, { hall: hall.id, day: today(hall), window: code }),
		asked: await askedAt(hall, code)
	};
}

/** What the seat itself has to tell, beside whoever is served there. */
async function seatView(
	hall: Hall,
	who: Who,
	row: WindowRow
): Promise<Pick<ConsoleView, 'until' | 'handTo' | 'successors' | 'text' | 'notes' | 'alarms' | 'cases'>> {
	return {
		until: row.until_at,
		handTo: row.hand_to,
		successors: row.staff === null ? [] : successorsAt(hall, row),
		text: (await textAt(hall, row.code))?.text ?? '',
		notes: await unreadNotes(hall, who),
		alarms: await alarmViews(hall, who, row.code),
		cases: await casesDue(hall, row.staff)
	};
}

function windowActions(row: WindowRow, who: Who): ConsoleAction[] {
	if (!may(who.role, 'window:work')) return [];
	if (row.state === 'closed') return ['open', 'my-cases'];
	// Somebody else sits here, and may have offered the seat.
	if (who.staff !== undefined && who.window === row.code && row.staff !== who.staff) {
		return row.hand_to === who.staff && row.leg === null ? ['open'] : [];
	}
	return row.leg === null ? [...FREE[row.state], ...ALWAYS] : [...ALWAYS];
}

const FREE: Record<'open' | 'paused' | 'wrap-up', readonly ConsoleAction[]> = {
	open: ['next', 'pause', 'wrap-up', 'close'],
	paused: ['open', 'wrap-up', 'close'],
	'wrap-up': ['open', 'pause', 'close']
};

/** Whoever sits at a window that is not closed, with a visitor or without. */
const ALWAYS: readonly ConsoleAction[] = ['hand-over', 'say', 'my-cases'];

/** Where a ticket can be sent from a window, or from a desk, which is none. */
export function sendableTo(hall: Hall, code: string | null): ConsoleView['targets'] {
	const queues = hall.setup.file.queues.map(({ code: queue, name, zone }) => ({ code: queue, name, zone }));
	const windows = hall.setup.file.windows
		.filter((one) => one.code !== code)
		.map((one) => ({ code: one.code, name: windowName(hall, one.code) }));
	const staff = windows.flatMap(({ code: window }) => {
		const no = hall.counters.get(window)?.staff ?? null;
		return no === null ? [] : [{ no, window }];
	});
	return { queues, windows, staff };
}

/** Whoever looks at the console, and the window it is of. */
interface At {
	who: Who;
	row: WindowRow;
}

async function consoleTickets(hall: Hall, at: At, legs: LegOfTicket[]): Promise<ConsoleTicket[]> {
	return Promise.all(legs.map((leg) => consoleTicket(hall, at, leg, { ...leg, id: leg.ticket })));
}

async function consoleTicket(
	hall: Hall,
	at: At,
	leg: LegRow,
	ticket: Pick<TicketRow, 'id' | 'number' | 'class' | 'claim' | 'steps' | 'created_at'>
): Promise<ConsoleTicket> {
	const item = hall.setup.items.get(leg.item);
	const queue = hall.setup.queues.get(leg.queue);
	if (!item || !queue) throw new Error(`leg ${String(leg.id)} is for an item or queue that is not in the hall file`);
	const priority = priorityOf(hall, ticket.class);
	const call = await lastCallOf(hall.read, hall.id, leg.id);
	const receipts = call ? await receiptsOf(hall.read, hall.id, call.id) : [];
	const count = (channel: string): number => receipts.filter((one) => one.channel === channel).length;
	return {
		id: ticket.id,
		number: ticket.number,
		item: { code: item.code, name: item.name, materials: hall.setup.materialsOf(item) },
		queue: { code: queue.code, name: queue.name },
		priority: priority?.name ?? null,
		care: await careView(hall, ticket),
		class: ticket.class,
		claim: ticket.claim,
		unverified: ticket.claim === 'open',
		steps: stepsIn(ticket.steps).flatMap((step) => hall.setup.items.get(step.item)?.name ?? []),
		step: leg.state,
		takenAt: ticket.created_at,
		calledAt: leg.called_at,
		startedAt: leg.started_at,
		calls: leg.calls,
		park: leg.park_kind,
		backBy: heldOf(hall, leg)?.until ?? null,
		noShow: leg.state === 'called' ? await noShowView(hall, leg, ticket.class) : null,
		reason: leg.reason,
		why: call ? whySentence(call, hall.setup.policies.headStartMinutes) : null,
		receipts: { shown: count('shown'), spoken: count('spoken'), boards: count('board') },
		receivers: [...new Set(receipts.map((one) => one.device))].toSorted(),
		promise: matterOffer(hall, item, leg),
		allowed: ticketActions(hall, leg, at)
	};
}

async function noShowView(hall: Hall, leg: LegRow, priorityClass: string): Promise<NoShowView> {
	const stands = await noShow(hall, hall.read, leg, priorityClass);
	const { look } = stands;
	if (stands.state === 'ripe') return { from: stands.from, callsLeft: 0, undelivered: 0, nextFrom: stands.from, look };
	return { from: null, callsLeft: stands.calls, undelivered: stands.undelivered, nextFrom: stands.nextFrom, look };
}

const OFFERED: readonly ConsoleAction[] = [
	'recall',
	'start',
	'finish',
	'accept',
	'miss',
	'called-out',
	'park',
	'resume',
	'return',
	'transfer',
	'class',
	'cancel',
	'notice',
	'refuse',
	'receive',
	'true-will'
];

/** What the state allows and the window can do now: nothing is taken up again while somebody else stands there. */
function ticketActions(hall: Hall, leg: LegRow, { who, row }: At): ConsoleAction[] {
	const allowed: string[] = allowedActions(leg);
	if (leg.state === 'called') allowed.push('called-out');
	if (leg.state === 'serving' && may(who.role, 'matter:accept')) allowed.push('accept');
	if (allowed.includes('rank') && may(who.role, 'ticket:confirm')) allowed.push('class');
	allowed.push(...tellingActions(hall, leg));
	const free = row.state === 'open' && row.leg === null;
	return OFFERED.filter((action) => allowed.includes(action) && (action !== 'resume' || free));
}
