import { legsClaiming, ticketByNumber } from '#db/find.ts';
import { newestLine } from '#db/ledger.ts';
import { heldLegs, type LegOfTicket } from '#db/order.ts';
import type { LegRow, SlipRow, TicketRow } from '#db/schema.ts';
import { lastSlipOf } from '#db/slips.ts';
import { countAhead, getLeg } from '#db/tickets.ts';
import { alarmViews } from '../alarms/view.ts';
import { queueLines } from '../calls/board.ts';
import { casesDue } from '../cases/due.ts';
import { complaintDesk } from '../complaints/desk-view.ts';
import { accessibleWindows, careView, escortLines } from '../care/view.ts';
import { today, type Hall } from '../hall.ts';
import { deskIncidents } from '../incidents/view.ts';
import { deskLoans } from '../loans/view.ts';
import { unreadNotes } from '../notes/view.ts';
import type { Who } from '../people/who.ts';
import { helpLines } from '../help/view.ts';
import { numberParts } from '../rules/number.ts';
import { questionsAtDesk } from '../questions/view.ts';
import { may, type Right } from '../rules/rights.ts';
import { allowedActions } from '../rules/ticket.ts';
import { stepsIn } from '../rules/way.ts';
import { keptServices } from '../services/view.ts';
import { zoneOfQueue } from '../setup/places.ts';
import { watchedWindows } from '../supervise/windows.ts';
import { worksAt } from '../tickets/call.ts';
import { closedBecause } from '../tickets/issue.ts';
import { confirmableClasses, heldOf, priorityOf, windowName } from '../tickets/view.ts';
import type { CareView, DeskAction, DeskItem, DeskLine, DeskTicket, DeskView, Text } from '../views.ts';
import { sendableTo } from '../windows/view.ts';

/** The desk at which somebody stands; empty for the whole hall. */
export function deskOf(hall: Hall, who: Who): string {
	return hall.setup.staff.get(who.staff ?? '')?.desk ?? '';
}

/** What a guide desk draws; undefined for a desk that is not there. The main desk, or none, looks after the whole hall. */
export async function deskView(hall: Hall, who: Who, code: string): Promise<DeskView | undefined> {
	const { file } = hall.setup;
	const desk = file.desks.find((one) => one.code === code);
	if (!desk && code !== '') return undefined;
	// The main desk, and who stands at none, look after every zone.
	const zone = desk === undefined || desk.main ? null : desk.zone;
	const queues = file.queues.filter((queue) => zone === null || queue.zone === zone);
	const own = new Set(queues.map((queue) => queue.code));
	const lines = (legs: LegOfTicket[]): DeskLine[] =>
		legs.filter((leg) => own.has(leg.queue)).map((leg) => deskLine(hall, leg));
	return {
		seq: await newestLine(hall.read, hall.id),
		hall: file.hall.name,
		code,
		name: desk?.name ?? null,
		staff: { no: who.staff ?? '', role: who.role, audits: may(who.role, 'ticket:audit') },
		items: itemsOf(hall, own),
		queues: await queueLines(hall, [...own]),
		windows: await watchedWindows(hall, zone),
		notes: await unreadNotes(hall, who),
		alarms: await alarmViews(hall, who),
		held: lines(await heldLegs(hall.read, hall.id)),
		claims: lines(await legsClaiming(hall.read, hall.id)),
		help: await helpLines(hall, zone),
		escorts: await escortLines(hall, own),
		offered: (await casesDue(hall, who.staff ?? null)).offered,
		complaint: complaintDesk(hall),
		questions: await questionsAtDesk(hall),
		incidents: await deskIncidents(hall, who),
		loans: await deskLoans(hall, code),
		services: await keptServices(hall, zone === null ? undefined : [zone]),
		targets: sendableTo(hall, null),
		classes: confirmableClasses(hall, who)
	};
}

function itemsOf(hall: Hall, queues: ReadonlySet<string>): DeskItem[] {
	const at = hall.clock.now();
	return hall.setup.file.items
		.filter((item) => queues.has(item.queue))
		.map((item) => ({
			code: item.code,
			name: item.name,
			queue: queueName(hall, item.queue),
			closedBecause: closedBecause(hall, item, at),
			identity: item.identity
		}));
}

