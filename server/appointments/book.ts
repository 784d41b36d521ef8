import { randomInt } from 'node:crypto';
import {
	addAppointment,
	appointmentByCode,
	appointmentByIntent,
	appointmentsOfPerson,
	nthNewest
} from '#db/appointments.ts';
import type { Tx } from '#db/group.ts';
import type { AppointmentRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import { matterOf, personOf } from '../limits/person.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { newToken } from '../tickets/token.ts';
import { barredSlot, fullSlot, timeText } from './slots.ts';

/** What a visitor, a desk or a kiosk wishes. */
export interface BookWish {
	item: string;
	/** the moment at which the slot begins */
	slot: number;
	/** the visitor's own number, where the item asks for it; never kept */
	person: string | null;
	/** the client's own id of this wish: sent again, it gives the same appointment */
	intent: string;
	lang: string;
	/** the kiosk it is asked from */
	device: string | null;
}

const MINUTE_MS = 60_000;

/** Keeps a place. The same intent gives the same appointment, whatever else it says. */
export async function book(hall: Hall, who: Who, wish: BookWish): Promise<Result<AppointmentRow>> {
	const item = hall.setup.items.get(wish.item);
	if (!item) return refused('item-unknown', wish.item);
	const day = hall.setup.day(wish.slot);
	const barred = barredSlot(hall, item, wish.slot);
	const person = personOf(hall, item, wish.person, day);
	return hall.write(async (tx) => {
		const earlier = await appointmentByIntent(tx.k, tx.hall, wish.intent);
		if (earlier) return done(earlier);
		if (barred) return barred;
		if (!person.ok) return person;
		const place = { day, slotAt: wish.slot, hash: person.value };
		const no =
			(await tooMany(tx, hall, who)) ?? (await fullSlot(tx, item, place)) ?? (await hasOne(tx, hall, item, place));
		return no ?? done(await write(tx, hall, { who, wish, item, ...place }));
	});
}

/**
 * A bound on what all visitors together book in a minute. Not by address: a hall's own visitors often share one, and a
 * telephone network's change theirs at will.
 */
async function tooMany(tx: Tx, hall: Hall, who: Who): Promise<Refused | undefined> {
	if (who.role !== 'visitor') return undefined;
	const nth = hall.setup.policies.appointments.bookingsPerMinute;
	const at = await nthNewest(tx.k, { hall: tx.hall, nth });
	return at !== undefined && at > hall.clock.now() - MINUTE_MS ? refused('too-many-tries') : undefined;
}

/** One per person, item and day; undefined when there is none yet. */
export async function hasOne(
	tx: Tx,
	hall: Hall,
	item: ItemEntry,
	{ day, hash }: { day: string; hash: string | null }
): Promise<Refused | undefined> {
	if (hash === null) return undefined;
	const own = await appointmentsOfPerson(tx.k, { hall: tx.hall, day, hash });
	const same = own.find((one) => one.item === item.code);
	return same && refused('appointment-exists', timeText(hall, same.slot_at));
}

interface Booking {
	who: Who;
	wish: BookWish;
	item: ItemEntry;
	day: string;
	slotAt: number;
	hash: string | null;
}

async function write(tx: Tx, hall: Hall, { who, wish, item, day, slotAt, hash }: Booking): Promise<AppointmentRow> {
	const at = hall.clock.now();
	const line = { at, day: today(hall), act: 'appointment.booked', actor: who.name, ticket: null, window: null };
	const id = await tx.note({ ...line, queue: item.queue, body: { item: item.code, for: day, slotAt } });
	const row: AppointmentRow = {
		hall: tx.hall,
		id,
		day,
		slot_at: slotAt,
		item: item.code,
		queue: item.queue,
		code: await freeCode(tx, day),
		token: newToken(id),
		intent: wish.intent,
		person_hash: hash,
		matter_hash: matterOf(hall, item, wish.person),
		state: 'booked',
		ticket: null,
		origin: wish.device ?? who.name,
		lang: wish.lang,
		created_at: at,
		changed_at: at,
		reason: null
	};
	await addAppointment(tx.k, row);
	return row;
}

/** Eight digits that no other appointment of the day has. */
export async function freeCode(tx: Tx, day: string): Promise<string> {
	for (;;) {
		const code = String(randomInt(100_000_000)).padStart(8, '0');
		if (!(await appointmentByCode(tx.k, { hall: tx.hall, day, code }))) return code;
	}
}
