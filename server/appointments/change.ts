import { appointmentByCode, saveAppointment } from '#db/appointments.ts';
import type { Tx } from '#db/group.ts';
import type { AppointmentRow } from '#db/schema.ts';
import type { Hall } from '../hall.ts';
import { shownPerson } from '../limits/person.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { may } from '../rules/rights.ts';
import type { ItemEntry } from '../setup/schema.ts';
import { freeCode, hasOne } from './book.ts';
import { findAppointment, noteAppointment, type Shown } from './find.ts';
import { barredSlot, fullSlot } from './slots.ts';

/** Frees the place: its owner by the token, staff by code and day with a reason. Whose it was is forgotten at once. */
export function cancelAppointment(
	hall: Hall,
	who: Who,
	shown: Shown,
	reason: string | null
): Promise<Result<AppointmentRow>> {
	return hall.write(async (tx) => {
		const row = await findAppointment(tx.k, tx.hall, shown);
		if (!row) return refused('appointment-unknown');
		const barred = barredStaff(who, shown, reason);
		if (barred) return barred;
		if (row.state === 'cancelled') return done(row);
		if (row.state !== 'booked') return refused('appointment-over', row.state);
		const after: AppointmentRow = {
			...row,
			state: 'cancelled',
			person_hash: null,
			matter_hash: null,
			reason,
			changed_at: hall.clock.now()
		};
		await noteAppointment(tx, hall, who, { act: 'cancelled', row, body: { by: byOf(shown), reason } });
		await saveAppointment(tx.k, after);
		return done(after);
	});
}

function byOf(shown: Shown): 'owner' | 'staff' {
	return 'token' in shown ? 'owner' : 'staff';
}

function barredStaff(who: Who, shown: Shown, reason: string | null): Refused | undefined {
	if ('token' in shown) return undefined;
	if (!may(who.role, 'appointment:manage')) return refused('not-allowed', 'appointment:manage');
	return (reason ?? '').trim() === '' ? refused('reason-needed') : undefined;
}

export interface MoveWish {
	slot: number;
	/** to another day: the number it was booked with, since only a hash for the old day is kept */
	person: string | null;
	/** of staff */
	reason: string | null;
}

/** Takes another slot instead, in one step: the old place is free only when the new one is held. */
export function moveAppointment(hall: Hall, who: Who, shown: Shown, wish: MoveWish): Promise<Result<AppointmentRow>> {
	return hall.write(async (tx) => {
		const row = await findAppointment(tx.k, tx.hall, shown);
		if (!row) return refused('appointment-unknown');
		const item = hall.setup.items.get(row.item);
		if (!item) return refused('item-unknown', row.item);
		const barred = barredStaff(who, shown, wish.reason) ?? barredSlot(hall, item, wish.slot);
		if (barred) return barred;
		if (row.state !== 'booked') return refused('appointment-over', row.state);
		if (row.slot_at === wish.slot) return done(row);
		const after = await moved(tx, hall, { row, item, wish });
		if (!after.ok) return after;
		const body = { by: byOf(shown), reason: wish.reason, from: { for: row.day, slotAt: row.slot_at } };
		await noteAppointment(tx, hall, who, { act: 'moved', row: after.value, body });
		await saveAppointment(tx.k, after.value);
		return after;
	});
}

interface Moving {
	row: AppointmentRow;
	item: ItemEntry;
	wish: MoveWish;
}

async function moved(tx: Tx, hall: Hall, { row, item, wish }: Moving): Promise<Result<AppointmentRow>> {
	const day = hall.setup.day(wish.slot);
	const person = personThen(hall, row, day, wish.person);
	if (!person.ok) return person;
	const hash = person.value;
	const no =
		(await fullSlot(tx, item, { day, slotAt: wish.slot })) ??
		(day === row.day ? undefined : await hasOne(tx, hall, item, { day, hash }));
	if (no) return no;
	const code = await codeThen(tx, row, day);
	return done({ ...row, day, slot_at: wish.slot, code, person_hash: hash, changed_at: hall.clock.now() });
}

/** The hash of the same person for the new day; an appointment is not handed on to somebody else. */
function personThen(hall: Hall, row: AppointmentRow, day: string, given: string | null): Result<string | null> {
	if (row.person_hash === null || day === row.day) return done(row.person_hash);
	if (given === null || given.trim() === '') return refused('identity-needed', row.item);
	const then = shownPerson(hall, given, day);
	if (then === undefined) return refused('identity-invalid');
	return shownPerson(hall, given, row.day) === row.person_hash ? done(then) : refused('identity-differs');
}

/** The code stays where it can. */
async function codeThen(tx: Tx, row: AppointmentRow, day: string): Promise<string> {
	if (day === row.day) return row.code;
	const other = await appointmentByCode(tx.k, { hall: tx.hall, day, code: row.code });
	return other ? freeCode(tx, day) : row.code;
}