function deskLine(hall: Hall, leg: LegOfTicket): DeskLine {
	return {
		id: leg.ticket,
		number: leg.number,
		item: itemName(hall, leg.item),
		step: leg.state,
		window: leg.window === null ? null : windowName(hall, leg.window),
		priority: priorityOf(hall, leg.class)?.name ?? null,
		held: heldOf(hall, leg),
		takenAt: leg.created_at
	};
}

/** A number of today as somebody types it, `a1` for `A001`; undefined when nobody has it. */
export async function deskTicket(hall: Hall, who: Who, typed: string): Promise<DeskTicket | undefined> {
	const parts = numberParts(typed);
	const queue = parts && hall.setup.file.queues.find(({ prefix }) => prefix === parts.prefix);
	if (!queue) return undefined;
	const place = { hall: hall.id, queue: queue.code, day: today(hall) };
	const ticket = await ticketByNumber(hall.read, { ...place, n: parts.n });
	const leg = ticket && (await getLeg(hall.read, hall.id, ticket.leg));
	if (!leg) return undefined;
	const slip = await lastSlipOf(hall.read, hall.id, ticket.id);
	const care = await careView(hall, ticket);
	return {
		id: ticket.id,
		number: ticket.number,
		state: ticket.state,
		...standing(hall, leg),
		takenAt: ticket.created_at,
		ahead: leg.state === 'waiting' ? await countAhead(hall.read, leg) : null,
		class: ticket.class,
		priority: priorityOf(hall, ticket.class)?.name ?? null,
		claim: ticket.claim,
		care,
		accessible: accessibleWindows(hall, leg.queue),
		steps: stepsIn(ticket.steps).map((step) => itemName(hall, step.item)),
		reason: ticket.reason ?? leg.reason,
		slip: slip ? { id: slip.id, state: slip.state } : null,
		allowed: deskActions(who, { ticket, leg, slip, care })
	};
}

function standing(hall: Hall, leg: LegRow): Pick<DeskTicket, 'step' | 'item' | 'queue' | 'zone' | 'window' | 'held'> {
	return {
		step: leg.state,
		item: itemName(hall, leg.item),
		queue: { code: leg.queue, name: queueName(hall, leg.queue) },
		zone: hall.setup.zones.get(zoneOfQueue(hall.setup, leg.queue))?.name ?? NOTHING,
		window: leg.window === null ? null : windowName(hall, leg.window),
		held: heldOf(hall, leg)
	};
}

interface Found {
	ticket: TicketRow;
	leg: LegRow;
	slip: SlipRow | undefined;
	care: CareView | null;
}

/** What a desk does with a ticket that stands at no window; who is called or served is the window's. */
function deskActions(who: Who, { ticket, leg, slip, care }: Found): DeskAction[] {
	if (ticket.state !== 'live') return [];
	const steps = allowedActions(leg);
	const own = worksAt(who, leg.window);
	const free = own && leg.state !== 'called' && leg.state !== 'serving';
	const can: Record<DeskAction, boolean> = {
		return: steps.includes('return'),
		class: own,
		transfer: free && steps.includes('transfer'),
		reprint: slip !== undefined,
		cancel: free,
		void: steps.includes('void'),
		escort: free && steps.includes('transfer'),
		reached: care !== null && care.escort !== null && !care.reached
	};
	return ACTIONS.filter((action) => can[action] && may(who.role, RIGHT[action]));
}

const RIGHT: Record<DeskAction, Right> = {
	return: 'ticket:return-any',
	class: 'ticket:confirm',
	transfer: 'ticket:transfer',
	reprint: 'slip:reprint',
	cancel: 'ticket:cancel-any',
	void: 'ticket:cancel-any',
	escort: 'ticket:escort',
	reached: 'ticket:escort'
};

const ACTIONS: readonly DeskAction[] = [
	'return',
	'class',
	'transfer',
	'reprint',
	'cancel',
	'void',
	'escort',
	'reached'
];

const NOTHING: Text = { zh: '', en: '' };

function itemName(hall: Hall, code: string): Text {
	return hall.setup.items.get(code)?.name ?? NOTHING;
}

function queueName(hall: Hall, code: string): Text {
	return hall.setup.queues.get(code)?.name ?? NOTHING;
}
