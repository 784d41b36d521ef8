import { sql, type Kysely } from 'kysely';
import type { AppointmentRow, AppointmentState, Tables, TicketRow } from './schema.ts';

type K = Kysely<Tables>;

/** The partial indexes speak of these very words; bound values would not be recognised. */
const word = (state: AppointmentState) => sql.lit(state);

export async function addAppointment(k: K, row: AppointmentRow): Promise<void> {
	await k.insertInto('appointment').values(row).execute();
}

export function getAppointment(k: K, hall: number, id: number): Promise<AppointmentRow | undefined> {
	return k.selectFrom('appointment').selectAll().where('hall', '=', hall).where('id', '=', id).executeTakeFirst();
}

/** The appointment that this wish has already made. */
export function appointmentByIntent(k: K, hall: number, intent: string): Promise<AppointmentRow | undefined> {
	return k
		.selectFrom('appointment')
		.selectAll()
		.where('hall', '=', hall)
		.where('intent', '=', intent)
		.executeTakeFirst();
}

/** The appointment of a day that has this code, whatever became of it. */
export function appointmentByCode(
	k: K,
	of: { hall: number; day: string; code: string }
): Promise<AppointmentRow | undefined> {
	return k
		.selectFrom('appointment')
		.selectAll()
		.where('hall', '=', of.hall)
		.where('day', '=', of.day)
		.where('code', '=', of.code)
		.executeTakeFirst();
}

interface Person {
	hall: number;
	day: string;
	hash: string;
}

/** What a person has booked for a day or has come for, earliest slot first. */
export function appointmentsOfPerson(k: K, person: Person): Promise<AppointmentRow[]> {
	return ofPerson(k, person)
		.where('person_hash', 'is not', null)
		.where('state', 'in', [word('booked'), word('arrived')])
		.orderBy('slot_at')
		.execute();
}

/** What a person has booked for a day and did not come for in time. */
export function missedOfPerson(k: K, person: Person): Promise<AppointmentRow[]> {
	return ofPerson(k, person).where('state', '=', 'missed').execute();
}

function ofPerson(k: K, { hall, day, hash }: Person) {
	return k
		.selectFrom('appointment')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '=', day)
		.where('person_hash', '=', hash);
}

/** The numbers that a person has taken on a day, oldest first. */
export function ticketsOfPerson(k: K, { hall, day, hash }: Person): Promise<TicketRow[]> {
	return k
		.selectFrom('ticket')
		.selectAll()
		.where('hall', '=', hall)
		.where('day', '=', day)
		.where('person_hash', '=', hash)
		.where('person_hash', 'is not', null)
		.orderBy('id')
		.execute();
}

/** How many places of one slot are taken; one who has come keeps the place. */
export async function takenAt(k: K, of: Pick<AppointmentRow, 'hall' | 'item' | 'day' | 'slot_at'>): Promise<number> {
	const row = await k
		.selectFrom('appointment')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('hall', '=', of.hall)
		.where('item', '=', of.item)
		.where('day', '=', of.day)
		.where('slot_at', '=', of.slot_at)
		.where('state', '<>', word('cancelled'))
		.executeTakeFirst();
	return row?.n ?? 0;
}

/** The same for every slot of an item from a moment on; slots with nobody are not in it. */
export function takenFrom(
	k: K,
	of: { hall: number; item: string; from: string; to: string }
): Promise<{ slot_at: number; n: number }[]> {
	return k
		.selectFrom('appointment')
		.select(({ fn }) => ['slot_at', fn.countAll<number>().as('n')])
		.where('hall', '=', of.hall)
		.where('item', '=', of.item)
		.where('day', '>=', of.from)
		.where('day', '<=', of.to)
		.where('state', '<>', word('cancelled'))
		.groupBy('slot_at')
		.execute();
}

/** Appointments whose slot is before a moment and for which nobody has come, oldest first. */
export function booksBefore(k: K, hall: number, at: number, most: number): Promise<AppointmentRow[]> {
	return k
		.selectFrom('appointment')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', word('booked'))
		.where('slot_at', '<', at)
		.orderBy('slot_at')
		.limit(most)
		.execute();
}

/** The same for every slot of a day and of those before it. */
export function booksUpTo(k: K, hall: number, day: string, most: number): Promise<AppointmentRow[]> {
	return k
		.selectFrom('appointment')
		.selectAll()
		.where('hall', '=', hall)
		.where('state', '=', word('booked'))
		.where('day', '<=', day)
		.orderBy('slot_at')
		.limit(most)
		.execute();
}

/** The items for which somebody has an appointment still to come. */
export async function bookedItems(k: K, hall: number): Promise<string[]> {
	const rows = await k
		.selectFrom('appointment')
		.select('item')
		.distinct()
		.where('hall', '=', hall)
		.where('state', '=', word('booked'))
		.orderBy('item')
		.execute();
	return rows.map((row) => row.item);
}

/** Everything booked for a day, in the order of its slots, with the numbers it became. */
export function appointmentsOn(
	k: K,
	hall: number,
	day: string
): Promise<(AppointmentRow & { number: string | null })[]> {
	return k
		.selectFrom('appointment')
		.leftJoin('ticket', (join) =>
			join.onRef('ticket.hall', '=', 'appointment.hall').onRef('ticket.id', '=', 'appointment.ticket')
		)
		.selectAll('appointment')
		.select('ticket.number')
		.where('appointment.hall', '=', hall)
		.where('appointment.day', '=', day)
		.orderBy('slot_at')
		.orderBy('appointment.id')
		.execute();
}

/** When the booking was made that is the `nth` newest, 1 for the newest. */
export async function nthNewest(k: K, of: { hall: number; nth: number }): Promise<number | undefined> {
	const row = await k
		.selectFrom('appointment')
		.select('created_at')
		.where('hall', '=', of.hall)
		.orderBy('id', 'desc')
		.offset(of.nth - 1)
		.limit(1)
		.executeTakeFirst();
	return row?.created_at;
}

/** An appointment as it is after an act. */
export async function saveAppointment(k: K, row: AppointmentRow): Promise<void> {
	const { day, slot_at, code, person_hash, matter_hash, state, ticket, changed_at, reason } = row;
	await k
		.updateTable('appointment')
		.set({ day, slot_at, code, person_hash, matter_hash, state, ticket, changed_at, reason })
		.where('hall', '=', row.hall)
		.where('id', '=', row.id)
		.execute();
}

/** Forgets whose tickets and appointments, and whose matters, those of a day and before it were. */
export async function forgetPersons(k: K, hall: number, upTo: string): Promise<void> {
	for (const table of ['ticket', 'appointment'] as const) {
		// One index each; a condition with `or` would find neither.
		for (const whose of ['person_hash', 'matter_hash'] as const) {
			await k
				.updateTable(table)
				.set({ person_hash: null, matter_hash: null })
				.where('hall', '=', hall)
				.where('day', '<=', upTo)
				.where(whose, 'is not', null)
				.execute();
		}
	}
}

/** Today's tickets, for the look at who takes too many. */
export function ticketsOn(
	k: K,
	hall: number,
	day: string
): Promise<Pick<TicketRow, 'id' | 'number' | 'item' | 'state' | 'created_at' | 'origin' | 'person_hash'>[]> {
	return k
		.selectFrom('ticket')
		.select(['id', 'number', 'item', 'state', 'created_at', 'origin', 'person_hash'])
		.where('hall', '=', hall)
		.where('day', '=', day)
		.orderBy('id')
		.execute();
}
