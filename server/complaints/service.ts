import type { Tx } from '#db/group.ts';
import { noticesOfTicket } from '#db/notices.ts';
import type { LegRow, TicketRow } from '#db/schema.ts';
import { getTicket, legsOf } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import { refused, type Refused } from '../result.ts';

/** What a complaint is about, as it is known: a service, a place, a person, a department. Null for what is not. */
export interface About {
	ticket: number | null;
	leg: number | null;
	item: string | null;
	window: string | null;
	staff: string | null;
	department: string | null;
	/** the last negative answer 否定答复 that was given to it */
	notice: number | null;
}

export interface Named {
	ticket: number | null;
	window: string | null;
	staff: string | null;
	department: string | null;
}

/** Finds out from a ticket what is not said: where, by whom and in which matter it was served last. */
export async function aboutOf(tx: Tx, hall: Hall, named: Named): Promise<About | Refused> {
	if (named.staff !== null && !hall.setup.staff.has(named.staff)) return refused('staff-unknown', named.staff);
	if (named.window !== null && !hall.setup.windows.has(named.window)) return refused('window-unknown', named.window);
	if (named.department !== null && !hall.setup.departments.has(named.department)) {
		return refused('bad-request', 'department');
	}
	const ticket = named.ticket === null ? undefined : await getTicket(tx.k, tx.hall, named.ticket);
	if (named.ticket !== null && !ticket) return refused('ticket-unknown', String(named.ticket));
	const served = ticket && (await servedLeg(tx, ticket, named));
	const staff = named.staff ?? served?.staff ?? null;
	const item = served?.item ?? ticket?.item ?? null;
	return {
		ticket: ticket?.id ?? null,
		leg: served?.id ?? null,
		item,
		window: named.window ?? served?.window ?? null,
		staff,
		department: named.department ?? departmentOf(hall, staff, item),
		notice: ticket ? await negativeAnswer(tx, ticket.id) : null
	};
}

/** The last service of a ticket, of those at this window or by this person where one is named. */
async function servedLeg(tx: Tx, { id }: TicketRow, { window, staff }: Named): Promise<LegRow | undefined> {
	const legs = (await legsOf(tx.k, tx.hall, id)).filter((leg) => leg.window !== null);
	const fits = (leg: LegRow): boolean =>
		(window === null || leg.window === window) && (staff === null || leg.staff === staff);
	return legs.findLast(fits) ?? legs.at(-1);
}

function departmentOf(hall: Hall, staff: string | null, item: string | null): string | null {
	const own = staff === null ? null : (hall.setup.staff.get(staff)?.department ?? null);
	return own ?? (item === null ? null : (hall.setup.items.get(item)?.department ?? null));
}

async function negativeAnswer(tx: Tx, ticket: number): Promise<number | null> {
	const told = (await noticesOfTicket(tx.k, tx.hall, ticket)).filter(
		({ kind, state }) => kind !== 'missing' && state !== 'void'
	);
	return told.at(-1)?.id ?? null;
}
