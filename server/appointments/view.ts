import { appointmentsOn } from '#db/appointments.ts';
import type { AppointmentRow, AppointmentState } from '#db/schema.ts';
import { getTicket } from '#db/tickets.ts';
import type { Hall } from '../hall.ts';
import { punctuality, type Punctuality } from '../rules/slots.ts';
import type { IdentityDemand } from '../rules/identity.ts';
import { zoneOfQueue } from '../setup/places.ts';
import type { Material, Text } from '../views.ts';
import { findAppointment } from './find.ts';
import { timeText } from './slots.ts';

/** One time for which places are kept. */
export interface SlotOffer {
	at: number;
	/** `09:30`, by the hall's clock */
	time: string;
	/** places left */
	free: number;
	of: number;
}

/** A day on which an item can be booked. */
export interface DayOffer {
	day: string;
	/** places left in all its slots to come */
	free: number;
}

/** An appointment, for its owner. */
export interface AppointmentView {
	token: string;
	/** eight digits, to be typed at a kiosk */
	code: string;
	state: AppointmentState;
	day: string;
	slotAt: number;
	/** `09:30` */
	time: string;
	item: { code: string; name: Text; materials: Material[]; fee: Text };
	zone: { code: string; name: Text; place: Text };
	windows: string[];
	/** whether it can be checked in now, and between which moments */
	checkIn: { when: Punctuality; from: number; until: number };
	/** another day needs the visitor's number again */
	identity: boolean;
	/** the number it became, and its page */
	ticket: { number: string; token: string } | null;
	/** address of this page, also in the QR for the kiosk's scanner */
	link: string;
}

const NOWHERE: Text = { zh: '', en: '' };
const MINUTE_MS = 60_000;

/** An appointment as its owner sees it; undefined when the token is nobody's. */
export async function appointmentView(hall: Hall, token: string): Promise<AppointmentView | undefined> {
	const row = await findAppointment(hall.read, hall.id, { token });
	return row && viewOf(hall, row);
}

/** The same, of a row at hand. */
export async function viewOf(hall: Hall, row: AppointmentRow): Promise<AppointmentView> {
	const item = hall.setup.items.get(row.item);
	const queue = item?.queue ?? row.queue;
	const ticket = row.ticket === null ? undefined : await getTicket(hall.read, hall.id, row.ticket);
	return {
		token: row.token,
		code: row.code,
		state: row.state,
		day: row.day,
		slotAt: row.slot_at,
		time: timeText(hall, row.slot_at),
		item: {
			code: row.item,
			name: item?.name ?? NOWHERE,
			materials: item ? hall.setup.materialsOf(item) : [],
			fee: item?.fee ?? NOWHERE
		},
		zone: zoneOf(hall, queue),
		windows: [...hall.setup.windowsServing(queue)],
		checkIn: checkInOf(hall, row),
		identity: row.person_hash !== null,
		ticket: ticket ? { number: ticket.number, token: ticket.token } : null,
		link: `${hall.origin}/a/${row.token}`
	};
}

/** Where a queue is, as pages draw it. */
function zoneOf(hall: Hall, queue: string): AppointmentView['zone'] {
	const zone = hall.setup.queues.has(queue) ? hall.setup.zones.get(zoneOfQueue(hall.setup, queue)) : undefined;
	return { code: zone?.code ?? '', name: zone?.name ?? NOWHERE, place: zone?.place ?? NOWHERE };
}

function checkInOf(hall: Hall, row: AppointmentRow): AppointmentView['checkIn'] {
	const grace = hall.setup.policies.appointments;
	return {
		when: row.state === 'missed' ? 'lapsed' : punctuality(row.slot_at, hall.clock.now(), grace),
		from: row.slot_at - grace.earlyMinutes * MINUTE_MS,
		until: row.slot_at + grace.lateMinutes * MINUTE_MS
	};
}

/** One line of a day's list, for the desk. */
export interface AppointmentLine {
	code: string;
	state: AppointmentState;
	slotAt: number;
	time: string;
	item: { code: string; name: Text };
	queue: string;
	/** the number it became */
	number: string | null;
	reason: string | null;
}

/** What is booked for a day and what became of it. */
export interface AppointmentDay {
	day: string;
	balance: Record<AppointmentState, number>;
	appointments: AppointmentLine[];
}

/** All appointments of a day in the order of their slots; whose they are nobody knows. */
export async function appointmentDay(hall: Hall, day: string): Promise<AppointmentDay> {
	const rows = await appointmentsOn(hall.read, hall.id, day);
	const balance = { booked: 0, arrived: 0, cancelled: 0, missed: 0 };
	const appointments: AppointmentLine[] = [];
	for (const row of rows) {
		balance[row.state] += 1;
		appointments.push(lineOf(hall, row));
	}
	return { day, balance, appointments };
}

function lineOf(hall: Hall, row: AppointmentRow & { number: string | null }): AppointmentLine {
	return {
		code: row.code,
		state: row.state,
		slotAt: row.slot_at,
		time: timeText(hall, row.slot_at),
		item: { code: row.item, name: hall.setup.items.get(row.item)?.name ?? NOWHERE },
		queue: row.queue,
		number: row.number,
		reason: row.reason
	};
}

/** An item as the page for booking offers it. */
export interface BookableItem {
	code: string;
	name: Text;
	department: Text;
	identity: IdentityDemand;
	materials: Material[];
	fee: Text;
}

/** What can be booked: zones with their items, those only that have appointments. */
export interface BookingZone {
	code: string;
	name: Text;
	place: Text;
	items: BookableItem[];
}

export function bookingZones(hall: Hall): BookingZone[] {
	return hall.setup.file.zones.flatMap(({ code, name, place }) => {
		const items = hall.setup.itemsIn(code).filter((item) => item.appointments !== null);
		if (items.length === 0) return [];
		return [{ code, name, place, items: items.map((item) => bookableItem(hall, item)) }];
	});
}

function bookableItem(hall: Hall, item: ReturnType<Hall['setup']['itemsIn']>[number]): BookableItem {
	const { code, name, identity, fee } = item;
	const department = hall.setup.departments.get(item.department)?.name ?? NOWHERE;
	return { code, name, department, identity, materials: hall.setup.materialsOf(item), fee };
}
