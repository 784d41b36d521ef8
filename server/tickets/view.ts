import { lastSlipOf } from '#db/slips.ts';
import { countAhead, getLeg } from '#db/tickets.ts';
import type { LegRow, TicketRow } from '#db/schema.ts';
import { textOf } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { ledgerHead } from '../ledger/mark.ts';
import type { Issued } from './issue.ts';
import { ticketByToken } from './token.ts';
import { mattersOf } from '../matters/view.ts';
import { servicesOf } from '../ratings/view.ts';
import { backBy } from '../rules/parking.ts';
import { mayConfirm } from '../rules/priority.ts';
import { stepsIn, type Step } from '../rules/way.ts';
import { printerGroup, zoneOfQueue } from '../setup/places.ts';
import type { ConfirmableClass, PriorityClass, Text, TicketView, Wait } from '../views.ts';

const MINUTE_MS = 60_000;
const NOWHERE: Text = { zh: '', en: '' };

/** How long somebody waits with so many ahead in a queue. Before the first window opens it counts with one. */
export function waitIn(hall: Hall, queue: string, ahead: number): Wait {
	return hall.waits.tell(hall, queue, ahead);
}

/** Where visitors reach the page of a ticket. */
export function linkOf(hall: Hall, ticket: Pick<TicketRow, 'token'>): string {
	return `${hall.origin}/t/${ticket.token}`;
}

/** A ticket as its owner sees it; undefined when the token is nobody's. */
export async function ticketView(hall: Hall, token: string): Promise<TicketView | undefined> {
	const ticket = await ticketByToken(hall.read, hall.id, token);
	return ticket && viewOf(hall, ticket);
}

async function viewOf(hall: Hall, ticket: TicketRow): Promise<TicketView> {
	const leg = await getLeg(hall.read, hall.id, ticket.leg);
	if (!leg) throw new Error(`ticket ${String(ticket.id)} has no leg`);
	const ahead = leg.state === 'waiting' ? await countAhead(hall.read, leg) : 0;
	const slip = await lastSlipOf(hall.read, hall.id, ticket.id);
	const services = await servicesOf(hall, ticket, leg);
	const matters = ticket.state === 'live' && leg.ordinal === 1 ? [] : await mattersOf(hall, ticket.id);
	const own = { slip: slip?.state ?? null, services, matters, head: await ledgerHead(hall) };
	return { ...ticketFacts(hall, ticket, leg, ahead), ...own };
}

/** A ticket just issued, or issued before by the same intent. */
export function issuedFacts(hall: Hall, { ticket, leg, ahead }: Issued): TicketView {
	const printed = printerGroup(hall.setup, null, zoneOfQueue(hall.setup, ticket.queue)) !== null;
	return { ...ticketFacts(hall, ticket, leg, ahead), slip: printed ? 'queued' : null };
}

/** What is known of a ticket without asking the database again. */
function ticketFacts(hall: Hall, ticket: TicketRow, leg: LegRow, ahead: number): TicketView {
	const at = leg.state === 'called' || leg.state === 'serving' ? leg.window : null;
	return {
		id: ticket.id,
		token: ticket.token,
		number: ticket.number,
		state: ticket.state,
		step: leg.state,
		day: ticket.day,
		takenAt: ticket.created_at,
		item: hall.setup.items.get(leg.item)?.name ?? NOWHERE,
		queue: leg.queue,
		zone: zoneOf(hall, leg.queue),
		windows: windowsFor(hall, { queue: leg.queue, window: leg.for_window }),
		ordinal: leg.ordinal,
		steps: stepViews(hall, stepsIn(ticket.steps)),
		held: heldOf(hall, leg),
		window: at === null ? null : { code: at, name: windowName(hall, at) },
		calls: leg.calls,
		ahead,
		...hall.waits.keep(hall, ticket, leg, ahead),
		priority: priorityOf(hall, ticket.class),
		slotAt: ticket.slot_at,
		claim: ticket.claim,
		slip: null,
		services: [],
		matters: [],
		link: linkOf(hall, ticket),
		head: null
	};
}

/** What follows under the same number, as its owner is told. */
export function stepViews(hall: Hall, steps: readonly Step[]): TicketView['steps'] {
	return steps.map((step) => ({
		item: hall.setup.items.get(step.item)?.name ?? NOWHERE,
		windows: windowsFor(hall, step)
	}));
}

/** Where somebody may be called to. */
export function windowsFor(hall: Hall, { queue, window }: { queue: string; window: string | null }): string[] {
	return window === null ? [...hall.setup.windowsServing(queue)] : [window];
}

/** How long somebody who is on hold or parked has; null for anybody else. */
export function heldOf(hall: Hall, leg: LegRow): TicketView['held'] {
	const { parking, noShow } = hall.setup.policies;
	if (leg.state === 'parked' && leg.park_kind) return { kind: leg.park_kind, until: backBy(leg, parking), behind: 0 };
	if (leg.state !== 'missed' || leg.called_at === null) return null;
	const until = leg.called_at + noShow.returnWithinMinutes * MINUTE_MS;
	return { kind: 'missed', until, behind: noShow.returnBehind };
}

function zoneOf(hall: Hall, queue: string): TicketView['zone'] {
	const code = zoneOfQueue(hall.setup, queue);
	const zone = hall.setup.zones.get(code);
	return { code, name: zone?.name ?? NOWHERE, place: zone?.place ?? NOWHERE };
}

/** A window's own name, else its number as a name. */
export function windowName(hall: Hall, code: string): Text {
	return hall.setup.windows.get(code)?.name ?? textOf(({ common }) => common.windowNo({ code }));
}

/** The hall's classes, and which of them this person may confirm. */
export function confirmableClasses(hall: Hall, who: Who): ConfirmableClass[] {
	const proofsOf = (code: string): ConfirmableClass['proofs'] => hall.setup.classes.get(code)?.proofs ?? [];
	return hall.setup
		.priorityClasses()
		.map((one) => ({ ...one, confirms: mayConfirm(one.policy, who.role), proofs: proofsOf(one.code) }));
}

/** The class of a ticket, as pages draw it; null for an ordinary one. */
export function priorityOf(hall: Hall, priorityClass: string): PriorityClass | null {
	const known = hall.setup.classes.get(priorityClass);
	return known ? { code: known.code, name: known.name, policy: known.policy } : null;
}
