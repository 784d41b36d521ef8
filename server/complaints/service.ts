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
	const unknown = unknownIn(hall, named);
	if (unknown) return unknown;
	if (named.ticket === null) return nothingServed(hall, named);
	const ticket = await getTicket(tx.k, tx.hall, named.ticket);
	if (!ticket) return refused('ticket-unknown', String(named.ticket));
	const served = await servedLeg(tx, ticket, named);
	const notice = await negativeAnswer(tx, ticket.id);
	return { ...placesOf(hall, named, served, ticket), ticket: ticket.id, leg: served?.id ?? null, notice };
}

/** What is said counts for more than what the service tells. */
function placesOf(
	hall: Hall,
	named: Named,
	served: LegRow | undefined,
	ticket: TicketRow
): Pick<About, 'item' | 'staff' | 'window' | 'department'> {
	const { item, staff: by, window } = served ?? { item: ticket.item, staff: null, window: null };
	const staff = named.staff ?? by;
	return {
		item,
		staff,
		window: named.window ?? window,
		department: named.department ?? departmentOf(hall, staff, item)
	};
}

function unknownIn({ setup }: Hall, { staff, window, department }: Named): Refused | undefined {
	if (staff !== null && !setup.staff.has(staff)) return refused('staff-unknown', staff);
	if (window !== null && !setup.windows.has(window)) return refused('window-unknown', window);
	return department !== null && !setup.departments.has(department) ? refused('bad-request', 'department') : undefined;
}

function nothingServed(hall: Hall, { staff, window, department }: Named): About {
	const of = department ?? departmentOf(hall, staff, null);
	return { ticket: null, leg: null, item: null, window, staff, department: of, notice: null };
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
